//! A CSV file as a grid of cells.

use super::delimiter::{self, Delimiter};
use super::encoding::{Decoded, Encoding, decode};
use super::fault::{BYTES, CELLS, NUL, RECORDS};
use super::line::line_of;
use super::neutral::{quoted, restore};
use super::record::Records;
use crate::error::{Place, Result};
use crate::grid::{Cell, Grid, GridKind, Placed, Row};

/// What a CSV file may hold at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CsvLimits {
    /// Bytes of the file.
    pub bytes: usize,
    /// Records that hold something.
    pub records: usize,
    /// Fields in a record, empty ones among them.
    pub fields: usize,
    /// Bytes in a field, in UTF-8.
    pub field: usize,
    /// Cells that hold something: each takes some 80 bytes of memory, however short it is in the file.
    pub cells: usize,
}

impl Default for CsvLimits {
    fn default() -> Self {
        Self { bytes: 64 << 20, records: 1_000_000, fields: 16_384, field: 1 << 20, cells: 1_000_000 }
    }
}

/// How a CSV file is read. By default everything is found from the file itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// Encoding of the characters.
    pub encoding: Encoding,
    /// What stands between the fields.
    pub delimiter: Delimiter,
    /// What the file may hold at most.
    pub limits: CsvLimits,
}

/// A CSV file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Csv {
    /// Its cells.
    pub grid: Grid,
    /// The encoding in which it was read; never `Auto`.
    pub encoding: Encoding,
    /// Whether it began with a byte order mark.
    pub bom: bool,
    /// The delimiter with which it was read; never `Auto`.
    pub delimiter: Delimiter,
}

/// Reads a CSV file; `name` is the name of the grid.
///
/// Every field that is not empty becomes a cell of text at its column, whatever the length of the other records; a record
/// with no such field leaves no row. The number of a row is the line on which its record begins, so that a text editor
/// finds it. A first line `sep=;`, as Excel writes it, is no record. An apostrophe that keeps a text from being taken for a
/// formula is taken off ([`neutral`](super::neutral)), and so is `="…"` around a text that a spreadsheet is to keep as it is.
/// Encoding: [`decode`].
///
/// # Errors
/// `csv.encoding` for bytes that are no text; `csv.nul` for a NUL; `csv.quote` for a quote that is not closed, or that
/// closes several lines on in the middle of a text, at the line on which it opened; `csv.bytes`, `csv.records`,
/// `csv.fields`, `csv.field` and `csv.cells` for more than the limits allow.
pub fn read(bytes: &[u8], name: &str, options: &ReadOptions) -> Result<Csv> {
    let limits = &options.limits;
    if bytes.len() > limits.bytes {
        return Err(BYTES);
    }
    let Decoded { text, encoding, bom } = decode(bytes, options.encoding)?;
    if let Some(nul) = text.find('\0') {
        return Err(NUL.at(Place::Line(line_of(text.as_bytes(), nul))));
    }
    let stated = delimiter::stated(&text);
    let from = stated.map_or(0, |(_, length)| length);
    let delimiter = match (options.delimiter, stated) {
        (Delimiter::Auto, Some((stated, _))) => stated,
        (Delimiter::Auto, None) => delimiter::sniff(&text),
        (chosen, _) => chosen,
    };
    let mut rows = Vec::new();
    let mut records = Records::new(&text, from, delimiter.byte(), limits);
    let mut room = limits.cells;
    while let Some(record) = records.next()? {
        let mut cells = Vec::new();
        for (index, field) in record.fields().enumerate() {
            let field = field?;
            let text = quoted(field).unwrap_or_else(|| restore(field));
            if !text.is_empty() {
                let cell = Cell::Text(text.to_owned());
                cells.push(Placed { column: index.saturating_add(1), cell, formula: false });
            }
        }
        if cells.is_empty() {
            continue;
        }
        let place = || Place::Line(record.line);
        room = room.checked_sub(cells.len()).ok_or_else(|| CELLS.at(place()))?;
        if rows.len() >= limits.records {
            return Err(RECORDS.at(place()));
        }
        cells.shrink_to_fit();
        rows.push(Row { number: record.line, cells });
    }
    let grid = Grid { name: name.to_owned(), kind: GridKind::File, rows, merged: Vec::new() };
    Ok(Csv { grid, encoding, bom, delimiter })
}

#[cfg(test)]
mod tests;
