//! Terms (任期、聘期、培育期): whether two of them surely have a day in common.

use crate::model::kind::Maybe;
use crate::quantity::{Date, PartialDate};

/// A term of which it is known by which day it had begun, and until when it lasted at least.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Term {
    /// It had begun by this day.
    begun: Date,
    /// It lasted to this day at least; it is still running where there is none.
    lasted: Option<Date>,
}

impl Term {
    /// The term of two dates; an end that is not stated has not come. None where either is unknown.
    pub(super) fn of(from: &Maybe<PartialDate>, until: &Maybe<PartialDate>) -> Option<Self> {
        let begun = from.get()?.last()?;
        let lasted = match until.get() {
            Some(until) => Some(until.first()?),
            None if until.is_absent() || until.is_not_yet_due() || until.is_not_applicable() => None,
            None => return None,
        };
        Some(Self { begun, lasted })
    }

    /// Whether both surely ran on one day.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        let reaches = |one: &Self, other: &Self| one.lasted.is_none_or(|lasted| other.begun <= lasted);
        reaches(self, other) && reaches(other, self)
    }

    /// Whether it lasts as long as another, or longer.
    pub(super) fn outlasts(&self, other: &Self) -> bool {
        match (self.lasted, other.lasted) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(this), Some(that)) => this >= that,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(from: &str, until: &str) -> Term {
        let date = |text: &str| PartialDate::parse(text).map_or(Maybe::Absent, Maybe::Known);
        Term::of(&date(from), &date(until)).unwrap()
    }

    #[test]
    fn terms_overlap_only_where_they_surely_do() {
        assert!(term("2023-05", "2025-05").overlaps(&term("2024-01", "")));
        assert!(term("2023-05", "").overlaps(&term("2024-01", "")));
        assert!(term("2023-05", "2024-05-31").overlaps(&term("2024-05-31", "")));
        assert!(!term("2023-05", "2024-05-30").overlaps(&term("2024-05-31", "")));
        // some day of May, and some day of May
        assert!(!term("2023-05", "2024-05").overlaps(&term("2024-05", "")));
    }

    #[test]
    fn what_is_unknown_makes_no_term() {
        let known = Maybe::Known(PartialDate::Year(2023));
        assert_eq!(Term::of(&Maybe::Absent, &known), None);
        assert_eq!(Term::of(&known, &Maybe::Faulty(crate::json::Raw(Box::new(crate::json::Tree::text("x"))))), None);
        assert!(term("2023", "").outlasts(&term("2023", "2024")));
        assert!(!term("2023", "2023").outlasts(&term("2023", "2024")));
    }
}
