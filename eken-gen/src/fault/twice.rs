//! Things filed twice, and things that do not go with what they refer to.

use eken_core::json::Tree;

use super::Fault;
use super::ground::{Ground, has, is, length, text};
use crate::day::day;
use crate::write::{Write, object};

pub(super) const FAULTS: &[Fault] = &[
    Fault::new("brand.trademark-no-number", |ground| {
        let index = ground.free("brands", |brand| has(brand, "trademark"))?;
        let pointer = format!("/brands/items/{index}/trademark");
        ground.take(&pointer, "number")?;
        Some(pointer)
    }),
    Fault::new("brand.twice", |ground| {
        let own = |brand: &Tree| is(brand, "level", "boutique_own");
        same(ground, "brands", own, "name")
    }),
    Fault::new("disclosure.before-document", |ground| {
        let index = ground.any("disclosures")?;
        // a document of the last days of the year, which no disclosure was made after
        let late = day(ground.year, 12, 29);
        let document = ground.free("documents", |document| text(document, "issued") >= Some(late.as_str()))?;
        let id = ground.text("documents", document, "id")?;
        ground.set("disclosures", index, "document", Tree::text(&id))?;
        Some(format!("/disclosures/items/{index}/date"))
    }),
    Fault::new("document.digest-twice", |ground| same(ground, "documents", |_| true, "digest")),
    Fault::new("document.unused", |ground| {
        let digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
        let issued = day(ground.year, 6, 2);
        let number = ground.count("documents");
        let id = format!("D9{number:03}");
        let unused = object! { "id": id, "title": "无关材料", "issued": issued, "digest": digest };
        let place = ground.push("documents", unused)?;
        Some(format!("/documents/items/{place}"))
    }),
    Fault::new("entity.name-twice", |ground| {
        let farms = |entity: &Tree| is(entity, "form", "cooperative");
        same(ground, "entities", farms, "name")
    }),
    Fault::new("entity.township-not-host", |ground| {
        let index = ground.free("entities", |entity| is(entity, "territory", "site"))?;
        ground.set("entities", index, "township", Tree::text("例远镇"))
    }),
    Fault::new("evidence.issued-after-use", |ground| {
        let index = ground.any("judgements")?;
        let early = day(ground.year, 11, 2);
        ground.set("judgements", index, "date", Tree::text(&early))?;
        Some(format!("/judgements/items/{index}/evidence/0"))
    }),
    Fault::new("industry.twice", |ground| ground.again("industries", "I9").map(|record| format!("{record}/name"))),
    Fault::new("institution.outlet-twice", |ground| ground.again("institutions", "J9")),
    Fault::new("leading.no-recognising-body", |ground| {
        let index = ground.free("entities", |entity| length(entity, "roles") == 2)?;
        let role = format!("/entities/items/{index}/roles/1");
        ground.take(&role, "recognised_by")?;
        let evidence = ground.take(&role, "evidence")?;
        ground.set("entities", index, "evidence", evidence)?;
        Some(format!("{role}/recognition"))
    }),
    Fault::new("pavilion.no-county-product", |ground| {
        let index = ground.any("pavilions")?;
        ground.set("pavilions", index, "products", Tree::text("elsewhere"))
    }),
    Fault::new("pavilion.twice", |ground| ground.again("pavilions", "G9")),
    Fault::new("product.test-failed", |ground| {
        let index = ground.any("products")?;
        let date = day(ground.year, 8, 1);
        let tests = [object! { "number": "例检000999", "date": date, "passed": false }].tree()?;
        ground.set("products", index, "tests", tests)?;
        Some(format!("/products/items/{index}/tests/0/passed"))
    }),
    Fault::new("product.twice", |ground| ground.again("products", "P9")),
];

/// Gives the later of two records the value of the earlier one.
fn same(ground: &mut Ground<'_>, section: &'static str, fits: fn(&Tree) -> bool, field: &str) -> Option<String> {
    let (one, other) = (ground.free(section, fits)?, ground.free(section, fits)?);
    let value = ground.text(section, one.min(other), field)?;
    ground.set(section, one.max(other), field, Tree::text(&value))
}
