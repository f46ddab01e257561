//! A project grant for no project of the ledger.

use crate::finding::{Severity, Spec};
use crate::model::SupportKind;
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["九2", "九5"],
        summary: Label::new("项目补助没有对应的台账项目", "a project grant names no project of the ledger"),
        message: Label::new("支持方式为项目补助，没有写明项目", "the payment is a project grant and names no project"),
        help: Label::new(
            "填 project，引用项目台账编号；不是项目补助的，更正支持方式",
            "add project, the identifier in the ledger, or correct the way of support",
        ),
        example: r#"{"schema_version": 1, "payments": {"items": [{"id": "Y1", "amount": 100000, "payee": "E1", "support": "project_grant"}]}}"#,
        ..Spec::new("payment.no-project", Severity::Warning)
    },
    check: |context, found| {
        for (row, payment) in rows("payments", &context.dossier.payments) {
            let support = found.value(&payment.support, || row.at("support"));
            if support == Some(&SupportKind::ProjectGrant) && payment.project.is_absent() {
                found.at(row.pointer(), vec![]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn a_grant_for_nothing_on_the_ledger_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/payments/items/0"]);
    }

    #[test]
    fn a_project_a_reason_and_other_support_are_clean() {
        let dossier = r#"{"payments": {"items": [{"support": "project_grant", "project": "Q1"}, {"support": "reward"}, {},
            {"support": "project_grant", "project": {"missing": "not_applicable"}}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(
            skipped(&RULE, r#"{"payments": {"items": [{"support": 5}]}}"#),
            ["faulty /payments/items/0/support"]
        );
    }
}
