//! `training-person-times`: attendances at training sessions.

use std::collections::BTreeSet;

use super::registry::{Measure, MeasureParam, Run, ValueKind};
use crate::assess::lack::{Note, NoteKind};
use crate::assess::measured::{Case, Measured, Value, field_lack};
use crate::assess::sum::{Part, Sum};
use crate::assess::truth::Truth;
use crate::assess::view::{View, holds};
use crate::model::TrainingSession;
use crate::plan::Params;
use crate::quantity::{Exact, Quantity};
use crate::words::Label;

pub(super) static TRAINING_PERSON_TIMES: Measure = Measure {
    id: "training-person-times",
    label: Label::new("培训人次", "training person-times"),
    about: Label::new(
        "项目启动以来、评估时点以前各场培训的人次：按签到名单计，同一名单中同一人只计一次；没有名单的按申报人数计，二者不一致的以名单为准。\
         读法 R8 可把跨境培训另计，R31 可改为不重复的人数",
        "attendances at the sessions since the start of the programme and by the as-of date: from attendance lists, each \
         trainee once a session; by head-count where there is no list; where both exist, the list. R8 may leave cross-border \
         sessions out, R31 may count distinct persons",
    ),
    params: &[MeasureParam {
        name: "cross-border",
        label: Label::new("只计跨境培训", "cross-border sessions only"),
        required: false,
        values: &["true"],
    }],
    readings: &["R8", "R27", "R31"],
    annual: false,
    value: ValueKind::Number,
    run: Run::Town(run),
};

const SECTION: &str = "sessions";

fn run(view: &View<'_>, params: &Params) -> Measured {
    let sessions = &view.dossier.sessions;
    let mut sum = Sum::over(view, SECTION, sessions);
    let distinct = view.reads("R31", "distinct-persons");
    let mut persons = Persons::default();
    let (mut by_head_count, mut differing) = (0usize, 0usize);
    for (index, session) in sessions.iter() {
        let case = counts(view, params, index, session);
        if case.truth == Truth::No {
            continue;
        }
        by_head_count = by_head_count.saturating_add(usize::from(has_head_count_only(session)));
        differing = differing.saturating_add(usize::from(counts_differ(session)));
        let mut part = attendances(index, session);
        if distinct {
            persons.see(session, &case, &part);
            if has_head_count_only(session) {
                part.lacks.push(field_lack(SECTION, index, "attendance"));
            }
        }
        sum.add(index, case, part);
    }
    let mut measured = sum.finish();
    if distinct {
        measured.value = persons.bounds(measured.value);
    }
    for (kind, count) in [(NoteKind::HeadCount, by_head_count), (NoteKind::CountsDiffer, differing)] {
        if count > 0 {
            measured.notes.push(Note::new(kind, "/sessions", vec![("count", count.into())]));
        }
    }
    measured
}

/// Whether a session counts.
fn counts(view: &View<'_>, params: &Params, index: usize, session: &TrainingSession) -> Case {
    let case = view.fostered_case(&session.date, SECTION, index, "date");
    let cross_border = holds(&session.cross_border, |is| *is);
    if params.flag("cross-border") {
        case.field(cross_border, SECTION, index, "cross_border")
    } else if view.reads("R8", "beside") {
        case.field(cross_border.not(), SECTION, index, "cross_border")
    } else {
        case
    }
}

/// How many attended: those on the list, each once; the head-count where no list was written.
fn attendances(index: usize, session: &TrainingSession) -> Part {
    let list = &session.attendance;
    match session.head_count.known() {
        Some(count) if list.is_absent() => Part::known(Exact::decimal(count.number())),
        _ if list.is_given() => {
            let (least, most) = listed(session);
            let mut part = Part::between(least, most);
            if !list.is_whole() {
                part.lacks.push(field_lack(SECTION, index, "attendance"));
            }
            part
        }
        _ => Part::unknown(field_lack(SECTION, index, "attendance")),
    }
}

/// Persons on the list at least and at most: an entry that could not be read may be anyone.
fn listed(session: &TrainingSession) -> (usize, usize) {
    let persons = session.persons_listed();
    (persons, persons.saturating_add(session.attendance.refused()))
}

fn has_head_count_only(session: &TrainingSession) -> bool {
    session.attendance.is_absent() && session.head_count.known().is_some()
}

fn counts_differ(session: &TrainingSession) -> bool {
    let (least, most) = listed(session);
    session.attendance.is_given()
        && session.head_count.get().is_some_and(|count| {
            let count = Exact::decimal(count.number());
            count < Exact::count(least) || count > Exact::count(most)
        })
}

/// Distinct persons over all lists (R31): a session without a list may have been attended by anyone.
#[derive(Default)]
struct Persons<'a> {
    sure: BTreeSet<&'a str>,
    all: BTreeSet<&'a str>,
    /// The fullest session that counts for sure.
    fullest: Option<Exact>,
    /// Attendances that no name stands for, at most.
    nameless: Option<Exact>,
}

impl<'a> Persons<'a> {
    fn see(&mut self, session: &'a TrainingSession, case: &Case, part: &Part) {
        let names = session.attendance.items().iter().map(|trainee| trainee.as_str());
        if case.truth == Truth::Yes {
            self.sure.extend(names.clone());
            self.fullest = self.fullest.take().max(Some(part.least.clone()));
        }
        self.all.extend(names);
        let named = Exact::count(if session.attendance.is_given() { listed(session).0 } else { 0 });
        if let Some(most) = &part.most {
            let sum = self.nameless.take().unwrap_or_else(Exact::zero);
            self.nameless = Some(sum.plus(&most.minus(&named)));
        }
    }

    /// The bounds on persons, from those on attendances.
    fn bounds(self, attendances: Value) -> Value {
        let Value::Number { most, .. } = attendances else { return attendances };
        let nameless = self.nameless.unwrap_or_else(Exact::zero);
        Value::Number {
            least: Exact::count(self.sure.len()).max(self.fullest.unwrap_or_else(Exact::zero)),
            most: most.map(|_| Exact::count(self.all.len()).plus(&nameless)),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::assess::lack::{LackKind, NoteKind};
    use crate::assess::measure::testing::{Answer, measure, readings};

    const TOWN: &str = r#"{"schema_version":1,"as_of":"2023-12-31","town":{"name":"t","programme_start":"2023-04"},
        "sessions":{"complete":true,"items":[
        {"id":"C1","date":"2023-05-10","cross_border":false,"attendance":["T1","T2","T3","T2"],"head_count":4},
        {"id":"C2","date":"2023-06-10","cross_border":true,"attendance":["T1","T4"],"head_count":2},
        {"id":"C3","date":"2023-07-10","cross_border":false,"head_count":10},
        {"id":"C4","date":"2022-07-10","cross_border":false,"attendance":["T1","T9"]},
        {"id":"C5","date":"2024-01-10","cross_border":true,"attendance":["T1","T9"]}]}}"#;

    fn times(text: &str, readings: &[(&str, &str)]) -> Answer {
        measure("training-person-times", &[], text, readings)
    }

    #[test]
    fn attendances_since_the_start_and_by_the_day_add_up() {
        let answer = times(TOWN, &[]);
        assert_eq!(answer.to_string(), "15");
        assert_eq!(answer.0.evidence, ["/sessions/items/0", "/sessions/items/1", "/sessions/items/2"]);
        let notes: Vec<NoteKind> = answer.0.notes.iter().map(|note| note.kind).collect();
        assert_eq!(notes, [NoteKind::HeadCount, NoteKind::CountsDiffer]);
    }

    #[test]
    fn sessions_before_the_start_count_where_everything_is_read() {
        assert_eq!(times(TOWN, &readings("R27", "everything")).to_string(), "17");
        assert_eq!(times(TOWN, &readings("R27", "since-start")).to_string(), "15");
        let unknown = times(&TOWN.replace("programme_start", "beginning"), &[]);
        assert_eq!(unknown.to_string(), "0..17");
        assert_eq!(unknown.0.lacks[0].kind, LackKind::ProgrammeStart);
    }

    #[test]
    fn cross_border_sessions_count_towards_both_or_beside() {
        let cross = |text: &str| measure("training-person-times", &[("cross-border", "true")], text, &[]).to_string();
        assert_eq!(cross(TOWN), "2");
        assert_eq!(times(TOWN, &readings("R8", "beside")).to_string(), "13");
        let unsaid = TOWN.replace(r#""cross_border":false,"head_count":10"#, r#""head_count":10"#);
        assert_eq!(cross(&unsaid), "2..12");
        assert_eq!(times(&unsaid, &readings("R8", "beside")).to_string(), "3..13");
        assert_eq!(times(&unsaid, &[]).to_string(), "15");
    }

    #[test]
    fn distinct_persons_are_bounded_where_only_heads_were_counted() {
        let persons = readings("R31", "distinct-persons");
        let counted = times(TOWN, &persons);
        assert_eq!(counted.to_string(), "10..14");
        assert_eq!(counted.0.lacks[0].pointer, "/sessions/items/2/attendance");
        let listed = TOWN.replace(r#""head_count":10"#, r#""attendance":["T1","T5"]"#);
        assert_eq!(times(&listed, &persons).to_string(), "5");
        let refused = TOWN.replace(r#""head_count":10"#, r#""attendance":["T1",7]"#);
        assert_eq!(times(&refused, &persons).to_string(), "4..5");
        let neither = TOWN.replace(r#","head_count":10"#, "");
        assert_eq!(times(&neither, &persons).to_string(), "4..");
    }

    #[test]
    fn what_is_missing_leaves_bounds() {
        let refused = times(&TOWN.replace(r#""T3","T2""#, r#"7,"T2""#), &[]);
        assert_eq!(refused.to_string(), "14..15");
        assert_eq!(refused.0.lacks[0].pointer, "/sessions/items/0/attendance");
        assert_eq!(times(&TOWN.replace(r#","head_count":10"#, ""), &[]).to_string(), "5..");
        assert_eq!(
            times(&TOWN.replace(r#""head_count":10"#, r#""attendance":7,"head_count":10"#), &[]).to_string(),
            "5.."
        );
        assert_eq!(times(&TOWN.replace("true,\"items\"", "false,\"items\""), &[]).to_string(), "15..");
        assert_eq!(times(&TOWN.replace("2023-07-10", "2023-13-10"), &[]).to_string(), "5..15");
    }
}
