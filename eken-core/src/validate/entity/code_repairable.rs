//! A badly written unified social credit code of an entity that is sound within.

use crate::finding::Spec;
use crate::validate::Rule;
use crate::validate::credit_code::{REPAIRABLE, Slip, report};
use crate::validate::place::rows;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        code: "entity.code-repairable",
        example: r#"{"schema_version": 1, "entities": {"items": [{"id": "A1", "code": "91140827ma0eken03x"}, {"id": "A2", "code": "９1140827MA0EKEN03X"}]}}"#,
        ..REPAIRABLE
    },
    check: |context, found| {
        for (row, record) in rows("entities", &context.dossier.entities) {
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
                "/entities/items/0/code repaired=91140827MA0EKEN03X",
                "/entities/items/1/code repaired=91140827MA0EKEN03X"
            ]
        );
    }

    #[test]
    fn a_sound_code_is_clean_and_a_faulty_row_is_noted_without_harm_to_others() {
        let dossier = r#"{"entities": {"items": [{"id": "A1", "code": "91140827MA0EKEN03X"}, {"id": "A2"},
            {"id": "A3", "code": 91}, {"id": "A4", "code": "91140827ma0eken03x"}]}}"#;
        assert_eq!(found(&RULE, dossier), ["/entities/items/3/code repaired=91140827MA0EKEN03X"]);
        assert_eq!(skipped(&RULE, dossier), ["faulty /entities/items/2/code"]);
    }
}
