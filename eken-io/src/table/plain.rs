//! What a cell holds, without asking what it should hold.

use eken_core::json::Tree;

use crate::grid::{Cell, NOT_CALCULATED};

/// A cell as the plainest value: text, number, truth; none when it is blank.
pub(super) fn plain(cell: &Cell) -> Option<Tree> {
    if cell.is_blank() {
        return None;
    }
    Some(match cell {
        Cell::Empty => return None,
        Cell::Text(text) | Cell::Fault(text) => Tree::text(text),
        Cell::NotCalculated => Tree::text(NOT_CALCULATED),
        Cell::Number(token) | Cell::Noisy(token) | Cell::Scaled(token, _) => Tree::Number(token.as_str().into()),
        Cell::Shown(shown) => match &shown.text {
            Some(text) => Tree::text(text),
            None => Tree::Number(shown.number.as_str().into()),
        },
        Cell::Flag(flag) => Tree::Bool(*flag),
        Cell::Day(day, None) => Tree::text(&day.to_string()),
        Cell::Day(day, Some(time)) => Tree::text(&format!("{day}T{time}")),
        Cell::Period(day, span) => Tree::text(&span.of(*day)),
        Cell::Time(time) => Tree::text(&time.format("%H:%M").to_string()),
    })
}
