//! The pairs of item and content in the rows of a sheet: one in a row, or several beside each other.

use eken_core::words::Label;

use super::super::heading::{column_of, unit_in};
use super::super::layout::{Column, ITEM, layout};
use super::super::value::Given;
use super::units::{bounds, unit, words};
use super::{is, is_note};
use crate::grid::{Cell, Placed, Row};

/// Where a pair stands.
pub(super) struct Slot {
    /// The column of the names.
    name: usize,
    /// That of the contents; where there is no header, they stand behind the name.
    content: Option<usize>,
    unit: Option<usize>,
    /// The unit that the heading of the contents states.
    heading: Option<Given>,
}

/// Where the pairs of a sheet stand.
pub(super) struct Slots {
    slots: Vec<Slot>,
    /// Columns of notes.
    notes: Vec<usize>,
}

/// An item with its content.
pub(super) struct Pair<'a> {
    /// What the item is called.
    pub(super) name: &'a str,
    /// The item, where its name is known.
    pub(super) item: Option<usize>,
    pub(super) content: Option<Placed>,
    pub(super) unit: Option<&'a Placed>,
    pub(super) heading: Option<&'a Given>,
    /// The column of the content, filled or not.
    pub(super) column: usize,
    /// Whether it is said in words: 填报单位：示例局.
    pub(super) said: bool,
}

const NAMES: [Label; 4] =
    [ITEM[0], Label::new("填报项目", "Items"), Label::new("指标", "Field"), Label::new("指标名称", "Name of the item")];
const CONTENTS: [Label; 6] = [
    ITEM[1],
    Label::new("填报内容", "Contents"),
    Label::new("填写内容", "Answer"),
    Label::new("具体内容", "Entry"),
    Label::new("数值", "Value"),
    Label::new("数据", "Data"),
];
const UNITS: [Label; 2] = [Label::new("单位", "Unit"), Label::new("计量单位", "Units")];

impl Slots {
    /// The pairs below a row of headings.
    pub(super) fn of_header(row: &Row) -> Option<Self> {
        let mut out = Self { slots: Vec::new(), notes: Vec::new() };
        for placed in &row.cells {
            let Some(text) = placed.cell.text() else { continue };
            let is_any = |labels: &[Label]| labels.iter().any(|label| is(text, label));
            if is_any(&NAMES) {
                out.slots.push(Slot { name: placed.column, content: None, unit: None, heading: None });
            } else if is_note(text) {
                out.notes.push(placed.column);
            } else if let Some(slot) = out.slots.last_mut() {
                if is_any(&CONTENTS) && slot.content.is_none() {
                    (slot.content, slot.heading) = (Some(placed.column), unit_in(text));
                } else if is_any(&UNITS) && slot.unit.is_none() {
                    slot.unit = Some(placed.column);
                }
            }
        }
        // 项目 over two columns: the first one groups the items
        let (slots, groups): (Vec<Slot>, Vec<Slot>) = out.slots.into_iter().partition(|slot| slot.content.is_some());
        out.slots = slots;
        out.notes.extend(groups.iter().map(|group| group.name));
        (!out.slots.is_empty()).then_some(out)
    }

    /// The pairs of rows without headings: a name is where an item is known, and its content behind it.
    pub(super) fn of_items(rows: &[Row]) -> Self {
        let mut columns: Vec<usize> = rows
            .iter()
            .flat_map(|row| &row.cells)
            .filter(|placed| item(placed).is_some())
            .map(|at| at.column)
            .collect();
        columns.sort_unstable();
        columns.dedup();
        let mut names: Vec<usize> = Vec::new();
        for column in columns {
            if names.last().is_none_or(|last| column > last.saturating_add(1)) {
                names.push(column);
            }
        }
        if names.is_empty() {
            names.push(1);
        }
        let slot = |name| Slot { name, content: None, unit: None, heading: None };
        Self { slots: names.into_iter().map(slot).collect(), notes: Vec::new() }
    }

    /// The pairs of a row, and the cells that belong to none.
    pub(super) fn take<'a>(&'a self, row: &'a Row) -> (Vec<Pair<'a>>, Vec<&'a Placed>) {
        let (mut pairs, mut left) = (Vec::new(), Vec::new());
        let filled = |placed: &&Placed| !placed.cell.is_blank() && !self.notes.contains(&placed.column);
        let first = self.slots.first().map_or(usize::MAX, |slot| slot.name);
        let before: Vec<&Placed> = row.cells.iter().filter(filled).filter(|placed| placed.column < first).collect();
        free(&before.into_iter().filter(|placed| !counts(placed)).collect::<Vec<_>>(), &mut pairs, &mut left);
        for (nth, slot) in self.slots.iter().enumerate() {
            let until = self.slots.get(nth.saturating_add(1)).map_or(usize::MAX, |next| next.name);
            let cells = row.cells.iter().filter(filled).filter(|placed| (slot.name..until).contains(&placed.column));
            let (own, cells): (Vec<&Placed>, Vec<&Placed>) = cells.partition(|placed| {
                placed.column == slot.name || Some(placed.column) == slot.content || Some(placed.column) == slot.unit
            });
            let at = |column: usize| own.iter().find(|placed| placed.column == column).copied();
            let name = at(slot.name);
            let Some(column) = slot.content else {
                match name {
                    Some(name) => named(name, &cells, &mut pairs, &mut left),
                    None => match cells.split_first() {
                        Some((content, rest)) if item(content).is_none() => {
                            pairs.push(Pair { content: Some((*content).clone()), ..Pair::empty("", content.column) });
                            free(rest, &mut pairs, &mut left);
                        }
                        _ => free(&cells, &mut pairs, &mut left),
                    },
                }
                continue;
            };
            let in_words = name.filter(|name| at(column).is_none() || item(name).is_none());
            if in_words.is_some_and(|name| said(name, &mut pairs)) {
                left.extend(at(column));
            } else if name.is_some() || at(column).is_some() {
                pairs.push(Pair {
                    item: name.and_then(item),
                    content: at(column).cloned(),
                    unit: slot.unit.and_then(at),
                    heading: slot.heading.as_ref(),
                    ..Pair::empty(name.and_then(|name| name.cell.text()).unwrap_or_default(), column)
                });
            } else {
                left.extend(slot.unit.and_then(at));
            }
            free(&cells, &mut pairs, &mut left);
        }
        (pairs, left)
    }
}

impl<'a> Pair<'a> {
    const fn empty(name: &'a str, column: usize) -> Self {
        Self { name, item: None, content: None, unit: None, heading: None, column, said: false }
    }
}

/// The item that a cell names.
pub(super) fn item(placed: &Placed) -> Option<usize> {
    called(placed.cell.text()?)
}

/// The item of a name. 备注 and 单位, which end the names of some, are names of none: they stand beside every item.
fn called(name: &str) -> Option<usize> {
    let is_general = is_note(name) || UNITS.iter().any(|label| is(name, label));
    column_of(name, "dossier", &layout().once).filter(|_| !is_general)
}

fn column(item: Option<usize>) -> Option<&'static Column> {
    layout().once.get(item?)
}

/// Pairs among cells that stand in no column of theirs: an item that is known with what stands behind it, and 填报单位：示例局.
fn free<'a>(cells: &[&'a Placed], pairs: &mut Vec<Pair<'a>>, left: &mut Vec<&'a Placed>) {
    let Some((first, rest)) = cells.split_first() else { return };
    if said(first, pairs) {
        free(rest, pairs, left);
    } else if item(first).is_some() && !rest.is_empty() {
        named(first, rest, pairs, left);
    } else {
        left.push(*first);
        free(rest, pairs, left);
    }
}

/// The pair of a name and the cells behind it; the unit of a figure may stand before or behind it.
fn named<'a>(name: &'a Placed, cells: &[&'a Placed], pairs: &mut Vec<Pair<'a>>, left: &mut Vec<&'a Placed>) {
    let item = item(name);
    if (cells.is_empty() || item.is_none()) && said(name, pairs) {
        return free(cells, pairs, left);
    }
    let is_figure = column(item).and_then(bounds).is_some();
    let is_unit = |placed: &Placed| is_figure && unit(placed).is_some();
    let (content, unit, rest) = match cells {
        [unit, content, rest @ ..] if is_unit(unit) => (Some(*content), Some(*unit), rest),
        [content, unit, rest @ ..] if is_unit(unit) => (Some(*content), Some(*unit), rest),
        [content, rest @ ..] => (Some(*content), None, rest),
        [] => (None, None, cells),
    };
    let text = name.cell.text().unwrap_or_default();
    let column = content.map_or(name.column.saturating_add(1), |content| content.column);
    // what is the name of another item is the content of none
    let is_name = content.is_some_and(|content| self::item(content).is_some());
    let item = item.filter(|_| !is_name);
    pairs.push(Pair { item, content: content.cloned(), unit, ..Pair::empty(text, column) });
    free(rest, pairs, left);
}

/// Takes the items that a cell states in words, such as 填报单位：示例局　数据截止日：2023-12-31. Whether there are any.
fn said<'a>(placed: &'a Placed, pairs: &mut Vec<Pair<'a>>) -> bool {
    let Some(text) = placed.cell.text() else { return false };
    let before = pairs.len();
    // 占地面积：亩 is a name with its unit
    let is_unit = |text: &str| Given::parse(text).is_some() && !text.contains(|sign: char| sign.is_ascii_digit());
    let stated = |content: &str| !content.is_empty() && !is_unit(content);
    for (name, content) in words(text).into_iter().filter(|(_, content)| stated(content)) {
        let Some(item) = called(name) else { continue };
        let content = Placed { cell: Cell::Text(content), column: placed.column, formula: placed.formula };
        let pair = Pair::empty(name, placed.column);
        pairs.push(Pair { item: Some(item), content: Some(content), said: true, ..pair });
    }
    pairs.len() > before
}

/// Whether a cell counts the rows.
fn counts(placed: &Placed) -> bool {
    let text = match &placed.cell {
        Cell::Number(text) | Cell::Text(text) => text.trim(),
        _ => return false,
    };
    text.len() <= 4 && text.bytes().all(|digit| digit.is_ascii_digit())
}
