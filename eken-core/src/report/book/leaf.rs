//! What a report in tables is made of: leaves, parts, lines, cells. No program that writes tables is known here.

use crate::assess::Verdict;
use crate::finding::Severity;
use crate::report::style::{mark, severity_mark};
use crate::words::Lang;

/// A report as tables, leaf after leaf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Book {
    /// Language.
    pub lang: Lang,
    /// What it is called: the town and the year.
    pub name: String,
    /// The mark of its rendition, for every page.
    pub mark: &'static str,
    /// Whether it is for those only who work on the dossier.
    pub internal: bool,
    /// Its leaves.
    pub leaves: Vec<Leaf>,
}

/// A leaf: a sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// Its short name, of 31 characters at most; other leaves link to it.
    pub name: &'static str,
    /// Its title.
    pub title: String,
    /// How wide its columns are, in characters of half width.
    pub widths: Vec<u16>,
    /// What stands on it.
    pub parts: Vec<Part>,
}

/// A part of a leaf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A heading.
    Heading(String),
    /// A text over the whole width.
    Text(String),
    /// A table.
    Table(Table),
    /// Lines to be copied as they are, such as JSON.
    Lines(Vec<String>),
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The headings of its columns; none for a list of terms.
    pub heads: Vec<String>,
    /// Its rows.
    pub rows: Vec<Line>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A heading within the table: a group of rows.
    Band(String),
    /// A cell for each column.
    Row(Vec<Cell>),
    /// A term in the first column, and what is said of it over all others.
    Pair(Cell, String),
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Blank,
    /// A text; several lines are parted by line feeds.
    Text(String),
    /// A number that is exact.
    Number(Number),
    /// A verdict or a severity: mark, word and tone.
    Sign(&'static str, &'static str, Tone),
    /// A way to another leaf, by its name.
    Link(&'static str),
}

/// A number of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// The decimal, without exponent, such as `-12.5`.
    pub decimal: String,
    /// Digits behind the point.
    pub places: u32,
    /// Whether a plus is to stand before it: it is a gap.
    pub signed: bool,
}

/// How a sign is to look. What it says stands in its mark and its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Met.
    Good,
    /// Met by exemption.
    Exempt,
    /// Not met, or an error.
    Bad,
    /// Open, or a warning.
    Doubt,
    /// Sources disagree.
    Conflict,
    /// Not applicable, or a note.
    Quiet,
}

impl Cell {
    /// A text, or nothing where it is empty.
    pub(super) fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Blank } else { Self::Text(text) }
    }

    /// Lines of a text; nothing where there are none.
    pub(super) fn lines(lines: &[String]) -> Self {
        Self::text(lines.join("\n"))
    }

    /// How many.
    pub(super) fn count(count: usize) -> Self {
        Self::Number(Number { decimal: count.to_string(), places: 0, signed: false })
    }

    /// A verdict.
    pub(super) const fn verdict(verdict: Verdict, lang: Lang) -> Self {
        let tone = match verdict {
            Verdict::Met => Tone::Good,
            Verdict::MetByExemption => Tone::Exempt,
            Verdict::NotMet => Tone::Bad,
            Verdict::Open => Tone::Doubt,
            Verdict::Conflict => Tone::Conflict,
            Verdict::NotApplicable => Tone::Quiet,
        };
        Self::Sign(mark(verdict), verdict.label().get(lang), tone)
    }

    /// A severity.
    pub(super) const fn severity(severity: Severity, lang: Lang) -> Self {
        let tone = match severity {
            Severity::Error => Tone::Bad,
            Severity::Warning => Tone::Doubt,
            Severity::Info => Tone::Quiet,
        };
        Self::Sign(severity_mark(severity), severity.label().get(lang), tone)
    }
}

impl Table {
    /// A table with headings.
    pub(super) fn part(heads: &[&str], rows: Vec<Line>) -> Part {
        Part::Table(Self { heads: heads.iter().map(|head| (*head).to_owned()).collect(), rows })
    }

    /// Terms, each with what is said of it.
    pub(super) fn pairs(rows: impl IntoIterator<Item = (Cell, String)>) -> Part {
        let rows = rows.into_iter().map(|(term, says)| Line::Pair(term, says)).collect();
        Part::Table(Self { heads: Vec::new(), rows })
    }
}
