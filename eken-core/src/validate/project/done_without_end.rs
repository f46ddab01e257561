//! A project that is done, and nobody says when.

use crate::finding::{Severity, Spec};
use crate::model::ProjectState;
use crate::model::kind::Code;
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["九2"],
        summary: Label::new("完工项目没有实际完工时间", "a project is done and has no day on which it was"),
        message: Label::new("项目状态为 {state}，没有实际完工时间", "the project is {state} and has no day of its end"),
        help: Label::new("填 finished；没有记录的，注明缺失原因", "add finished, or say why it is missing"),
        example: r#"{"schema_version": 1, "projects": {"items": [{"id": "Q1", "name": "例", "state": "done"}]}}"#,
        ..Spec::new("project.done-without-end", Severity::Warning)
    },
    check: |context, found| {
        for (row, project) in rows("projects", &context.dossier.projects) {
            let state = found.value(&project.state, || row.at("state"));
            let done = state.filter(|state| matches!(state, ProjectState::Done | ProjectState::Accepted));
            if let Some(state) = done.filter(|_| project.finished.is_absent()) {
                found.at(row.pointer(), vec![("state", state.code().into())]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn an_end_without_a_day_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/projects/items/0 state=done"]);
    }

    #[test]
    fn a_day_a_reason_and_work_under_way_are_clean() {
        let dossier = r#"{"projects": {"items": [{"state": "done", "finished": "2023-10"}, {"state": "accepted", "finished": {"missing": "not_collected"}},
            {"state": "under_way"}, {}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(skipped(&RULE, r#"{"projects": {"items": [{"state": 5}]}}"#), ["faulty /projects/items/0/state"]);
    }
}
