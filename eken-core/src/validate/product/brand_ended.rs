//! A product on sale under a brand that was given up.

use crate::finding::{Severity, Spec};
use crate::json::may_be_shown;
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::validate::records::by_id;
use crate::validate::twice::may_have_ended;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-8", "五(四)功能"],
        summary: Label::new("产品所属品牌已停用", "a product is on sale under a brand that was given up"),
        message: Label::new(
            "品牌 {brand} 已于 {withdrawn} 停用；产品到 {as_of} 仍在售；产品在品牌停用之后才上线，上线时间 {listed}",
            "the brand {brand} was given up in {withdrawn}; the product is still on sale on {as_of}; it was listed after that, {listed}",
        ),
        help: Label::new(
            "核对品牌的停用时间，或更正产品的品牌、下线时间",
            "check when the brand was given up, or correct the product's brand or the day it was taken off",
        ),
        example: r#"{"schema_version": 1, "as_of": "2023-12-31", "brands": {"items": [{"id": "B1", "level": "category", "name": "例", "withdrawn": "2022-06"}]}, "products": {"items": [{"id": "P1", "name": "例", "brand": "B1"}, {"id": "P2", "name": "例二", "brand": "B1", "listed": "2022-08"}]}}"#,
        ..Spec::new("product.brand-ended", Severity::Warning)
    },
    check: |context, found| {
        let brands = by_id(&context.dossier.brands, |brand| &brand.id);
        let Some(as_of) = found.value(&context.dossier.as_of, || "/as_of".to_owned()) else { return };
        for (row, product) in rows("products", &context.dossier.products) {
            let Some(id) = found.value(&product.brand, || row.at("brand")) else { continue };
            let Some(withdrawn) = brands.get(id.as_str()).and_then(|brand| brand.withdrawn.known()) else { continue };
            let Some(last) = withdrawn.last().filter(|last| last <= as_of) else { continue };
            let listed = found.value(&product.listed, || row.at("listed"));
            let late = listed.filter(|listed| listed.first().is_some_and(|first| first > last));
            let on_sale = !may_have_ended(&product.delisted) && listed.is_none_or(|at| at.by(*as_of) == Some(true));
            if late.is_none() && !on_sale {
                continue;
            }
            let brand = if may_be_shown(id.as_str()) { id.as_str() } else { "…" };
            let mut params = vec![("brand", brand.into()), ("withdrawn", withdrawn.to_string().into())];
            if on_sale {
                params.push(("as_of", as_of.to_string().into()));
            }
            if let Some(listed) = late {
                params.push(("listed", listed.to_string().into()));
            }
            found.at(row.at("brand"), params);
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn products_still_on_sale_and_listed_afterwards_are_found() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            [
                "/products/items/0/brand brand=B1 withdrawn=2022-06 as_of=2023-12-31",
                "/products/items/1/brand brand=B1 withdrawn=2022-06 as_of=2023-12-31 listed=2022-08",
            ]
        );
    }

    #[test]
    fn a_product_that_came_and_went_afterwards_is_found() {
        let dossier = r#"{"as_of": "2023-12-31", "brands": {"items": [{"id": "甲", "withdrawn": "2022"}]},
            "products": {"items": [{"brand": "甲", "listed": "2023-01", "delisted": "2023-03"}]}}"#;
        assert_eq!(found(&RULE, dossier), ["/products/items/0/brand brand=… withdrawn=2022 listed=2023-01"]);
    }

    #[test]
    fn brands_in_use_products_taken_off_and_an_end_that_lies_ahead_are_clean() {
        let dossier = r#"{"as_of": "2023-12-31", "brands": {"items": [{"id": "B1"}, {"id": "B2", "withdrawn": "2024-01"}, {"id": "B3", "withdrawn": "2022"}]},
            "products": {"items": [{"brand": "B1"}, {"brand": "B2"}, {"brand": "B3", "listed": "2022-03", "delisted": "2022-09"}, {"brand": "B9"}, {}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        let undated =
            r#"{"brands": {"items": [{"id": "B3", "withdrawn": "2022"}]}, "products": {"items": [{"brand": "B3"}]}}"#;
        assert_eq!(found(&RULE, undated), [""; 0]);
        assert_eq!(
            skipped(&RULE, r#"{"as_of": "2023-12-31", "products": {"items": [{"brand": 5}]}}"#),
            ["faulty /products/items/0/brand"]
        );
    }
}
