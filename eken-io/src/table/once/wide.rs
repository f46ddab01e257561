//! What stands once as a table of one row, as a file of named columns holds it.

use std::collections::BTreeMap;

use eken_core::finding::letters;
use eken_core::json::{Param, Tree};
use eken_core::parse::structure;

use super::super::heading::column_of;
use super::super::layout::layout;
use super::super::row::{RowKind, kind};
use super::super::work::Work;
use super::units::named;
use super::{cell, pointer};

/// Reads what stands once as a table of one row, its items the columns. A second row is refused.
pub(super) fn wide(work: &mut Work<'_>, table: usize, values: &mut BTreeMap<usize, Tree>) {
    let columns = &layout().once;
    let mut rows = work.grid(table).rows.iter();
    let Some(head) = rows.next() else { return };
    work.tally(table).heads = 1;
    let mut held: BTreeMap<usize, usize> = BTreeMap::new();
    let mut first = None;
    for row in rows {
        if kind(row) == RowKind::Blank {
            work.blank(table);
            continue;
        }
        if let Some(first) = first.clone() {
            work.refuse("table.item-twice", (table, row.number, 1), vec![("first", first)]);
            continue;
        }
        first = Some(Param::from(i64::try_from(row.number).unwrap_or(i64::MAX)));
        for placed in row.cells.iter().filter(|placed| !placed.cell.is_blank()) {
            let at = (table, row.number, placed.column);
            let heading = head.get(placed.column).and_then(|placed| placed.cell.text()).unwrap_or_default();
            let Some((index, column)) =
                column_of(heading, "dossier", columns).and_then(|index| Some((index, columns.get(index)?)))
            else {
                work.find(structure("table.unknown-item"), at, Vec::new());
                continue;
            };
            if let Some(before) = held.insert(index, placed.column) {
                let before = letters(before);
                work.find(structure("table.column-twice"), at, vec![("first", before.into())]);
                continue;
            }
            let pointer = pointer(&[], column);
            if let Some(value) = cell(work, placed, column, named(heading).as_ref(), at, &pointer) {
                values.insert(index, value);
            }
            work.places.cells.insert(pointer, at);
        }
        let read = &mut work.tally(table).read;
        *read = read.saturating_add(1);
    }
}
