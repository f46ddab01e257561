//! A start of the programme that is not the one of its start phase.

use crate::finding::{Severity, Spec};
use crate::model::PhaseKind;
use crate::validate::place::rows;
use crate::validate::{Context, Found, Rule};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["六(一)", "附件2-20"],
        summary: Label::new(
            "项目启动时间与启动阶段的开始时间不一致",
            "the start of the programme is not that of its start phase",
        ),
        message: Label::new(
            "项目启动时间为 {date}，启动阶段却于 {before} 开始（{first}）；违规、培训等都从启动算起",
            "the programme is said to start in {date}, its start phase in {before} ({first}); violations, training and more count from the start",
        ),
        help: Label::new("核对两个时间，以文件为准", "check both dates against the documents"),
        example: r#"{"schema_version": 1, "town": {"name": "例", "programme_start": "2023-07"},
  "phases": {"items": [{"phase": "start", "started": "2023-04"}]}}"#,
        ..Spec::new("phase.start-against-programme", Severity::Warning)
    },
    check,
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let Some(town) = found.value(&context.dossier.town, || "/town".to_owned()) else { return };
    let pointer = || "/town/programme_start".to_owned();
    let Some(start) = found.value(&town.programme_start, pointer).copied() else { return };
    for (row, phase) in rows("phases", &context.dossier.phases) {
        let Some(kind) = found.value(&phase.phase, || row.at("phase")) else { continue };
        if *kind != PhaseKind::Start {
            continue;
        }
        let Some(started) = found.value(&phase.started, || row.at("started")).copied() else { continue };
        let apart = [(start, started), (started, start)]
            .iter()
            .any(|(one, other)| one.last().zip(other.first()).is_some_and(|(last, first)| last < first));
        if apart {
            found.at(
                pointer(),
                vec![
                    ("date", start.to_string().into()),
                    ("before", started.to_string().into()),
                    ("first", row.pointer().into()),
                ],
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn a_start_moved_behind_its_phase_is_found() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/town/programme_start date=2023-07 before=2023-04 first=/phases/items/0"]
        );
    }

    #[test]
    fn dates_that_may_be_one_and_other_phases_are_clean() {
        let dossier = |start: &str| {
            format!(
                r#"{{"town": {{"name": "例", "programme_start": "{start}"}}, "phases": {{"items": [
                {{"phase": "start", "started": "2023-04"}}, {{"phase": "acceptance", "started": "2024-01"}}, {{"phase": "start"}},
                {{"phase": "start", "started": "soon"}}]}}}}"#
            )
        };
        for start in ["2023-04", "2023", "2023-04-18", "2023Q2"] {
            assert_eq!(found(&RULE, &dossier(start)), [""; 0], "{start}");
        }
        assert_eq!(skipped(&RULE, &dossier("2023")), ["faulty /phases/items/3/started"]);
    }
}
