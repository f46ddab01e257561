//! How a report looks: language, colour, width.

use crate::assess::Verdict;
use crate::finding::Severity;
use crate::words::Lang;

/// How a report is to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Language.
    pub lang: Lang,
    /// Whether to colour by ANSI codes. What colour says is always said by a mark and a word too.
    pub color: bool,
    /// Columns of the page. A Chinese character takes two.
    pub width: usize,
}

impl Default for Style {
    fn default() -> Self {
        Self { lang: Lang::Zh, color: false, width: 100 }
    }
}

impl Style {
    /// One of two texts, by language.
    pub(super) const fn pick(&self, zh: &'static str, en: &'static str) -> &'static str {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// A text in an ink.
    pub(super) fn paint(&self, ink: Ink, text: &str) -> String {
        match ink.code().filter(|_| self.color && !text.is_empty()) {
            Some(code) => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
            None => text.to_owned(),
        }
    }
}

/// An ink of the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    Plain,
    Bold,
    Dim,
    Good,
    Bad,
    Doubt,
}

impl Ink {
    const fn code(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Bold => Some("1"),
            Self::Dim => Some("2"),
            Self::Good => Some("32"),
            Self::Bad => Some("1;31"),
            Self::Doubt => Some("33"),
        }
    }

    /// The ink of a verdict.
    pub(super) const fn of(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Met | Verdict::MetByExemption => Self::Good,
            Verdict::NotMet => Self::Bad,
            Verdict::Open | Verdict::Conflict => Self::Doubt,
            Verdict::NotApplicable => Self::Dim,
        }
    }

    /// The ink of a severity.
    pub(super) const fn of_severity(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Bad,
            Severity::Warning => Self::Doubt,
            Severity::Info => Self::Dim,
        }
    }
}

/// The mark of a verdict, one column wide.
pub(super) const fn mark(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "✓",
        Verdict::MetByExemption => "◇",
        Verdict::NotMet => "✗",
        Verdict::Open => "?",
        Verdict::NotApplicable => "–",
        Verdict::Conflict => "!",
    }
}

/// The mark of a severity, one column wide.
pub(super) const fn severity_mark(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "✗",
        Severity::Warning => "!",
        Severity::Info => "i",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colour_never_says_what_mark_and_word_do_not() {
        let marks: std::collections::BTreeSet<_> = Verdict::ALL.into_iter().map(mark).collect();
        assert_eq!(marks.len(), Verdict::ALL.len());
    }

    #[test]
    fn without_colour_no_escape_is_written() {
        assert_eq!(Style::default().paint(Ink::Bad, "x"), "x");
        let style = Style { color: true, ..Style::default() };
        assert_eq!(style.paint(Ink::Bad, "x"), "\u{1b}[1;31mx\u{1b}[0m");
        assert_eq!(style.paint(Ink::Plain, "x"), "x");
    }
}
