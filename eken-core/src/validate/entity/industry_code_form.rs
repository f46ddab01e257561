//! The industry code of an entity.

use crate::finding::Spec;
use crate::validate::Rule;
use crate::validate::industry_code::{FORM, report};
use crate::validate::place::rows;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        code: "entity.industry-code-form",
        example: r#"{"schema_version": 1, "entities": {"items": [
  {"id": "A1", "industry": "F52921"}, {"id": "A2", "industry": "F5A"}, {"id": "A3", "industry": "5292"},
  {"id": "A4", "industry": "T98"}, {"id": "A5", "industry": "C52"}, {"id": "A6", "industry": "f5292"}]}}"#,
        ..FORM
    },
    check: |context, found| {
        for (row, record) in rows("entities", &context.dossier.entities) {
            report(found, &record.industry, || row.at("industry"));
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn each_way_to_be_wrong_says_what_was_expected() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            [
                "/entities/items/0/industry length=6",
                "/entities/items/1/industry position=3 letter=A",
                "/entities/items/2/industry missing=F",
                "/entities/items/3/industry division=98",
                "/entities/items/4/industry section=F",
                "/entities/items/5/industry repaired=F5292",
            ]
        );
    }

    #[test]
    fn division_group_and_class_are_clean() {
        let dossier =
            r#"{"entities": {"items": [{"industry": "A01"}, {"industry": "C152"}, {"industry": "F5292"}, {}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }
}
