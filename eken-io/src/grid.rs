//! Sheets and CSV files as cells, before anything is made of them.

use std::fmt;

use chrono::{Datelike as _, NaiveDate, NaiveTime};
pub use eken_core::finding::letters;

/// What stands in a cell. `Debug` shows the kind only: the value may be personal.
#[derive(Clone, Default, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text as written; it may be a number, a date or a code in words.
    Text(String),
    /// A number cell of a workbook: its shortest decimal of at most 15 significant digits, such as `1234.5` or `-0.000012`,
    /// without exponent.
    Number(String),
    /// A number cell whose binary value is noise around the decimal given, such as 0.1+0.2.
    Noisy(String),
    /// A number cell whose format shows it smaller, by so many powers of ten, and states no unit of that size: `#,##0,` shows
    /// 1234567 as 1,235. By none where the format shows this number as it is, and others smaller. The decimal is the one that
    /// is kept.
    Scaled(String, u8),
    /// A number cell whose format shows more than its digits.
    Shown(Box<Shown>),
    /// Yes or no.
    Flag(bool),
    /// A date cell of a workbook, with its time of day unless that is midnight.
    Day(NaiveDate, Option<NaiveTime>),
    /// A date cell whose format shows no day, only the month or the year that the day is of.
    Period(NaiveDate, Span),
    /// A time of day without a date.
    Time(NaiveTime),
    /// An error value of a formula, such as `#REF!`.
    Fault(String),
    /// A formula whose result is not in the file: a program wrote it, and no spreadsheet has saved it since.
    NotCalculated,
}

/// A number whose format shows words beside it, or zeros before it.
#[derive(Clone, PartialEq, Eq)]
pub struct Shown {
    /// The decimal that is kept.
    pub number: String,
    /// What the figure is with the words beside it, which may be a unit or none; they stand behind it where they stand on one
    /// side. None where nothing but zeros and signs stand there.
    pub figure: Option<String>,
    /// What is shown of a whole number by a format of zeros and words only: `"E"000` shows 1 as E001.
    pub text: Option<String>,
}

impl Shown {
    /// What is kept in other cells for it: the text that is shown, or else the number.
    pub fn plain(&self) -> &str {
        self.text.as_ref().unwrap_or(&self.number)
    }

    /// Bytes of it.
    pub(crate) fn len(&self) -> usize {
        let more = |text: &Option<String>| text.as_ref().map_or(0, String::len);
        self.number.len().saturating_add(more(&self.figure)).saturating_add(more(&self.text))
    }
}

/// What a format shows of a day, if not the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// Month and year.
    Month,
    /// Quarter and year.
    Quarter,
    /// The year.
    Year,
}

impl Span {
    /// The month, quarter or year that a day is of, as JSON has it: `2023-05`, `2023Q2`, `2023`.
    pub fn of(self, day: NaiveDate) -> String {
        let year = day.year();
        match self {
            Self::Month => format!("{year:04}-{:02}", day.month()),
            Self::Quarter => format!("{year:04}Q{}", day.quarter()),
            Self::Year => format!("{year:04}"),
        }
    }
}

impl Cell {
    /// Whether nothing but space stands in it.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.chars().all(|letter| letter.is_whitespace() || letter == '\u{feff}'),
            _ => false,
        }
    }

    /// The text, where it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl fmt::Debug for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "Empty",
            Self::Text(_) => "Text",
            Self::Number(_) => "Number",
            Self::Noisy(_) => "Noisy",
            Self::Scaled(..) => "Scaled",
            Self::Shown(..) => "Shown",
            Self::Period(..) => "Period",
            Self::Flag(_) => "Flag",
            Self::Day(..) => "Day",
            Self::Time(_) => "Time",
            Self::Fault(_) => "Fault",
            Self::NotCalculated => "NotCalculated",
        })
    }
}

/// What stands for a formula whose result is not in the file.
pub const NOT_CALCULATED: &str = "=";

/// A cell at its column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Column, from 1.
    pub column: usize,
    /// What stands in it.
    pub cell: Cell,
    /// Whether a formula made it; the cell shows what the formula gave when the file was last saved.
    pub formula: bool,
}

/// A row that holds something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Number of the row, from 1; for a CSV file the line on which the record begins.
    pub number: usize,
    /// The cells that hold something, by column.
    pub cells: Vec<Placed>,
}

impl Row {
    /// The cell at a column.
    pub fn get(&self, column: usize) -> Option<&Placed> {
        let index = self.cells.binary_search_by_key(&column, |placed| placed.column).ok()?;
        self.cells.get(index)
    }
}

/// What a grid was read from: how its places are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GridKind {
    /// A sheet of a workbook: `设施!C5`.
    Sheet,
    /// A text file of its own: file, row, column.
    File,
    /// A file of typed columns with names: file, row, name of the column. Its first row holds the names; records are counted
    /// from 1 behind it.
    Table,
}

/// Cells that are merged into one, all bounds included, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    /// First and last row.
    pub rows: (usize, usize),
    /// First and last column.
    pub columns: (usize, usize),
}

/// A sheet or a CSV file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// Name of the sheet, or of the file without its extension.
    pub name: String,
    /// What it was read from.
    pub kind: GridKind,
    /// The rows that hold something, in order.
    pub rows: Vec<Row>,
    /// Merged cells, where the format has them and the reader sees them.
    pub merged: Vec<Merged>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_a_cell_is_not_shown_by_debug() {
        let placed = Placed { column: 1, cell: Cell::Text("13900000000".into()), formula: false };
        assert_eq!(format!("{placed:?}"), "Placed { column: 1, cell: Text, formula: false }");
        assert!(Cell::Text(" \u{3000}\n".into()).is_blank() && !Cell::Number("0".into()).is_blank());
    }
}
