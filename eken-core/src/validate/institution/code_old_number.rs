//! An old number in place of an institution's unified social credit code.

use crate::finding::Spec;
use crate::validate::Rule;
use crate::validate::credit_code::{OLD_NUMBER, Slip, report};
use crate::validate::place::rows;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        code: "institution.code-old-number",
        example: r#"{"schema_version": 1, "institutions": {"items": [{"id": "A1", "kind": "finance", "code": "140827200001234"}, {"id": "A2", "kind": "finance", "code": "MA0EKEN03"}]}}"#,
        ..OLD_NUMBER
    },
    check: |context, found| {
        for (row, record) in rows("institutions", &context.dossier.institutions) {
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
            ["/institutions/items/0/code registration=15", "/institutions/items/1/code organisation=9"]
        );
    }

    #[test]
    fn a_sound_code_is_clean_and_a_faulty_row_is_noted_without_harm_to_others() {
        let dossier = r#"{"institutions": {"items": [{"id": "A1", "code": "91140827MA0EKEN03X"}, {"id": "A2"},
            {"id": "A3", "code": 91}, {"id": "A4", "code": "140827200001234"}]}}"#;
        assert_eq!(found(&RULE, dossier), ["/institutions/items/3/code registration=15"]);
        assert_eq!(skipped(&RULE, dossier), ["faulty /institutions/items/2/code"]);
    }
}
