//! `phase-milestones`: what was done in a phase.

use super::registry::{Measure, MeasureParam, Run, ValueKind};
use crate::assess::lack::{Lack, LackKind};
use crate::assess::measured::{Case, Collected, Measured, field_lack, record_pointer};
use crate::assess::truth::Truth;
use crate::assess::view::{View, holds};
use crate::model::kind::Code;
use crate::model::{Milestone, MilestoneKind, Phase, PhaseKind};
use crate::plan::Params;
use crate::quantity::{Date, PartialDate};
use crate::words::Label;

pub(super) static PHASE_MILESTONES: Measure = Measure {
    id: "phase-milestones",
    label: Label::new("阶段任务", "milestones of a phase"),
    about: Label::new(
        "该阶段记录中截至评估时点、且不晚于规定月份已完成的任务种类，提前完成的也算，早于专家绩效评价的整改不算；任务未申明列全、完成时间未填或规定月份未过的，可能还有",
        "the kinds of milestone recorded under the phase that are done by the as-of date and not after the months of the phase, \
         early ones too, but no rectification before every expert evaluation; others may be there while the milestones are not declared complete, one has no date, or those months \
         are not over",
    ),
    params: &[MeasureParam {
        name: "phase",
        label: Label::new("阶段", "which phase"),
        required: true,
        values: &["start", "implementation", "performance_evaluation", "acceptance"],
    }],
    readings: &[],
    annual: false,
    value: ValueKind::Set,
    run: Run::Town(run),
};

const SECTION: &str = "phases";

fn run(view: &View<'_>, params: &Params) -> Measured {
    let phase = params.text("phase").unwrap_or_default();
    let last = view.plan.phase(phase).and_then(|planned| planned.until.last_day());
    let (Some(kind), Some(last)) = (PhaseKind::from_code(phase), last) else {
        return Collected::with(vec![Lack::misfit(PHASE_MILESTONES.id)]).finish();
    };
    let mut out = Collected::over(view, SECTION, &view.dossier.phases);
    if last > view.as_of {
        let params = vec![("until", last.to_string().into())];
        out.may_have_more(Lack::new(LackKind::PhaseNotOver, format!("/{SECTION}"), params));
    }
    for (index, record) in view.dossier.phases.iter() {
        match holds(&record.phase, |is| *is == kind) {
            Truth::No => {}
            Truth::Unknown => out.may_have_more(field_lack(SECTION, index, "phase")),
            Truth::Yes => collect(view, &mut out, index, record, last),
        }
    }
    out.finish()
}

fn collect(view: &View<'_>, out: &mut Collected, index: usize, record: &Phase, last: Date) {
    for (place, milestone) in record.milestones.iter() {
        let pointer = format!("{}/milestones/{place}", record_pointer(SECTION, index));
        let case = done(view, &pointer, milestone, last).and(in_order(record, milestone), || {
            Lack::new(LackKind::Field, format!("{pointer}/done"), vec![("field", "done".into())])
        });
        out.add(|| pointer, case, milestone.kind.get().map(Code::code));
    }
    if !record.milestones.is_whole() {
        out.may_have_more(field_lack(SECTION, index, "milestones"));
    } else if record.milestones_complete.get() != Some(true) {
        out.may_have_more(field_lack(SECTION, index, "milestones_complete"));
    }
}

/// Rectification follows the expert evaluation (`六(三)`): one done before every evaluation of the phase answers none of them.
fn in_order(record: &Phase, milestone: &Milestone) -> Truth {
    if milestone.kind.get() != Some(MilestoneKind::Rectification) {
        return Truth::Yes;
    }
    let Some(last) = milestone.done.get().and_then(PartialDate::last) else { return Truth::Yes };
    let evaluations =
        record.milestones.items().iter().filter(|each| each.kind.get() == Some(MilestoneKind::ExpertEvaluation));
    let days: Vec<Date> = evaluations.filter_map(|each| each.done.get().and_then(PartialDate::first)).collect();
    (days.is_empty() || days.iter().any(|day| *day <= last)).into()
}

/// Whether a milestone is done by the as-of date, and by the last day of the phase: what came later is no work of the phase.
fn done(view: &View<'_>, pointer: &str, milestone: &Milestone, last: Date) -> Case {
    let field =
        |field: &'static str| Lack::new(LackKind::Field, format!("{pointer}/{field}"), vec![("field", field.into())]);
    let kind = if milestone.kind.get().is_some() { Truth::Yes } else { Truth::Unknown };
    let in_time = milestone.done.get().map_or(Truth::Unknown, |done| done.by(last).into());
    Case::yes().and(view.done(&milestone.done).and(in_time), || field("done")).and(kind, || field("kind"))
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::{Answer, measure};

    const START: &str = r#"{"schema_version":1,"as_of":"2023-06-30","phases":{"complete":true,"items":[
        {"phase":"start","milestones":[
            {"kind":"survey","done":"2023-04"},{"kind":"regimes","done":"2023-07"},{"kind":"publicity","done":"2023-05-20"}],
         "milestones_complete":true},
        {"phase":"implementation","milestones":[{"kind":"periodic_check","done":"2023-06"}],"milestones_complete":true}]}}"#;

    fn of(phase: &str, from: &str, to: &str) -> Answer {
        assert!(START.contains(from));
        measure("phase-milestones", &[("phase", phase)], &START.replacen(from, to, 1), &[])
    }

    #[test]
    fn milestones_done_by_the_as_of_date_are_collected() {
        let found = of("start", "", "");
        assert_eq!(found.to_string(), "{publicity survey}");
        assert_eq!(found.0.evidence, ["/phases/items/0/milestones/0", "/phases/items/0/milestones/2"]);
    }

    #[test]
    fn more_may_come_while_the_months_of_the_phase_last() {
        let found = of("implementation", "", "");
        assert_eq!(found.to_string(), "{periodic_check ..}");
        assert_eq!(found.0.lacks[0].kind.code(), "phase-not-over");
        assert_eq!(of("implementation", "2023-06-30", "2023-11-30").to_string(), "{periodic_check}");
    }

    #[test]
    fn what_was_done_after_the_months_of_the_phase_is_no_work_of_it() {
        let done = |day: &str| of("start", "2023-05-20", day).to_string();
        assert_eq!(done("2023-05-31"), "{publicity survey}");
        assert_eq!(done("2023-06-01"), "{survey}");
        assert_eq!(done("2023-03-10"), "{publicity survey}");
        assert_eq!(done("2023Q2"), "{survey ..}");
    }

    #[test]
    fn rectification_follows_the_expert_evaluation() {
        let done = |evaluation: &str, rectification: &str| {
            let text = format!(
                r#"{{"schema_version":1,"as_of":"2023-12-31","phases":{{"complete":true,"items":[{{"phase":"performance_evaluation",
                "milestones":[{{"kind":"rectification","done":"{rectification}"}}{evaluation}],"milestones_complete":true}}]}}}}"#
            );
            measure("phase-milestones", &[("phase", "performance_evaluation")], &text, &[]).to_string()
        };
        let evaluated = r#",{"kind":"expert_evaluation","done":"2023-12-10"}"#;
        assert_eq!(done(evaluated, "2023-12-09"), "{expert_evaluation}");
        assert_eq!(done(evaluated, "2023-12-10"), "{expert_evaluation rectification}");
        assert_eq!(done(evaluated, "2023-12"), "{expert_evaluation rectification}");
        assert_eq!(done("", "2023-11"), "{rectification}");
    }

    #[test]
    fn what_is_missing_may_add_milestones() {
        for (from, to, pointer) in [
            (",\"done\":\"2023-07\"", "", "/phases/items/0/milestones/1/done"),
            ("\"kind\":\"survey\",", "", "/phases/items/0/milestones/0/kind"),
            ("\"milestones_complete\":true", "\"milestones_complete\":false", "/phases/items/0/milestones_complete"),
            ("\"phase\":\"implementation\"", "\"phase\":\"implement\"", "/phases/items/1/phase"),
            ("\"complete\":true", "\"complete\":false", "/phases"),
        ] {
            let found = of("start", from, to);
            let has = if pointer.ends_with("kind") { "{publicity ..}" } else { "{publicity survey ..}" };
            assert_eq!(found.to_string(), has, "{pointer}");
            assert_eq!(found.0.lacks[0].pointer, pointer);
        }
        assert_eq!(of("start", "\"2023-07\"", "{\"missing\":\"not_yet_due\"}").to_string(), "{publicity survey}");
    }

    #[test]
    fn a_phase_that_is_over_and_not_recorded_has_no_milestones() {
        assert_eq!(of("start", "\"phase\":\"start\"", "\"phase\":\"acceptance\"").to_string(), "{}");
        let none = measure("phase-milestones", &[("phase", "start")], r#"{"schema_version":1}"#, &[]);
        assert_eq!(none.to_string(), "{ ..}");
    }
}
