//! The sheet of what stands once: an item a row, or several beside each other.

use std::collections::BTreeMap;

use eken_core::json::Tree;

use super::super::header::SEARCHED;
use super::super::heading::column_of;
use super::super::layout::{ITEM, layout};
use super::super::row::{RowKind, kind};
use super::super::work::Work;
use super::pairs::{Pair, Slots, item};
use super::units::{self, Line};
use super::wide::wide;
use super::{Account, At, find, pointer};
use crate::grid::{GridKind, Placed, Row};

/// Whether a sheet is one row below the names of its columns, as a file of typed columns is that was made a workbook.
fn names_all(rows: &[Row]) -> bool {
    let [names, _] = rows else { return false };
    let is_item =
        |placed: &Placed| placed.cell.text().is_some_and(|text| column_of(text, "dossier", &layout().once).is_some());
    names.cells.len() >= 3 && names.cells.iter().all(is_item)
}

/// Reads the sheet of what stands once. Each item is a record; a filled cell that belongs to none is refused.
pub(in super::super) fn items(work: &mut Work<'_>, table: usize, values: &mut BTreeMap<usize, Tree>) {
    let rows = &work.grid(table).rows;
    let is_typed = work.grid(table).kind == GridKind::Table;
    if find(rows, &ITEM[..2]).is_none() && (is_typed || names_all(rows)) {
        return wide(work, table, values);
    }
    let header = rows.iter().take(SEARCHED).position(|row| Slots::of_header(row).is_some());
    let known = || rows.iter().position(|row| row.cells.iter().any(|placed| item(placed).is_some()));
    let from = header.or_else(known).unwrap_or_default();
    let mut slots = Slots::of_items(if header.is_some() { &[] } else { rows });
    let mut items = Items { table, values, taken: BTreeMap::new(), line: Line::default() };
    for (nth, row) in rows.iter().enumerate() {
        if kind(row) == RowKind::Blank {
            work.blank(table);
        } else if let Some(below) = Slots::of_header(row) {
            slots = below;
            Account::default().close(work, table);
        } else {
            items.row(work, row, &slots, nth < from);
        }
    }
    items.line.end(work);
}

/// Items being read.
struct Items<'a> {
    table: usize,
    values: &'a mut BTreeMap<usize, Tree>,
    /// The row of each item that was read, and whether it is said in words.
    taken: BTreeMap<usize, (usize, bool)>,
    /// The last line that states units.
    line: Line,
}

impl Items<'_> {
    fn row(&mut self, work: &mut Work<'_>, row: &Row, slots: &Slots, above: bool) {
        let (pairs, left) = slots.take(row);
        let table = self.table;
        let at = |column: usize| (table, row.number, column);
        let is_known = pairs.iter().any(|pair| pair.item.is_some());
        let line = row.cells.iter().find_map(|placed| Line::of(placed, at(placed.column)));
        let has_line = line.is_some();
        if let Some(line) = line {
            self.line.end(work);
            self.line = line.after(&self.line);
        }
        if !is_known && (above || has_line) {
            return Account::default().close(work, table);
        }
        if !is_known && kind(row) != RowKind::Record {
            let notes = &mut work.tally(table).notes;
            *notes = notes.saturating_add(1);
            return;
        }
        let mut account = Account::default();
        // what else a line of the title says is no matter of this sheet
        for pair in pairs.iter().filter(|pair| !above || pair.item.is_some()) {
            self.pair(work, pair, at(pair.column), above, &mut account);
        }
        for placed in left.into_iter().filter(|_| !above) {
            if Line::of(placed, at(placed.column)).is_none() {
                account.refuse(work, "table.unknown-item", at(placed.column), None);
            }
        }
        account.close(work, table);
    }

    fn pair(&mut self, work: &mut Work<'_>, pair: &Pair<'_>, at: At, above: bool, account: &mut Account) {
        let item = pair.item.and_then(|index| Some((index, layout().once.get(index)?)));
        if pair.content.is_none() {
            // an item that is not filled in is a line of the form, and the place where it is to be filled in
            if let Some((_, column)) = item {
                work.places.cells.entry(pointer(&[], column)).or_insert(at);
            }
            return;
        }
        let Some((index, column)) = item else {
            return account.refuse(work, "table.unknown-item", at, None);
        };
        let said = pair.said || above;
        let pointer = pointer(&[], column);
        if let Some((first, was_said)) = self.taken.get(&index) {
            // the lines of a title may say what the table says
            let mut quiet = Work::new(&[]);
            let again = units::read(&mut quiet, pair, column, &mut Line::default(), at, &pointer);
            if !(said || *was_said) || again.as_ref() != self.values.get(&index) {
                account.refuse(work, "table.item-twice", at, Some(*first));
            }
            return;
        }
        self.taken.insert(index, (at.1, said));
        if let Some(value) = units::read(work, pair, column, &mut self.line, at, &pointer) {
            self.values.insert(index, value);
        }
        let idle = pair.unit.filter(|_| units::bounds(column).is_none()).filter(|placed| !units::is_idle(placed));
        if let Some(unit) = idle {
            account.refuse(work, "table.unknown-item", (at.0, at.1, unit.column), None);
        }
        work.places.cells.insert(pointer, at);
        account.read = account.read.saturating_add(1);
    }
}
