//! A mother brand that is itself an own brand.

use std::collections::BTreeSet;

use crate::finding::{Severity, Spec};
use crate::model::BrandLevel;
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["五(四)1"],
        summary: Label::new("母品牌不是公用品牌", "the mother of a brand is no public brand"),
        message: Label::new(
            "母品牌 {mother} 是自主品牌，应为公用品牌",
            "the mother {mother} is an own brand; a public one is meant",
        ),
        help: Label::new(
            "核对母品牌编号，或更正该品牌的层级",
            "check the identifier of the mother or the level of that brand",
        ),
        example: r#"{"schema_version": 1, "brands": {"items": [{"id": "B1", "level": "boutique_own", "name": "甲", "mother": "B2"}, {"id": "B2", "level": "boutique_own", "name": "乙"}]}}"#,
        ..Spec::new("brand.mother-not-public", Severity::Warning)
    },
    check: |context, found| {
        let own: BTreeSet<&str> = (context.dossier.brands.iter())
            .filter(|(_, brand)| brand.level.get() == Some(BrandLevel::BoutiqueOwn))
            .filter_map(|(_, brand)| brand.id.known().map(|id| id.as_str()))
            .collect();
        for (row, brand) in rows("brands", &context.dossier.brands) {
            let Some(mother) = found.value(&brand.mother, || row.at("mother")).map(|mother| mother.as_str()) else {
                continue;
            };
            let itself = brand.id.known().is_some_and(|id| id.as_str() == mother);
            if own.contains(mother) && !itself {
                found.at(row.at("mother"), vec![("mother", mother.into())]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn an_own_brand_backs_no_other() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/brands/items/0/mother mother=B2"]);
    }

    #[test]
    fn a_public_or_category_brand_may_back_others() {
        let dossier = r#"{"brands": {"items": [{"id": "B1", "level": "regional_public"}, {"id": "B2", "level": "category", "mother": "B1"},
            {"level": "boutique_own", "mother": "B2"}, {"id": "B4", "level": "boutique_own", "mother": "B4"}, {"mother": "B9"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }
}
