//! Who attended training by the as-of date, as far as the attendance lists tell.

use std::collections::BTreeSet;

use super::lack::Lack;
use super::measured::{Case, field_lack, section_lacks};
use super::truth::Truth;
use super::view::View;
use crate::model::Trainee;

/// The trainees on the lists of sessions held by the as-of date.
#[derive(Clone, Debug)]
pub(super) struct Attended<'a> {
    sure: BTreeSet<&'a str>,
    maybe: BTreeSet<&'a str>,
    lacks: Vec<Lack>,
}

impl<'a> Attended<'a> {
    /// Reads the lists of every session.
    pub(super) fn by_lists(view: &View<'a>) -> Self {
        let sessions = &view.dossier.sessions;
        let mut out =
            Self { sure: BTreeSet::new(), maybe: BTreeSet::new(), lacks: section_lacks(view, "sessions", sessions) };
        for (index, session) in sessions.iter() {
            let held = view.happened(&session.date);
            let names = session.attendance.items().iter().map(|trainee| trainee.as_str());
            match held {
                Truth::Yes => out.sure.extend(names),
                Truth::Unknown => {
                    out.maybe.extend(names);
                    out.lacks.push(field_lack("sessions", index, "date"));
                }
                Truth::No => continue,
            }
            // a head-count says that people came, not who
            if !session.attendance.is_whole() {
                out.lacks.push(field_lack("sessions", index, "attendance"));
            }
        }
        out
    }

    /// Whether the trainee of a file attended one session at least. What is missing beyond the file is in
    /// [`Attended::lacks`], once for all.
    pub(super) fn came(&self, index: usize, trainee: &Trainee) -> Case {
        let Some(id) = trainee.id.known().map(|id| id.as_str()) else {
            return Case::yes().field(Truth::Unknown, "trainees", index, "id");
        };
        let truth = if self.sure.contains(id) {
            Truth::Yes
        } else if self.lacks.is_empty() && !self.maybe.contains(id) {
            Truth::No
        } else {
            Truth::Unknown
        };
        Case { truth, lacks: Vec::new() }
    }

    /// Why someone may have attended of whom no list tells.
    pub(super) fn lacks(&self) -> &[Lack] {
        &self.lacks
    }
}
