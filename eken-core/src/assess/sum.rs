//! A sum of parts in three-valued logic: what is there for sure, and what there may be.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::lack::Lack;
use super::measured::{Case, Measured, Value, record_pointer, section_lacks};
use super::repeated::Repeated;
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
    section: &'static str,
    repeated: Rc<Repeated>,
    shared: BTreeMap<usize, Vec<(usize, Case, Part)>>,
    least: Exact,
    most: Option<Exact>,
    evidence: Vec<String>,
    lacks: Vec<Lack>,
}

impl Sum {
    /// An empty sum; nothing bounds it from above while records of the section may be missing.
    pub(super) fn over<T: Record>(view: &View<'_>, section: &'static str, records: &Section<T>) -> Self {
        Self::grouped(view, section, records, Rc::new(Repeated::of(records)))
    }

    /// An empty sum over records of which these may be one and the same.
    pub(super) fn grouped<T: Record>(
        view: &View<'_>,
        section: &'static str,
        records: &Section<T>,
        repeated: Rc<Repeated>,
    ) -> Self {
        let lacks = section_lacks(view, section, records);
        Self {
            section,
            repeated,
            shared: BTreeMap::new(),
            least: Exact::zero(),
            most: lacks.is_empty().then(Exact::zero),
            evidence: vec![],
            lacks,
        }
    }

    /// Adds the part of one record, if the record counts. Records that share an identifier may be one and the same: together
    /// they give the least of their parts at least, if each counts, and all of them at most.
    pub(super) fn add(&mut self, index: usize, case: Case, part: Part) {
        match self.repeated.group(index) {
            Some(group) => self.shared.entry(group).or_default().push((index, case, part)),
            None => self.add_one(record_pointer(self.section, index), case, part),
        }
    }

    fn add_one(&mut self, pointer: String, case: Case, part: Part) {
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

    /// Adds the records that share an identifier.
    fn settle(&mut self) {
        if self.shared.is_empty() {
            return;
        }
        let sizes = self.repeated.sizes();
        for (group, parts) in std::mem::take(&mut self.shared) {
            let every =
                Some(&parts.len()) == sizes.get(&group) && parts.iter().all(|(_, case, _)| case.truth == Truth::Yes);
            if let Some(least) = parts.iter().map(|(_, _, part)| &part.least).min().filter(|_| every) {
                self.least = self.least.plus(least);
            }
            let counted = parts.into_iter().filter(|(_, case, _)| case.truth != Truth::No);
            let mut indices = BTreeSet::new();
            for (index, mut case, part) in counted {
                let pointer = record_pointer(self.section, index);
                if every {
                    self.evidence.push(pointer.clone());
                }
                case.truth = Truth::Unknown;
                self.add_one(pointer, case, part);
                indices.insert(index);
            }
            self.lacks.extend(Repeated::lacks(self.section, &indices));
        }
    }

    /// The sum as bounds.
    pub(super) fn finish(mut self) -> Measured {
        self.settle();
        Measured {
            evidence: self.evidence,
            lacks: self.lacks,
            ..Measured::of(Value::Number { least: self.least, most: self.most })
        }
    }
}
