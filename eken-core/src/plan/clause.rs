//! Clauses: the register of what the source says, by id, class and span, without its sentences.

use crate::words::Label;

/// A clause of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Id as it is cited, such as `附件2-16`.
    pub id: String,
    /// What kind of clause it is.
    pub class: ClauseClass,
    /// Number of the document the span lies in.
    pub document: Option<String>,
    /// Where it stands in the text of the document.
    pub span: Option<Span>,
    /// SHA-256 of the exact text of the span, in hexadecimal.
    pub digest: Option<String>,
    /// What it is about, in words of our own.
    pub note: Option<String>,
    /// Code of the rule that answers for it, where no indicator or target does.
    pub rule: Option<String>,
}

/// Class of a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ClauseClass {
    /// A figure, date or set that a measure can read.
    Computable,
    /// Shown by documents or judged by a reviewer.
    Evidence,
    /// Asks nothing that can be held against a dossier.
    NonNormative,
}

impl ClauseClass {
    /// Every class.
    pub const ALL: [Self; 3] = [Self::Computable, Self::Evidence, Self::NonNormative];

    /// The code used in plan files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Computable => "computable",
            Self::Evidence => "evidence",
            Self::NonNormative => "non-normative",
        }
    }

    /// What it is called.
    pub const fn label(self) -> Label {
        match self {
            Self::Computable => Label::new("可计算", "computable"),
            Self::Evidence => Label::new("凭证明或评审", "shown by documents or judged"),
            Self::NonNormative => Label::new("无要求", "asks nothing"),
        }
    }

    /// The class of a code, if it is one.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.code() == code)
    }
}

/// A place in a text: line and, where a line holds several clauses, character column, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position {
    /// Line.
    pub line: usize,
    /// Column in characters; none means the line's first at the start of a span and its last at the end.
    pub column: Option<usize>,
}

/// A stretch of a text, both ends included. Written `38`, `48-50`, `42:35-42:78` or `76:284-76`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    /// First character.
    pub from: Position,
    /// Last character.
    pub until: Position,
}

impl Span {
    /// Reads a span; `None` when the text is none.
    pub fn parse(text: &str) -> Option<Self> {
        let (from, until) = match text.split_once('-') {
            Some((from, until)) => (position(from)?, position(until)?),
            None => {
                let from = position(text)?;
                (from, Position { line: from.line, column: None })
            }
        };
        let backwards = until.line < from.line
            || (until.line == from.line && until.column.is_some_and(|end| end < from.column.unwrap_or(1)));
        if backwards { None } else { Some(Self { from, until }) }
    }

    /// The exact text of the span in a source whose lines end in a line feed; `None` when it lies outside.
    pub fn text(&self, lines: &[&str]) -> Option<String> {
        let first = self.from.line.checked_sub(1)?;
        let mut parts: Vec<String> = Vec::new();
        for (index, line) in lines.get(first..self.until.line)?.iter().enumerate() {
            let number = self.from.line.saturating_add(index);
            let length = line.chars().count();
            let (start, end) = self.columns(number, length)?;
            parts.push(line.chars().take(end).skip(start.saturating_sub(1)).collect());
        }
        Some(parts.join("\n"))
    }

    /// First and last column of the span on a line of `length` characters; `None` when it reaches past the line.
    pub(super) fn columns(&self, line: usize, length: usize) -> Option<(usize, usize)> {
        let start = if line == self.from.line { self.from.column.unwrap_or(1) } else { 1 };
        let end = if line == self.until.line { self.until.column.unwrap_or(length) } else { length };
        let outside = end > length || (length > 0 && start > length);
        if outside { None } else { Some((start, end)) }
    }
}

impl std::fmt::Display for Span {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.from)?;
        if self.until.line == self.from.line && self.until.column.is_none() {
            return Ok(());
        }
        write!(f, "-{}", self.until)
    }
}

impl std::fmt::Display for Position {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.column {
            Some(column) => write!(f, "{}:{column}", self.line),
            None => write!(f, "{}", self.line),
        }
    }
}

fn position(text: &str) -> Option<Position> {
    match text.split_once(':') {
        Some((line, column)) => Some(Position { line: ordinal(line)?, column: Some(ordinal(column)?) }),
        None => Some(Position { line: ordinal(text)?, column: None }),
    }
}

/// A number from 1, without sign or leading zero.
fn ordinal(text: &str) -> Option<usize> {
    let digits = text.len() <= 7 && !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_reads_as_it_is_shown() {
        for text in ["38", "48-50", "42:35-42:78", "40-42:34", "76:284", "98:391-100"] {
            assert_eq!(Span::parse(text).unwrap().to_string(), text);
        }
        for text in ["", "0", "5-4", "5:9-5:8", "5:", "a", "-3", "03", "3-", "1:2:3"] {
            assert_eq!(Span::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_text_of_a_span_is_exact_to_the_character() {
        let lines = ["甲乙丙", "", "丁戊"];
        let text = |span: &str| Span::parse(span).unwrap().text(&lines);
        assert_eq!(text("1:2-1:3").unwrap(), "乙丙");
        assert_eq!(text("1:3-3:1").unwrap(), "丙\n\n丁");
        assert_eq!(text("3:3"), None);
        assert_eq!(text("4"), None);
    }

    #[test]
    fn a_span_beyond_its_line_has_no_text() {
        let lines = ["甲乙丙", "", "丁戊"];
        let text = |span: &str| Span::parse(span).unwrap().text(&lines);
        for beyond in ["1:1-1:4", "1:4-2", "1:4-1:4", "2:1-2:1", "3-4"] {
            assert_eq!(text(beyond), None, "{beyond}");
        }
        assert_eq!(text("2").unwrap(), "");
        assert_eq!(text("1-3").unwrap(), "甲乙丙\n\n丁戊");
        assert_eq!(Span::parse("12345678"), None);
        assert_eq!(Span::parse("1a"), None);
    }
}
