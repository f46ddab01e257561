//! Public funds without the number of the document that granted them.

use crate::finding::{Severity, Spec};
use crate::model::FundNature;
use crate::model::kind::Code;
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["九5", "附件1-二-县财政局"],
        summary: Label::new("财政资金没有下达文号", "public funds have no document number"),
        message: Label::new(
            "{nature} 资金没有下达文号，来源无从核对",
            "the {nature} funds have no document number, so that their source cannot be looked up",
        ),
        help: Label::new(
            "填资金下达文件的文号；没有的，注明不适用",
            "add the number of the document that granted the funds; where there is none, say that it does not apply",
        ),
        example: r#"{"schema_version": 1, "appropriations": {"items": [{"id": "A1", "nature": "provincial", "amount": 100000}]}}"#,
        ..Spec::new("appropriation.no-number", Severity::Warning)
    },
    check: |context, found| {
        for (row, appropriation) in rows("appropriations", &context.dossier.appropriations) {
            let Some(nature) = found.value(&appropriation.nature, || row.at("nature")) else { continue };
            if *nature != FundNature::SelfRaised && appropriation.number.is_absent() {
                found.at(row.pointer(), vec![("nature", nature.code().into())]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn public_funds_without_number_are_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/appropriations/items/0 nature=provincial"]);
    }

    #[test]
    fn a_number_a_reason_and_own_funds_are_clean() {
        let dossier = r#"{"appropriations": {"items": [{"nature": "county", "number": "1号"}, {"nature": "self_raised"},
            {"nature": "county", "number": {"missing": "not_applicable"}}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(
            skipped(&RULE, r#"{"appropriations": {"items": [{"nature": 5}]}}"#),
            ["faulty /appropriations/items/0/nature"]
        );
    }
}
