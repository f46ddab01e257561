//! A project that was begun and names no undertaker.

use crate::finding::{Severity, Spec};
use crate::model::ProjectState;
use crate::model::kind::Code;
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["九6", "六(二)"],
        summary: Label::new("已开工的项目没有承办主体", "a project that was begun names no undertaker"),
        message: Label::new("项目状态为 {state}，没有写明承办主体", "the project is {state} and names no undertaker"),
        help: Label::new("填 undertakers，引用市场主体编号", "add undertakers, the identifiers of entities"),
        example: r#"{"schema_version": 1, "projects": {"items": [{"id": "Q1", "name": "例", "state": "under_way"}]}}"#,
        ..Spec::new("project.undertaker-missing", Severity::Warning)
    },
    check: |context, found| {
        let begun = [ProjectState::UnderWay, ProjectState::Done, ProjectState::Accepted];
        for (row, project) in rows("projects", &context.dossier.projects) {
            let state = found.value(&project.state, || row.at("state"));
            let nobody = project.undertakers.is_absent()
                || (project.undertakers.is_whole() && project.undertakers.items().is_empty());
            if let Some(state) = state.filter(|state| begun.contains(state) && nobody) {
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
    fn work_that_nobody_does_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/projects/items/0 state=under_way"]);
        assert_eq!(found(&RULE, r#"{"projects": {"items": [{"state": "accepted", "undertakers": []}]}}"#).len(), 1);
    }

    #[test]
    fn an_undertaker_a_plan_and_what_was_stopped_are_clean() {
        let dossier = r#"{"projects": {"items": [{"state": "done", "undertakers": ["E1"]}, {"state": "planned"}, {"state": "stopped"}, {}, {"state": "done", "undertakers": [5]}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(skipped(&RULE, r#"{"projects": {"items": [{"state": 5}]}}"#), ["faulty /projects/items/0/state"]);
    }
}
