//! The part `content.xml`: which sheets there are, and which of them are hidden.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::styles::{Begun, Formats, Styles};
use super::table::{self, Looks};
use crate::error::Result;
use crate::grid::{Cell, Grid, GridKind};
use crate::workbook::budget::Budget;
use crate::workbook::day;
use crate::workbook::fault;
use crate::workbook::limits::Limits;
use crate::workbook::sheet::Called;
use crate::workbook::xml::{Said, Xml};

/// The day that days are counted from unless a workbook says otherwise: 30 December 1899.
const FIRST: NaiveDate = match NaiveDate::from_ymd_opt(1899, 12, 30) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// Reads every sheet, given the styles that another part states.
pub fn read(mut xml: Xml<'_, '_>, mut styles: Styles, limits: &Limits, budget: &mut Budget) -> Result<Vec<Grid>> {
    let mut looks = Looks { formats: Formats::new(), since: FIRST };
    let (mut grids, mut number) = (Vec::new(), 0_usize);
    let (mut hidden, mut style) = (BTreeSet::new(), None);
    let (mut in_styles, mut in_body, mut in_sheets, mut is_spreadsheet) = (false, false, false, false);
    loop {
        let depth = xml.depth();
        match xml.next()? {
            Said::Open(tag) if depth == 0 && !tag.is("document-content") => return Err(fault::no_open_document()),
            Said::Open(tag) if depth == 1 => {
                (in_styles, in_body) = (tag.is("automatic-styles"), tag.is("body"));
                if in_body {
                    looks.formats = styles.formats();
                }
            }
            Said::Open(tag) if depth == 2 && in_styles => {
                if let Some(begun) = Begun::of(&tag)? {
                    styles.format(&mut xml, begun)?;
                    continue;
                }
                styles.cell(&tag)?;
                let of_table = tag.attribute("family")?.as_deref() == Some("table");
                style = if of_table { tag.attribute("name")? } else { None };
            }
            Said::Open(tag) if depth == 3 && in_styles && tag.is("table-properties") => {
                if tag.attribute("display")?.as_deref() == Some("false")
                    && let Some(name) = style.take()
                {
                    budget.take(name.len())?;
                    hidden.insert(name);
                }
            }
            Said::Open(tag) if depth == 2 && in_body => {
                in_sheets = tag.is("spreadsheet");
                is_spreadsheet |= in_sheets;
            }
            Said::Open(tag) if depth == 4 && in_sheets && tag.is("null-date") => {
                let day = tag.attribute("date-value")?.as_deref().and_then(day::iso);
                if let Some(Cell::Day(day, _)) = day {
                    looks.since = day;
                }
            }
            // what was deleted while changes were recorded lies deeper and is no sheet
            Said::Open(tag) if depth == 3 && in_sheets && tag.is("table") => {
                let name = tag.attribute("name")?.unwrap_or_default();
                let is_shown = tag.attribute("style-name")?.is_none_or(|style| !hidden.contains(&style));
                if number >= limits.sheets {
                    return Err(fault::sheets());
                }
                number = number.saturating_add(1);
                if (!is_shown && name.starts_with('_')) || is_seen_elsewhere(&name) {
                    xml.skip()?;
                    continue;
                }
                let (rows, merged) = table::read(&mut xml, Called { name: &name, number }, &looks, budget)?;
                grids.push(Grid { name, kind: GridKind::Sheet, rows, merged });
            }
            Said::End if is_spreadsheet => return Ok(grids),
            Said::End => return Err(fault::no_open_document()),
            _ => {}
        }
    }
}

/// Whether a sheet is what another file was last seen to hold: `'file:///…/a.ods'#$Sheet1`.
fn is_seen_elsewhere(name: &str) -> bool {
    name.starts_with("'file:") && name.contains("'#")
}
