//! Figures: the number of a cell, in the unit of its column.

use eken_core::json::Tree;
use eken_core::quantity::Bounds;
use rust_decimal::Decimal;

use super::mark::{Mark, Said};
use super::seen::Seen;
use super::unit::Given;
use super::{number, scale};
use crate::grid::{Cell, Placed};

/// A figure in the base unit of its column. The unit in the cell goes before that of the column.
pub(super) fn read(
    seen: &Seen<'_>,
    placed: &Placed,
    bounds: &Bounds,
    column: Option<&Given>,
    marks: &mut Vec<Mark>,
) -> Option<Tree> {
    if let Cell::Shown(shown) = &placed.cell
        && let Some(words) = &shown.figure
    {
        return worded(words, placed, bounds, column, marks);
    }
    let (number, own) = match seen {
        Seen::Number(written) => (decimal(written)?, None),
        Seen::Text(text) => number::parse(text, bounds.signed)?,
        _ => return None,
    };
    if placed.formula {
        marks.push(Said::Formula.mark());
    }
    // ￥5 in a column of 万元 is 5万元, as a cell with that format is
    let own = own.filter(|own| !(own.is_sign() && column.is_some_and(Given::is_money)));
    if let (Some(own), Some(column)) = (&own, column)
        && !own.is_like(column)
        // one that does not fit is not taken, whatever the column says
        && own.fits(bounds.unit)
    {
        marks.push(Said::UnitTwice.with(vec![("inner", own.shown().into()), ("outer", column.shown().into())]));
    }
    if let Cell::Scaled(_, smaller) = placed.cell {
        let times = 10_i128.checked_pow(u32::from(smaller))?;
        // what is shown in 万元 is kept in 元
        if smaller == 0 {
            // others of the column are shown smaller: only the plain unit is certain
            if number.is_zero() || column.is_none_or(|column| column.times() == (1, 1) && column.fits(bounds.unit)) {
                return Some(Tree::decimal(number));
            }
            marks.push(Said::FormatUnit.mark());
            return Some(Tree::text(&format!("{}…", seen.shown())));
        }
        if number.is_zero() || column.is_some_and(|column| column.times() == (times, 1) && column.fits(bounds.unit)) {
            return Some(Tree::decimal(number));
        }
        let unit = column.map_or_else(|| bounds.unit.code().to_owned(), |column| column.shown().to_owned());
        marks.push(Said::Scaled.with(vec![("times", times.to_string().into()), ("unit", unit.into())]));
        return Some(Tree::text(&format!("{}÷{times}", seen.shown())));
    }
    let Some(given) = own.as_ref().or(column) else { return Some(Tree::decimal(number)) };
    // a text that is no number, so that no figure is taken in a unit that is not meant
    let refused =
        || Some(Tree::text(&if own.is_some() { seen.shown() } else { format!("{}{}", seen.shown(), given.shown()) }));
    if !given.fits(bounds.unit) {
        let unit = bounds.unit.code();
        marks.push(Said::UnitForeign.with(vec![("written", given.shown().into()), ("unit", unit.into())]));
        return refused();
    }
    if given.times() == (1, 1) {
        return Some(Tree::decimal(number));
    }
    let Some((scaled, rounded)) = scale::scaled(number, given.times(), bounds.places) else { return refused() };
    if rounded {
        let places = i64::from(bounds.places);
        marks.push(Said::Rounded.with(vec![("written", given.shown().into()), ("places", places.into())]));
    }
    Some(Tree::decimal(scaled))
}

/// A figure that is shown with words beside it: taken where they are a unit.
fn worded(
    words: &str,
    placed: &Placed,
    bounds: &Bounds,
    column: Option<&Given>,
    marks: &mut Vec<Mark>,
) -> Option<Tree> {
    let has_unit = |text: &str| matches!(number::parse(text, bounds.signed), Some((_, Some(_))));
    if !has_unit(words) {
        if placed.formula {
            marks.push(Said::Formula.mark());
        }
        marks.push(Said::FormatUnit.mark());
        // a text that is no number
        let end = if number::parse(words, true).is_some() { "…" } else { "" };
        return Some(Tree::text(&format!("{words}{end}")));
    }
    let placed = Placed { column: placed.column, cell: Cell::Empty, formula: placed.formula };
    read(&Seen::Text(words), &placed, bounds, column, marks)
}

/// A number cell as a decimal, exactly.
pub(super) fn decimal(written: &str) -> Option<Decimal> {
    let digits = written.strip_prefix('-').unwrap_or(written);
    let plain = digits.starts_with(|sign: char| sign.is_ascii_digit())
        && digits.ends_with(|sign: char| sign.is_ascii_digit())
        && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    plain.then(|| number::plain(written)).flatten()
}
