//! What a rule is, and what it reports to.

use crate::finding::Spec;
use crate::json::Param;
use crate::model::kind::Maybe;
use crate::words::Label;

use super::context::Context;
use super::report::Report;

/// A rule: what it looks for, in words and in code.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Code, severity, clauses, words and example.
    pub spec: Spec,
    /// The check. It reports every fault that it finds, and what it could not look at.
    pub check: fn(&Context<'_>, &mut Found<'_>),
}

/// Why a rule could not be evaluated on something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Skip {
    /// The section that it needs is not in the dossier.
    SectionAbsent,
    /// The section that it needs is not complete or has refused records.
    SectionIncomplete,
    /// A value that it needs is faulty.
    Faulty,
}

impl Skip {
    /// Every reason.
    pub const ALL: [Self; 3] = [Self::SectionAbsent, Self::SectionIncomplete, Self::Faulty];

    /// The code in JSON.
    pub const fn code(self) -> &'static str {
        match self {
            Self::SectionAbsent => "section-absent",
            Self::SectionIncomplete => "section-incomplete",
            Self::Faulty => "faulty",
        }
    }

    /// What it means.
    pub const fn label(self) -> Label {
        match self {
            Self::SectionAbsent => Label::new("所需分节未报", "the section it needs is not filed"),
            Self::SectionIncomplete => {
                Label::new("所需分节未列全或有无法读取的记录", "the section it needs is incomplete")
            }
            Self::Faulty => Label::new("所需数值有误", "a value it needs is faulty"),
        }
    }
}

/// Where a rule reports.
#[derive(Debug)]
pub struct Found<'a> {
    spec: &'static Spec,
    report: &'a mut Report,
}

impl<'a> Found<'a> {
    pub(super) const fn new(spec: &'static Spec, report: &'a mut Report) -> Self {
        Self { spec, report }
    }

    /// A fault at a pointer.
    pub fn at(&mut self, pointer: impl Into<String>, params: Vec<(&'static str, Param)>) {
        self.report.fault(self.spec, pointer.into(), params);
    }

    /// The value of a field that the rule looks at. What is absent or missing is passed over; what is faulty is noted as
    /// not looked at.
    pub fn value<'v, T>(&mut self, field: &'v Maybe<T>, pointer: impl FnOnce() -> String) -> Option<&'v T> {
        if let Maybe::Faulty(_) = field {
            self.skip(pointer(), Skip::Faulty);
        }
        field.known()
    }

    /// Something at a pointer that the rule could not look at.
    pub fn skip(&mut self, pointer: impl Into<String>, why: Skip) {
        self.report.skip(self.spec.code, pointer, why);
    }
}
