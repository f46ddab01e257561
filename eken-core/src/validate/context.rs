//! What a rule sees: the facts, the law, and an index over identifiers made in one walk.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use super::rule::Skip;
use super::turnover::Turnovers;
use crate::model::Dossier;
use crate::model::kind::{Leaf, Step, Value, Walker};
use crate::plan::Plan;
use crate::quantity::Date;

/// Places of the records of one section by identifier: their indices in the file.
pub type Ids = BTreeMap<Box<str>, Vec<usize>>;

/// The facts and the law, indexed.
#[derive(Clone, Debug)]
pub struct Context<'a> {
    /// The dossier.
    pub dossier: &'a Dossier,
    /// The plan.
    pub plan: &'a Plan,
    ids: BTreeMap<&'static str, Ids>,
    unsure: BTreeSet<&'static str>,
    /// Made when a rule first asks.
    turnovers: OnceCell<Turnovers<'a>>,
}

/// What came of looking for an identifier in a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// There is such a record.
    There,
    /// There is none, and the section is whole.
    Nowhere,
    /// There is none among the records that were read; it may be among those that are lacking.
    CannotTell(Skip),
}

impl<'a> Context<'a> {
    pub(super) fn new(dossier: &'a Dossier, plan: &'a Plan) -> Self {
        let mut index = Index::default();
        dossier.walk(&Step::Root, &mut index);
        Self { dossier, plan, ids: index.ids, unsure: index.unsure, turnovers: OnceCell::new() }
    }

    /// The sales of the entities.
    pub(super) fn turnovers(&self) -> &Turnovers<'a> {
        self.turnovers.get_or_init(|| Turnovers::of(self.dossier))
    }

    /// The day up to which the dossier speaks.
    pub fn as_of(&self) -> Option<Date> {
        self.dossier.as_of.get()
    }

    /// The identifiers of each section that has any, section by section.
    pub fn ids(&self) -> impl Iterator<Item = (&'static str, &Ids)> {
        self.ids.iter().map(|(section, ids)| (*section, ids))
    }

    /// The identifiers of one section with their records, in order.
    pub fn ids_of(&self, section: &str) -> impl Iterator<Item = (&str, &[usize])> {
        self.ids.get(section).into_iter().flatten().map(|(id, at)| (&**id, at.as_slice()))
    }

    /// The index of the first record of an identifier in a section.
    pub fn first_of(&self, section: &str, id: &str) -> Option<usize> {
        self.ids.get(section)?.get(id)?.first().copied()
    }

    /// Looks for a record. A section that says nothing of its completeness counts as complete here, so that a reference into
    /// it can be checked; one that says it is incomplete, or has records that were refused or whose identifier is faulty,
    /// does not.
    pub fn look_up(&self, section: &str, id: &str) -> Lookup {
        if self.first_of(section, id).is_some() {
            return Lookup::There;
        }
        match self.gap(section) {
            None => Lookup::Nowhere,
            Some(why) => Lookup::CannotTell(why),
        }
    }

    /// Why a record that is not found in a section may exist all the same.
    pub fn gap(&self, section: &str) -> Option<Skip> {
        match self.dossier.section(section) {
            Some(state) if state.given => {
                (state.declared_incomplete || state.refused > 0 || state.unread || self.unsure.contains(section))
                    .then_some(Skip::SectionIncomplete)
            }
            _ => Some(Skip::SectionAbsent),
        }
    }
}

#[derive(Default)]
struct Index {
    ids: BTreeMap<&'static str, Ids>,
    unsure: BTreeSet<&'static str>,
}

impl Walker for Index {
    fn leaf(&mut self, at: &Step<'_>, leaf: Leaf<'_>) {
        match leaf {
            Leaf::Id(id) => {
                if let Some((section, index)) = record_of(at) {
                    let ids = self.ids.entry(section).or_default();
                    match ids.get_mut(id) {
                        Some(records) => records.push(index),
                        None => {
                            ids.insert(id.into(), vec![index]);
                        }
                    }
                }
            }
            Leaf::Faulty => {
                if let Some((section, _)) = record_of(at) {
                    self.unsure.insert(section);
                }
            }
            _ => {}
        }
    }
}

/// The section and the index of the record whose identifier stands here.
fn record_of(at: &Step<'_>) -> Option<(&'static str, usize)> {
    let Step::Key(Step::Index(Step::Key(Step::Key(Step::Root, section), "items"), index), "id") = at else {
        return None;
    };
    Dossier::SECTIONS.iter().find(|name| *name == section).map(|name| (*name, *index))
}
