//! Length and characters of an institution's unified social credit code.

use crate::finding::Spec;
use crate::validate::Rule;
use crate::validate::credit_code::{FORM, Slip, report};
use crate::validate::place::rows;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        code: "institution.code-form",
        example: r#"{"schema_version": 1, "institutions": {"items": [{"id": "A1", "kind": "finance", "code": "91140827MA0EKEN03"}, {"id": "A2", "kind": "finance", "code": "91140827IA0EKEN03X"}]}}"#,
        ..FORM
    },
    check: |context, found| {
        for (row, record) in rows("institutions", &context.dossier.institutions) {
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
            ["/institutions/items/0/code length=17", "/institutions/items/1/code position=9 letter=I"]
        );
    }

    #[test]
    fn a_sound_code_is_clean_and_a_faulty_row_is_noted_without_harm_to_others() {
        let dossier = r#"{"institutions": {"items": [{"id": "A1", "code": "91140827MA0EKEN03X"}, {"id": "A2"},
            {"id": "A3", "code": 91}, {"id": "A4", "code": "91140827MA0EKEN03"}]}}"#;
        assert_eq!(found(&RULE, dossier), ["/institutions/items/3/code length=17"]);
        assert_eq!(skipped(&RULE, dossier), ["faulty /institutions/items/2/code"]);
    }
}
