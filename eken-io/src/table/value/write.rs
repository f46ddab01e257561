//! The way back: how a value is written into a cell.

use chrono::{NaiveTime, Timelike};
use eken_core::json::Tree;
use eken_core::model::kind::{CodeInfo, FieldKind};
use eken_core::quantity::{Date, Time};

use super::seen::clock;
use super::{list, missing, quantity, read};
use crate::grid::{Cell, Placed};
use crate::table::layout::{Column, Holds};

/// UTF-16 units that a cell of a workbook holds.
const CELL_MAX: usize = 32_767;

/// First year whose days a workbook counts alike in both of its systems of dates.
const FIRST_YEAR: i32 = 1905;

/// How a value is written into a cell: text, number, day or time. `None` when only JSON can carry it. What is written reads
/// back as the same value, without a mark, from the cell and from its text in a CSV file.
pub fn write(value: &Tree, column: &Column) -> Option<Cell> {
    candidates(value, column).into_iter().find(|cell| fits(cell) && comes_back(cell, value, column))
}

fn candidates(value: &Tree, column: &Column) -> Vec<Cell> {
    if let Some(text) = missing::written(value) {
        return vec![Cell::Text(text)];
    }
    let kind = column.holds.kind();
    match (&column.holds, value) {
        (Holds::Several(_), Tree::Array(items)) => {
            let json = Cell::Text(value.to_text());
            texts(items, kind).map(|texts| Cell::Text(list::joined(&texts))).into_iter().chain([json]).collect()
        }
        (_, Tree::Text(text)) => of_text(text, kind).into_iter().chain([Cell::Text(text.to_string())]).collect(),
        (_, Tree::Bool(flag)) => vec![Cell::Text(if *flag { "是" } else { "否" }.to_owned())],
        (_, Tree::Number(token)) => {
            quantity::decimal(token).map(|_| Cell::Number(token.to_string())).into_iter().collect()
        }
        (_, Tree::Object(_)) if matches!(kind, FieldKind::Geometry) => vec![Cell::Text(value.to_text())],
        _ => Vec::new(),
    }
}

/// The cell of a value that JSON writes as text and a workbook in a form of its own.
fn of_text(text: &str, kind: &FieldKind) -> Option<Cell> {
    match kind {
        FieldKind::Code(codes) => label(text, codes).map(|label| Cell::Text(label.to_owned())),
        FieldKind::Date | FieldKind::PartialDate => {
            Date::parse(text).filter(|date| date.year() >= FIRST_YEAR).map(|date| Cell::Day(date.naive(), None))
        }
        FieldKind::Time => {
            let minutes = Time::parse(text)?.minutes();
            NaiveTime::from_num_seconds_from_midnight_opt(minutes.checked_mul(60)?, 0).map(Cell::Time)
        }
        _ => None,
    }
}

fn texts<'a>(items: &'a [Tree], kind: &FieldKind) -> Option<Vec<&'a str>> {
    let text = |item: &'a Tree| match (item, kind) {
        (Tree::Text(text), FieldKind::Code(codes)) => Some(label(text, codes).unwrap_or(text)),
        (Tree::Text(text), _) => Some(&**text),
        _ => None,
    };
    items.iter().map(text).collect()
}

fn label(code: &str, codes: &[CodeInfo]) -> Option<&'static str> {
    codes.iter().find(|info| info.code == code).map(|info| info.label.zh)
}

/// Whether a workbook holds the cell as it is: not too long, no character that its XML has no place for.
fn fits(cell: &Cell) -> bool {
    cell.text().is_none_or(|text| {
        text.encode_utf16().count() <= CELL_MAX
            && text.chars().all(|sign| {
                matches!(sign, '\n' | '\t') || !(sign.is_control() || matches!(sign, '\u{FFFE}' | '\u{FFFF}'))
            })
    })
}

fn comes_back(cell: &Cell, value: &Tree, column: &Column) -> bool {
    let back = |cell: Cell| {
        let mut marks = Vec::new();
        let placed = Placed { column: 1, cell, formula: false };
        read(&placed, column, None, &mut marks).as_ref() == Some(value) && marks.is_empty()
    };
    back(cell.clone()) && in_csv(cell).is_none_or(back)
}

/// The cell as a CSV file holds it.
fn in_csv(cell: &Cell) -> Option<Cell> {
    match cell {
        Cell::Number(number) => Some(Cell::Text(number.clone())),
        Cell::Day(day, None) => Some(Cell::Text(day.format("%Y-%m-%d").to_string())),
        Cell::Time(time) if time.second() == 0 => Some(Cell::Text(clock(*time))),
        _ => None,
    }
}
