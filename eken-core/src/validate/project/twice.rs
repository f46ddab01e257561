//! One project of the ledger under two identifiers.

use std::collections::BTreeSet;

use crate::finding::{Severity, Spec};
use crate::model::ProjectState;
use crate::validate::place::rows;
use crate::validate::plain::plain;
use crate::validate::twice::Firsts;
use crate::validate::{Rule, Skip};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["九2", "九1"],
        summary: Label::new("同一项目在台账中登记了两次", "one project stands twice in the ledger"),
        message: Label::new(
            "名称和承办主体与 {first} 相同，可能是同一项目重复立项",
            "name and undertakers are those of {first} as well: the project may have been entered twice",
        ),
        help: Label::new(
            "重复登记的删去一条，并修改引用它的支出和投资；分期的在名称中写明",
            "drop the record if it was entered twice and change what refers to it; tell stages apart by name",
        ),
        example: r#"{"schema_version": 1, "projects": {"items": [{"id": "Q1", "name": "冷库建设", "undertakers": ["E1"]}, {"id": "Q2", "name": "冷库 建设", "undertakers": ["E1"]}]}}"#,
        ..Spec::new("project.twice", Severity::Warning)
    },
    check: |context, found| {
        let mut firsts = Firsts::new();
        for (row, project) in rows("projects", &context.dossier.projects) {
            let Some(name) = found.value(&project.name, || row.at("name")) else { continue };
            let undertakers: BTreeSet<&str> =
                project.undertakers.items().iter().map(|undertaker| undertaker.as_str()).collect();
            let state = found.value(&project.state, || row.at("state"));
            if project.undertakers.refused() > 0 {
                found.skip(row.at("undertakers"), Skip::Faulty);
                continue;
            }
            // one that was stopped may have been begun anew
            if state == Some(&ProjectState::Stopped) {
                continue;
            }
            if let Some(first) = firsts.earlier((plain(name.as_str()), undertakers), row) {
                found.at(row.at("name"), vec![("first", first.pointer().into())]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn the_later_project_names_the_first() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/projects/items/1/name first=/projects/items/0"]);
        let dossier = r#"{"projects": {"items": [{"name": "甲", "undertakers": ["E1", "E2"]}, {"name": "甲", "undertakers": ["E2", "E1"]}]}}"#;
        assert_eq!(found(&RULE, dossier), ["/projects/items/1/name first=/projects/items/0"]);
    }

    #[test]
    fn other_names_and_undertakers_and_what_was_stopped_are_clean() {
        let dossier = r#"{"projects": {"items": [{"name": "甲", "undertakers": ["E1"]}, {"name": "甲", "undertakers": ["E2"]}, {"name": "乙", "undertakers": ["E1"]},
            {"name": "甲", "undertakers": ["E1"], "state": "stopped"}, {"name": "甲", "undertakers": ["E1", 5]}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(skipped(&RULE, r#"{"projects": {"items": [{"name": 5}]}}"#), ["faulty /projects/items/0/name"]);
    }
}
