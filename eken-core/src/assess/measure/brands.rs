//! `brands`: brands of a level in use.

use super::registry::{Measure, MeasureParam, Run, ValueKind};
use crate::assess::measured::{Measured, Tally};
use crate::assess::stock::stock;
use crate::assess::view::{View, holds};
use crate::model::BrandLevel;
use crate::model::kind::Code;
use crate::plan::Params;
use crate::words::Label;

pub(super) static BRANDS: Measure = Measure {
    id: "brands",
    label: Label::new("品牌数", "brands"),
    about: Label::new(
        "评估时点已创建且未停用的该层级品牌；要求覆盖全品类的，只计覆盖的。商标、认证和母品牌只作记录。\
         读法 R30 可改为分品类品牌也算区域公用品牌",
        "brands of the level launched and not withdrawn at the as-of date; where every category is asked, only those that cover \
         all. Trademark, certification and mother brand are recorded and no condition. Under reading R30 category brands \
         count as regional public ones too",
    ),
    params: &[
        MeasureParam {
            name: "level",
            label: Label::new("品牌层级", "level of the brand"),
            required: true,
            values: &["regional_public", "category", "boutique_own"],
        },
        MeasureParam {
            name: "covers-all-categories",
            label: Label::new("须覆盖全品类", "must cover every category"),
            required: false,
            values: &["true"],
        },
    ],
    readings: &["R27", "R30"],
    annual: false,
    value: ValueKind::Number,
    run: Run::Town(run),
};

fn run(view: &View<'_>, params: &Params) -> Measured {
    let Some(level) = params.text("level").and_then(BrandLevel::from_code) else { return Measured::unknown_number() };
    let category_too = level == BrandLevel::RegionalPublic && view.reads("R30", "category-as-public");
    let brands = &view.dossier.brands;
    let mut tally = Tally::over(view, "brands", brands);
    for (index, brand) in brands.iter() {
        let of_level = |found: &BrandLevel| *found == level || (category_too && *found == BrandLevel::Category);
        let (from, until) = (("launched", &brand.launched), ("withdrawn", &brand.withdrawn));
        let mut case =
            stock(view, "brands", index, from, until).field(holds(&brand.level, of_level), "brands", index, "level");
        if params.flag("covers-all-categories") {
            let covers = holds(&brand.covers_all_categories, |covers| *covers);
            case = case.field(covers, "brands", index, "covers_all_categories");
        }
        tally.count(index, case);
    }
    tally.finish()
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::{measure, readings};

    const BRANDS: &str = r#"{"schema_version":1,"as_of":"2023-12-31","town":{"name":"试验e镇","programme_start":"2023-04"},
        "brands":{"complete":true,"items":[
        {"id":"B1","level":"regional_public","name":"甲","launched":"2022","covers_all_categories":true},
        {"id":"B2","level":"category","name":"乙","launched":"2023-06","covers_all_categories":false},
        {"id":"B3","level":"boutique_own","name":"丙","launched":"2023-06"},
        {"id":"B4","level":"boutique_own","name":"丁","launched":"2021","withdrawn":"2022"},
        {"id":"B5","level":"boutique_own","name":"戊","launched":"2024-03"}]}}"#;

    #[test]
    fn brands_of_the_level_in_use_count() {
        assert_eq!(measure("brands", &[("level", "regional_public")], BRANDS, &[]).to_string(), "1");
        let own = [("level", "boutique_own")];
        assert_eq!(measure("brands", &own, BRANDS, &[]).to_string(), "1");
        assert_eq!(measure("brands", &own, BRANDS, &readings("R27", "everything")).to_string(), "1");
        assert_eq!(measure("brands", &own, BRANDS, &readings("R27", "since-start")).to_string(), "1");
    }

    #[test]
    fn category_brands_count_as_public_only_where_it_is_read_so() {
        let public = [("level", "regional_public")];
        assert_eq!(measure("brands", &public, BRANDS, &readings("R30", "category-as-public")).to_string(), "2");
        let category = [("level", "category")];
        assert_eq!(measure("brands", &category, BRANDS, &readings("R30", "category-as-public")).to_string(), "1");
    }

    #[test]
    fn where_every_category_is_asked_the_brand_must_say_so() {
        let all = [("level", "regional_public"), ("covers-all-categories", "true")];
        assert_eq!(measure("brands", &all, BRANDS, &[]).to_string(), "1");
        let silent = BRANDS.replace(",\"covers_all_categories\":true", "");
        assert_eq!(measure("brands", &all, &silent, &[]).to_string(), "0..1");
        let partial = BRANDS.replace("\"covers_all_categories\":true", "\"covers_all_categories\":false");
        assert_eq!(measure("brands", &all, &partial, &[]).to_string(), "0");
    }

    #[test]
    fn what_is_missing_leaves_the_count_open() {
        let category = [("level", "category")];
        let text = BRANDS.replace("\"level\":\"regional_public\"", "\"level\":\"regional\"");
        assert_eq!(measure("brands", &category, &text, &[]).to_string(), "1..2");
        let open = BRANDS.replace("\"complete\":true", "\"complete\":false");
        assert_eq!(measure("brands", &category, &open, &[]).to_string(), "1..");
    }
}
