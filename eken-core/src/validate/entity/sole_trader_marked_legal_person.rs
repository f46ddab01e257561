//! A sole trader that is marked as a legal person.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

use crate::model::LegalForm;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-27"],
        summary: Label::new("个体工商户被标为法人", "a sole trader is marked as a legal person"),
        message: Label::new(
            "登记类型为个体工商户，却标为法人；个体工商户不是法人单位",
            "the form is that of a sole trader, who is no legal person",
        ),
        help: Label::new(
            "核对登记类型；若确为个体工商户，将 legal_person 改为 false",
            "check the form; for a sole trader set legal_person to false",
        ),
        example: r#"{"schema_version": 1, "entities": {"items": [{"id": "E1", "form": "sole_trader", "legal_person": true}]}}"#,
        ..Spec::new("entity.sole-trader-marked-legal-person", Severity::Error)
    },
    check: |context, found| {
        for (row, entity) in rows("entities", &context.dossier.entities) {
            let form = found.value(&entity.form, || row.at("form"));
            let marked = found.value(&entity.legal_person, || row.at("legal_person"));
            if form == Some(&LegalForm::SoleTrader) && marked == Some(&true) {
                found.at(row.at("legal_person"), vec![]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn a_sole_trader_is_no_legal_person() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/entities/items/0/legal_person"]);
    }

    #[test]
    fn companies_may_be_marked_and_sole_traders_unmarked() {
        let dossier = r#"{"entities": {"items": [{"form": "company", "legal_person": true},
            {"form": "sole_trader", "legal_person": false}, {"form": "sole_trader"}, {"legal_person": true}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }
}
