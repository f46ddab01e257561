//! An old number in place of an entity's unified social credit code.

use crate::finding::Spec;
use crate::validate::Rule;
use crate::validate::credit_code::{OLD_NUMBER, Slip, report};
use crate::validate::place::rows;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        code: "entity.code-old-number",
        example: r#"{"schema_version": 1, "entities": {"items": [{"id": "A1", "code": "140827200001234"}, {"id": "A2", "code": "MA0EKEN03"}]}}"#,
        ..OLD_NUMBER
    },
    check: |context, found| {
        for (row, record) in rows("entities", &context.dossier.entities) {
            report(found, Slip::OldNumber, &record.code, || row.at("code"));
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn a_registration_number_or_an_organisation_code_is_told_from_a_slip() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/entities/items/0/code registration=15", "/entities/items/1/code organisation=9"]
        );
    }

    #[test]
    fn a_sound_code_is_clean_and_a_faulty_row_is_noted_without_harm_to_others() {
        let dossier = r#"{"entities": {"items": [{"id": "A1", "code": "91140827MA0EKEN03X"}, {"id": "A2"},
            {"id": "A3", "code": 91}, {"id": "A4", "code": "140827200001234"}]}}"#;
        assert_eq!(found(&RULE, dossier), ["/entities/items/3/code registration=15"]);
        assert_eq!(skipped(&RULE, dossier), ["faulty /entities/items/2/code"]);
    }
}
