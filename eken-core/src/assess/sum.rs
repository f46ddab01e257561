//! A sum of parts in three-valued logic: what is there for sure, and what there may be.

use super::lack::Lack;
use super::measured::{Case, Measured, Value, section_lacks};
use super::truth::Truth;
use super::view::View;
use crate::model::kind::{Record, Section};
use crate::quantity::Exact;

/// One part of a sum: never below zero.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// Least it can be.
    pub(super) least: Exact,
    /// Most it can be, if anything bounds it.
    pub(super) most: Option<Exact>,
    /// What would settle it, where it is not settled.
    pub(super) lacks: Vec<Lack>,
}

impl Part {
    /// A part that is known.
    pub(super) fn known(number: Exact) -> Self {
        Self { least: number.clone(), most: Some(number), lacks: vec![] }
    }

    /// A part of which nothing is known but that it is not negative.
    pub(super) fn unknown(lack: Lack) -> Self {
        Self { least: Exact::zero(), most: None, lacks: vec![lack] }
    }

    /// A part between two counts.
    pub(super) fn between(least: usize, most: usize) -> Self {
        Self { least: Exact::count(least), most: Some(Exact::count(most)), lacks: vec![] }
    }
}

/// A sum over the records of a section.
#[derive(Clone, Debug)]
pub(super) struct Sum {
    least: Exact,
    most: Option<Exact>,
    evidence: Vec<String>,
    lacks: Vec<Lack>,
}

impl Sum {
    /// An empty sum; nothing bounds it from above while records of the section may be missing.
    pub(super) fn over<T: Record>(view: &View<'_>, section: &'static str, records: &Section<T>) -> Self {
        let lacks = section_lacks(view, section, records);
        Self { least: Exact::zero(), most: lacks.is_empty().then(Exact::zero), evidence: vec![], lacks }
    }

    /// Adds the part of one record, if the record counts.
    pub(super) fn add(&mut self, pointer: String, case: Case, part: Part) {
        if case.truth == Truth::No {
            return;
        }
        if case.truth == Truth::Yes {
            self.least = self.least.plus(&part.least);
            self.evidence.push(pointer);
        }
        self.most = self.most.take().zip(part.most).map(|(sum, most)| sum.plus(&most));
        self.lacks.extend(case.lacks);
        self.lacks.extend(part.lacks);
    }

    /// The sum as bounds.
    pub(super) fn finish(self) -> Measured {
        Measured {
            evidence: self.evidence,
            lacks: self.lacks,
            ..Measured::of(Value::Number { least: self.least, most: self.most })
        }
    }
}
