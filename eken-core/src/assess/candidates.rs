//! Facilities that may hold a role: one of them is judged, on all criteria.

use super::lack::{Lack, Note, NoteKind};
use super::measured::{Case, field_lack, section_lacks};
use super::truth::Truth;
use super::verdict::Verdict;
use super::view::View;
use crate::model::kind::Code;
use crate::model::{Facility, FacilityRole};

/// A facility that holds a role, or may.
#[derive(Clone, Debug)]
pub(super) struct Candidate<'a> {
    pub(super) index: usize,
    pub(super) facility: &'a Facility,
    pub(super) case: Case,
}

impl<'a> Candidate<'a> {
    /// The identifier, to choose between equals whatever their order.
    pub(super) fn id(&self) -> &'a str {
        self.facility.id.known().map_or("", |id| id.as_str())
    }
}

/// The facilities that hold a role at the as-of date, or may.
pub(super) fn candidates<'a>(view: &View<'a>, role: &str) -> Vec<Candidate<'a>> {
    let Some(role) = FacilityRole::from_code(role) else { return Vec::new() };
    view.dossier
        .facilities
        .iter()
        .filter_map(|(index, facility)| {
            let case = Case::yes()
                .field(holds_role(facility, role), "facilities", index, "roles")
                .field(view.happened(&facility.opened), "facilities", index, "opened")
                .field(view.ended(&facility.closed).not(), "facilities", index, "closed");
            (case.truth != Truth::No).then_some(Candidate { index, facility, case })
        })
        .collect()
}

/// Whether a facility holds a role.
pub(super) fn holds_role(facility: &Facility, role: FacilityRole) -> Truth {
    let roles = &facility.roles;
    if roles.items().iter().any(|held| held.role.get() == Some(role)) {
        Truth::Yes
    } else if roles.is_whole() && roles.items().iter().all(|held| held.role.get().is_some()) {
        Truth::No
    } else {
        Truth::Unknown
    }
}

/// What may be wrong with the choice of a facility.
#[derive(Clone, Debug, Default)]
pub(super) struct Doubt {
    /// The facility chosen may not hold the role: what it reaches is not settled.
    pub(super) role: Vec<Lack>,
    /// Other facilities may hold the role: what the one chosen misses is not settled.
    pub(super) others: Vec<Lack>,
}

impl Doubt {
    pub(super) fn about(view: &View<'_>, chosen: Option<&Candidate<'_>>) -> Self {
        let role = match chosen {
            Some(candidate) if candidate.case.truth == Truth::Unknown => candidate.case.lacks.clone(),
            _ => Vec::new(),
        };
        Self { role, others: section_lacks(view, "facilities", &view.dossier.facilities) }
    }

    /// The verdict under the doubt, and what would dispel it.
    pub(super) fn weigh(self, verdict: Verdict, lacks: &mut Vec<Lack>) -> Verdict {
        let (doubted, lack) = match verdict {
            Verdict::Met | Verdict::MetByExemption => (!self.role.is_empty(), self.role),
            Verdict::NotMet => (!self.others.is_empty(), self.others),
            Verdict::Open => {
                lacks.extend(self.role);
                return verdict;
            }
            Verdict::NotApplicable | Verdict::Conflict => return verdict,
        };
        if !doubted {
            return verdict;
        }
        lacks.extend(lack);
        Verdict::Open
    }
}

/// A note that several facilities hold the role.
pub(super) fn several(found: usize) -> Option<Note> {
    (found > 1).then(|| Note::new(NoteKind::Candidates, "/facilities", vec![("count", found.into())]))
}

/// The lack of a field of a facility.
pub(super) fn facility_lack(index: usize, field: &'static str) -> Lack {
    field_lack("facilities", index, field)
}
