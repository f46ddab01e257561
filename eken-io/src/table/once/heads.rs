//! The sheet of what sections say of themselves: a row a section, or several beside each other.

use std::collections::BTreeMap;

use eken_core::finding::letters;
use eken_core::json::Param;
use eken_core::parse::structure;

use super::super::build::Members;
use super::super::header::SEARCHED;
use super::super::heading::{column_of, sheet_of};
use super::super::layout::{Column, Layout, SECTION, Sheet, layout};
use super::super::row::{RowKind, kind};
use super::super::sheet::compose;
use super::super::work::Work;
use super::{Account, cell, find, is, is_note, pointer};
use crate::grid::{Placed, Row};

/// The columns of one table of sections.
struct Group {
    name: usize,
    /// Index of the column in the layout, by number.
    columns: BTreeMap<usize, usize>,
    /// Columns of notes, and those that stand twice, which was said at the header.
    others: Vec<usize>,
}

impl Group {
    /// The cells of a row in its columns.
    fn own(&self, number: usize) -> bool {
        number == self.name || self.columns.contains_key(&number) || self.others.contains(&number)
    }
}

/// Reads the sheet of what sections say of themselves. Each section is a record; a filled cell that says nothing known of one is
/// refused.
pub(in super::super) fn heads(work: &mut Work<'_>, table: usize, heads: &mut BTreeMap<usize, Members>) {
    let layout = layout();
    let rows = &work.grid(table).rows;
    let Some((at, head)) = find(rows, &[SECTION]).and_then(|(at, _)| Some((at, rows.get(at)?))) else {
        let rows = Param::from(i64::try_from(rows.len()).unwrap_or(i64::MAX));
        let searched = Param::from(i64::try_from(SEARCHED).unwrap_or_default());
        return work.refuse_all(
            table,
            work.grid(table),
            "table.no-header",
            vec![("rows", rows), ("searched", searched)],
        );
    };
    let groups = groups(work, table, head, layout);
    for (nth, row) in rows.iter().enumerate() {
        let is_header =
            |row: &Row| row.cells.iter().any(|placed| placed.cell.text().is_some_and(|text| is(text, &SECTION)));
        let is_section = |placed: &&Placed| section(placed, layout).is_some();
        if kind(row) == RowKind::Blank {
            work.blank(table);
        } else if nth == at || (nth > at && is_header(row)) {
            Account::default().close(work, table);
        } else if nth < at {
            let filled = row.cells.iter().filter(|placed| !placed.cell.is_blank()).count();
            let mut account = Account::default();
            if let Some(placed) = row.cells.iter().find(is_section).filter(|_| filled > 1) {
                account.refuse(work, "table.above-header", (table, row.number, placed.column), None);
            }
            account.close(work, table);
        } else {
            let is_known =
                groups.iter().any(|group| row.get(group.name).is_some_and(|name| section(name, layout).is_some()));
            if !is_known && kind(row) != RowKind::Record {
                let notes = &mut work.tally(table).notes;
                *notes = notes.saturating_add(1);
                continue;
            }
            let mut account = Account::default();
            for group in &groups {
                one(work, table, row, group, heads, &mut account);
            }
            let left = row.cells.iter().filter(|placed| !placed.cell.is_blank());
            for placed in left.filter(|placed| !groups.iter().any(|group| group.own(placed.column))) {
                account.refuse(work, "table.unknown-item", (table, row.number, placed.column), None);
            }
            account.close(work, table);
        }
    }
}

/// The tables below a header: one begins with each heading 清单.
fn groups(work: &mut Work<'_>, table: usize, head: &Row, layout: &Layout) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut before = Vec::new();
    for placed in &head.cells {
        let Some(text) = placed.cell.text() else { continue };
        if is(text, &SECTION) {
            groups.push(Group { name: placed.column, columns: BTreeMap::new(), others: std::mem::take(&mut before) });
            continue;
        }
        let index = column_of(text, "sections", &layout.heads);
        let Some(group) = groups.last_mut() else {
            before.extend(is_note(text).then_some(placed.column));
            continue;
        };
        let held = group.columns.iter().find(|(_, held)| Some(**held) == index).map(|(number, _)| *number);
        match (index, held) {
            (Some(_), Some(first)) => {
                group.others.push(placed.column);
                let params = vec![("first", letters(first).into())];
                work.find(structure("table.column-twice"), (table, head.number, placed.column), params);
            }
            (Some(index), None) => {
                group.columns.insert(placed.column, index);
            }
            (None, _) => group.others.extend(is_note(text).then_some(placed.column)),
        }
    }
    groups
}

/// Reads the section of a row in the columns of one table.
fn one(
    work: &mut Work<'_>,
    table: usize,
    row: &Row,
    group: &Group,
    heads: &mut BTreeMap<usize, Members>,
    account: &mut Account,
) {
    let layout = layout();
    let filled = |number: &usize| row.get(*number).is_some_and(|placed| !placed.cell.is_blank());
    if !group.columns.keys().any(filled) {
        return;
    }
    let place = (table, row.number, group.name);
    let Some((index, sheet)) = row.get(group.name).and_then(|placed| section(placed, layout)) else {
        return account.refuse(work, "table.unknown-item", place, None);
    };
    if heads.contains_key(&index) {
        let first = work.places.cells.get(&format!("/{}", sheet.key)).map_or(0, |(_, row, _)| *row);
        return account.refuse(work, "table.item-twice", place, Some(first));
    }
    work.places.cells.insert(format!("/{}", sheet.key), place);
    let mut values = BTreeMap::new();
    for (number, index) in &group.columns {
        let column: Option<&Column> = layout.heads.get(*index);
        let (Some(placed), Some(column)) = (row.get(*number), column) else { continue };
        let pointer = pointer(&[sheet.key.as_str()], column);
        let at = (table, row.number, *number);
        if let Some(value) = cell(work, placed, column, None, at, &pointer) {
            values.insert(*index, value);
        }
        work.places.cells.insert(pointer, at);
    }
    heads.insert(index, compose(&layout.heads, values));
    account.read = account.read.saturating_add(1);
}

/// The section that a cell names.
fn section<'a>(placed: &Placed, layout: &'a Layout) -> Option<(usize, &'a Sheet)> {
    let index = sheet_of(placed.cell.text()?, layout)?;
    let sheet = layout.sheets.get(index).filter(|sheet| sheet.section)?;
    Some((index, sheet))
}
