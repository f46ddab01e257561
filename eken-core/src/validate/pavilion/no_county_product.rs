//! A product pavilion whose range is not the products of the county.

use crate::finding::{Severity, Spec};
use crate::model::ProductOrigin;
use crate::model::kind::Code;
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-6"],
        summary: Label::new(
            "特色馆的产品范围不是本县产品",
            "the range of a pavilion is not the products of the county",
        ),
        message: Label::new(
            "产品范围为 {products}，默认读法下不计入特色馆数量",
            "its products are {products}: under the default reading the pavilion does not count",
        ),
        help: Label::new(
            "如有误，将 products 改为 county 并引用依据文件",
            "if that is wrong, set products to county and refer to a document",
        ),
        example: r#"{"schema_version": 1, "pavilions": {"items": [{"id": "G1", "platform": "示例平台", "products": "elsewhere"}]}}"#,
        ..Spec::new("pavilion.no-county-product", Severity::Info)
    },
    check: |context, found| {
        for (row, pavilion) in rows("pavilions", &context.dossier.pavilions) {
            let Some(products) = found.value(&pavilion.products, || row.at("products")) else { continue };
            if *products != ProductOrigin::County {
                found.at(row.at("products"), vec![("products", products.code().into())]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn products_of_the_province_or_from_elsewhere_are_told() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/pavilions/items/0/products products=elsewhere"]);
        assert_eq!(found(&RULE, r#"{"pavilions": {"items": [{"products": "shanxi"}]}}"#).len(), 1);
    }

    #[test]
    fn county_products_and_an_unstated_range_are_clean() {
        assert_eq!(found(&RULE, r#"{"pavilions": {"items": [{"products": "county"}, {}]}}"#), [""; 0]);
        assert_eq!(
            skipped(&RULE, r#"{"pavilions": {"items": [{"products": 5}]}}"#),
            ["faulty /pavilions/items/0/products"]
        );
    }
}
