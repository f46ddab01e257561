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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::measure::testing::viewed;
    use crate::assess::truth::Truth;
    use crate::quantity::Exact;

    #[test]
    fn nothing_bounds_a_count_of_a_year_that_is_not_over_and_what_is_no_count_stays() {
        let of = |as_of: &str, measured: Measured| {
            let text = format!(r#"{{"schema_version":1,"as_of":"{as_of}"}}"#);
            let found = viewed(2023, &text, &[], |view| within_year(view, measured));
            (found.value, found.lacks.iter().map(|lack| lack.kind).collect::<Vec<_>>())
        };
        let five = Measured::number(Exact::count(5));
        assert_eq!(of("2023-12-31", five.clone()), (five.value.clone(), vec![]));
        let open = Value::Number { least: Exact::count(5), most: None };
        assert_eq!(of("2023-12-30", five), (open, vec![LackKind::YearNotOver]));
        let conflict = Measured::of(Value::Conflict);
        assert_eq!(of("2023-12-30", conflict), (Value::Conflict, vec![LackKind::YearNotOver]));
        let no = Measured::truth(Truth::No);
        assert_eq!(of("2023-12-30", no), (Value::Truth(Truth::No), vec![LackKind::YearNotOver]));
    }
}
