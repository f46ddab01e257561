//! Faults in records and between them: identifiers, references, what is lacking.

use eken_core::json::Tree;

use super::Fault;
use super::ground::{has, is, length};

pub(super) const FAULTS: &[Fault] = &[
    Fault::new("brand.mother-not-public", |ground| {
        let index = ground.free("brands", |brand| is(brand, "level", "boutique_own"))?;
        let mother = ground.free("brands", |brand| is(brand, "level", "boutique_own"))?;
        let id = ground.text("brands", mother, "id")?;
        ground.set("brands", index, "mother", Tree::text(&id))
    }),
    Fault::new("brand.own-without-mother", |ground| {
        let index = ground.free("brands", |brand| is(brand, "level", "boutique_own"))?;
        ground.remove("brands", index, "mother")
    }),
    Fault::new("document.digest-form", |ground| {
        let index = ground.any("documents")?;
        let digest: String = ground.text("documents", index, "digest")?.chars().take(40).collect();
        ground.set("documents", index, "digest", Tree::text(&digest))
    }),
    Fault::new("instrument.no-number", |ground| {
        let index = ground.any("instruments")?;
        ground.remove("instruments", index, "number")
    }),
    Fault::new("judgement.about-unknown", |ground| {
        let index = ground.any("judgements")?;
        ground.set("judgements", index, "about", Tree::text("E9999"))
    }),
    Fault::new("judgement.unknown-question", |ground| {
        let index = ground.any("judgements")?;
        ground.set("judgements", index, "question", Tree::text("15-nedes"))
    }),
    Fault::new("leading.no-recognition", |ground| {
        let index = ground.free("entities", |entity| length(entity, "roles") == 2)?;
        let role = format!("/entities/items/{index}/roles/1");
        for field in ["influence", "recognition", "recognised_by"] {
            ground.take(&role, field)?;
        }
        // the document stays on file for the entity, where it shows nothing of the role
        let evidence = ground.take(&role, "evidence")?;
        ground.set("entities", index, "evidence", evidence)?;
        Some(role)
    }),
    Fault::new("pavilion.platform-not-national", |ground| {
        let index = ground.any("pavilions")?;
        ground.set("pavilions", index, "national_influence", Tree::Bool(false))
    }),
    Fault::new("payment.unknown-payee", |ground| {
        let index = ground.any("payments")?;
        ground.remove("payments", index, "payee")
    }),
    Fault::new("payment.nature-differs", |ground| {
        let index = ground.free("payments", |payment| !is(payment, "nature", "county"))?;
        ground.set("payments", index, "nature", Tree::text("county"))
    }),
    Fault::new("record.duplicate-id", |ground| {
        let (one, other) = (ground.any("products")?, ground.any("products")?);
        let id = ground.text("products", one.min(other), "id")?;
        ground.set("products", one.max(other), "id", Tree::text(&id))
    }),
    Fault::new("record.personal-number", |ground| {
        let index = ground.any("channels")?;
        ground.set("channels", index, "name", Tree::text("农村大喇叭，联系人 13900000000"))
    }),
    Fault::new("reference.cycle", |ground| {
        let one = ground.free("facilities", |facility| has(facility, "inside"))?;
        let other = ground.free("facilities", |facility| has(facility, "inside"))?;
        let (first, later) = (one.min(other), one.max(other));
        let (first_id, later_id) = (ground.text("facilities", first, "id")?, ground.text("facilities", later, "id")?);
        ground.set("facilities", later, "inside", Tree::text(&first_id))?;
        ground.set("facilities", first, "inside", Tree::text(&later_id))
    }),
    Fault::new("reference.to-itself", |ground| {
        let index = ground.free("brands", |brand| is(brand, "level", "category"))?;
        let id = ground.text("brands", index, "id")?;
        ground.set("brands", index, "mother", Tree::text(&id))
    }),
    Fault::new("reference.unresolved", |ground| {
        let index = ground.free("products", |product| has(product, "brand"))?;
        ground.set("products", index, "brand", Tree::text("B99"))
    })
    .variant("product"),
    Fault::new("reference.unresolved", |ground| {
        let index = ground.free("sessions", |session| length(session, "attendance") > 0)?;
        ground.set("sessions", index, "attendance/0", Tree::text("T99999"))
    })
    .variant("attendance"),
    Fault::new("session.attended-twice", |ground| {
        let index = ground.free("sessions", |session| length(session, "attendance") > 0)?;
        let Tree::Array(list) = ground.value(&format!("/sessions/items/{index}/attendance"))? else { return None };
        let again = list.first()?.clone();
        list.push(again);
        let last = list.len().checked_sub(1)?;
        Some(format!("/sessions/items/{index}/attendance/{last}"))
    }),
    Fault::new("session.no-attendance", |ground| {
        let index = ground.free("sessions", |session| has(session, "attendance"))?;
        ground.remove("sessions", index, "head_count")?;
        ground.remove("sessions", index, "attendance")
    }),
    Fault::new("session.no-list", |ground| {
        let index = ground.free("sessions", |session| has(session, "attendance"))?;
        let record = ground.remove("sessions", index, "attendance")?;
        Some(format!("{record}/head_count"))
    }),
    Fault::new("statistic.no-source", |ground| {
        let index = ground.any("statistics")?;
        ground.remove("statistics", index, "source")
    }),
    Fault::new("statistic.no-value", |ground| {
        let index = ground.free("statistics", |statistic| has(statistic, "rate"))?;
        ground.remove("statistics", index, "rate")
    }),
];
