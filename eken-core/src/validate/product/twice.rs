//! One online product under two identifiers.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::validate::plain::plain;
use crate::validate::twice::{Firsts, may_have_ended, part};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-8"],
        summary: Label::new("同一网货产品报了两次", "one online product is filed twice"),
        message: Label::new(
            "名称、品牌、经营主体和货号与 {first} 相同，可能是同一产品",
            "name, brand, seller and stock-keeping number are those of {first} as well: it may be the same product",
        ),
        help: Label::new(
            "重复填报的删去一条；规格不同的，在名称或货号中写明",
            "drop the record if it was filed twice; tell sizes apart by name or stock-keeping number",
        ),
        example: r#"{"schema_version": 1, "products": {"items": [{"id": "P1", "name": "香菇干品250克", "brand": "B1"}, {"id": "P2", "name": "香菇干品 250克", "brand": "B1"}]}, "brands": {"items": [{"id": "B1", "level": "category", "name": "例"}]}}"#,
        ..Spec::new("product.twice", Severity::Warning)
    },
    check: |context, found| {
        let mut firsts = Firsts::new();
        for (row, product) in rows("products", &context.dossier.products) {
            let Some(name) = found.value(&product.name, || row.at("name")) else { continue };
            let (brand, entity, sku) = (
                part(found, &product.brand, || row.at("brand")),
                part(found, &product.entity, || row.at("entity")),
                part(found, &product.sku, || row.at("sku")),
            );
            let (Some(brand), Some(entity), Some(sku)) = (brand, entity, sku) else { continue };
            // one that was taken off may have been listed anew
            if may_have_ended(&product.delisted) {
                continue;
            }
            let key = (
                plain(name.as_str()),
                brand.map(|brand| brand.as_str()),
                entity.map(|entity| entity.as_str()),
                sku.map(|sku| plain(sku.as_str())),
            );
            if let Some(first) = firsts.earlier(key, row) {
                found.at(row.pointer(), vec![("first", first.pointer().into())]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn the_later_record_names_the_first() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/products/items/1 first=/products/items/0"]);
        let dossier = r#"{"products": {"items": [{"name": "甲", "sku": "EK-1"}, {"name": "甲", "sku": "EK１"}]}}"#;
        assert_eq!(found(&RULE, dossier), ["/products/items/1 first=/products/items/0"]);
    }

    #[test]
    fn other_sellers_brands_and_sizes_and_what_was_taken_off_are_clean() {
        let dossier = r#"{"products": {"items": [{"name": "甲", "entity": "E1", "sku": "1"}, {"name": "甲", "entity": "E2", "sku": "1"},
            {"name": "甲", "entity": "E1", "sku": "2"}, {"name": "甲", "entity": "E1"}, {"name": "甲", "brand": "B1", "entity": "E1", "sku": "1"},
            {"name": "甲", "entity": "E1", "sku": "1", "delisted": "2022"}, {"name": "甲", "entity": "E1", "sku": {"missing": "withheld"}}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(skipped(&RULE, r#"{"products": {"items": [{"name": 5}]}}"#), ["faulty /products/items/0/name"]);
    }
}
