//! `online-products`: products packaged and standardised for sale online.

use super::registry::{Measure, Run, ValueKind};
use crate::assess::measured::{Measured, Tally};
use crate::assess::stock::stock;
use crate::assess::view::{View, holds};
use crate::plan::Params;
use crate::words::Label;

pub(super) static ONLINE_PRODUCTS: Measure = Measure {
    id: "online-products",
    label: Label::new("网货产品数", "online products"),
    about: Label::new(
        "评估时点在线销售、既有网货包装又标准化的产品；追溯和检测只作记录",
        "products on sale online at the as-of date that are both packaged for it and standardised; traceability and tests are \
         recorded and no condition",
    ),
    params: &[],
    readings: &["R27"],
    annual: false,
    value: ValueKind::Number,
    run: Run::Town(run),
};

fn run(view: &View<'_>, _: &Params) -> Measured {
    let products = &view.dossier.products;
    let mut tally = Tally::over(view, "products", products);
    for (index, product) in products.iter() {
        let (from, until) = (("listed", &product.listed), ("delisted", &product.delisted));
        let case = stock(view, "products", index, from, until)
            .field(holds(&product.packaged, |is| *is), "products", index, "packaged")
            .field(holds(&product.standardised, |is| *is), "products", index, "standardised");
        tally.count(index, case);
    }
    tally.finish()
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::{measure, readings};

    const PRODUCTS: &str = r#"{"schema_version":1,"as_of":"2023-12-31","town":{"name":"试验e镇","programme_start":"2023-04"},
        "products":{"complete":true,"items":[
        {"id":"P1","name":"干香菇","listed":"2023-05","packaged":true,"standardised":true},
        {"id":"P2","name":"核桃仁","listed":"2021","packaged":true,"standardised":true},
        {"id":"P3","name":"散装蜜","listed":"2023-05","packaged":false,"standardised":true},
        {"id":"P4","name":"黑木耳","listed":"2023-05","packaged":true,"standardised":false},
        {"id":"P5","name":"羊肚菌","listed":"2022","delisted":"2023-01","packaged":true,"standardised":true},
        {"id":"P6","name":"猴头菇","listed":"2024-01","packaged":true,"standardised":true}]}}"#;

    #[test]
    fn products_packaged_and_standardised_count_while_on_sale() {
        assert_eq!(measure("online-products", &[], PRODUCTS, &[]).to_string(), "2");
        assert_eq!(measure("online-products", &[], PRODUCTS, &readings("R27", "everything")).to_string(), "2");
        assert_eq!(measure("online-products", &[], PRODUCTS, &readings("R27", "since-start")).to_string(), "1");
    }

    #[test]
    fn what_is_not_stated_leaves_a_product_open() {
        for field in ["\"packaged\":true,", ",\"standardised\":true", "\"listed\":\"2023-05\","] {
            let text = PRODUCTS.replacen(field, "", 1);
            assert_eq!(measure("online-products", &[], &text, &[]).to_string(), "1..2", "{field}");
        }
        let open = PRODUCTS.replace("\"complete\":true", "\"complete\":false");
        assert_eq!(measure("online-products", &[], &open, &[]).to_string(), "2..");
    }
}
