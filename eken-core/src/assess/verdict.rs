//! The one place where a measured value becomes a verdict.

use std::cmp::Ordering;

use serde::{Serialize, Serializer};

use super::measured::Value;
use super::truth::Truth;
use crate::model::CountyTier;
use crate::model::kind::Code;
use crate::plan::{Level, Test, Threshold};
use crate::quantity::{Exact, Unit, compare};
use crate::words::Label;

/// Whether a requirement is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Reached, whatever is missing.
    Met,
    /// Below a floor that holds in principle, passed by a recorded exemption.
    MetByExemption,
    /// Not reached, whatever is missing.
    NotMet,
    /// It depends on what is missing.
    Open,
    /// The question does not arise.
    NotApplicable,
    /// Sources disagree.
    Conflict,
}

impl Verdict {
    /// All verdicts.
    pub const ALL: [Self; 6] =
        [Self::Met, Self::MetByExemption, Self::NotMet, Self::Open, Self::NotApplicable, Self::Conflict];

    /// The code in JSON.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::MetByExemption => "met_by_exemption",
            Self::NotMet => "not_met",
            Self::Open => "open",
            Self::NotApplicable => "not_applicable",
            Self::Conflict => "conflict",
        }
    }

    /// What it is called.
    pub const fn label(self) -> Label {
        match self {
            Self::Met => Label::new("达到", "met"),
            Self::MetByExemption => Label::new("例外通过", "met by exemption"),
            Self::NotMet => Label::new("未达到", "not met"),
            Self::Open => Label::new("待定", "open"),
            Self::NotApplicable => Label::new("不适用", "not applicable"),
            Self::Conflict => Label::new("数据冲突", "conflict"),
        }
    }

    /// Whether the requirement is passed.
    pub const fn is_passed(self) -> bool {
        matches!(self, Self::Met | Self::MetByExemption)
    }

    /// The verdict when every part must hold. What does not apply is left out; what is not met outweighs the rest.
    pub fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut out = Self::NotApplicable;
        for part in parts {
            out = match (out, part) {
                (Self::NotMet, _) | (_, Self::NotMet) => Self::NotMet,
                (Self::Conflict, _) | (_, Self::Conflict) => Self::Conflict,
                (Self::Open, _) | (_, Self::Open) => Self::Open,
                (Self::MetByExemption, _) | (_, Self::MetByExemption) => Self::MetByExemption,
                (Self::Met, _) | (_, Self::Met) => Self::Met,
                (Self::NotApplicable, Self::NotApplicable) => Self::NotApplicable,
            };
        }
        out
    }

    /// The verdict when one part suffices.
    pub fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut out = Self::NotApplicable;
        for part in parts {
            out = match (out, part) {
                (Self::Met, _) | (_, Self::Met) => Self::Met,
                (Self::MetByExemption, _) | (_, Self::MetByExemption) => Self::MetByExemption,
                (Self::Conflict, _) | (_, Self::Conflict) => Self::Conflict,
                (Self::Open, _) | (_, Self::Open) => Self::Open,
                (Self::NotMet, _) | (_, Self::NotMet) => Self::NotMet,
                (Self::NotApplicable, Self::NotApplicable) => Self::NotApplicable,
            };
        }
        out
    }
}

impl Serialize for Verdict {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// What a test asks, with the tier's figure put in.
#[derive(Clone, Debug, PartialEq)]
pub enum Required {
    /// At least, or more than when strict.
    Least {
        /// The floor.
        value: Exact,
        /// Whether the floor itself is not enough.
        strict: bool,
    },
    /// At most, or less than when strict.
    Most {
        /// The ceiling.
        value: Exact,
        /// Whether the ceiling itself is too much.
        strict: bool,
    },
    /// Exactly.
    Exactly(Exact),
    /// Between, both included.
    Between {
        /// The floor.
        min: Exact,
        /// The ceiling.
        max: Exact,
    },
    /// It holds.
    Holds,
    /// All of these are there.
    Includes(Vec<String>),
    /// One of these is there.
    IncludesAny(Vec<String>),
    /// The figure depends on the tier, which is not settled.
    TierUnknown,
}

/// The requirement of a test for a tier, with its unit. `strict` is what a reading makes of the bound.
pub fn required(test: &Test, tier: Option<CountyTier>, strict: bool) -> (Required, Option<Unit>) {
    let level = |threshold: &Threshold| match &threshold.value {
        Level::Fixed(value) => Some(Exact::decimal(*value)),
        by_tier @ Level::ByTier(_) => by_tier.of(tier.map(Code::code)).map(Exact::decimal),
    };
    let one = |threshold: &Threshold, make: fn(Exact, bool) -> Required, strict: bool| {
        (level(threshold).map_or(Required::TierUnknown, |value| make(value, strict)), Some(threshold.unit))
    };
    let least = |value, strict| Required::Least { value, strict };
    let most = |value, strict| Required::Most { value, strict };
    match test {
        Test::AtLeast(threshold) => one(threshold, least, strict),
        Test::MoreThan(threshold) => one(threshold, least, true),
        Test::AtMost(threshold) => one(threshold, most, strict),
        Test::LessThan(threshold) => one(threshold, most, true),
        Test::Exactly(threshold) => one(threshold, |value, _| Required::Exactly(value), false),
        Test::Between { min, max, unit } => {
            (Required::Between { min: Exact::decimal(*min), max: Exact::decimal(*max) }, Some(*unit))
        }
        Test::Holds => (Required::Holds, None),
        Test::Includes(codes) => (Required::Includes(codes.clone()), None),
        Test::IncludesAny(codes) => (Required::IncludesAny(codes.clone()), None),
    }
}

/// The verdict on a value. `None` when the plan asks for what such a value does not tell.
pub fn judge(value: &Value, required: &Required) -> Option<Verdict> {
    let truth = match (value, required) {
        (Value::NotApplicable, _) => return Some(Verdict::NotApplicable),
        (Value::Conflict, _) => return Some(Verdict::Conflict),
        (Value::Unknown, _) | (_, Required::TierUnknown) => Truth::Unknown,
        (Value::Number { least, most }, _) => number(least, most.as_ref(), required)?,
        (Value::Truth(truth), Required::Holds) => *truth,
        (Value::Set { has, open }, Required::Includes(codes)) => {
            let all = codes.iter().all(|code| has.contains(code));
            if all {
                Truth::Yes
            } else if *open {
                Truth::Unknown
            } else {
                Truth::No
            }
        }
        (Value::Set { has, open }, Required::IncludesAny(codes)) => {
            let any = codes.iter().any(|code| has.contains(code));
            if any {
                Truth::Yes
            } else if *open {
                Truth::Unknown
            } else {
                Truth::No
            }
        }
        _ => return None,
    };
    Some(match truth {
        Truth::Yes => Verdict::Met,
        Truth::No => Verdict::NotMet,
        Truth::Unknown => Verdict::Open,
    })
}

fn number(least: &Exact, most: Option<&Exact>, required: &Required) -> Option<Truth> {
    let reaches = |value: &Exact, floor: &Exact, strict: bool| match compare(value, floor) {
        Ordering::Greater => true,
        Ordering::Equal => !strict,
        Ordering::Less => false,
    };
    // for every value in the bounds, for some value in the bounds
    let settle = |surely: bool, possibly: bool| match (surely, possibly) {
        (true, _) => Truth::Yes,
        (false, true) => Truth::Unknown,
        (false, false) => Truth::No,
    };
    let floor = |floor: &Exact, strict| {
        settle(reaches(least, floor, strict), most.is_none_or(|most| reaches(most, floor, strict)))
    };
    let ceiling = |ceiling: &Exact, strict| {
        settle(most.is_some_and(|most| reaches(ceiling, most, strict)), reaches(ceiling, least, strict))
    };
    Some(match required {
        Required::Least { value, strict } => floor(value, *strict),
        Required::Most { value, strict } => ceiling(value, *strict),
        Required::Exactly(value) => floor(value, false).and(ceiling(value, false)),
        Required::Between { min, max } => floor(min, false).and(ceiling(max, false)),
        _ => return None,
    })
}

/// The signed gap: the measured value less the bound that binds. Below a floor it is negative, above a ceiling positive;
/// between two bounds it is zero. For a value known only within bounds, the gap of the bound that speaks for reaching it
/// least.
pub fn gap(value: &Value, required: &Required) -> Option<Exact> {
    let Value::Number { least, most } = value else { return None };
    match required {
        Required::Least { value: floor, .. } => Some(least.minus(floor)),
        Required::Most { value: ceiling, .. } => most.as_ref().map(|most| most.minus(ceiling)),
        Required::Exactly(value) => Some(least.minus(value)),
        Required::Between { min, max } => {
            if compare(least, min) == Ordering::Less {
                Some(least.minus(min))
            } else {
                let most = most.as_ref()?;
                Some(if compare(most, max) == Ordering::Greater { most.minus(max) } else { Exact::zero() })
            }
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(least: i128, most: Option<i128>) -> Value {
        Value::Number { least: Exact::whole(least), most: most.map(Exact::whole) }
    }

    fn least(value: i128, strict: bool) -> Required {
        Required::Least { value: Exact::whole(value), strict }
    }

    #[test]
    fn a_floor_is_met_only_when_no_completion_could_miss_it() {
        for (least_known, most, verdict) in [
            (520, None, Verdict::Met),
            (500, Some(500), Verdict::Met),
            (480, None, Verdict::Open),
            (480, Some(499), Verdict::NotMet),
            (480, Some(500), Verdict::Open),
        ] {
            assert_eq!(judge(&range(least_known, most), &least(500, false)), Some(verdict), "{least_known} {most:?}");
        }
        assert_eq!(judge(&range(500, Some(500)), &least(500, true)), Some(Verdict::NotMet));
        assert_eq!(judge(&range(501, None), &least(500, true)), Some(Verdict::Met));
    }

    #[test]
    fn a_ceiling_needs_a_complete_list_to_be_met() {
        let between = Required::Between { min: Exact::whole(1), max: Exact::whole(3) };
        for (least_known, most, verdict) in [
            (2, Some(2), Verdict::Met),
            (2, None, Verdict::Open),
            (4, None, Verdict::NotMet),
            (0, Some(0), Verdict::NotMet),
            (3, Some(4), Verdict::Open),
        ] {
            assert_eq!(judge(&range(least_known, most), &between), Some(verdict), "{least_known} {most:?}");
        }
        let most = Required::Most { value: Exact::whole(0), strict: false };
        assert_eq!(judge(&range(0, None), &most), Some(Verdict::Open));
        assert_eq!(judge(&range(0, Some(0)), &most), Some(Verdict::Met));
    }

    #[test]
    fn parts_are_joined_with_the_gravest_first() {
        use Verdict::{Conflict, Met, MetByExemption, NotApplicable, NotMet, Open};
        assert_eq!(Verdict::all([Met, NotApplicable, MetByExemption]), MetByExemption);
        assert_eq!(Verdict::all([Met, Open, NotMet]), NotMet);
        assert_eq!(Verdict::all([Open, Conflict]), Conflict);
        assert_eq!(Verdict::all([]), NotApplicable);
        assert_eq!(Verdict::any([NotMet, Met]), Met);
        assert_eq!(Verdict::any([NotMet, Open]), Open);
        assert_eq!(Verdict::any([NotMet, NotApplicable]), NotMet);
    }

    #[test]
    fn the_gap_is_signed() {
        assert_eq!(
            gap(&range(312, Some(312)), &Required::Between { min: Exact::whole(100), max: Exact::whole(300) }),
            Some(Exact::whole(12))
        );
        assert_eq!(gap(&range(480, None), &least(500, false)), Some(Exact::whole(-20)));
        assert_eq!(gap(&range(0, None), &Required::Most { value: Exact::whole(3), strict: false }), None);
    }

    #[test]
    fn a_test_that_does_not_fit_is_not_judged() {
        assert_eq!(judge(&range(1, None), &Required::Holds), None);
        assert_eq!(judge(&Value::Truth(Truth::Yes), &least(1, false)), None);
    }
}
