//! A declared tier of the county without any document.

use crate::finding::{Severity, Spec};
use crate::model::kind::Code;
use crate::validate::Rule;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-23", "附件2-25", "附件2-26"],
        summary: Label::new("县域类型没有依据文件", "the tier of the county is declared without evidence"),
        message: Label::new(
            "申报为 {tier}，没有依据文件；分档指标都以此为准",
            "{tier} is declared without a document, and every tiered threshold rests on it",
        ),
        help: Label::new(
            "在 town.tier.evidence 中引用认定县域类型的文件",
            "refer in town.tier.evidence to the document that sets the tier",
        ),
        example: r#"{"schema_version": 1, "town": {"name": "例", "tier": {"tier": "key_assistance"}}}"#,
        ..Spec::new("tier.no-evidence", Severity::Warning)
    },
    check: |context, found| {
        let Some(town) = found.value(&context.dossier.town, || "/town".to_owned()) else { return };
        let Some(declared) = found.value(&town.tier, || "/town/tier".to_owned()) else { return };
        let Some(tier) = found.value(&declared.tier, || "/town/tier/tier".to_owned()) else { return };
        let documents = &declared.evidence;
        if documents.items().is_empty() && documents.refused() == 0 && (documents.is_given() || documents.is_absent()) {
            found.at("/town/tier", vec![("tier", tier.code().into())]);
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn a_bare_declaration_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/town/tier tier=key_assistance"]);
    }

    #[test]
    fn a_document_is_enough_and_no_tier_is_no_fault_here() {
        assert_eq!(found(&RULE, r#"{"town": {"tier": {"tier": "key_assistance", "evidence": ["D1"]}}}"#), [""; 0]);
        assert_eq!(found(&RULE, r#"{"town": {}}"#), [""; 0]);
    }

    #[test]
    fn a_document_that_cannot_be_read_is_left_to_its_own_finding() {
        let of = |evidence: &str| {
            let tier = format!(r#"{{"tier": "key_assistance", "evidence": {evidence}}}"#);
            found(&RULE, &format!(r#"{{"town": {{"tier": {tier}}}}}"#)).len()
        };
        assert_eq!(["[]", "[5]", "5"].map(of), [1, 0, 0]);
    }
}
