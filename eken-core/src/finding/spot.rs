//! Where a finding is in a workbook or in CSV files.

use std::fmt;
use std::sync::Arc;

/// A cell, or a row, of a sheet or of a CSV file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    /// Which sheet or file it is, from 0, in the order of the workbook or the folder.
    pub nth: usize,
    /// Row, from 1; for a CSV file the line on which the record begins.
    pub row: usize,
    /// Column, from 1; the first one where the whole row is meant.
    pub column: usize,
    /// Name of the sheet, or of the CSV file without its extension; its number, such as `#3`, where the name may be a person's.
    pub table: Arc<str>,
    /// Whether it is a sheet of a workbook.
    pub sheet: bool,
    /// Name of the column, in files whose columns have names (Parquet, Arrow); none elsewhere, and where it may be a person's.
    pub heading: Option<Arc<str>>,
}

/// `设施!C5` in a workbook, `facilities:5:3` in a CSV file, `facilities:5:floor_area` in a Parquet file.
impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { table, row, column, .. } = self;
        if let Some(heading) = &self.heading {
            return write!(f, "{table}:{row}:{heading}");
        }
        if !self.sheet {
            return write!(f, "{table}:{row}:{column}");
        }
        // a name with other signs than letters and digits is quoted, as formulas do
        if table.chars().all(|sign| sign.is_alphanumeric() || matches!(sign, '#' | '_' | '.' | '·')) {
            write!(f, "{table}!{}{row}", letters(*column))
        } else {
            write!(f, "'{}'!{}{row}", table.replace('\'', "''"), letters(*column))
        }
    }
}

/// The letters of a column of a sheet: 1 is `A`, 27 is `AA`.
pub fn letters(column: usize) -> String {
    let mut rest = column;
    let mut letters = Vec::new();
    while let Some(before) = rest.checked_sub(1) {
        let digit = before.checked_rem(26).and_then(|digit| u8::try_from(digit).ok()).unwrap_or_default();
        letters.push(char::from(b'A'.saturating_add(digit)));
        rest = before.checked_div(26).unwrap_or_default();
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_a_workbook() {
        let columns = [1, 26, 27, 52, 53, 702, 703, 16_384];
        assert_eq!(columns.map(letters), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD"]);
    }

    #[test]
    fn a_spot_is_written_as_its_program_writes_it() {
        let of = |table: &str, sheet| Spot { nth: 0, row: 5, column: 3, table: table.into(), sheet, heading: None };
        let spot = |table: &str, sheet| of(table, sheet).to_string();
        assert_eq!(spot("设施", true), "设施!C5");
        assert_eq!(spot("设施·功能区", true), "设施·功能区!C5");
        assert_eq!(spot("王's (2)", true), "'王''s (2)'!C5");
        assert_eq!(spot("facilities", false), "facilities:5:3");
        assert_eq!(spot("#3", true), "#3!C5");
        let named = Spot { heading: Some("floor_area".into()), ..of("facilities", false) };
        assert_eq!(named.to_string(), "facilities:5:floor_area");
    }
}
