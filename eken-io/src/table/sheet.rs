//! One sheet, row by row, into records that do not know their place in the dossier yet.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use eken_core::json::{HIDDEN, Param, Tree, key_shown};
use eken_core::model::kind::FieldKind;
use eken_core::parse::structure;

use super::beside;
use super::build::{Members, insert};
use super::header::{
    self, Header, Meaning, by_title, header_at, is_forked, kind_of, take_units, take_units_above, take_units_of,
    units_of_line, unused,
};
use super::heading::{plain, words};
use super::layout::{Column, Holds, Layout, Sheet, layout};
use super::merged::{Below, MergedCells, below};
use super::place::Columns;
use super::plain::plain as plain_value;
use super::row::{RowKind, is_numbering, is_title_text, kind, kind_below, stands_alone};
use super::value::{self, Given, Mark};
use super::work::{Entry, Work};
use crate::grid::{Grid, GridKind, Placed, Row};

/// Reads a sheet of facts: the kind that its name tells, or else its header.
pub(super) fn facts(work: &mut Work<'_>, table: usize, named: Option<usize>) {
    let grid = work.grid(table);
    part(work, table, grid, &[], named);
}

/// Reads a sheet, or the part of it that is one of several tables beside each other; the rows above them all are given beside it.
fn part(work: &mut Work<'_>, table: usize, grid: &Grid, lines: &[Row], named: Option<usize>) {
    let layout = layout();
    let found = match named {
        Some(sheet) => {
            layout.sheets.get(sheet).and_then(|of| header::header(grid, 0, of, layout)).map(|header| (sheet, header))
        }
        None => kind_of(grid, layout),
    };
    // another table may stand above the one whose header fits best
    let found = found.map(|(sheet, header)| above(grid, sheet, &header, layout).unwrap_or((sheet, header)));
    let Some((mut sheet, mut header)) = found else {
        let code = if named.is_some() { "table.no-header" } else { "table.unknown-sheet" };
        let rows = Param::from(i64::try_from(grid.rows.len()).unwrap_or(i64::MAX));
        let mut params = vec![("rows", rows)];
        if named.is_some() {
            params.push(("searched", Param::from(i64::try_from(header::SEARCHED).unwrap_or_default())));
        }
        return work.refuse_all(table, grid, code, params);
    };
    if let Some(cut) = beside::cut(grid, sheet, &header, layout) {
        let (left, right) = beside::parted(grid, &header, &cut);
        let rows = &mut work.tally(table).rows;
        *rows = rows.saturating_add(left.rows.len()).saturating_add(right.rows.len()).saturating_sub(grid.rows.len());
        let above: Vec<Row> = lines.iter().chain(grid.rows.iter().take(header.at.0)).cloned().collect();
        part(work, table, &left, lines, Some(sheet));
        return part(work, table, &right, &above, Some(cut.sheet));
    }
    let kind_held = &mut work.tally(table).kind;
    *kind_held = kind_held.take().or_else(|| layout.sheets.get(sheet).map(|of| of.key.clone()));
    let mut at = header.at.0;
    above_header(work, table, grid, &header);
    let merged = MergedCells::of(grid);
    let (mut columns, mut since, first) = (None, 0, at);
    let (mut held, mut numbered): (Option<(usize, Header)>, Option<Vec<String>>) = (None, None);
    while let Some(row) = grid.rows.get(at) {
        if at == header.at.0 {
            let rows = header.at.1;
            at = at.saturating_add(rows);
            let heads = &mut work.tally(table).heads;
            *heads = heads.saturating_add(rows);
            // units and the numbers of the columns, in either order
            for _ in 0..2 {
                let Some((of, row)) = layout.sheets.get(sheet).zip(grid.rows.get(at)) else { break };
                let numbers = is_numbering(row, &header, of);
                if !numbers && !take_units(row, &mut header) {
                    break;
                }
                numbered = if numbers { Some(texts_of(row)) } else { numbered };
                let heads = &mut work.tally(table).heads;
                *heads = heads.saturating_add(1);
                at = at.saturating_add(1);
            }
            if let Some((_, held)) = held.as_ref().filter(|(of, _)| *of == sheet) {
                take_units_of(held, &mut header);
            }
            if let Some(of) = layout.sheets.get(sheet) {
                let own = grid.rows.get(since..header.at.0).unwrap_or_default();
                let lines = if since == 0 { lines } else { &[] };
                let lines: Vec<&Row> = lines.iter().chain(own).collect();
                take_units_above(&lines, grid, &mut header, of);
                // what stands at the top of the sheet may be meant for a table of another kind below, too
                let is_other = since > 0 && held.as_ref().is_none_or(|(of, _)| *of != sheet);
                let top = grid.rows.iter().take(if is_other { first } else { 0 });
                for line in top.chain(lines) {
                    unit_unused(work, table, line, &header, of);
                }
            }
            since = at;
            twice(work, table, grid, &header);
            section(work, table, grid, sheet, &header);
            columns = Some(work.columns(Columns::of(&header, sheet, layout)));
            held = Some((sheet, header.clone()));
            continue;
        }
        if let Some((other, found)) = another(grid, at, sheet, &header, layout) {
            (sheet, header) = (other, found);
            continue;
        }
        at = at.saturating_add(1);
        if is_title(grid, row, &header, layout) && another(grid, at, sheet, &header, layout).is_some() {
            let heads = &mut work.tally(table).heads;
            *heads = heads.saturating_add(1);
            continue;
        }
        let Some(of) = layout.sheets.get(sheet) else { continue };
        let found = match numbered.as_ref().is_some_and(|numbered| *numbered == texts_of(row)) {
            true => Some(RowKind::Note),
            // a file of typed columns holds nothing but records
            false if grid.kind == GridKind::Table => {
                Some(if kind(row) == RowKind::Blank { RowKind::Blank } else { RowKind::Record })
            }
            false => kind_below(row, &header, of),
        };
        if found == Some(RowKind::Note) {
            unit_unused(work, table, row, &header, of);
        }
        match found {
            Some(RowKind::Blank) => work.blank(table),
            Some(RowKind::Total) => work.tally(table).totals = work.tally(table).totals.saturating_add(1),
            Some(RowKind::Note | RowKind::Example) => {
                work.tally(table).notes = work.tally(table).notes.saturating_add(1)
            }
            None => {
                let column = row.cells.iter().find(|placed| !placed.cell.is_blank()).map_or(1, |placed| placed.column);
                work.refuse("table.lone-cell", (table, row.number, column), Vec::new());
            }
            Some(RowKind::Record) => {
                let mut entry = record(&merged, row, of, &header);
                entry.table = table;
                entry.columns = columns.unwrap_or_default();
                work.take(sheet, entry);
            }
        }
    }
}

/// Says that a line states a unit which no figure of the table was read in, though one may be in it.
fn unit_unused(work: &mut Work<'_>, table: usize, line: &Row, header: &Header, sheet: &Sheet) {
    if let Some((unit, base)) = unused(&units_of_line(line), header, sheet) {
        let column = line.cells.iter().find(|placed| !placed.cell.is_blank()).map_or(1, |placed| placed.column);
        work.find(
            structure("table.unit-unused"),
            (table, line.number, column),
            vec![("unit", unit.into()), ("base", base.into())],
        );
    }
}

/// The rows above the first header: titles and the like, and what looks like a record, which is refused.
fn above_header(work: &mut Work<'_>, table: usize, grid: &Grid, header: &Header) {
    for (at, row) in grid.rows.iter().enumerate().take(header.at.0) {
        let column = row.cells.iter().find(|placed| !placed.cell.is_blank()).map(|placed| placed.column);
        match column {
            None => work.blank(table),
            Some(column) if stands_alone(row, header.columns.len(), at.saturating_add(1) == header.at.0) => {
                work.refuse("table.above-header", (table, row.number, column), Vec::new());
            }
            Some(_) => {
                let heads = &mut work.tally(table).heads;
                *heads = heads.saturating_add(1);
            }
        }
    }
}

/// A header above another one, with something between the two.
fn above(grid: &Grid, sheet: usize, header: &Header, layout: &Layout) -> Option<(usize, Header)> {
    let earlier = (0..header.at.0.saturating_sub(1)).find_map(|at| another(grid, at, sheet, header, layout));
    earlier.filter(|(_, earlier)| earlier.at.0.saturating_add(earlier.at.1) < header.at.0)
}

/// Whether a row may be the title of the table below it: one text and nothing else, at the left or merged over several columns,
/// that titles or reads as one.
fn is_title(grid: &Grid, row: &Row, header: &Header, layout: &Layout) -> bool {
    let mut filled = row.cells.iter().filter(|placed| !placed.cell.is_blank());
    let (Some(one), None) = (filled.next(), filled.next()) else { return false };
    let Some(text) = one.cell.text() else { return false };
    let merged = |merged: &crate::grid::Merged| {
        merged.rows.0 == row.number && merged.columns.0 == one.column && merged.columns.1 > one.column
    };
    let is_merged = grid.merged.iter().any(merged);
    let is_left = header.columns.keys().next().is_none_or(|first| one.column <= *first);
    let again = grid.rows.iter().take(header.at.0).any(|above| texts_of(above) == [plain(text)]);
    is_merged || (is_left && (again || is_title_text(text, layout)))
}

/// The texts of a row as they are compared.
fn texts_of(row: &Row) -> Vec<String> {
    let filled = row.cells.iter().filter(|placed| !placed.cell.is_blank());
    filled.map(|placed| placed.cell.text().map_or_else(|| format!("{:?}", plain_value(&placed.cell)), plain)).collect()
}

/// A second header further down: the same one again, or that of another table, which then fits better.
fn another(grid: &Grid, at: usize, sheet: usize, held: &Header, layout: &Layout) -> Option<(usize, Header)> {
    static HEADINGS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        let columns = super::layout::layout().sheets.iter().flat_map(|sheet| &sheet.columns);
        let headings = columns.flat_map(|column| [plain(&column.heading.zh), plain(&column.heading.en)]);
        headings.chain(words().map(plain)).collect()
    });
    let row = grid.rows.get(at)?;
    let filled = row.cells.iter().filter(|placed| !placed.cell.is_blank()).count();
    let known =
        row.cells.iter().filter(|placed| placed.cell.text().is_some_and(|text| HEADINGS.contains(&plain(text))));
    let known = known.count();
    if known < 2 || known.saturating_mul(2) < filled {
        return None;
    }
    let repeats = grid.rows.get(held.at.0).is_some_and(|head| at != held.at.0 && texts_of(head) == texts_of(row));
    let rows = if is_forked(grid, at) || (repeats && held.at.1 == 2) { 2 } else { 1 };
    let same = layout.sheets.get(sheet).and_then(|of| header_at(grid, at, rows, of, layout));
    let same = same.filter(|header| header.known >= 2 && header.known.saturating_mul(3) >= filled.saturating_mul(2));
    if repeats && same.is_some() {
        return same.map(|header| (sheet, header));
    }
    if let Some(titled) = by_title(grid, at, rows, layout) {
        return Some(titled);
    }
    let others = layout
        .sheets
        .iter()
        .enumerate()
        .filter_map(|(index, of)| Some((index, header_at(grid, at, rows, of, layout)?)));
    let other = others.filter(|(_, header)| header::fits(header)).max_by_key(|(_, header)| header.known);
    match (same, other) {
        (Some(same), Some((_, other))) if same.known >= other.known => Some((sheet, same)),
        (Some(same), None) => Some((sheet, same)),
        (_, other) => other,
    }
}

/// What is said of a section as a whole stands at the header of its first table, unless the section has a row of its own.
fn section(work: &mut Work<'_>, table: usize, grid: &Grid, sheet: usize, header: &Header) {
    let of = layout().sheets.get(sheet).filter(|of| of.section);
    let row = grid.rows.get(header.at.0).map(|row| row.number);
    let column = header.columns.keys().min();
    if let (Some(of), Some(row), Some(column)) = (of, row, column) {
        work.places.cells.entry(format!("/{}", of.key)).or_insert((table, row, *column));
    }
}

/// Says which columns stand twice.
fn twice(work: &mut Work<'_>, table: usize, grid: &Grid, header: &Header) {
    let row = grid.rows.get(header.at.0).map_or(1, |row| row.number);
    for (number, heading) in &header.columns {
        if let Meaning::Twice(first) = heading.meaning {
            let first = eken_core::finding::letters(first);
            work.find(structure("table.column-twice"), (table, row, *number), vec![("first", first.into())]);
        }
    }
}

/// A row as a record.
fn record(merged: &MergedCells<'_>, row: &Row, sheet: &Sheet, header: &Header) -> Entry {
    let mut entry = Entry { row: row.number, ..Entry::default() };
    let first = |column: usize| merged.first(row.number, column);
    // rows beside one identifier are parts of one record, and which parts of it they are is not known
    let is_part = header.columns.iter().any(|(number, heading)| match heading.meaning {
        Meaning::Column(index) => {
            let id = sheet.columns.get(index).is_some_and(|column| below(column) == Below::Nothing);
            id && first(*number).is_some()
        }
        _ => false,
    });
    let unit = unit_of(row, sheet, header);
    let fits = |unit: &Given, column: &Column| match &column.holds {
        Holds::One(FieldKind::Quantity { bounds, .. }) => unit.fits(bounds.unit),
        _ => false,
    };
    let mut values: BTreeMap<usize, Tree> = BTreeMap::new();
    let (mut unknown, mut hidden) = (Members::new(), Vec::new());
    let mut keep = |name: &str, number: usize, value: Tree| {
        let name = free(name, number, &unknown, sheet);
        if key_shown(&name) == HIDDEN {
            hidden.push(number);
        }
        unknown.push((name, value));
    };
    for (number, heading) in &header.columns {
        let placed = row.get(*number);
        match &heading.meaning {
            Meaning::Parent => entry.parent = parent(merged, row, *number),
            Meaning::Column(index) => {
                let Some(column) = sheet.columns.get(*index) else { continue };
                let mut marks = Vec::new();
                let own = placed.filter(|placed| !placed.cell.is_blank());
                let above = if own.is_none() && !is_part { first(*number) } else { None };
                let placed = match (above, below(column)) {
                    (Some(above), Below::Same) => Some(above),
                    (Some(_), Below::Uncertain) => {
                        marks.push(Mark { spec: structure("cell.merged"), params: Vec::new() });
                        placed
                    }
                    _ => placed,
                };
                let own_unit = heading.unit.as_ref().or_else(|| unit.as_ref().filter(|unit| fits(unit, column)));
                let value = placed.and_then(|placed| value::read(placed, column, own_unit, &mut marks));
                if let Some(value) = value {
                    values.insert(*index, value);
                }
                entry.marks.extend(marks.into_iter().map(|mark| (column.path.clone(), *number, mark)));
            }
            Meaning::Unknown(name) => {
                if let Some(value) = placed.and_then(|placed| plain_value(&placed.cell)) {
                    keep(name, *number, value);
                }
            }
            Meaning::Number(name) => {
                let is_count = |value: &Tree| match value {
                    Tree::Number(token) => token.bytes().all(|digit| digit.is_ascii_digit()),
                    Tree::Text(text) => text.trim().bytes().all(|digit| digit.is_ascii_digit()),
                    _ => false,
                };
                let value = placed.and_then(|placed| plain_value(&placed.cell));
                if let Some(value) = value.filter(|value| !is_count(value)) {
                    keep(name, *number, value);
                }
            }
            // nothing of it is lost, though it is not used
            Meaning::Twice(_) => {
                if let Some(value) = placed.and_then(|placed| plain_value(&placed.cell)) {
                    keep("", *number, value);
                }
            }
            Meaning::Unit(name) => {
                if let Some(value) = placed.and_then(|placed| plain_value(&placed.cell)).filter(|_| unit.is_none()) {
                    keep(name, *number, value);
                }
            }
        }
    }
    // cells beyond the header are kept under the letters of their columns
    for placed in row.cells.iter().filter(|placed| !header.columns.contains_key(&placed.column)) {
        if let Some(value) = plain_value(&placed.cell) {
            keep("", placed.column, value);
        }
    }
    entry.hidden = hidden;
    entry.keys = ["id", "code", "name"].map(|name| key(sheet, &values, name));
    entry.value = Some(if sheet.plain {
        values.remove(&0).unwrap_or(Tree::Null)
    } else {
        let mut members = compose(&sheet.columns, values);
        members.extend(unknown);
        Tree::Object(members)
    });
    entry
}

/// The unit that a row states in a column for it, where one of its figures has none of its heading and can be in it.
fn unit_of(row: &Row, sheet: &Sheet, header: &Header) -> Option<Given> {
    let states = |heading: &&header::Heading| matches!(heading.meaning, Meaning::Unit(_));
    let (number, _) = header.columns.iter().find(|(_, heading)| states(heading))?;
    let unit = Given::parse(row.get(*number)?.cell.text()?)?;
    let takes = |(number, heading): (&usize, &header::Heading)| {
        let Meaning::Column(index) = heading.meaning else { return false };
        let Some(Holds::One(FieldKind::Quantity { bounds, .. })) = sheet.columns.get(index).map(|column| &column.holds)
        else {
            return false;
        };
        heading.unit.is_none()
            && unit.fits(bounds.unit)
            && row.get(*number).is_some_and(|placed| !placed.cell.is_blank())
    };
    header.columns.iter().any(takes).then_some(unit)
}

/// The name under which a value of an unknown column is kept: its heading, unless that is taken.
fn free(name: &str, number: usize, taken: &Members, sheet: &Sheet) -> Box<str> {
    let letters = eken_core::finding::letters(number);
    let name = name.trim();
    let is_taken = |name: &str| {
        taken.iter().any(|(held, _)| &**held == name)
            || sheet.columns.iter().any(|column| column.path.first() == Some(&name))
    };
    match name.is_empty() || is_taken(name) {
        true => format!("column_{letters}").into(),
        false => name.into(),
    }
}

/// What a row may be referred to by.
fn key(sheet: &Sheet, values: &BTreeMap<usize, Tree>, name: &str) -> Option<String> {
    let index = sheet.columns.iter().position(|column| column.path == [name])?;
    match values.get(&index)? {
        Tree::Text(text) => Some(text.to_string()),
        Tree::Number(token) => Some(token.to_string()),
        _ => None,
    }
}

/// What a row says of the record it belongs to; of merged cells the first holds it.
fn parent(merged: &MergedCells<'_>, row: &Row, column: usize) -> Option<String> {
    let text = |placed: &Placed| match plain_value(&placed.cell)? {
        Tree::Text(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Tree::Number(token) => Some(token.to_string()),
        _ => None,
    };
    row.get(column).and_then(text).or_else(|| merged.first(row.number, column).and_then(text))
}

/// The members of a record from the values of its columns; a figure with status or source becomes an object.
pub(super) fn compose(columns: &[Column], mut values: BTreeMap<usize, Tree>) -> Members {
    let mut members = Members::new();
    for (index, column) in columns.iter().enumerate().filter(|(_, column)| !column.detail) {
        let details: Vec<(usize, &Column)> = columns
            .iter()
            .enumerate()
            .skip(index.saturating_add(1))
            .take_while(|(_, detail)| detail.detail && detail.path.starts_with(&column.path))
            .filter(|(index, _)| values.contains_key(index))
            .collect();
        let value = values.remove(&index);
        let value = if details.is_empty() {
            value
        } else {
            let mut figure = match value {
                Some(Tree::Object(missing)) => missing,
                Some(value) => vec![("value".into(), value)],
                None => Members::new(),
            };
            for (index, detail) in details {
                if let (Some(name), Some(value)) = (detail.path.last(), values.remove(&index))
                    && !figure.contains(&((*name).into(), value.clone()))
                {
                    figure.push(((*name).into(), value));
                }
            }
            Some(Tree::Object(figure))
        };
        if let Some(value) = value {
            insert(&mut members, &column.path, value);
        }
    }
    members
}

/// A mark of a value, as it waits for its record's place.
pub(super) type Waiting = (Vec<&'static str>, usize, Mark);
