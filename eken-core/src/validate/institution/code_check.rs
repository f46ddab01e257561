//! The check character of an institution's unified social credit code.

use crate::finding::Spec;
use crate::validate::Rule;
use crate::validate::credit_code::{CHECK, Slip, report};
use crate::validate::place::rows;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        code: "institution.code-check",
        example: r#"{"schema_version": 1, "institutions": {"items": [{"id": "A1", "kind": "finance", "code": "91140827MA0EKEN03Y"}, {"id": "A2", "kind": "finance", "code": "91140827MAE0KEN03X"}]}}"#,
        ..CHECK
    },
    check: |context, found| {
        for (row, record) in rows("institutions", &context.dossier.institutions) {
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
            ["/institutions/items/0/code expected=X", "/institutions/items/1/code expected=G first=11 second=12"]
        );
    }

    #[test]
    fn a_sound_code_is_clean_and_a_faulty_row_is_noted_without_harm_to_others() {
        let dossier = r#"{"institutions": {"items": [{"id": "A1", "code": "91140827MA0EKEN03X"}, {"id": "A2"},
            {"id": "A3", "code": 91}, {"id": "A4", "code": "91140827MA0EKEN03Y"}]}}"#;
        assert_eq!(found(&RULE, dossier), ["/institutions/items/3/code expected=X"]);
        assert_eq!(skipped(&RULE, dossier), ["faulty /institutions/items/2/code"]);
    }
}
