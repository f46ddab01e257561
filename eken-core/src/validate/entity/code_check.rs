//! The check character of an entity's unified social credit code.

use crate::finding::Spec;
use crate::validate::Rule;
use crate::validate::credit_code::{CHECK, Slip, report};
use crate::validate::place::rows;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        code: "entity.code-check",
        example: r#"{"schema_version": 1, "entities": {"items": [{"id": "A1", "code": "91140827MA0EKEN03Y"}, {"id": "A2", "code": "91140827MAE0KEN03X"}]}}"#,
        ..CHECK
    },
    check: |context, found| {
        for (row, record) in rows("entities", &context.dossier.entities) {
            report(found, Slip::Check, &record.code, || row.at("code"));
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn a_code_whose_check_character_fails_names_the_one_expected() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/entities/items/0/code expected=X", "/entities/items/1/code expected=G first=11 second=12"]
        );
    }

    #[test]
    fn a_sound_code_is_clean_and_a_faulty_row_is_noted_without_harm_to_others() {
        let dossier = r#"{"entities": {"items": [{"id": "A1", "code": "91140827MA0EKEN03X"}, {"id": "A2"},
            {"id": "A3", "code": 91}, {"id": "A4", "code": "91140827MA0EKEN03Y"}]}}"#;
        assert_eq!(found(&RULE, dossier), ["/entities/items/3/code expected=X"]);
        assert_eq!(skipped(&RULE, dossier), ["faulty /entities/items/2/code"]);
    }
}
