//! `pavilions`: product pavilions on platforms of national influence.

use super::registry::{Measure, Run, ValueKind};
use crate::assess::measured::{Measured, Tally};
use crate::assess::stock::stock;
use crate::assess::view::{View, holds};
use crate::model::ProductOrigin;
use crate::plan::Params;
use crate::words::Label;

pub(super) static PAVILIONS: Measure = Measure {
    id: "pavilions",
    label: Label::new("特色馆数", "product pavilions"),
    about: Label::new(
        "评估时点在全国有影响的平台上开办、展示本县产品的特色馆，不论由谁运营；其他平台上的不计。读法 R11 可改为全省产品都算",
        "pavilions of the county's products open at the as-of date on platforms of national influence, whoever runs them; \
         those elsewhere are left out. Under reading R11 products of the province at large will do",
    ),
    params: &[],
    readings: &["R11", "R27"],
    annual: false,
    value: ValueKind::Number,
    run: Run::Town(run),
};

fn run(view: &View<'_>, _: &Params) -> Measured {
    let pavilions = &view.dossier.pavilions;
    let at_large = view.reads("R11", "shanxi-products");
    let mut tally = Tally::over(view, "pavilions", pavilions);
    for (index, pavilion) in pavilions.iter() {
        let products = holds(&pavilion.products, |products| match products {
            ProductOrigin::County => true,
            ProductOrigin::Shanxi => at_large,
            ProductOrigin::Elsewhere => false,
        });
        let (from, until) = (("opened", &pavilion.opened), ("closed", &pavilion.closed));
        let case = stock(view, "pavilions", index, from, until)
            .field(holds(&pavilion.national_influence, |is| *is), "pavilions", index, "national_influence")
            .field(products, "pavilions", index, "products");
        tally.count(index, case);
    }
    tally.finish()
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::{measure, readings};

    const PAVILIONS: &str = r#"{"schema_version":1,"as_of":"2023-12-31","town":{"name":"试验e镇","programme_start":"2023-04"},
        "pavilions":{"complete":true,"items":[
        {"id":"P1","platform":"平台甲","national_influence":true,"products":"county","opened":"2022-03"},
        {"id":"P2","platform":"平台乙","national_influence":true,"products":"shanxi","opened":"2023-06"},
        {"id":"P3","platform":"平台丙","national_influence":false,"products":"county","opened":"2023-06"},
        {"id":"P4","platform":"平台甲","national_influence":true,"products":"county","opened":"2022","closed":"2023-02"},
        {"id":"P5","platform":"平台甲","national_influence":true,"products":"elsewhere","opened":"2022"},
        {"id":"P6","platform":"平台甲","national_influence":true,"products":"county","opened":"2024-01"}]}}"#;

    #[test]
    fn pavilions_of_the_county_on_national_platforms_count() {
        assert_eq!(measure("pavilions", &[], PAVILIONS, &[]).to_string(), "1");
    }

    #[test]
    fn the_readings_widen_or_narrow_the_count() {
        assert_eq!(measure("pavilions", &[], PAVILIONS, &readings("R11", "shanxi-products")).to_string(), "2");
        assert_eq!(measure("pavilions", &[], PAVILIONS, &readings("R27", "everything")).to_string(), "1");
        assert_eq!(measure("pavilions", &[], PAVILIONS, &readings("R27", "since-start")).to_string(), "0");
    }

    #[test]
    fn what_is_not_stated_leaves_a_pavilion_open() {
        for field in ["\"national_influence\":true,", "\"products\":\"county\",", ",\"opened\":\"2022-03\""] {
            let text = PAVILIONS.replacen(field, "", 1);
            assert_eq!(measure("pavilions", &[], &text, &[]).to_string(), "0..1", "{field}");
        }
        let text = PAVILIONS.replace("\"complete\":true", "\"complete\":false");
        assert_eq!(measure("pavilions", &[], &text, &[]).to_string(), "1..");
    }
}
