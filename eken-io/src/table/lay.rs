//! A dossier onto sheets, so that reading them gives the same dossier: what no column can carry goes onto a sheet of its own, as
//! JSON. What that is, is found by reading the sheets back.

use std::collections::{HashMap, HashSet};

use eken_core::json::{Tree, child};
use eken_core::model::Dossier;
use eken_core::model::kind::Value;
use eken_core::words::{Lang, Words};

use super::assemble::assemble;
use super::layout::{Column, EXTRA, EXTRA_HEADINGS, HEADS, ITEM, Layout, ONCE, SECTION, Sheet, layout};
use super::row::{RowKind, kind};
use super::value;
use crate::grid::{Cell, Grid, GridKind, Placed, Row};

/// Characters of JSON in a cell, at most: a workbook takes 32,767 in one.
const PART: usize = 30_000;

/// How a dossier is laid onto sheets.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// Language of titles and headings.
    pub lang: Lang,
    /// Sheets of a workbook named by their titles, or files named by their keys, whose cells are texts.
    pub kind: GridKind,
}

/// The sheets of a dossier: what stands once, what sections say of themselves, a sheet for each kind of fact that it has,
/// and one for what these cannot carry. Reading them gives the dossier back, value by value.
pub fn lay(dossier: &Dossier, form: Form) -> Vec<Grid> {
    let tree = Value::tree(dossier);
    let layout = layout();
    let mut grids = vec![once(&tree, layout, form), heads(&tree, layout, form)];
    let mut records: HashMap<usize, Vec<Held<'_>>> = HashMap::new();
    for (index, sheet) in layout.sheets.iter().enumerate() {
        let held = held(&tree, sheet, &records, layout);
        if !held.is_empty() {
            grids.push(facts(&held, sheet, layout, form));
        }
        records.insert(index, held);
    }
    grids.retain(|grid| grid.rows.len() > 1);
    let read = assemble(&grids).tree;
    let mut parts = Vec::new();
    differences(&tree, Some(&read), &mut String::new(), &mut parts);
    if !parts.is_empty() {
        grids.push(extra(&parts, form));
    }
    grids
}

/// A record, and what the rows of its lists call it.
pub(crate) struct Held<'a> {
    pub(crate) value: &'a Tree,
    /// Of the record it belongs to.
    pub(crate) parent: Option<String>,
    /// Where it stands.
    pub(crate) pointer: String,
    name: String,
}

/// The records of a sheet in the dossier; `records` holds those of its parent's sheet.
pub(crate) fn held<'a>(
    tree: &'a Tree,
    sheet: &Sheet,
    records: &HashMap<usize, Vec<Held<'a>>>,
    layout: &Layout,
) -> Vec<Held<'a>> {
    let items = |from: &'a Tree| match sheet.path.iter().try_fold(from, |at, step| at.get(step)) {
        Some(Tree::Array(items)) => items.as_slice(),
        _ => &[],
    };
    let mut out: Vec<Held<'a>> = Vec::new();
    let mut take = |from: &'a Tree, parent: Option<&Held<'a>>| {
        let above = parent.map_or("", |parent| parent.pointer.as_str());
        let list = format!("{above}/{}", sheet.path.join("/"));
        out.extend(items(from).iter().enumerate().map(|(nth, value)| Held {
            value,
            parent: parent.map(|parent| parent.name.clone()),
            pointer: format!("{list}/{nth}"),
            name: String::new(),
        }));
    };
    match sheet.parent.map(|parent| records.get(&parent)) {
        None => take(tree, None),
        Some(parents) => parents.into_iter().flatten().for_each(|parent| take(parent.value, Some(parent))),
    }
    // only records that have lists need a name
    let index = layout.sheets.iter().position(|other| other.key == sheet.key);
    if layout.sheets.iter().any(|other| other.parent == index) {
        let id = |value: &Tree| match value.get("id") {
            Some(Tree::Text(text)) => Some(text.to_string()),
            _ => None,
        };
        let mut seen: HashMap<String, usize> = HashMap::new();
        for id in out.iter().filter_map(|held| id(held.value)) {
            let count = seen.entry(id).or_default();
            *count = count.saturating_add(1);
        }
        for (nth, held) in out.iter_mut().enumerate() {
            let own = id(held.value).filter(|id| seen.get(id) == Some(&1) && !id.starts_with('#') && id.trim() == id);
            let own = own.filter(|id| refers(id, sheet));
            held.name = own.unwrap_or_else(|| format!("#{}", nth.saturating_add(1)));
        }
    }
    out
}

/// Whether an identifier can be written and read back, and begins no row that is no record: `-` and 合计 do not.
fn refers(id: &str, sheet: &Sheet) -> bool {
    let column = sheet.columns.iter().find(|column| column.path == ["id"]);
    let is_written = column.is_some_and(|column| value::write(&Tree::text(id), column).is_some());
    is_written && !is_other(&[Cell::Text(id.to_owned())])
}

/// Whether a row would be read as a sum or a note.
fn is_other(cells: &[Cell]) -> bool {
    let filled = cells.iter().find(|cell| !cell.is_blank());
    let first = filled.map(|cell| Placed { column: 1, cell: cell.clone(), formula: false });
    !matches!(kind(&Row { number: 1, cells: first.into_iter().collect() }), RowKind::Record | RowKind::Blank)
}

fn once(tree: &Tree, layout: &Layout, form: Form) -> Grid {
    let mut rows = vec![texts(&[ITEM[0].get(form.lang), ITEM[1].get(form.lang)])];
    for column in &layout.once {
        if let Some(cell) = at(tree, column).and_then(|value| value::write(value, column)) {
            rows.push(vec![Cell::Text(column.heading.get(form.lang).to_owned()), cell]);
        }
    }
    grid(ONCE.get(form.lang), "dossier", rows, form)
}

fn heads(tree: &Tree, layout: &Layout, form: Form) -> Grid {
    let headings = layout.heads.iter().map(|column| column.heading.get(form.lang));
    let mut rows = vec![texts(&[SECTION.get(form.lang)].into_iter().chain(headings).collect::<Vec<_>>())];
    for sheet in layout.sheets.iter().filter(|sheet| sheet.section) {
        let Some(section) = tree.get(&sheet.key) else { continue };
        let cells: Vec<Cell> = layout.heads.iter().map(|column| written(section, column)).collect();
        if cells.iter().any(|cell| !cell.is_blank()) {
            rows.push([Cell::Text(sheet.title.get(form.lang).to_owned())].into_iter().chain(cells).collect());
        }
    }
    grid(HEADS.get(form.lang), "sections", rows, form)
}

fn facts(held: &[Held<'_>], sheet: &Sheet, layout: &Layout, form: Form) -> Grid {
    let used = |column: &&Column| !column.detail || held.iter().any(|held| at(held.value, column).is_some());
    let columns: Vec<&Column> = sheet.columns.iter().filter(used).collect();
    let parent = sheet.parent_heading(layout);
    let headings = parent.iter().chain(columns.iter().map(|column| &column.heading));
    let mut rows = vec![texts(&headings.map(|heading: &Words| heading.get(form.lang)).collect::<Vec<_>>())];
    for (nth, record) in (1_usize..).zip(held) {
        let own = columns.iter().map(|column| match sheet.plain {
            true => value::write(record.value, column).unwrap_or_default(),
            false => written(record.value, column),
        });
        let mut row: Vec<Cell> = record.parent.iter().map(|name| Cell::Text(name.clone())).chain(own).collect();
        // so that it is read as a record; what is left out here goes to the additional data
        while is_other(&row)
            && let Some(first) = row.iter_mut().find(|cell| !cell.is_blank())
        {
            *first = Cell::Empty;
        }
        // a row with nothing in it would be none
        if row.iter().all(Cell::is_blank)
            && let Some(first) = row.first_mut()
        {
            *first = Cell::Text(format!("#{nth}"));
        }
        rows.push(row);
    }
    grid(sheet.tab(form.lang), &sheet.key, rows, form)
}

fn extra(parts: &[(String, Option<Tree>)], form: Form) -> Grid {
    let mut rows = vec![texts(&EXTRA_HEADINGS.map(|label| label.get(form.lang)))];
    for (pointer, value) in parts {
        for (nth, chunk) in (1_usize..).zip(divided(value.as_ref(), PART)) {
            let nth = Cell::Number(nth.to_string());
            rows.push(vec![Cell::Text(pointer.clone()), nth, Cell::Text(chunk)]);
        }
    }
    grid(EXTRA.get(form.lang), "extra", rows, form)
}

/// The JSON of a value in parts of so many characters; one empty part where there is to be none.
pub(crate) fn divided(value: Option<&Tree>, most: usize) -> Vec<String> {
    let letters: Vec<char> = value.map(Tree::to_text).unwrap_or_default().chars().collect();
    match letters.is_empty() {
        true => vec![String::new()],
        false => letters.chunks(most).map(|part| part.iter().collect()).collect(),
    }
}

fn written(record: &Tree, column: &Column) -> Cell {
    at(record, column).and_then(|value| value::write(value, column)).unwrap_or_default()
}

/// The value of a column in a record. Of a figure with status or source it is the figure's own.
fn at<'a>(record: &'a Tree, column: &Column) -> Option<&'a Tree> {
    if column.detail {
        let (last, way) = column.path.split_last()?;
        let figure = way.iter().try_fold(record, |at, step| at.get(step))?;
        // of a missing figure the reason is written with its note
        return figure.get(last).filter(|_| figure.get("missing").is_none());
    }
    let value = column.path.iter().try_fold(record, |at, step| at.get(step))?;
    Some(value.get("value").filter(|_| is_figure(column)).unwrap_or(value))
}

/// Whether a column holds figures, which may be objects.
pub(crate) fn is_figure(column: &Column) -> bool {
    matches!(column.holds.kind(), eken_core::model::kind::FieldKind::Quantity { figure: true, .. })
}

fn texts(texts: &[&str]) -> Vec<Cell> {
    texts.iter().map(|text| Cell::Text((*text).to_owned())).collect()
}

fn grid(title: &str, key: &str, rows: Vec<Vec<Cell>>, form: Form) -> Grid {
    let row = |(number, cells): (usize, Vec<Cell>)| Row {
        number: number.saturating_add(1),
        cells: cells
            .into_iter()
            .enumerate()
            .filter(|(_, cell)| !matches!(cell, Cell::Empty))
            .map(|(column, cell)| Placed {
                column: column.saturating_add(1),
                cell: as_kind(cell, form.kind),
                formula: false,
            })
            .collect(),
    };
    Grid {
        name: if form.kind == GridKind::Sheet { title } else { key }.to_owned(),
        kind: form.kind,
        rows: rows.into_iter().enumerate().map(row).collect(),
        merged: Vec::new(),
    }
}

/// A cell as the format holds it: a CSV file has texts only, and numbers, whose minus begins no formula.
fn as_kind(cell: Cell, kind: GridKind) -> Cell {
    match (kind, cell) {
        (GridKind::Sheet | GridKind::Table, cell) => cell,
        (GridKind::File, Cell::Noisy(token) | Cell::Scaled(token, _)) => Cell::Number(token),
        (GridKind::File, Cell::Shown(shown)) => Cell::Text(shown.plain().to_owned()),
        (GridKind::File, Cell::Flag(flag)) => Cell::Text(if flag { "是" } else { "否" }.to_owned()),
        (GridKind::File, Cell::Day(day, None) | Cell::Period(day, _)) => Cell::Text(day.to_string()),
        (GridKind::File, Cell::Day(day, Some(time))) => Cell::Text(format!("{day} {time}")),
        (GridKind::File, Cell::Time(time)) => Cell::Text(time.format("%H:%M").to_string()),
        (GridKind::File, Cell::Fault(text)) => Cell::Text(text),
        (GridKind::File, cell) => cell,
    }
}

/// What is to be set, or taken away, to make one dossier of the other.
pub(crate) fn differences(
    own: &Tree,
    read: Option<&Tree>,
    pointer: &mut String,
    out: &mut Vec<(String, Option<Tree>)>,
) {
    match (own, read) {
        (Tree::Object(members), Some(Tree::Object(others))) if !has_twins(members) => {
            let length = pointer.len();
            for (name, value) in members {
                child(pointer, name);
                let other = others.iter().find(|(other, _)| other == name).map(|(_, value)| value);
                differences(value, other, pointer, out);
                pointer.truncate(length);
            }
            for (name, _) in others.iter().filter(|(other, _)| !members.iter().any(|(name, _)| name == other)) {
                child(pointer, name);
                out.push((pointer.clone(), None));
                pointer.truncate(length);
            }
        }
        (Tree::Array(items), Some(Tree::Array(others))) if items.len() == others.len() => {
            let length = pointer.len();
            for (nth, (value, other)) in items.iter().zip(others).enumerate() {
                child(pointer, &nth.to_string());
                differences(value, Some(other), pointer, out);
                pointer.truncate(length);
            }
        }
        (own, Some(read)) if own == read => {}
        _ => out.push((pointer.clone(), Some(own.clone()))),
    }
}

/// Whether a name stands twice in an object: no pointer tells such members apart.
fn has_twins(members: &[(Box<str>, Tree)]) -> bool {
    let mut seen = HashSet::new();
    !members.iter().all(|(name, _)| seen.insert(&**name))
}
