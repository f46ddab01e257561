//! What is held while sheets are read, before records find their places.

use std::sync::Arc;

use eken_core::code::mask_personal;
use eken_core::finding::{Finding, Spec};
use eken_core::json::{Param, Tree, may_be_shown};
use eken_core::parse::structure;
use eken_core::words::Words;

use super::layout::layout;
use super::place::{Columns, Places, Table};
use super::receipt::is_receipt;
use super::sheet::Waiting;
use super::shown::is_shown;
use super::tally::{Refused, Tally};
use crate::grid::{Grid, GridKind};

/// A record that was read from a row.
#[derive(Default)]
pub(super) struct Entry {
    pub(super) table: usize,
    pub(super) row: usize,
    pub(super) columns: usize,
    /// Taken when it finds its place.
    pub(super) value: Option<Tree>,
    /// What it may be referred to by: identifier, code, name.
    pub(super) keys: [Option<String>; 3],
    /// What the row says of the record it belongs to.
    pub(super) parent: Option<String>,
    pub(super) marks: Vec<Waiting>,
    /// The columns of unknown fields whose names findings hide, in their order.
    pub(super) hidden: Vec<usize>,
}

/// The name of a sheet or file as findings may show it; `#4` where it could be a person's.
fn shown(name: &str, number: usize) -> String {
    if is_shown(name) { name.to_owned() } else { format!("#{number}") }
}

/// The names of the columns of a file, as findings may show them: those of the layout, and others in ASCII without blanks.
fn headings(grid: &Grid) -> Vec<Option<Arc<str>>> {
    let Some(first) = grid.rows.first() else { return Vec::new() };
    let mut out: Vec<Option<Arc<str>>> = Vec::new();
    for placed in &first.cells {
        let text = placed.cell.text().unwrap_or_default();
        let known = || {
            let is = |words: &Words| words.zh == text || words.en == text;
            let columns = layout().sheets.iter().flat_map(|sheet| &sheet.columns);
            let parents = layout().sheets.iter().filter_map(|sheet| sheet.parent_heading(layout()));
            columns.chain(&layout().once).any(|column| is(&column.heading))
                || parents.into_iter().any(|words| is(&words))
        };
        let shown = !text.is_empty() && text.len() <= 100 && (may_be_shown(text) || known());
        out.resize(placed.column.saturating_sub(1), None);
        out.push(shown.then(|| mask_personal(text).into()));
    }
    out
}

/// Sheets being read.
pub(super) struct Work<'a> {
    grids: &'a [Grid],
    pub(super) places: Places,
    pub(super) findings: Vec<Finding>,
    pub(super) tallies: Vec<Tally>,
    pub(super) refused: Vec<Refused>,
    /// Records of each sheet of the layout, in order.
    pub(super) records: Vec<Vec<Entry>>,
}

static NOTHING: Grid = Grid { name: String::new(), kind: GridKind::File, rows: Vec::new(), merged: Vec::new() };

impl<'a> Work<'a> {
    pub(super) fn new(grids: &'a [Grid]) -> Self {
        let named = |grid: &Grid| Tally { name: grid.name.clone(), rows: grid.rows.len(), ..Tally::default() };
        // a receipt is not counted: the sheets of a copy that comes back have the numbers that they had
        let mut number = 0_usize;
        let mut table = |grid: &Grid| {
            number = number.saturating_add(usize::from(!is_receipt(grid)));
            Table {
                name: Arc::from(shown(&grid.name, number)),
                sheet: grid.kind == GridKind::Sheet,
                headings: if grid.kind == GridKind::Table { headings(grid) } else { Vec::new() },
            }
        };
        let tables = grids.iter().map(&mut table).collect();
        let first = grids.iter().position(|grid| !is_receipt(grid)).unwrap_or_default();
        Self {
            grids,
            places: Places { tables, first, ..Places::default() },
            findings: Vec::new(),
            tallies: grids.iter().map(named).collect(),
            refused: Vec::new(),
            records: layout().sheets.iter().map(|_| Vec::new()).collect(),
        }
    }

    pub(super) fn grid(&self, table: usize) -> &'a Grid {
        self.grids.get(table).unwrap_or(&NOTHING)
    }

    pub(super) fn tally(&mut self, table: usize) -> &mut Tally {
        if self.tallies.len() <= table {
            self.tallies.resize(table.saturating_add(1), Tally::default());
        }
        // the length was made good above
        #[expect(clippy::indexing_slicing, reason = "resized to hold the index")]
        &mut self.tallies[table]
    }

    /// A row that holds cells and nothing in them is none.
    pub(super) fn blank(&mut self, table: usize) {
        let rows = &mut self.tally(table).rows;
        *rows = rows.saturating_sub(1);
    }

    /// Keeps the columns of a header; gives their number.
    pub(super) fn columns(&mut self, columns: Columns) -> usize {
        self.places.columns.push(columns);
        self.places.columns.len().saturating_sub(1)
    }

    /// Takes a record.
    pub(super) fn take(&mut self, sheet: usize, entry: Entry) {
        if let Some(records) = self.records.get_mut(sheet) {
            records.push(entry);
        }
    }

    /// A finding at a cell: table, row, column.
    pub(super) fn find(&mut self, spec: &'static Spec, at: (usize, usize, usize), params: Vec<(&'static str, Param)>) {
        if let Some(spot) = self.places.at(at.0, at.1, at.2) {
            self.findings.push(Finding::new(spec, String::new(), params).in_cell(spot));
        }
    }

    /// Refuses a row, with its finding.
    pub(super) fn refuse(&mut self, code: &'static str, at: (usize, usize, usize), params: Vec<(&'static str, Param)>) {
        self.find(structure(code), at, params);
        self.refuse_rows(code, at, 1);
    }

    /// Counts so many rows from one on as refused.
    pub(super) fn refuse_rows(&mut self, code: &'static str, at: (usize, usize, usize), rows: usize) {
        for nth in 0..rows {
            if let Some(spot) = self.places.at(at.0, at.1.saturating_add(nth), at.2) {
                self.refused.push(Refused { spot, code });
            }
        }
        let refused = &mut self.tally(at.0).refused;
        *refused = refused.saturating_add(rows);
    }

    /// Refuses every row of a sheet, or of a part of it, with one finding.
    pub(super) fn refuse_all(
        &mut self,
        table: usize,
        grid: &Grid,
        code: &'static str,
        params: Vec<(&'static str, Param)>,
    ) {
        let mut first = None;
        // the names of the columns of a columnar file are no row of it
        let names = usize::from(grid.kind == GridKind::Table);
        self.tally(table).heads = names;
        for row in grid.rows.iter().skip(names) {
            let column = row.cells.iter().find(|placed| !placed.cell.is_blank()).map(|placed| placed.column);
            let Some(column) = column else {
                self.blank(table);
                continue;
            };
            first = first.or(Some((table, row.number, column)));
            if let Some(spot) = self.places.at(table, row.number, column) {
                self.refused.push(Refused { spot, code });
            }
            let refused = &mut self.tally(table).refused;
            *refused = refused.saturating_add(1);
        }
        if let Some(first) = first {
            self.find(structure(code), first, params);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_named_after_somebody_is_told_by_its_number() {
        assert_eq!(shown("表3 市场主体", 4), "表3 市场主体");
        assert_eq!(shown("市场主体（某某某）", 4), "#4");
    }
}
