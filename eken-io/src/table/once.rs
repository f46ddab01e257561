//! The sheets that are no lists of facts: what stands once, what sections say of themselves, what only JSON can carry.

use std::collections::BTreeMap;

use eken_core::finding::{Finding, letters};
use eken_core::json::{Param, Reader, Tree, child};
use eken_core::limits::Limits;
use eken_core::parse::structure;
use eken_core::words::Label;

use super::build::Members;
use super::heading::{column_of, plain, sheet_of, unit_in};
use super::layout::{Column, EXTRA_HEADINGS, ITEM, SECTION, layout};
use super::plain::plain as plain_value;
use super::row::{RowKind, kind};
use super::sheet::compose;
use super::value::{self, Given};
use super::work::Work;
use crate::grid::{GridKind, Placed, Row};

/// Reads the sheet of what stands once: a row an item.
pub(super) fn items(work: &mut Work<'_>, table: usize, values: &mut BTreeMap<usize, Tree>) {
    let columns = &layout().once;
    let rows = &work.grid(table).rows;
    if work.grid(table).kind == GridKind::Table && find(rows, &ITEM[..2]).is_none() {
        return wide(work, table, values);
    }
    let (from, name, content) = match find(rows, &ITEM[..2]) {
        Some((at, found)) => {
            (at.saturating_add(1), found.first().copied().unwrap_or(1), found.get(1).copied().unwrap_or(2))
        }
        None => (0, 1, 2),
    };
    work.tally(table).heads = from;
    let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
    for row in rows.iter().skip(from) {
        match kind(row) {
            RowKind::Blank => {
                work.blank(table);
                continue;
            }
            RowKind::Note | RowKind::Example | RowKind::Total => {
                let notes = &mut work.tally(table).notes;
                *notes = notes.saturating_add(1);
                continue;
            }
            RowKind::Record => {}
        }
        let heading = row.get(name).and_then(|placed| placed.cell.text()).unwrap_or_default();
        let placed = row.get(content).filter(|placed| !placed.cell.is_blank());
        let Some(placed) = placed else {
            // an item that is not filled in is a line of the form, and the place where it is to be filled in
            if let Some(column) = column_of(heading, "dossier", columns).and_then(|index| columns.get(index)) {
                work.places.cells.entry(self::pointer(&[], column)).or_insert((table, row.number, content));
            }
            let heads = &mut work.tally(table).heads;
            *heads = heads.saturating_add(1);
            continue;
        };
        let at = (table, row.number, placed.column);
        let Some(index) = column_of(heading, "dossier", columns) else {
            work.refuse("table.unknown-item", at, Vec::new());
            continue;
        };
        if let Some(first) = taken.get(&index) {
            let first = Param::from(i64::try_from(*first).unwrap_or(i64::MAX));
            work.refuse("table.item-twice", at, vec![("first", first)]);
            continue;
        }
        taken.insert(index, row.number);
        let Some(column) = columns.get(index) else { continue };
        let pointer = pointer(&[], column);
        let value = cell(work, placed, column, unit_in(heading).as_ref(), at, &pointer);
        if let Some(value) = value {
            values.insert(index, value);
        }
        work.places.cells.insert(pointer, at);
        let read = &mut work.tally(table).read;
        *read = read.saturating_add(1);
    }
}

/// Reads what stands once as a table of one row, its items the columns. A second row is refused.
fn wide(work: &mut Work<'_>, table: usize, values: &mut BTreeMap<usize, Tree>) {
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
            if let Some(value) = cell(work, placed, column, unit_in(heading).as_ref(), at, &pointer) {
                values.insert(index, value);
            }
            work.places.cells.insert(pointer, at);
        }
        let read = &mut work.tally(table).read;
        *read = read.saturating_add(1);
    }
}

/// Reads the sheet of what sections say of themselves: a row a section.
pub(super) fn heads(work: &mut Work<'_>, table: usize, heads: &mut BTreeMap<usize, Members>) {
    let layout = layout();
    let rows = &work.grid(table).rows;
    let Some((at, found)) = find(rows, &[SECTION]) else {
        let rows = Param::from(i64::try_from(rows.len()).unwrap_or(i64::MAX));
        return work.refuse_all(
            table,
            work.grid(table),
            "table.no-header",
            vec![("rows", rows), ("searched", Param::from(30_i64))],
        );
    };
    let name = found.first().copied().unwrap_or(1);
    let columns: Vec<(usize, &Column)> = rows
        .get(at)
        .into_iter()
        .flat_map(|row| &row.cells)
        .filter_map(|placed| {
            let index = column_of(placed.cell.text()?, "sections", &layout.heads)?;
            Some((placed.column, layout.heads.get(index)?))
        })
        .collect();
    work.tally(table).heads = at.saturating_add(1);
    for row in rows.iter().skip(at.saturating_add(1)) {
        match kind(row) {
            RowKind::Blank => {
                work.blank(table);
                continue;
            }
            RowKind::Note | RowKind::Example | RowKind::Total => {
                let notes = &mut work.tally(table).notes;
                *notes = notes.saturating_add(1);
                continue;
            }
            RowKind::Record => {}
        }
        let filled = |row: &Row| {
            columns.iter().any(|(number, _)| row.get(*number).is_some_and(|placed| !placed.cell.is_blank()))
        };
        if !filled(row) {
            let heads = &mut work.tally(table).heads;
            *heads = heads.saturating_add(1);
            continue;
        }
        let text = row.get(name).and_then(|placed| placed.cell.text()).unwrap_or_default();
        let section =
            sheet_of(text, layout).filter(|index| layout.sheets.get(*index).is_some_and(|sheet| sheet.section));
        let place = (table, row.number, name);
        let Some((index, sheet)) = section.and_then(|index| Some((index, layout.sheets.get(index)?))) else {
            work.refuse("table.unknown-item", place, Vec::new());
            continue;
        };
        if heads.contains_key(&index) {
            let first = work.places.cells.get(&format!("/{}", sheet.key)).map_or(0, |(_, row, _)| *row);
            let first = Param::from(i64::try_from(first).unwrap_or_default());
            work.refuse("table.item-twice", place, vec![("first", first)]);
            continue;
        }
        work.places.cells.insert(format!("/{}", sheet.key), place);
        let mut values = BTreeMap::new();
        for (number, column) in &columns {
            let Some(placed) = row.get(*number) else { continue };
            let pointer = pointer(&[sheet.key.as_str()], column);
            let at = (table, row.number, *number);
            let index = layout.heads.iter().position(|held| held.path == column.path);
            if let (Some(value), Some(index)) = (cell(work, placed, column, None, at, &pointer), index) {
                values.insert(index, value);
            }
            work.places.cells.insert(pointer, at);
        }
        heads.insert(index, compose(&layout.heads, values));
        let read = &mut work.tally(table).read;
        *read = read.saturating_add(1);
    }
}

/// A value that only JSON can carry, and its pointer.
pub(super) struct Part {
    pub(super) pointer: String,
    /// None where there is to be no value.
    pub(super) value: Option<Tree>,
    /// Table, row and column.
    pub(super) at: (usize, usize, usize),
    /// How many rows it takes.
    pub(super) rows: usize,
}

/// The text of a value, which may go over several rows.
struct Written {
    pointer: String,
    json: String,
    at: (usize, usize, usize),
    rows: usize,
}

/// Reads the sheet of what only JSON can carry; a long text goes over several rows.
pub(super) fn extra(work: &mut Work<'_>, table: usize, parts: &mut Vec<Part>) {
    let rows = &work.grid(table).rows;
    let from = find(rows, &EXTRA_HEADINGS).map_or(0, |(at, _)| at.saturating_add(1));
    work.tally(table).heads = from;
    let mut held: Vec<Written> = Vec::new();
    for row in rows.iter().skip(from) {
        if kind(row) == RowKind::Blank {
            work.blank(table);
            continue;
        }
        let text = |column: usize| match row.get(column).map(|placed| &placed.cell).and_then(plain_value) {
            Some(Tree::Text(text)) => text.to_string(),
            Some(Tree::Number(token)) => token.to_string(),
            Some(Tree::Bool(flag)) => flag.to_string(),
            _ => String::new(),
        };
        let (pointer, json) = (text(1), text(3));
        match held.last_mut().filter(|before| before.pointer == pointer) {
            Some(before) => {
                before.json.push_str(&json);
                before.rows = before.rows.saturating_add(1);
            }
            None => held.push(Written { pointer, json, at: (table, row.number, 3), rows: 1 }),
        }
    }
    let limits = Limits::default();
    for Written { pointer, json, at, rows } in held {
        let value = if json.is_empty() {
            Some(None)
        } else {
            let mut reader = Reader::new(&json, &limits);
            let tree = reader.tree();
            reader.end();
            let (_, _, ended) = reader.finish();
            ended.is_none().then_some(Some(tree))
        };
        match value {
            Some(value) => parts.push(Part { pointer, value, at, rows }),
            None => {
                work.find(structure("table.extra-json"), at, Vec::new());
                work.refuse_rows("table.extra-json", at, rows);
            }
        }
    }
}

/// A cell as a value; its marks become findings.
fn cell(
    work: &mut Work<'_>,
    placed: &Placed,
    column: &Column,
    unit: Option<&Given>,
    at: (usize, usize, usize),
    pointer: &str,
) -> Option<Tree> {
    let mut marks = Vec::new();
    let value = value::read(placed, column, unit, &mut marks);
    for mark in marks {
        if let Some(spot) = work.places.at(at.0, at.1, at.2) {
            work.findings.push(Finding::new(structure(mark.spec.code), pointer.to_owned(), mark.params).in_cell(spot));
        }
    }
    value
}

fn pointer(before: &[&str], column: &Column) -> String {
    let mut pointer = String::new();
    before.iter().chain(&column.path).for_each(|step| child(&mut pointer, step));
    pointer
}

/// The first row with all of these headings, and the columns they stand in.
fn find(rows: &[Row], headings: &[Label]) -> Option<(usize, Vec<usize>)> {
    rows.iter().take(super::header::SEARCHED).enumerate().find_map(|(at, row)| {
        let column = |label: &Label| {
            let is = |text: &str| plain(text) == plain(label.zh) || plain(text) == plain(label.en);
            row.cells.iter().find(|placed| placed.cell.text().is_some_and(is)).map(|placed| placed.column)
        };
        Some((at, headings.iter().map(column).collect::<Option<Vec<usize>>>()?))
    })
}
