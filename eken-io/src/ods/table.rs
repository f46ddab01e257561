//! The rows of one sheet, streamed; what is repeated is counted before it is made.

use super::cell::{self, Head};
use crate::error::Result;
use crate::grid::{Cell, Merged, Placed, Row};
use crate::workbook::budget::Budget;
use crate::workbook::fault;
use crate::workbook::sheet::{COLUMNS, Called, ROWS};
use crate::workbook::xml::{Said, Tag, Xml};

/// What holds rows and is none.
const GROUPS: [&str; 3] = ["table-rows", "table-header-rows", "table-row-group"];

/// Reads the rows and merged ranges of the sheet that was opened last.
pub fn read(xml: &mut Xml<'_, '_>, called: Called<'_>, budget: &mut Budget) -> Result<(Vec<Row>, Vec<Merged>)> {
    let (inner, mut passed) = (xml.depth(), 0_usize);
    let (mut rows, mut merged) = (Vec::new(), Vec::new());
    while xml.depth() >= inner {
        let Said::Open(tag) = xml.next()? else { continue };
        if GROUPS.iter().any(|group| tag.is(group)) {
            continue;
        }
        if !tag.is("table-row") {
            xml.skip()?;
            continue;
        }
        let times = repeated(&tag, "number-rows-repeated").map_err(|fault| fault.at(called.place()))?;
        let number = passed.saturating_add(1);
        passed = passed.saturating_add(times);
        let cells = row(xml, number, called, budget, &mut merged)?;
        if cells.is_empty() {
            continue;
        }
        if passed > ROWS {
            return Err(fault::damaged().at(called.place()));
        }
        let text = cells.iter().map(|placed| written(&placed.cell)).fold(0, usize::saturating_add);
        let more = times.saturating_sub(1);
        budget.cells(cells.len().saturating_mul(more))?;
        budget.take(text.saturating_mul(more))?;
        for number in number..passed {
            rows.push(Row { number, cells: cells.clone() });
        }
        rows.push(Row { number: passed, cells });
    }
    Ok((rows, merged))
}

/// The cells of the row that was opened last.
fn row(
    xml: &mut Xml<'_, '_>,
    number: usize,
    called: Called<'_>,
    budget: &mut Budget,
    merged: &mut Vec<Merged>,
) -> Result<Vec<Placed>> {
    let (inner, mut passed, mut cells) = (xml.depth(), 0_usize, Vec::new());
    while xml.depth() >= inner {
        let Said::Open(tag) = xml.next()? else { continue };
        let covered = tag.is("covered-table-cell");
        if !covered && !tag.is("table-cell") {
            xml.skip()?;
            continue;
        }
        let column = passed.saturating_add(1);
        let here = || called.cell(column, number);
        let times = repeated(&tag, "number-columns-repeated").map_err(|fault| fault.at(here()))?;
        passed = passed.saturating_add(times);
        let wide = repeated(&tag, "number-columns-spanned").map_err(|fault| fault.at(here()))?;
        let high = repeated(&tag, "number-rows-spanned").map_err(|fault| fault.at(here()))?;
        let head = Head::of(&tag).map_err(|fault| fault.at(here()))?;
        if !covered && (wide > 1 || high > 1) {
            let last = |first: usize, span: usize| first.saturating_add(span).saturating_sub(1);
            budget.merged()?;
            merged.push(Merged { rows: (number, last(number, high)), columns: (column, last(column, wide)) });
        }
        let Some((cell, formula)) = cell::read(xml, head, budget.cell()).map_err(|fault| fault.at(here()))? else {
            continue;
        };
        if passed > COLUMNS {
            return Err(fault::damaged().at(called.place()));
        }
        budget.cells(times)?;
        budget.take(written(&cell).saturating_mul(times))?;
        cells.extend((column..=passed).map(|column| Placed { column, cell: cell.clone(), formula }));
    }
    cells.shrink_to_fit();
    Ok(cells)
}

/// How often something is repeated, or how far it spans: once where nothing is said.
fn repeated(tag: &Tag<'_>, name: &str) -> Result<usize> {
    match tag.attribute(name)? {
        None => Ok(1),
        Some(times) => times.trim().parse().ok().filter(|times| *times > 0).ok_or(fault::damaged()),
    }
}

/// Bytes of a cell's text.
const fn written(cell: &Cell) -> usize {
    match cell {
        Cell::Text(text) | Cell::Fault(text) => text.len(),
        _ => 0,
    }
}
