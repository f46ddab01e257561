//! Length and characters of an entity's unified social credit code.

use crate::finding::Spec;
use crate::validate::Rule;
use crate::validate::credit_code::{FORM, Slip, report};
use crate::validate::place::rows;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        code: "entity.code-form",
        example: r#"{"schema_version": 1, "entities": {"items": [{"id": "A1", "code": "91140827MA0EKEN03"}, {"id": "A2", "code": "91140827IA0EKEN03X"}]}}"#,
        ..FORM
    },
    check: |context, found| {
        for (row, record) in rows("entities", &context.dossier.entities) {
            report(found, Slip::Form, &record.code, || row.at("code"));
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn a_code_of_another_length_or_with_a_letter_that_cannot_stand_is_found() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/entities/items/0/code length=17", "/entities/items/1/code position=9 letter=I"]
        );
    }

    #[test]
    fn a_sound_code_is_clean_and_a_faulty_row_is_noted_without_harm_to_others() {
        let dossier = r#"{"entities": {"items": [{"id": "A1", "code": "91140827MA0EKEN03X"}, {"id": "A2"},
            {"id": "A3", "code": 91}, {"id": "A4", "code": "91140827MA0EKEN03"}]}}"#;
        assert_eq!(found(&RULE, dossier), ["/entities/items/3/code length=17"]);
        assert_eq!(skipped(&RULE, dossier), ["faulty /entities/items/2/code"]);
    }
}
