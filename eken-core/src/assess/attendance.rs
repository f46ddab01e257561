//! Who attended training by the as-of date, as far as the attendance lists tell.

use std::borrow::Cow;

use super::lack::Lack;
use super::measured::{Case, field_lack, section_lacks};
use super::truth::Truth;
use super::view::View;
use crate::model::Trainee;
use crate::validate::Ids;

/// Which trainees are on the lists of sessions held by the as-of date.
#[derive(Clone, Debug)]
pub(super) struct Attended {
    /// By the index of the file.
    came: Vec<Truth>,
    lacks: Vec<Lack>,
}

impl Attended {
    /// Reads the lists of every session. They are read once for the as-of date of an assessment.
    pub(super) fn by_lists<'a>(view: &View<'a>) -> Cow<'a, Self> {
        let (day, attended) = view.index.attended.get_or_init(|| (view.as_of, Self::read(view)));
        if *day == view.as_of { Cow::Borrowed(attended) } else { Cow::Owned(Self::read(view)) }
    }

    fn read(view: &View<'_>) -> Self {
        let sessions = &view.dossier.sessions;
        let (mut sure, mut maybe) = (Vec::new(), Vec::new());
        let mut lacks = section_lacks(view, "sessions", sessions);
        for (index, session) in sessions.iter() {
            let names = session.attendance.items().iter().map(|trainee| (trainee.as_str(), index));
            match view.happened(&session.date) {
                Truth::Yes => sure.extend(names),
                Truth::Unknown => {
                    maybe.extend(names);
                    lacks.push(field_lack("sessions", index, "date"));
                }
                Truth::No => continue,
            }
            // a head-count says that people came, not who
            if !session.attendance.is_whole() {
                lacks.push(field_lack("sessions", index, "attendance"));
            }
        }
        let (sure, maybe) = (Ids::of(sure.into_iter()), Ids::of(maybe.into_iter()));
        let mut came = Vec::new();
        for (index, trainee) in view.dossier.trainees.iter() {
            let id = trainee.id.known().map(|id| id.as_str());
            came.resize(index, Truth::Unknown);
            came.push(match id {
                Some(id) if !sure.get(id).is_empty() => Truth::Yes,
                Some(id) if lacks.is_empty() && maybe.get(id).is_empty() => Truth::No,
                _ => Truth::Unknown,
            });
        }
        Self { came, lacks }
    }

    /// Whether the trainee of a file attended one session at least. What is missing beyond the file is in
    /// [`Attended::lacks`], once for all.
    pub(super) fn came(&self, index: usize, trainee: &Trainee) -> Case {
        if trainee.id.known().is_none() {
            return Case::yes().field(Truth::Unknown, "trainees", index, "id");
        }
        Case { truth: self.came.get(index).copied().unwrap_or(Truth::Unknown), lacks: Vec::new() }
    }

    /// Why someone may have attended of whom no list tells.
    pub(super) fn lacks(&self) -> &[Lack] {
        &self.lacks
    }
}
