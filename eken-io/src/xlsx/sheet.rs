//! The cells of one sheet, streamed.

use std::sync::Arc;

use super::budget::Budget;
use super::fault;
use super::limits::Limits;
use super::strings::{rich, unescape};
use super::xml::{Said, Tag, Xml};
use super::{day, number, serial};
use crate::error::Result;
use crate::grid::{Cell, Merged, Placed, Row};
use crate::workbook::section::{Kind, Moment};
use crate::workbook::sheet::Called;
pub use crate::workbook::sheet::{COLUMNS, ROWS};
use crate::workbook::shown::Format;

/// What the cells of a workbook refer to, and how much of them is still taken.
pub struct Context {
    /// Shared texts.
    pub strings: Vec<Box<str>>,
    /// How each style shows a number.
    pub styles: Vec<Arc<Format>>,
    /// Whether days are counted from 1904.
    pub since_1904: bool,
    /// Whether its formulas are to be worked out anew when it is opened, because who wrote it could not.
    pub recalculate: bool,
    /// Text, cells and merged ranges that are still taken.
    pub budget: Budget,
}

impl Context {
    /// A context that takes what the limits allow.
    pub const fn new(limits: &Limits) -> Self {
        Self {
            strings: Vec::new(),
            styles: Vec::new(),
            since_1904: false,
            recalculate: false,
            budget: Budget::new(limits),
        }
    }
}

/// Reads the rows and merged ranges of a sheet.
pub fn read(mut xml: Xml<'_, '_>, called: Called<'_>, context: &mut Context) -> Result<(Vec<Row>, Vec<Merged>)> {
    let (mut rows, mut merged) = (Vec::<Row>::new(), Vec::new());
    let (mut in_data, mut in_merged, mut number, mut last) = (false, false, 0usize, 0usize);
    let mut row = Row::default();
    loop {
        let depth = xml.depth();
        match xml.next()? {
            Said::Open(tag) if depth == 0 && !tag.is("worksheet") => return Err(fault::damaged().at(called.place())),
            Said::Open(tag) if depth == 1 => (in_data, in_merged) = (tag.is("sheetData"), tag.is("mergeCells")),
            Said::Open(tag) if depth == 2 && in_data && tag.is("row") => {
                number = match tag.attribute("r")? {
                    Some(written) => written.trim().parse().map_err(|_| fault::damaged().at(called.place()))?,
                    None => number.saturating_add(1),
                };
                if !(1..=ROWS).contains(&number) {
                    return Err(fault::damaged().at(called.place()));
                }
                (row.number, last) = (number, 0);
            }
            Said::Open(tag) if depth == 3 && in_data && tag.is("c") => {
                let head = Head::of(&tag, number, last).map_err(|fault| fault.at(called.place()))?;
                last = head.column;
                let at = || called.cell(head.column, head.row);
                let read = cell(&mut xml, &head, context).map_err(|fault| fault.at(at()))?;
                // a cell may name another row than the one it stands in; then its own word counts
                if head.row != row.number {
                    close(&mut rows, &mut row);
                    row.number = head.row;
                }
                if let Some((cell, formula)) = read {
                    context.budget.cells(1)?;
                    row.cells.push(Placed { column: head.column, cell, formula });
                }
            }
            Said::Open(tag) if depth == 2 && in_merged && tag.is("mergeCell") => {
                let range =
                    tag.attribute("ref")?.and_then(|range| area(&range)).ok_or(fault::damaged().at(called.place()))?;
                context.budget.merged()?;
                merged.push(range);
            }
            Said::Close if depth == 3 => close(&mut rows, &mut row),
            Said::End => break,
            _ => {}
        }
    }
    order(&mut rows, called)?;
    Ok((rows, merged))
}

fn close(rows: &mut Vec<Row>, row: &mut Row) {
    if !row.cells.is_empty() {
        row.cells.shrink_to_fit();
        rows.push(std::mem::replace(row, Row { number: row.number, cells: Vec::new() }));
    }
}

/// Puts rows and cells in order where the file has them in another, and refuses a cell that stands twice.
fn order(rows: &mut Vec<Row>, called: Called<'_>) -> Result<()> {
    if !rows.is_sorted_by(|one, other| one.number < other.number) {
        rows.sort_by_key(|row| row.number);
        rows.dedup_by(|row, kept| {
            let same = row.number == kept.number;
            if same {
                kept.cells.append(&mut row.cells);
            }
            same
        });
    }
    for row in rows {
        row.cells.sort_by_key(|placed| placed.column);
        let mut pairs = row.cells.iter().zip(row.cells.iter().skip(1));
        if let Some((twice, _)) = pairs.find(|(one, other)| one.column == other.column) {
            return Err(fault::damaged().at(called.cell(twice.column, row.number)));
        }
    }
    Ok(())
}

/// What a cell says of itself.
struct Head {
    row: usize,
    column: usize,
    kind: Option<String>,
    style: Option<usize>,
}

impl Head {
    fn of(tag: &Tag<'_>, row: usize, last: usize) -> Result<Self> {
        let (column, row) = match tag.attribute("r")? {
            Some(written) => place(&written).ok_or(fault::damaged())?,
            None => (last.saturating_add(1), row),
        };
        if column > COLUMNS {
            return Err(fault::damaged());
        }
        let style = tag.attribute("s")?.and_then(|style| style.trim().parse().ok());
        Ok(Self { row, column, kind: tag.attribute("t")?, style })
    }
}

/// The value of the cell that was opened last, and whether a formula made it; none where nothing stands in it.
fn cell(xml: &mut Xml<'_, '_>, head: &Head, context: &mut Context) -> Result<Option<(Cell, bool)>> {
    let most = context.budget.cell();
    let (inner, mut formula, mut value, mut inline) = (xml.depth(), false, None, None);
    while xml.depth() >= inner {
        let Said::Open(tag) = xml.next()? else { continue };
        if tag.is("f") {
            formula = true;
            xml.skip()?;
        } else if tag.is("v") {
            value = Some(xml.text(most)?);
        } else if tag.is("is") {
            inline = Some(rich(xml, most)?);
        } else {
            xml.skip()?;
        }
    }
    let text = |text: String| if text.is_empty() { Cell::Empty } else { Cell::Text(text) };
    let cell = match (head.kind.as_deref(), value, inline) {
        (Some("inlineStr"), _, inline) => text(inline.unwrap_or_default()),
        (_, None, _) if formula => Cell::NotCalculated,
        (_, None, _) => Cell::Empty,
        // a text of no length is a result; nothing where a number should be is none, nor is the 0 of who could not reckon
        (None | Some("n"), Some(value), _)
            if formula && (value.trim().is_empty() || (context.recalculate && value.trim() == "0")) =>
        {
            Cell::NotCalculated
        }
        (None | Some("n"), Some(value), _) => {
            let written = value.trim();
            let read = style(head, context).and_then(|format| match format.kind(written) {
                Some(Kind::Figure(figure)) => number::figure(written, figure, format.shrinks()),
                Some(Kind::Moment(moment)) => serial::cell(written, *moment, context.since_1904),
                None => number::unclear(written),
            });
            let read = read.or_else(|| number::cell(written));
            read.unwrap_or_else(|| text(written.to_owned()))
        }
        (Some("s"), Some(value), _) => {
            let index = value.trim().parse::<usize>().map_err(|_| fault::damaged())?;
            text(context.strings.get(index).ok_or(fault::damaged())?.to_string())
        }
        (Some("str"), Some(value), _) => text(unescape(&value)),
        (Some("b"), Some(value), _) => match value.trim() {
            "1" | "true" => Cell::Flag(true),
            "0" | "false" => Cell::Flag(false),
            _ => return Err(fault::damaged()),
        },
        (Some("e"), Some(value), _) => Cell::Fault(value),
        (Some("d"), Some(value), _) => {
            match (day::iso(&value), style(head, context).and_then(|format| format.kind("0"))) {
                (Some(Cell::Day(day, _)), Some(Kind::Moment(Moment::Day(Some(span))))) => Cell::Period(day, *span),
                (Some(read), _) => read,
                (None, _) => text(value),
            }
        }
        (Some(_), ..) => return Err(fault::damaged()),
    };
    match &cell {
        Cell::Text(text) | Cell::Fault(text) => context.budget.take(text.len())?,
        Cell::Shown(shown) => context.budget.take(shown.len())?,
        _ => {}
    }
    Ok((formula || cell != Cell::Empty).then_some((cell, formula)))
}

/// The number format of a cell.
fn style<'a>(head: &Head, context: &'a Context) -> Option<&'a Format> {
    context.styles.get(head.style?).map(AsRef::as_ref)
}

/// Column and row of a place such as `C5`.
pub fn place(written: &str) -> Option<(usize, usize)> {
    let written = written.trim();
    let split = written.find(|letter: char| !letter.is_ascii_alphabetic())?;
    let (column, row) = written.split_at_checked(split)?;
    let column = column.bytes().try_fold(0usize, |column, letter| {
        let digit = letter.to_ascii_uppercase().checked_sub(b'A')?.checked_add(1)?;
        column.checked_mul(26)?.checked_add(usize::from(digit)).filter(|column| *column <= COLUMNS)
    })?;
    let digits = row.bytes().all(|digit| digit.is_ascii_digit());
    let row: usize = row.parse().ok().filter(|_| digits)?;
    (column >= 1 && (1..=ROWS).contains(&row)).then_some((column, row))
}

fn area(range: &str) -> Option<Merged> {
    let (first, last) = range.split_once(':').unwrap_or((range, range));
    let (first, last) = (place(first)?, place(last)?);
    (first.0 <= last.0 && first.1 <= last.1).then_some(Merged { rows: (first.1, last.1), columns: (first.0, last.0) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_within_the_bounds_of_a_sheet() {
        assert_eq!(place("A1"), Some((1, 1)));
        assert_eq!(place("XFD1048576"), Some((COLUMNS, ROWS)));
        for none in ["XFE1", "A0", "A1048577", "1", "A", "", "AAAAAAAAAAAAAAAAA1", "A-1", "A+1", "$A$1", "甲1"] {
            assert_eq!(place(none), None, "{none}");
        }
        assert_eq!(area("B2:D3"), Some(Merged { rows: (2, 3), columns: (2, 4) }));
        assert_eq!(area("D3:B2"), None);
    }
}
