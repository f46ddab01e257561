//! The plan as a whole, and what it says besides indicators: documents, tiers, groups, departments, phases.

use crate::plan::{Clause, Indicator, Reading};
use crate::quantity::Date;
use crate::words::{Label, Words};

/// A plan: everything that an assessment takes from the law.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Id, such as `yuanqu-2023`.
    pub id: String,
    /// Title in words of our own.
    pub title: Words,
    /// Id of the plan that this one was laid over; what is inherited is already merged in.
    pub base: Option<String>,
    /// Documents the plan rests on.
    pub documents: Vec<Document>,
    /// Number of the document whose text the clause spans lie in, unless a clause names another.
    pub source: Option<String>,
    /// County tiers (县域类型), highest first.
    pub tiers: Vec<Tier>,
    /// Groups of indicators, in the order of the annex.
    pub groups: Vec<Group>,
    /// Bodies that answer for indicators.
    pub departments: Vec<Department>,
    /// Phases (实施进度), in order.
    pub phases: Vec<Phase>,
    /// The leading group (领导小组) by post, where the plan sets one up.
    pub leading_group: Option<LeadingGroup>,
    /// Register of readings: the points left open. The general rule comes first.
    pub readings: Vec<Reading>,
    /// Register of clauses.
    pub clauses: Vec<Clause>,
    /// Binding indicators (约束性指标), in the order of the annex.
    pub indicators: Vec<Indicator>,
    /// Targets of the plan beyond the binding indicators.
    pub targets: Vec<Indicator>,
}

impl Plan {
    /// The indicator or target of an id.
    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.indicators.iter().chain(&self.targets).find(|item| item.id == id)
    }

    /// The reading of an id.
    pub fn reading(&self, id: &str) -> Option<&Reading> {
        self.readings.iter().find(|item| item.id == id)
    }

    /// The clause of an id.
    pub fn clause(&self, id: &str) -> Option<&Clause> {
        self.clauses.iter().find(|item| item.id == id)
    }

    /// The department of an id.
    pub fn department(&self, id: &str) -> Option<&Department> {
        self.departments.iter().find(|item| item.id == id)
    }

    /// The tier of an id.
    pub fn tier(&self, id: &str) -> Option<&Tier> {
        self.tiers.iter().find(|item| item.id == id)
    }

    /// The phase of an id.
    pub fn phase(&self, id: &str) -> Option<&Phase> {
        self.phases.iter().find(|item| item.id == id)
    }

    /// Computable clauses that no indicator or target cites and that name no rule: what is law and not yet assessed.
    pub fn uncovered_clauses(&self) -> Vec<&Clause> {
        let cited: Vec<&str> =
            self.indicators.iter().chain(&self.targets).flat_map(|item| item.cited_clauses()).collect();
        self.clauses
            .iter()
            .filter(|clause| clause.class == crate::plan::ClauseClass::Computable)
            .filter(|clause| clause.rule.is_none() && !cited.contains(&clause.id.as_str()))
            .collect()
    }
}

/// A document the plan rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Document number (文号).
    pub number: String,
    /// Who issued it.
    pub issuer: Words,
    /// Date of issue as far as known: year, month or day.
    pub date: Option<String>,
    /// Whether the link between the plan and this document is inferred.
    pub inferred: bool,
    /// What the plan takes from it, or why the link is inferred.
    pub note: Option<Words>,
}

/// A county tier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tier {
    /// Id, such as `key_assistance`.
    pub id: String,
    /// Its name.
    pub label: Words,
}

/// A group of indicators.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Id: the numeral of the annex.
    pub id: String,
    /// Title in words of our own.
    pub title: Words,
}

/// A body that answers for indicators.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Department {
    /// Id, such as `statistics`.
    pub id: String,
    /// Its name.
    pub label: Words,
    /// Clauses that state its duties.
    pub cites: Vec<String>,
    /// Whether its links to indicators are inferred.
    pub inferred: bool,
}

/// A calendar month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// Year.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u32,
}

impl Month {
    /// First day.
    pub fn first_day(self) -> Option<Date> {
        Date::new(self.year, self.month, 1)
    }

    /// Last day.
    pub fn last_day(self) -> Option<Date> {
        Date::last_of_month(self.year, self.month)
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// A phase of the programme, to the month, both ends included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phase {
    /// Id, such as `acceptance`.
    pub id: String,
    /// Its name.
    pub label: Words,
    /// First month.
    pub from: Month,
    /// Last month.
    pub until: Month,
    /// Clauses.
    pub clauses: Vec<String>,
}

/// The leading group by post: names of persons are no data of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeadingGroup {
    /// Clauses.
    pub clauses: Vec<String>,
    /// Seats, in the order of the plan.
    pub seats: Vec<Seat>,
}

/// A seat in the leading group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Role in the group.
    pub role: SeatRole,
    /// Post whose holder takes the seat.
    pub post: Words,
    /// Department of the post, where it is one of the plan's.
    pub department: Option<String>,
}

/// Role of a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SeatRole {
    /// Head (组长).
    Head,
    /// Deputy head (副组长).
    Deputy,
    /// Member (成员).
    Member,
    /// Head of the office (办公室主任).
    OfficeHead,
}

impl SeatRole {
    /// Every role.
    pub const ALL: [Self; 4] = [Self::Head, Self::Deputy, Self::Member, Self::OfficeHead];

    /// The code used in plan files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Deputy => "deputy",
            Self::Member => "member",
            Self::OfficeHead => "office-head",
        }
    }

    /// What it is called.
    pub const fn label(self) -> Label {
        match self {
            Self::Head => Label::new("组长", "head"),
            Self::Deputy => Label::new("副组长", "deputy head"),
            Self::Member => Label::new("成员", "member"),
            Self::OfficeHead => Label::new("办公室主任", "head of the office"),
        }
    }

    /// The role of a code, if it is one.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}
