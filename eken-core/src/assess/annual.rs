//! Annual counts: a year that is not over leaves no upper bound.

use super::lack::{Lack, LackKind};
use super::measured::{Measured, Value};
use super::view::View;

/// A count over the year looked at, open upwards while the year is not over at the as-of date.
pub(super) fn within_year(view: &View<'_>, mut measured: Measured) -> Measured {
    if view.year_is_over() {
        return measured;
    }
    if let Value::Number { most, .. } = &mut measured.value {
        *most = None;
    }
    measured.lacking(Lack::new(LackKind::YearNotOver, "", vec![("year", i64::from(view.year).into())]))
}
