//! The units of what stands once: of the item's name, of a column of units beside it, of the heading, of a line above.

use eken_core::json::Tree;
use eken_core::model::kind::FieldKind;
use eken_core::parse::structure;
use eken_core::quantity::Bounds;

use super::super::header::stated_units;
use super::super::heading::{plain, unit_at_end, unit_in};
use super::super::layout::{Column, Holds};
use super::super::plain::plain as plain_value;
use super::super::value::{self, Given, Mark};
use super::super::work::Work;
use super::pairs::Pair;
use super::{At, say};
use crate::grid::{Cell, Placed};

/// A line that states units for the figures below it, such as 单位：亩.
#[derive(Default)]
pub(super) struct Line {
    given: Vec<Given>,
    at: At,
    /// Whether a figure took its unit from here, and the unit of one that states none and did not.
    used: bool,
    bare: Option<&'static str>,
}

impl Line {
    /// The units that a cell states behind the word 单位, such as 填报单位：示例局　单位：亩.
    pub(super) fn of(placed: &Placed, at: At) -> Option<Self> {
        let given = stated_units(placed.cell.text()?);
        (!given.is_empty()).then(|| Self { given, at, ..Self::default() })
    }

    /// The line, where figures without a unit stand between it and another one above.
    pub(super) fn after(self, above: &Self) -> Self {
        Self { bare: above.bare, ..self }
    }

    /// The one unit for a figure: where one of its kind is stated, and no other.
    fn unit(&self, bounds: &Bounds) -> Option<&Given> {
        let mut fitting = self.given.iter().filter(|given| given.fits(bounds.unit));
        let first = fitting.next()?;
        fitting.all(|other| other.is_like(first)).then_some(first)
    }

    /// Says that the line was of no use to the figures below it.
    pub(super) fn end(&self, work: &mut Work<'_>) {
        if let (false, Some(base), Some(given)) = (self.used, self.bare, self.given.first()) {
            let params = vec![("unit", given.shown().into()), ("base", base.into())];
            work.find(structure("table.unit-unused"), self.at, params);
        }
    }
}

/// The words of a text that are parted as `填报单位：示例局　单位：亩` is: what stands before each colon, and behind it.
pub(super) fn words(text: &str) -> Vec<(&str, String)> {
    let mut out: Vec<(&str, String)> = Vec::new();
    for word in text.split_whitespace() {
        match (word.split_once([':', '：']).filter(|(head, _)| !head.is_empty()), out.last_mut()) {
            (Some((head, rest)), _) => out.push((head, rest.to_owned())),
            (None, Some((_, held))) => {
                if !held.is_empty() {
                    held.push(' ');
                }
                held.push_str(word);
            }
            (None, None) => return out,
        }
    }
    out
}

/// The unit that the name of an item states.
pub(super) fn named(name: &str) -> Option<Given> {
    unit_in(name).or_else(|| unit_at_end(name).map(|(_, unit)| unit))
}

/// The figure that a column holds, if it holds one.
pub(super) fn bounds(column: &Column) -> Option<&Bounds> {
    match &column.holds {
        Holds::One(FieldKind::Quantity { bounds, .. }) => Some(bounds),
        _ => None,
    }
}

/// The unit that a cell states, nothing but that.
pub(super) fn unit(placed: &Placed) -> Option<Given> {
    Given::parse(placed.cell.text()?)
}

/// Whether a cell of a column of units says nothing of a value: a dash, a unit where there is no figure.
pub(super) fn is_idle(placed: &Placed) -> bool {
    let text = placed.cell.text().map(plain);
    unit(placed).is_some()
        || text
            .is_some_and(|text| text.chars().all(|sign| matches!(sign, '-' | '—' | '–' | '/' | '\\')) || text == "无")
}

/// The content of an item as a value. What stands nearer to the figure goes before what stands further from it: the column of
/// units, the name of the item, the heading of the contents, the line above.
pub(super) fn read(
    work: &mut Work<'_>,
    pair: &Pair<'_>,
    column: &Column,
    line: &mut Line,
    at: At,
    pointer: &str,
) -> Option<Tree> {
    let Some(content) = &pair.content else { return None };
    let (mut marks, none) = (Vec::new(), || value::read(content, column, None, &mut Vec::new()));
    let Some(bounds) = bounds(column) else {
        let value = value::read(content, column, None, &mut marks);
        say(work, marks, at, pointer);
        return value;
    };
    let beside = pair.unit.filter(|placed| !placed.cell.is_blank());
    let column_unit = beside.and_then(unit);
    if let Some(beside) = beside.filter(|beside| !is_idle(beside) && matches!(none(), Some(Tree::Number(_)))) {
        // a unit that is not known: what is written stays, and no figure is taken
        let text = |placed: &Placed| match plain_value(&placed.cell) {
            Some(Tree::Text(text)) => text.to_string(),
            Some(Tree::Number(token)) => token.to_string(),
            _ => String::new(),
        };
        return Some(Tree::text(&format!("{}（单位：{}）", text(content), text(beside))));
    }
    let stated: Vec<Given> = [column_unit, named(pair.name), pair.heading.cloned()].into_iter().flatten().collect();
    let above = line.unit(bounds).filter(|_| stated.is_empty()).cloned();
    line.used |= above.is_some();
    let given = stated.first().or(above.as_ref());
    let value = value::read(content, column, given, &mut marks);
    let is_figure = matches!(value, Some(Tree::Number(_)));
    // the cell itself may state its unit, and go before them all
    let is_bare =
        !matches!(&content.cell, Cell::Text(text) if !text.trim_end().ends_with(|sign: char| sign.is_ascii_digit()));
    if let Some(inner) = given.filter(|_| is_figure && is_bare)
        && let Some(outer) = stated.iter().find(|outer| !outer.is_like(inner))
    {
        let params = vec![("inner", inner.shown().into()), ("outer", outer.shown().into())];
        marks.push(Mark { spec: structure("cell.unit-twice"), params });
    }
    if given.is_none() && is_figure && is_bare {
        line.bare = line.bare.or(Some(bounds.unit.code()));
    }
    say(work, marks, at, pointer);
    value
}
