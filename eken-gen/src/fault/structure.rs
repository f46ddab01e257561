//! Faults of structure: types, unknown fields, dates, numbers, codes, what is required.

use eken_core::json::Tree;

use super::Fault;
use super::ground::{Ground, has, is, length, number};
use crate::write::object;

pub(super) const FAULTS: &[Fault] = &[
    Fault::new("limit.digits", |ground| {
        ground.town("/town/site/built_area")?;
        ground.put("/town/site/built_area", number("1234.5678901234567890"))
    }),
    Fault::new("structure.code-list", |ground| field(ground, "sessions", "topic", Tree::text("live_seling"))),
    Fault::new("structure.date", |ground| field(ground, "disclosures", "date", Tree::text("2023年5月1日")))
        .variant("written"),
    Fault::new("structure.date", |ground| field(ground, "disclosures", "date", Tree::text("2023-02-30")))
        .variant("no-day"),
    Fault::new("structure.duplicate-key", |ground| {
        let index = ground.any("products")?;
        ground.add("products", index, "name", Tree::text("例山货"))
    }),
    Fault::new("structure.empty", |ground| field(ground, "documents", "issuer", Tree::text(""))),
    Fault::new("structure.geometry", |ground| {
        ground.town("boundary")?;
        ground
            .put("/town/site/boundary", object! { "type": "Point", "coordinates": [number("111.66"), number("35.29")] })
    }),
    Fault::new("structure.integer", |ground| field(ground, "sessions", "head_count", number("30.5"))),
    Fault::new("structure.length", |ground| field(ground, "products", "sku", Tree::text(&"EK".repeat(150)))),
    Fault::new("structure.month", |ground| {
        let index = ground.free("entities", |entity| length(entity, "sales") > 0)?;
        ground.set("entities", index, "sales/0/month", Tree::text("2023-13"))
    }),
    Fault::new("structure.negative", |ground| field(ground, "sessions", "hours", number("-6"))),
    Fault::new("structure.null", |ground| field(ground, "experts", "field", Tree::Null)),
    Fault::new("structure.number-text", |ground| followers(ground, Tree::text("1.2万"))).variant("unit"),
    Fault::new("structure.number-text", |ground| followers(ground, Tree::text("12,800"))).variant("separators"),
    Fault::new("structure.number-text", |ground| followers(ground, Tree::text("１２８００"))).variant("full-width"),
    Fault::new("structure.partial-date", |ground| field(ground, "products", "listed", Tree::text("2023.5"))),
    Fault::new("structure.range", |ground| followers(ground, number("1e20"))),
    Fault::new("structure.required", |ground| {
        let index = ground.free("fostered", |person| is(person, "kind", "business_leader"))?;
        ground.remove("fostered", index, "kind")
    }),
    Fault::new("structure.schema-version", |ground| {
        ground.town("schema_version")?;
        ground.put("/schema_version", number("1.5"))
    }),
    Fault::new("structure.time", |ground| field(ground, "sessions", "starts", Tree::text("9点"))),
    Fault::new("structure.type", |ground| field(ground, "experts", "employer", number("5"))).variant("name"),
    Fault::new("structure.type", |ground| field(ground, "products", "packaged", Tree::text("是"))).variant("flag"),
    Fault::new("structure.type", |ground| field(ground, "channels", "subjects", Tree::text("e_town"))).variant("list"),
    Fault::new("structure.unknown-field", |ground| {
        let index = ground.free("products", |product| has(product, "standardised"))?;
        let value = ground.take(&format!("/products/items/{index}"), "standardised")?;
        ground.add("products", index, "standardized", value)
    })
    .variant("misspelt"),
    Fault::new("structure.unknown-field", |ground| {
        let index = ground.any("channels")?;
        ground.add("channels", index, "remark", Tree::text("每日两次"))
    })
    .variant("extra"),
];

/// Another value for a field of some record.
fn field(ground: &mut Ground<'_>, section: &'static str, name: &str, value: Tree) -> Option<String> {
    let index = ground.any(section)?;
    ground.set(section, index, name, value)
}

/// Another value for how many follow an influencer.
fn followers(ground: &mut Ground<'_>, value: Tree) -> Option<String> {
    let index = ground.free("fostered", |person| has(person, "followers"))?;
    ground.set("fostered", index, "followers", value)
}
