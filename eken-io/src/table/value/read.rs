//! The value of a cell for a column.

use eken_core::json::Tree;
use eken_core::model::kind::FieldKind;

use super::mark::{Mark, Said};
use super::missing::{is_dash, is_none_word, reason, stated};
use super::seen::Seen;
use super::unit::Given;
use super::written::trim;
use super::{code, date, flag, json, list, quantity, text, time};
use crate::grid::{Cell, NOT_CALCULATED, Placed};
use crate::table::layout::{Column, Holds};

/// Error values of a workbook as a CSV file holds them: as text.
const ERRORS: [&str; 9] = ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"];

/// The value of a cell for a column: `None` when the cell is blank. A cell that cannot be understood becomes a text of what was
/// written, one that is no value of the column, so that the core finds the fault at its place.
pub fn read(placed: &Placed, column: &Column, unit: Option<&Given>, marks: &mut Vec<Mark>) -> Option<Tree> {
    let seen = seen(&placed.cell, column.holds.kind())?;
    // a workbook that was made of another one holds the sign alone
    if placed.cell == Cell::NotCalculated || seen.text() == Some(NOT_CALCULATED) {
        marks.push(Said::NotCalculated.mark());
        return Some(Tree::text(&seen.shown()));
    }
    if is_error(&placed.cell) {
        marks.push(Said::ErrorValue.mark());
        return Some(Tree::text(&seen.shown()));
    }
    if let Some(text) = seen.text() {
        if let Some(missing) = stated(text) {
            return Some(match &column.holds {
                _ if column.missable => missing,
                // the column of a section that says why it has no records
                Holds::One(FieldKind::Code(codes)) => Tree::text(code::find(text, codes).unwrap_or(text)),
                _ => Tree::text(text),
            });
        }
        if is_dash(text) || (is_none_word(text) && names_records(&column.holds)) {
            marks.push(Said::Dash.mark());
            return None;
        }
    }
    let kind = column.holds.kind();
    // a time is a fraction of a day, and hardly one is a short decimal
    let timed = matches!(kind, FieldKind::Date | FieldKind::PartialDate | FieldKind::Month | FieldKind::Time);
    if matches!(placed.cell, Cell::Noisy(_)) && !timed {
        marks.push(Said::BinaryNoise.mark());
    }
    if let Holds::Several(_) = column.holds {
        return Some(list::read(&seen, kind, marks));
    }
    let found = match kind {
        FieldKind::Text(_) | FieldKind::Id | FieldKind::Ref(_) | FieldKind::Personal => {
            return Some(text::read(&seen, kind, marks));
        }
        FieldKind::Code(codes) => seen.text().and_then(|text| code::find(text, codes)).map(Tree::text),
        FieldKind::Flag => flag::read(&seen).map(Tree::Bool),
        FieldKind::Date | FieldKind::PartialDate | FieldKind::Month => date::read(&seen, kind, column, marks),
        FieldKind::Time => time::read(&seen).map(|time| Tree::text(&time.to_string())),
        FieldKind::Quantity { bounds, .. } => quantity::read(&seen, placed, bounds, unit, marks),
        FieldKind::Geometry => seen.text().and_then(json::object),
        FieldKind::Version => json::version(&seen),
        FieldKind::Record(_) | FieldKind::List(_) | FieldKind::Section(_) => None,
    };
    found.or_else(|| not_understood(&seen, column, marks))
}

/// Whether a column refers to records or lists things, so that 无 says that there are none.
const fn names_records(holds: &Holds) -> bool {
    matches!(holds, Holds::Several(_) | Holds::One(FieldKind::Ref(_)))
}

/// What stands for a value in a column whose values are no free texts: a reason without its sign, a word for nothing, or
/// something to be found faulty.
fn not_understood(seen: &Seen<'_>, column: &Column, marks: &mut Vec<Mark>) -> Option<Tree> {
    if let Some(text) = seen.text() {
        if let Some(missing) = reason(text).filter(|_| column.missable) {
            return Some(missing);
        }
        if is_none_word(text) {
            marks.push(Said::Dash.mark());
            return None;
        }
    }
    Some(Tree::text(&seen.shown()))
}

fn seen<'a>(cell: &'a Cell, kind: &FieldKind) -> Option<Seen<'a>> {
    use FieldKind::{Code, Id, Personal, Ref, Text};
    Some(match cell {
        Cell::Empty => return None,
        Cell::Text(text) => Seen::Text(Some(trim(text)).filter(|text| !text.is_empty())?),
        Cell::Fault(text) => Seen::Text(Some(trim(text)).filter(|text| !text.is_empty()).unwrap_or("#")),
        Cell::Number(number) | Cell::Noisy(number) | Cell::Scaled(number, _) => Seen::Number(number),
        // what is no figure is what is shown
        Cell::Shown(shown) => match &shown.text {
            Some(text) if matches!(kind, Text(_) | Id | Ref(_) | Personal | Code(_)) => Seen::Text(text),
            _ => Seen::Number(&shown.number),
        },
        Cell::NotCalculated => Seen::Text(NOT_CALCULATED),
        Cell::Flag(flag) => Seen::Flag(*flag),
        Cell::Day(day, time) => Seen::Day(*day, *time),
        Cell::Period(day, span) => Seen::Period(*day, *span),
        Cell::Time(time) => Seen::Time(*time),
    })
}

fn is_error(cell: &Cell) -> bool {
    match cell {
        Cell::Fault(_) => true,
        // a column too narrow for its dates leaves nothing but #### in a CSV file
        Cell::Text(text) => {
            let text = trim(text);
            ERRORS.contains(&text) || (text.len() > 1 && text.chars().all(|sign| sign == '#'))
        }
        _ => false,
    }
}
