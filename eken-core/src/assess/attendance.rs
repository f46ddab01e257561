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
        let mut sure = Vec::new();
        let mut lacks = section_lacks(view, "sessions", sessions);
        for (index, session) in sessions.iter() {
            let names = session.attendance.items().iter().map(|trainee| (trainee.as_str(), index));
            match view.happened(&session.date) {
                Truth::Yes => sure.extend(names),
                Truth::Unknown => lacks.push(field_lack("sessions", index, "date")),
                Truth::No => continue,
            }
            // a head-count says that people came, not who
            if !session.attendance.is_whole() {
                lacks.push(field_lack("sessions", index, "attendance"));
            }
        }
        let sure = Ids::of(sure.into_iter());
        let mut came = Vec::new();
        for (index, trainee) in view.dossier.trainees.iter() {
            let id = trainee.id.known().map(|id| id.as_str());
            came.resize(index, Truth::Unknown);
            came.push(match id {
                Some(id) if !sure.get(id).is_empty() => Truth::Yes,
                // whoever is on no list came to no session, once every list is told and of a known day
                Some(_) if lacks.is_empty() => Truth::No,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::measure::testing::viewed;
    use crate::quantity::Date;

    #[test]
    fn the_lists_are_read_for_the_day_that_is_looked_at() {
        let text = r#"{"schema_version":1,"as_of":"2023-12-31","trainees":{"items":[{"id":"T1"},{"id":"T2"},{}]},
            "sessions":{"complete":true,"items":[{"id":"S1","date":"2023-03-01","attendance":["T1"]},
            {"id":"S2","date":"2023-11-01","attendance":["T2"]}]}}"#;
        viewed(2023, text, &[], |view| {
            let on = |day: &str| {
                let view = View { as_of: Date::parse(day).unwrap(), ..*view };
                let attended = Attended::by_lists(&view);
                let came = |(index, trainee)| attended.came(index, trainee).truth;
                view.dossier.trainees.iter().map(came).collect::<Vec<_>>()
            };
            // the first is kept for the days after it
            let (yes, no, unknown) = (Truth::Yes, Truth::No, Truth::Unknown);
            assert_eq!(on("2023-12-31"), [yes, yes, unknown]);
            assert_eq!(on("2023-06-30"), [yes, no, unknown]);
            assert_eq!(on("2023-01-31"), [no, no, unknown]);
            assert_eq!(on("2023-12-31"), [yes, yes, unknown]);
        });
    }

    #[test]
    fn who_is_on_no_list_may_have_come_while_a_day_or_a_list_is_not_known() {
        let came = |session: &str| {
            let text = format!(
                r#"{{"schema_version":1,"as_of":"2023-12-31","trainees":{{"items":[{{"id":"T1"}},{{"id":"T2"}}]}},
                "sessions":{{"complete":true,"items":[{{"id":"S1","date":"2023-03-01","attendance":["T1"]}},{session}]}}}}"#
            );
            viewed(2023, &text, &[], |view| {
                let attended = Attended::by_lists(view);
                let lacking: Vec<String> = attended.lacks().iter().map(|lack| lack.pointer.clone()).collect();
                let came = |(index, trainee)| attended.came(index, trainee).truth;
                (view.dossier.trainees.iter().map(came).collect::<Vec<_>>(), lacking)
            })
        };
        let (yes, no, unknown) = (Truth::Yes, Truth::No, Truth::Unknown);
        assert_eq!(came(r#"{"id":"S2","date":"2023-04-01","attendance":[]}"#), (vec![yes, no], vec![]));
        let undated = "/sessions/items/1/date".to_owned();
        assert_eq!(came(r#"{"id":"S2","attendance":["T2"]}"#), (vec![yes, unknown], vec![undated.clone()]));
        assert_eq!(came(r#"{"id":"S2","attendance":["T9"]}"#), (vec![yes, unknown], vec![undated]));
        let unlisted = "/sessions/items/1/attendance".to_owned();
        assert_eq!(came(r#"{"id":"S2","date":"2023-04-01"}"#), (vec![yes, unknown], vec![unlisted]));
    }
}
