//! Criteria: one measure held against one test, or criteria joined by "any" and "all".

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::quantity::Unit;
use crate::words::Words;

/// Options of readings, by reading id: the condition holds when each reading named stands at one of its options.
pub type When = Vec<(String, Vec<String>)>;

/// One criterion of an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// What it asks, in words of our own.
    pub title: Option<Words>,
    /// Clauses of its own, beside the indicator's.
    pub clauses: Vec<String>,
    /// Readings that its measure consults.
    pub readings: Vec<String>,
    /// The criterion applies only under these options; empty means always.
    pub when: When,
    /// The criterion applies only on these days.
    pub valid: Option<Validity>,
    /// Under these options "at least" becomes "more than" and "at most" becomes "less than".
    pub strict_under: When,
    /// Under these options a recorded exemption answers for a figure below the floor.
    pub exemptible_under: When,
    /// What is compared with what.
    pub kind: Kind,
}

impl Criterion {
    /// Calls `f` on this criterion and on every one within it, outermost first.
    pub fn visit<'a>(&'a self, f: &mut impl FnMut(&'a Self)) {
        f(self);
        if let Kind::Any(parts) | Kind::All(parts) = &self.kind {
            for part in parts {
                part.visit(f);
            }
        }
    }

    /// Every reading that this criterion, without those within it, depends on: what its measure consults and what its
    /// conditions name, each once.
    pub fn depends_on(&self) -> Vec<&str> {
        let mut found: Vec<&str> = Vec::new();
        let conditions = [&self.when, &self.strict_under, &self.exemptible_under];
        let named = conditions.into_iter().flatten().map(|(reading, _)| reading);
        for reading in named.chain(&self.readings) {
            if !found.contains(&reading.as_str()) {
                found.push(reading);
            }
        }
        found
    }
}

/// What a criterion is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A measure and its test.
    Leaf {
        /// Id of the measure, such as `facility-floor-area`.
        measure: String,
        /// Parameters of the measure.
        params: Params,
        /// What the measured value is held against.
        test: Test,
    },
    /// One of these suffices.
    Any(Vec<Criterion>),
    /// All of these must hold.
    All(Vec<Criterion>),
}

/// Parameters of a measure, in the order written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Params(pub Vec<(String, Param)>);

/// A parameter of a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Param {
    /// A text.
    Text(String),
    /// Yes or no.
    Bool(bool),
    /// A list of texts.
    List(Vec<String>),
}

impl Params {
    /// The parameter of a name.
    pub fn get(&self, name: &str) -> Option<&Param> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, param)| param)
    }

    /// The text of a name.
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.get(name)? {
            Param::Text(text) => Some(text),
            Param::Bool(_) | Param::List(_) => None,
        }
    }

    /// The list of a name: empty when absent, of one when a text was written.
    pub fn list(&self, name: &str) -> Vec<&str> {
        match self.get(name) {
            Some(Param::List(items)) => items.iter().map(String::as_str).collect(),
            Some(Param::Text(text)) => vec![text],
            Some(Param::Bool(_)) | None => Vec::new(),
        }
    }

    /// Whether the flag of a name is set; absent means no.
    pub fn flag(&self, name: &str) -> bool {
        matches!(self.get(name), Some(Param::Bool(true)))
    }
}

/// What a measured value is held against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// ≥.
    AtLeast(Threshold),
    /// ≤.
    AtMost(Threshold),
    /// \>.
    MoreThan(Threshold),
    /// <.
    LessThan(Threshold),
    /// =.
    Exactly(Threshold),
    /// min ≤ value ≤ max.
    Between {
        /// Least value allowed.
        min: Decimal,
        /// Greatest value allowed.
        max: Decimal,
        /// Unit of both.
        unit: Unit,
    },
    /// The measure is true.
    Holds,
    /// The measured set holds all of these.
    Includes(Vec<String>),
    /// The measured set holds one of these at least.
    IncludesAny(Vec<String>),
}

impl Test {
    /// The key of the test in plan files.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::AtLeast(_) => "at-least",
            Self::AtMost(_) => "at-most",
            Self::MoreThan(_) => "more-than",
            Self::LessThan(_) => "less-than",
            Self::Exactly(_) => "exactly",
            Self::Between { .. } => "between",
            Self::Holds => "holds",
            Self::Includes(_) => "includes",
            Self::IncludesAny(_) => "includes-any",
        }
    }

    /// The threshold of a test that has one.
    pub const fn threshold(&self) -> Option<&Threshold> {
        match self {
            Self::AtLeast(limit)
            | Self::AtMost(limit)
            | Self::MoreThan(limit)
            | Self::LessThan(limit)
            | Self::Exactly(limit) => Some(limit),
            Self::Between { .. } | Self::Holds | Self::Includes(_) | Self::IncludesAny(_) => None,
        }
    }

    /// The unit of a test that compares figures.
    pub const fn unit(&self) -> Option<Unit> {
        match self {
            Self::Between { unit, .. } => Some(*unit),
            _ => match self.threshold() {
                Some(limit) => Some(limit.unit),
                None => None,
            },
        }
    }
}

/// A figure with its unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Threshold {
    /// Unit.
    pub unit: Unit,
    /// The figure.
    pub value: Level,
}

/// The figure of a threshold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Level {
    /// One figure for all.
    Fixed(Decimal),
    /// One figure a tier, by tier id, in the plan's order of tiers.
    ByTier(Vec<(String, Decimal)>),
}

impl Level {
    /// The figure for a tier; `None` when it depends on the tier and that one has no figure or is unknown.
    pub fn of(&self, tier: Option<&str>) -> Option<Decimal> {
        match self {
            Self::Fixed(value) => Some(*value),
            Self::ByTier(cells) => tier.and_then(|tier| cells.iter().find(|(id, _)| id == tier)).map(|(_, v)| *v),
        }
    }
}

/// Days on which a criterion applies, both ends included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Validity {
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub until: Option<NaiveDate>,
}

impl Validity {
    /// Whether a day lies within.
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_criterion_applies_on_both_of_its_days_and_between() {
        let day = |day: u32| NaiveDate::from_ymd_opt(2023, 5, day).unwrap();
        let both = Validity { from: Some(day(10)), until: Some(day(20)) };
        let held: Vec<bool> = [9, 10, 15, 20, 21].into_iter().map(|each| both.contains(day(each))).collect();
        assert_eq!(held, [false, true, true, true, false]);
        assert!(Validity { from: None, ..both }.contains(day(1)));
        assert!(Validity { until: None, ..both }.contains(day(31)));
        assert!(Validity::default().contains(day(1)));
    }
}
