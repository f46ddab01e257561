//! An issue that is said to be rectified, and nothing shows it.

use crate::finding::{Severity, Spec};
use crate::validate::place::rows;
use crate::validate::{Rule, Skip};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["九2"],
        summary: Label::new("问题已整改，但没有整改依据", "an issue is rectified without evidence"),
        message: Label::new(
            "填了整改完成日期 {rectified}，没有整改依据",
            "rectified on {rectified}, without a document that shows it",
        ),
        help: Label::new(
            "在 evidence 中引用整改报告、照片或复查记录",
            "refer in evidence to the report, the photographs or the second inspection",
        ),
        example: r#"{"schema_version": 1, "issues": {"items": [{"id": "Z1", "found": "2023-06-16", "due": "2023-07-15", "rectified": "2023-07-10"}]}}"#,
        ..Spec::new("issue.rectified-without-evidence", Severity::Warning)
    },
    check: |context, found| {
        for (row, issue) in rows("issues", &context.dossier.issues) {
            let Some(rectified) = found.value(&issue.rectified, || row.at("rectified")) else { continue };
            let evidence = &issue.evidence;
            if evidence.refused() > 0 || (!evidence.is_given() && !evidence.is_absent()) {
                found.skip(row.at("evidence"), Skip::Faulty);
            } else if evidence.items().is_empty() {
                found.at(row.at("rectified"), vec![("rectified", rectified.to_string().into())]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn a_day_without_a_document_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/issues/items/0/rectified rectified=2023-07-10"]);
        let empty = RULE.spec.example.replace(r#""rectified""#, r#""evidence": [], "rectified""#);
        assert_eq!(found(&RULE, &empty).len(), 1);
    }

    #[test]
    fn a_document_and_an_issue_that_is_open_are_clean() {
        let of = |from: &str, to: &str| RULE.spec.example.replace(from, to);
        assert_eq!(found(&RULE, &of(r#""rectified""#, r#""evidence": ["D1"], "rectified""#)), [""; 0]);
        assert_eq!(found(&RULE, &of(r#", "rectified": "2023-07-10""#, "")), [""; 0]);
        let faulty = of(r#""rectified""#, r#""evidence": [7], "rectified""#);
        assert_eq!(found(&RULE, &faulty), [""; 0]);
        assert_eq!(skipped(&RULE, &faulty), ["faulty /issues/items/0/evidence"]);
    }

    #[test]
    fn evidence_that_is_held_back_is_noted() {
        let dossier = r#"{"issues": {"items": [{"rectified": "2023-07-10", "evidence": {"missing": "withheld"}}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(skipped(&RULE, dossier), ["faulty /issues/items/0/evidence"]);
    }
}
