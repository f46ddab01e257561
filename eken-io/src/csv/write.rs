//! A grid of cells as a CSV file.

use std::borrow::Cow;
use std::io::Write;

use encoding_rs::{EncoderResult, GB18030};

use super::delimiter::Delimiter;
use super::fault::{FIELDS, NUL, UNWRITABLE, WRITE};
use super::neutral::neutralise;
use crate::error::{Error, Place, Result};
use crate::grid::{Cell, Grid, NOT_CALCULATED, Row};

/// Columns that a spreadsheet has.
const COLUMNS: usize = 16_384;

/// The encoding of a CSV file that is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Target {
    /// UTF-8 with byte order mark, which Excel needs to know it.
    #[default]
    Utf8,
    /// GB18030, for programs that know nothing else. It has no mark: read it with
    /// [`Encoding::Gb18030`](super::encoding::Encoding).
    Gb18030,
}

/// Writes a grid as a CSV file: commas, CR LF, quotes where needed; one record for each row with as many fields as the
/// first; rows that were left out leave none.
///
/// A text that a spreadsheet could take for a formula gets an apostrophe before it ([`neutral`](super::neutral)), which
/// reading takes off: what is written is read again text for text. Numbers, dates (`2025-06-30`), times (`08:30:00`) and
/// yes or no (`TRUE`, `FALSE`) are written as such and read as texts.
///
/// # Errors
/// `csv.unwritable` for a character that GB18030 lacks or that would be read as another; `csv.nul` for a NUL, which no CSV
/// file can hold; `csv.fields` for a column beyond those of a spreadsheet, each with row and column; `csv.write` where the
/// writer fails.
pub fn write(grid: &Grid, to: &mut impl Write, target: Target) -> Result<()> {
    let mut bytes = Vec::new();
    if target == Target::Utf8 {
        bytes.extend("\u{feff}".as_bytes());
    }
    let mut wide = None;
    for row in grid.rows.iter().filter(|row| !row.cells.is_empty()) {
        record(row, wide, target, &mut bytes)?;
        to.write_all(&bytes).map_err(|_| WRITE)?;
        bytes.clear();
        wide = wide.or(row.cells.last().map(|placed| placed.column));
    }
    // of a grid without rows the mark is left
    to.write_all(&bytes).and_then(|()| to.flush()).map_err(|_| WRITE)
}

/// A record, with as many fields as the first one: `wide` columns, none for the first itself.
fn record(row: &Row, wide: Option<usize>, target: Target, bytes: &mut Vec<u8>) -> Result<()> {
    let mut last = 0_usize;
    let mut text = String::new();
    for placed in &row.cells {
        let fault = |fault: Error| fault.at(Place::Cell(row.number, placed.column));
        if placed.column > COLUMNS || placed.column <= last {
            return Err(fault(FIELDS));
        }
        bytes.extend(std::iter::repeat_n(b',', placed.column.saturating_sub(last.max(1))));
        text.clear();
        field(&shown(&placed.cell), wide.is_none() && placed.column == 1, &mut text);
        if text.contains('\0') {
            return Err(fault(NUL));
        }
        code(&text, target, bytes).ok_or(UNWRITABLE).map_err(fault)?;
        last = placed.column;
    }
    // programs other than spreadsheets take a shorter record for a damaged one (RFC 4180, section 2, 4)
    bytes.extend(std::iter::repeat_n(b',', wide.unwrap_or_default().saturating_sub(last)));
    bytes.extend(b"\r\n");
    Ok(())
}

/// What is written for a cell.
fn shown(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Empty => Cow::Borrowed(""),
        Cell::Number(number) | Cell::Noisy(number) | Cell::Scaled(number, _) if is_number(number) => {
            Cow::Borrowed(number)
        }
        Cell::Text(text) | Cell::Fault(text) | Cell::Number(text) | Cell::Noisy(text) | Cell::Scaled(text, _) => {
            neutralise(text)
        }
        Cell::Shown(shown) => neutralise(shown.plain()),
        Cell::NotCalculated => neutralise(NOT_CALCULATED),
        Cell::Flag(flag) => Cow::Borrowed(if *flag { "TRUE" } else { "FALSE" }),
        Cell::Day(day, None) | Cell::Period(day, _) => Cow::Owned(day.to_string()),
        Cell::Day(day, Some(time)) => Cow::Owned(format!("{day} {time}")),
        Cell::Time(time) => Cow::Owned(time.to_string()),
    }
}

/// A minus may stand before digits without making a formula of them.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// A field, in quotes where a reader could take it for something else: whatever delimiter it expects, and at the very start
/// for the line `sep=;` or a byte order mark.
fn field(text: &str, very_first: bool, out: &mut String) {
    let risky = |letter| matches!(letter, '"' | '\r' | '\n') || Delimiter::could_be(letter);
    let start = text.get(..4).unwrap_or_default();
    let taken = very_first && (start.eq_ignore_ascii_case("sep=") || text.starts_with('\u{feff}'));
    let trimmed = text.trim().len() < text.len();
    if taken || trimmed || text.contains(risky) {
        out.push('"');
        out.push_str(&text.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(text);
    }
}

/// Adds a text in its encoding; none where it could not be read again as it is.
fn code(text: &str, target: Target, bytes: &mut Vec<u8>) -> Option<()> {
    if target == Target::Utf8 || text.is_ascii() {
        bytes.extend(text.as_bytes());
        return Some(());
    }
    let mut encoder = GB18030.new_encoder();
    let mut coded = Vec::with_capacity(encoder.max_buffer_length_from_utf8_without_replacement(text.len())?);
    let (result, _) = encoder.encode_from_utf8_to_vec_without_replacement(text, &mut coded, true);
    let back = GB18030.decode_without_bom_handling_and_without_replacement(&coded)?;
    let same = matches!(result, EncoderResult::InputEmpty) && back == text;
    same.then(|| bytes.extend(coded))
}

#[cfg(test)]
mod tests;
