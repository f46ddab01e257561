//! The industry code of a leading industry.

use crate::finding::Spec;
use crate::validate::Rule;
use crate::validate::industry_code::{FORM, report};
use crate::validate::place::rows;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        code: "industry.code-form",
        example: r#"{"schema_version": 1, "industries": {"items": [
  {"id": "A1", "name": "食用菌", "code": "F52921"}, {"id": "A2", "name": "食用菌", "code": "F5A"}, {"id": "A3", "name": "食用菌", "code": "5292"},
  {"id": "A4", "name": "食用菌", "code": "T98"}, {"id": "A5", "name": "食用菌", "code": "C52"}, {"id": "A6", "name": "食用菌", "code": "f5292"}]}}"#,
        ..FORM
    },
    check: |context, found| {
        for (row, record) in rows("industries", &context.dossier.industries) {
            report(found, &record.code, || row.at("code"));
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
                "/industries/items/0/code length=6",
                "/industries/items/1/code position=3 letter=A",
                "/industries/items/2/code missing=F",
                "/industries/items/3/code division=98",
                "/industries/items/4/code section=F",
                "/industries/items/5/code repaired=F5292",
            ]
        );
    }

    #[test]
    fn division_group_and_class_are_clean() {
        let dossier = r#"{"industries": {"items": [{"code": "A01"}, {"code": "C152"}, {"code": "F5292"}, {}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }
}
