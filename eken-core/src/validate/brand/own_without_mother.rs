//! A boutique own brand without the public brand that backs it.

use crate::finding::{Severity, Spec};
use crate::model::BrandLevel;
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["五(四)1"],
        summary: Label::new("自主品牌没有写明母品牌", "a boutique own brand names no mother brand"),
        message: Label::new("自主品牌没有写明为其背书的公用品牌", "the own brand names no public brand that backs it"),
        help: Label::new("填 mother；没有的，注明不适用", "add mother, or say that it does not apply"),
        example: r#"{"schema_version": 1, "brands": {"items": [{"id": "B1", "level": "boutique_own", "name": "例"}]}}"#,
        ..Spec::new("brand.own-without-mother", Severity::Warning)
    },
    check: |context, found| {
        for (row, brand) in rows("brands", &context.dossier.brands) {
            let level = found.value(&brand.level, || row.at("level"));
            if level == Some(&BrandLevel::BoutiqueOwn) && brand.mother.is_absent() {
                found.at(row.pointer(), vec![]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn an_own_brand_alone_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/brands/items/0"]);
    }

    #[test]
    fn a_mother_and_a_public_brand_are_clean() {
        let dossier = r#"{"brands": {"items": [{"id": "B1", "level": "regional_public"}, {"level": "boutique_own", "mother": "B1"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }
}
