//! A badly written unified social credit code of an institution that is sound within.

use crate::finding::Spec;
use crate::validate::Rule;
use crate::validate::credit_code::{REPAIRABLE, Slip, report};
use crate::validate::place::rows;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        code: "institution.code-repairable",
        example: r#"{"schema_version": 1, "institutions": {"items": [{"id": "A1", "kind": "finance", "code": "91140827ma0eken03x"}, {"id": "A2", "kind": "finance", "code": "９1140827MA0EKEN03X"}]}}"#,
        ..REPAIRABLE
    },
    check: |context, found| {
        for (row, record) in rows("institutions", &context.dossier.institutions) {
            report(found, Slip::Repairable, &record.code, || row.at("code"));
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn a_sound_code_in_lower_case_or_full_width_comes_with_its_repair() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            [
                "/institutions/items/0/code repaired=91140827MA0EKEN03X",
                "/institutions/items/1/code repaired=91140827MA0EKEN03X"
            ]
        );
    }

    #[test]
    fn a_sound_code_is_clean_and_a_faulty_row_is_noted_without_harm_to_others() {
        let dossier = r#"{"institutions": {"items": [{"id": "A1", "code": "91140827MA0EKEN03X"}, {"id": "A2"},
            {"id": "A3", "code": 91}, {"id": "A4", "code": "91140827ma0eken03x"}]}}"#;
        assert_eq!(found(&RULE, dossier), ["/institutions/items/3/code repaired=91140827MA0EKEN03X"]);
        assert_eq!(skipped(&RULE, dossier), ["faulty /institutions/items/2/code"]);
    }
}
