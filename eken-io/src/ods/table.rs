//! The rows of one sheet, streamed; what is repeated is counted before it is made.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::cell::{self, Head, Look};
use super::styles::Formats;
use crate::error::Result;
use crate::grid::{Cell, Merged, Placed, Row};
use crate::workbook::budget::Budget;
use crate::workbook::fault;
use crate::workbook::sheet::{COLUMNS, Called, ROWS};
use crate::workbook::xml::{Said, Tag, Xml};

/// What holds rows and is none.
const GROUPS: [&str; 3] = ["table-rows", "table-header-rows", "table-row-group"];

/// What holds columns and is none.
const COLUMN_GROUPS: [&str; 3] = ["table-columns", "table-header-columns", "table-column-group"];

/// How the cells of a workbook are shown.
pub struct Looks {
    /// The format of each style.
    pub formats: Formats,
    /// The day that days are counted from.
    pub since: NaiveDate,
}

/// How the cells of a sheet are shown that say nothing of it themselves.
struct Styles<'a> {
    looks: &'a Looks,
    /// The style of columns, by the last column that has it.
    columns: BTreeMap<usize, String>,
    row: Option<String>,
}

impl Styles<'_> {
    fn look(&self, head: &Head, column: usize) -> Look<'_> {
        let of_column = || self.columns.range(column..).next().map(|(_, style)| style);
        let style = head.style.as_ref().or(self.row.as_ref()).or_else(of_column);
        let format = style.and_then(|style| self.looks.formats.get(style)).map(AsRef::as_ref);
        Look { format, since: self.looks.since }
    }
}

/// Reads the rows and merged ranges of the sheet that was opened last.
pub fn read(
    xml: &mut Xml<'_, '_>,
    called: Called<'_>,
    looks: &Looks,
    budget: &mut Budget,
) -> Result<(Vec<Row>, Vec<Merged>)> {
    let (inner, mut passed, mut columns) = (xml.depth(), 0_usize, 0_usize);
    let mut styles = Styles { looks, columns: BTreeMap::new(), row: None };
    let (mut rows, mut merged) = (Vec::new(), Vec::new());
    while xml.depth() >= inner {
        let Said::Open(tag) = xml.next()? else { continue };
        if GROUPS.iter().chain(&COLUMN_GROUPS).any(|group| tag.is(group)) {
            continue;
        }
        if tag.is("table-column") {
            let times = repeated(&tag, "number-columns-repeated").map_err(|fault| fault.at(called.place()))?;
            columns = columns.saturating_add(times);
            if let Some(style) = tag.attribute("default-cell-style-name")?
                && styles.columns.len() < COLUMNS
            {
                styles.columns.insert(columns, style);
            }
            continue;
        }
        if !tag.is("table-row") {
            xml.skip()?;
            continue;
        }
        let times = repeated(&tag, "number-rows-repeated").map_err(|fault| fault.at(called.place()))?;
        styles.row = tag.attribute("default-cell-style-name")?;
        let number = passed.saturating_add(1);
        passed = passed.saturating_add(times);
        let cells = row(xml, number, called, &styles, budget, &mut merged)?;
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
    styles: &Styles<'_>,
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
        let look = styles.look(&head, column);
        let Some((cell, formula)) = cell::read(xml, head, look, budget.cell()).map_err(|fault| fault.at(here()))?
        else {
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
fn written(cell: &Cell) -> usize {
    match cell {
        Cell::Text(text) | Cell::Fault(text) => text.len(),
        Cell::Shown(shown) => shown.len(),
        _ => 0,
    }
}
