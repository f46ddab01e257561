//! A project grant to somebody who does not undertake the project.

use crate::finding::{Severity, Spec};
use crate::json::may_be_shown;
use crate::model::SupportKind;
use crate::validate::place::rows;
use crate::validate::records::by_id;
use crate::validate::{Rule, Skip};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["九5", "九6"],
        summary: Label::new(
            "项目补助的收款主体不是项目承办主体",
            "a project grant goes to somebody who does not undertake the project",
        ),
        message: Label::new(
            "收款主体不在项目 {project} 的承办主体之列",
            "the payee is none of the undertakers of the project {project}",
        ),
        help: Label::new(
            "核对收款主体和项目；承办主体有变更的，补入项目的 undertakers",
            "check the payee and the project; add an undertaker that came later to undertakers",
        ),
        example: r#"{"schema_version": 1, "projects": {"items": [{"id": "Q1", "name": "例", "undertakers": ["E1"]}]}, "payments": {"items": [{"id": "Y1", "amount": 100000, "payee": "E2", "project": "Q1", "support": "project_grant"}]}}"#,
        ..Spec::new("payment.payee-not-undertaker", Severity::Warning)
    },
    check: |context, found| {
        let projects = by_id(&context.dossier.projects, |project| &project.id);
        for (row, payment) in rows("payments", &context.dossier.payments) {
            let support = found.value(&payment.support, || row.at("support"));
            let payee = found.value(&payment.payee, || row.at("payee"));
            let project = found.value(&payment.project, || row.at("project"));
            let (Some(SupportKind::ProjectGrant), Some(payee), Some(id)) = (support, payee, project) else { continue };
            let Some(project) = projects.get(id.as_str()) else { continue };
            let undertakers = &project.undertakers;
            if undertakers.refused() > 0 {
                found.skip(row.at("payee"), Skip::Faulty);
            }
            // without undertakers the project has a finding of its own
            if undertakers.is_whole()
                && !undertakers.items().is_empty()
                && !undertakers.items().iter().any(|undertaker| undertaker == payee)
            {
                let project = if may_be_shown(id.as_str()) { id.as_str() } else { "…" };
                found.at(row.at("payee"), vec![("project", project.into())]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn a_grant_to_a_stranger_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/payments/items/0/payee project=Q1"]);
    }

    #[test]
    fn undertakers_other_support_and_projects_without_undertakers_are_clean() {
        let dossier = r#"{"projects": {"items": [{"id": "Q1", "undertakers": ["E1", "E2"]}, {"id": "Q2"}, {"id": "Q3", "undertakers": ["E1", 5]}]}, "payments": {"items": [
            {"payee": "E2", "project": "Q1", "support": "project_grant"}, {"payee": "E9", "project": "Q1", "support": "purchase"}, {"payee": "E9", "project": "Q1"},
            {"payee": "E9", "project": "Q2", "support": "project_grant"}, {"payee": "E9", "project": "Q3", "support": "project_grant"},
            {"payee": "E9", "project": "Q9", "support": "project_grant"}, {"project": "Q1", "support": "project_grant"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(
            skipped(&RULE, r#"{"payments": {"items": [{"support": 5}]}}"#),
            ["faulty /payments/items/0/support"]
        );
    }

    #[test]
    fn an_empty_list_of_undertakers_has_a_finding_of_its_own() {
        assert_eq!(found(&RULE, &RULE.spec.example.replace(r#"["E1"]"#, "[]")), [""; 0]);
    }

    #[test]
    fn a_project_whose_identifier_may_be_a_name_is_not_shown() {
        assert_eq!(
            found(&RULE, &RULE.spec.example.replace("\"Q1\"", "\"例某\"")),
            ["/payments/items/0/payee project=…"]
        );
    }
}
