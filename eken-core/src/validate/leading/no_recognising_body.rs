//! A recognition as leading enterprise without the body that gave it.

use crate::finding::{Severity, Spec};
use crate::model::kind::Code;
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-4"],
        summary: Label::new("写了认定级别，没有写认定单位", "a recognition does not say who gave it"),
        message: Label::new(
            "认定级别为 {level}，没有认定单位，也没有依据文件，无从核对",
            "recognised at the level {level}, with neither the body nor a document",
        ),
        help: Label::new("填 recognised_by，或引用认定文件", "add recognised_by or refer to the document"),
        example: r#"{"schema_version": 1, "entities": {"items": [{"id": "E1", "roles": [{"role": "leading_e_commerce", "recognition": "city"}]}]}}"#,
        ..Spec::new("leading.no-recognising-body", Severity::Warning)
    },
    check: |context, found| {
        for (row, entity) in rows("entities", &context.dossier.entities) {
            for (index, held) in entity.roles.iter() {
                let level = found.value(&held.recognition, || row.at(&format!("roles/{index}/recognition")));
                let Some(level) = level else { continue };
                if held.recognised_by.is_absent() && held.evidence.is_absent() {
                    found.at(row.at(&format!("roles/{index}/recognition")), vec![("level", level.code().into())]);
                }
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn a_bare_level_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/entities/items/0/roles/0/recognition level=city"]);
    }

    #[test]
    fn a_body_a_document_and_no_recognition_are_clean() {
        let dossier = r#"{"entities": {"items": [{"roles": [{"recognition": "city", "recognised_by": "市商务局"}, {"recognition": "city", "evidence": ["D1"]},
            {"influence": "city"}]}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(
            skipped(&RULE, r#"{"entities": {"items": [{"roles": [{"recognition": 5}]}]}}"#),
            ["faulty /entities/items/0/roles/0/recognition"]
        );
    }
}
