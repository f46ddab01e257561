//! `phase-dates`: whether a phase lies in the months of the plan.

use super::registry::{Measure, MeasureParam, Run, ValueKind};
use crate::assess::lack::{Lack, LackKind};
use crate::assess::measured::{Case, Measured, Value, field_lack, record_pointer, section_lacks};
use crate::assess::truth::Truth;
use crate::assess::view::{View, holds};
use crate::model::PhaseKind;
use crate::model::kind::{Code, Maybe};
use crate::plan::Params;
use crate::quantity::{Date, PartialDate};
use crate::words::Label;

pub(super) static PHASE_DATES: Measure = Measure {
    id: "phase-dates",
    label: Label::new("阶段起止时间", "dates of a phase"),
    about: Label::new(
        "该阶段记录的开始和结束都在方案规定的月份内；至评估时点未结束的，规定月份已过为“否”，未过为待定；结束时间未填的待定",
        "start and end of the phase as recorded lie within the months of the plan; a phase that has not ended fails once those months are over and is open before; without a date it is open",
    ),
    params: &[MeasureParam {
        name: "phase",
        label: Label::new("阶段", "which phase"),
        required: true,
        values: &["start", "implementation", "performance_evaluation", "acceptance"],
    }],
    readings: &[],
    annual: false,
    value: ValueKind::Truth,
    run: Run::Town(run),
};

const SECTION: &str = "phases";

fn run(view: &View<'_>, params: &Params) -> Measured {
    let Some((kind, planned)) = params.text("phase").and_then(|phase| planned(view, phase)) else {
        return Measured::truth(Truth::Unknown).lacking(Lack::misfit(PHASE_DATES.id));
    };
    let mut out = Measured::truth(Truth::Unknown);
    let mut found: Vec<Truth> = Vec::new();
    let mut lacks = section_lacks(view, SECTION, &view.dossier.phases);
    for (index, phase) in view.dossier.phases.iter() {
        match holds(&phase.phase, |is| *is == kind) {
            Truth::No => {}
            Truth::Unknown => lacks.push(field_lack(SECTION, index, "phase")),
            Truth::Yes => {
                let case = planned.holds(view, &phase.started, index, "started").and_case(planned.holds(
                    view,
                    &phase.ended,
                    index,
                    "ended",
                ));
                found.push(case.truth);
                out.lacks.extend(case.lacks);
                out.evidence.push(record_pointer(SECTION, index));
            }
        }
    }
    out.value = match found.first() {
        // records of one phase that are settled otherwise disagree
        Some(first) if found.iter().all(|each| each == first) => Value::Truth(*first),
        Some(_) if found.contains(&Truth::Unknown) => Value::Truth(Truth::Unknown),
        Some(_) => {
            out.lacks.push(Lack::new(LackKind::Conflict, format!("/{SECTION}"), vec![]));
            Value::Conflict
        }
        None if lacks.is_empty() => {
            let case = planned.not_yet(view);
            out.lacks = case.lacks;
            Value::Truth(case.truth)
        }
        None => {
            out.lacks = lacks;
            Value::Truth(Truth::Unknown)
        }
    };
    out
}

/// The days on which a phase may run.
#[derive(Clone, Copy)]
struct Planned {
    first: Date,
    last: Date,
}

fn planned(view: &View<'_>, phase: &str) -> Option<(PhaseKind, Planned)> {
    let months = view.plan.phase(phase)?;
    let days = Planned { first: months.from.first_day()?, last: months.until.last_day()? };
    Some((PhaseKind::from_code(phase)?, days))
}

impl Planned {
    /// Whether a date of the phase lies within the months, and has come.
    fn holds(self, view: &View<'_>, date: &Maybe<PartialDate>, index: usize, field: &'static str) -> Case {
        match view.done(date) {
            Truth::No => self.not_yet(view),
            come => Case::yes().field(come.and(self.covers(date)), SECTION, index, field),
        }
    }

    /// What has not come by the as-of date can still come in time only while the months last.
    fn not_yet(self, view: &View<'_>) -> Case {
        let may_come = if self.last <= view.as_of { Truth::No } else { Truth::Unknown };
        let until = self.last.to_string();
        Case::yes()
            .and(may_come, || Lack::new(LackKind::PhaseNotOver, format!("/{SECTION}"), vec![("until", until.into())]))
    }

    fn covers(self, date: &Maybe<PartialDate>) -> Truth {
        let days = date.get().and_then(|date| Some((date.first()?, date.last()?)));
        match days {
            Some((first, last)) if self.first <= first && last <= self.last => Truth::Yes,
            Some((first, last)) if last < self.first || self.last < first => Truth::No,
            _ => Truth::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PHASE_DATES;
    use crate::assess::measure::testing::{Answer, measure};
    use crate::model::PhaseKind;
    use crate::model::kind::Code;

    /// The start phase runs from April to May 2023.
    fn start(as_of: &str, dates: &str) -> Answer {
        let dossier = format!(
            r#"{{"schema_version":1,"as_of":"{as_of}","phases":{{"complete":true,"items":[{{"phase":"start"{dates}}}]}}}}"#
        );
        measure("phase-dates", &[("phase", "start")], &dossier, &[])
    }

    #[test]
    fn a_phase_within_its_months_is_in_time() {
        for dates in [r#","started":"2023-04","ended":"2023-05""#, r#","started":"2023-04-01","ended":"2023-05-31""#] {
            assert_eq!(start("2023-12-31", dates).to_string(), "yes", "{dates}");
        }
        let found = start("2023-12-31", r#","started":"2023-04","ended":"2023-05""#);
        assert_eq!(found.0.evidence, ["/phases/items/0"]);
    }

    #[test]
    fn a_phase_that_begins_before_or_ends_after_its_months_is_not() {
        for dates in [
            r#","started":"2023-03-31","ended":"2023-05""#,
            r#","started":"2023-04","ended":"2023-06-01""#,
            r#","started":"2022","ended":"2023""#,
            r#","ended":"2023-06""#,
        ] {
            assert_eq!(start("2023-12-31", dates).to_string(), "no", "{dates}");
        }
    }

    #[test]
    fn a_date_that_is_missing_or_too_coarse_leaves_it_open() {
        for (dates, field) in [
            (r#","started":"2023-04""#, "ended"),
            (r#","started":"2023-04","ended":"2023""#, "ended"),
            (r#","started":"2023Q2","ended":"2023-05""#, "started"),
            (r#","started":{"missing":"not_collected"},"ended":"2023-05""#, "started"),
        ] {
            let found = start("2023-12-31", dates);
            assert_eq!(found.to_string(), "unknown", "{dates}");
            assert_eq!(found.0.lacks[0].pointer, format!("/phases/items/0/{field}"));
        }
    }

    #[test]
    fn a_phase_not_ended_fails_only_when_its_months_are_over() {
        for ended in [r#"{"missing":"not_yet_due"}"#, "\"2023-08\""] {
            let dates = format!(r#","started":"2023-04","ended":{ended}"#);
            let early = start("2023-05-30", &dates);
            assert_eq!((early.to_string(), early.0.lacks[0].kind.code()), ("unknown".to_owned(), "phase-not-over"));
            assert_eq!(start("2023-05-31", &dates).to_string(), "no");
        }
        let late = start("2023-05-15", r#","started":"2023-03","ended":{"missing":"not_yet_due"}"#);
        assert_eq!(late.to_string(), "no");
    }

    #[test]
    fn a_phase_that_is_not_recorded_is_judged_by_the_list() {
        let of = |list: &str, phase: &str| {
            let dossier = format!(r#"{{"schema_version":1,"as_of":"2023-12-31","phases":{list}}}"#);
            measure("phase-dates", &[("phase", phase)], &dossier, &[]).to_string()
        };
        assert_eq!(of(r#"{"complete":true,"items":[]}"#, "start"), "no");
        assert_eq!(of(r#"{"complete":true,"items":[]}"#, "acceptance"), "unknown");
        assert_eq!(of(r#"{"complete":false,"items":[]}"#, "start"), "unknown");
        assert_eq!(of(r#"{"complete":true,"items":[{"started":"2023-04"}]}"#, "start"), "unknown");
        assert_eq!(of("{}", "start"), "unknown");
    }

    #[test]
    fn records_of_one_phase_that_disagree_are_in_conflict() {
        let of = |second: &str| {
            let dossier = format!(
                r#"{{"schema_version":1,"as_of":"2023-12-31","phases":{{"complete":true,"items":[
                {{"phase":"start","started":"2023-04","ended":"2023-05"}},{{"phase":"start"{second}}}]}}}}"#
            );
            measure("phase-dates", &[("phase", "start")], &dossier, &[]).to_string()
        };
        assert_eq!(of(r#","started":"2023-04","ended":"2023-05""#), "yes");
        assert_eq!(of(r#","started":"2023-04","ended":"2023-07""#), "conflict");
        assert_eq!(of(r#","started":"2023-04""#), "unknown");
    }

    #[test]
    fn the_phases_are_those_of_the_model() {
        let codes: Vec<&str> = PhaseKind::INFO.iter().map(|info| info.code).collect();
        assert_eq!(PHASE_DATES.params[0].values, codes);
    }
}
