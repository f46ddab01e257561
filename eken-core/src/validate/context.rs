//! What a rule sees: the facts, the law, and an index over identifiers.

use std::cell::{Cell, OnceCell};
use std::collections::BTreeSet;

use super::identity::Identities;
use super::ids::Ids;
use super::rule::Skip;
use super::tour::Tour;
use super::turnover::Turnovers;
use crate::model::Dossier;
use crate::model::kind::Maybe;
use crate::plan::Plan;
use crate::quantity::Date;

/// The facts and the law, indexed. What several rules look at is gathered once, when the first of them asks.
#[derive(Clone, Debug)]
pub struct Context<'a> {
    /// The dossier.
    pub dossier: &'a Dossier,
    /// The plan.
    pub plan: &'a Plan,
    /// The identifiers of each section that has any, by its name.
    ids: Vec<(&'static str, Ids<'a>)>,
    /// The section that was looked up last: references into one come in a row.
    last: Cell<usize>,
    /// The sections that hold a record whose identifier is faulty.
    unsure: BTreeSet<&'static str>,
    turnovers: OnceCell<Turnovers<'a>>,
    tour: OnceCell<Tour>,
    identities: OnceCell<Identities<'a>>,
    attended: OnceCell<Ids<'a>>,
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
        let mut sections: Vec<(&'static str, Vec<(&'a str, usize)>)> = Vec::new();
        let mut unsure = BTreeSet::new();
        dossier.each_id(|section, index, id| match id {
            Maybe::Known(id) => match sections.last_mut().filter(|(last, _)| *last == section) {
                Some((_, ids)) => ids.push((id.as_str(), index)),
                None => sections.push((section, vec![(id.as_str(), index)])),
            },
            Maybe::Faulty(_) => {
                unsure.insert(section);
            }
            _ => {}
        });
        sections.sort_unstable_by_key(|(section, _)| *section);
        let ids = sections.into_iter().map(|(section, ids)| (section, Ids::of(ids.into_iter()))).collect();
        let (turnovers, tour, identities, attended) = Default::default();
        Self { dossier, plan, ids, last: Cell::new(0), unsure, turnovers, tour, identities, attended }
    }

    /// The sales of the entities.
    pub(super) fn turnovers(&self) -> &Turnovers<'a> {
        self.turnovers.get_or_init(|| Turnovers::of(self.dossier))
    }

    /// What one walk over every value found.
    pub(super) fn tour(&self) -> &Tour {
        self.tour.get_or_init(|| Tour::of(self))
    }

    /// The resident ids of the trainees.
    pub(super) fn identities(&self) -> &Identities<'a> {
        self.identities.get_or_init(|| Identities::of(self.dossier))
    }

    /// The trainees on the lists of attendance.
    pub(super) fn attended(&self) -> &Ids<'a> {
        self.attended.get_or_init(|| {
            let sessions = self.dossier.sessions.items.items();
            let listed = sessions.iter().flat_map(|session| session.attendance.items());
            Ids::of(listed.map(|trainee| (trainee.as_str(), 0)))
        })
    }

    /// The day up to which the dossier speaks.
    pub fn as_of(&self) -> Option<Date> {
        self.dossier.as_of.get()
    }

    /// The identifiers of each section that has any, by the name of the section.
    pub fn ids(&self) -> impl Iterator<Item = (&'static str, &Ids<'a>)> {
        self.ids.iter().map(|(section, ids)| (*section, ids))
    }

    /// The identifiers of one section, if it has any.
    pub fn ids_of(&self, section: &str) -> Option<&Ids<'a>> {
        if let Some((_, ids)) = self.ids.get(self.last.get()).filter(|(name, _)| *name == section) {
            return Some(ids);
        }
        let at = self.ids.binary_search_by_key(&section, |(name, _)| *name).ok()?;
        self.last.set(at);
        self.ids.get(at).map(|(_, ids)| ids)
    }

    /// The index of the first record of an identifier in a section.
    pub fn first_of(&self, section: &str, id: &str) -> Option<usize> {
        self.ids_of(section)?.get(id).first().map(|(_, index)| *index)
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
