//! `experience-reported`: experience and cases reported upwards.

use super::registry::{Measure, Run, ValueKind};
use crate::assess::lack::{Lack, LackKind};
use crate::assess::measured::{Case, Measured};
use crate::assess::truth::Truth;
use crate::assess::view::View;
use crate::model::Operation;
use crate::plan::Params;
use crate::words::Label;

pub(super) static EXPERIENCE_REPORTED: Measure = Measure {
    id: "experience-reported",
    label: Label::new("经验案例上报", "experience reported"),
    about: Label::new(
        "“经验案例”中列出的，至少有一篇在评估时点前上报；列出即视为列全，一篇也没有列的待定",
        "one report at least of organisation.operation.experience sent by the as-of date; a list that is given is complete, without a list it is open",
    ),
    params: &[],
    readings: &[],
    annual: false,
    value: ValueKind::Truth,
    run: Run::Town(run),
};

const PLACE: &str = "/organisation/operation/experience";

fn run(view: &View<'_>, _: &Params) -> Measured {
    let none = Operation::default();
    let organisation = view.dossier.organisation.known();
    let operation = organisation.and_then(|organisation| organisation.operation.known()).unwrap_or(&none);
    let mut out = Measured::truth(Truth::No);
    let mut truth = Truth::No;
    for (index, report) in operation.experience.iter() {
        let pointer = format!("{PLACE}/{index}");
        let sent = view.done(&report.reported);
        let lack = || Lack::new(LackKind::Field, format!("{pointer}/reported"), vec![("field", "reported".into())]);
        out.lacks.extend(Case::yes().and(sent, lack).lacks);
        truth = truth.or(sent);
        if sent == Truth::Yes {
            out.evidence.push(pointer);
        }
    }
    if !operation.experience.is_whole() {
        truth = truth.or(Truth::Unknown);
        out.lacks.push(Lack::new(LackKind::Field, PLACE, vec![("field", "experience".into())]));
    }
    Measured { value: Measured::truth(truth).value, ..out }
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::{Answer, measure};

    fn reported(experience: &str) -> Answer {
        let dossier = format!(
            r#"{{"schema_version":1,"as_of":"2023-12-15","organisation":{{"operation":{{"experience":{experience}}}}}}}"#
        );
        measure("experience-reported", &[], &dossier, &[])
    }

    #[test]
    fn one_report_by_the_as_of_date_suffices() {
        let found = reported(r#"[{"reported":"2024-01"},{"title":"甲"},{"reported":"2023-11"}]"#);
        assert_eq!(found.to_string(), "yes");
        assert_eq!(found.0.evidence, ["/organisation/operation/experience/2"]);
    }

    #[test]
    fn a_report_of_which_the_date_is_open_leaves_it_open() {
        for experience in [r#"[{"title":"甲"}]"#, r#"[{"reported":"2023-12"}]"#, r#"[{"reported":"2023-13"}]"#] {
            let found = reported(experience);
            assert_eq!(found.to_string(), "unknown", "{experience}");
            assert_eq!(found.0.lacks[0].pointer, "/organisation/operation/experience/0/reported");
        }
    }

    #[test]
    fn later_reports_and_an_empty_list_do_not_count() {
        for experience in ["[]", r#"[{"reported":"2024-01"}]"#, r#"[{"reported":{"missing":"not_yet_due"}}]"#] {
            assert_eq!(reported(experience).to_string(), "no", "{experience}");
        }
    }

    #[test]
    fn without_a_list_it_is_open() {
        let found = measure("experience-reported", &[], r#"{"schema_version":1}"#, &[]);
        assert_eq!(found.to_string(), "unknown");
        assert_eq!(found.0.lacks[0].pointer, "/organisation/operation/experience");
    }
}
