//! Parts that do not go with their whole: zones and floors, payments and appropriations, lists and head-counts.

use eken_core::json::Tree;

use super::Fault;
use super::ground::{Ground, has, is, length, number};
use crate::write::object;

pub(super) const FAULTS: &[Fault] = &[
    Fault::new("facility.role-area-exceeds-floor", |ground| {
        // not the centre that the data centre lies inside
        let index = ground.free("facilities", |facility| has(facility, "zones") && !is(facility, "id", "F1"))?;
        // without its zones, which would be too large as well
        ground.remove("facilities", index, "zones")?;
        ground.set("facilities", index, "floor_area", number("80"))?;
        Some(format!("/facilities/items/{index}/roles/0/area"))
    }),
    Fault::new("facility.zone-areas-exceed-floor", |ground| {
        let index = ground.free("facilities", |facility| length(facility, "zones") > 1)?;
        ground.set("facilities", index, "zones/0/area", number("4800"))?;
        Some(format!("/facilities/items/{index}/zones"))
    }),
    Fault::new("facility.inside-exceeds-floor", |ground| {
        let index = ground.free("facilities", |facility| is(facility, "inside", "F1"))?;
        ground.set("facilities", index, "floor_area", number("5000"))?;
        Some("/facilities/items/0/floor_area".to_owned())
    }),
    Fault::new("facility.roles-exceed-floor", |ground| {
        let index = ground.free("facilities", |facility| is(facility, "id", "F1"))?;
        let Tree::Array(roles) = ground.value(&format!("/facilities/items/{index}/roles"))? else { return None };
        roles.push(object! { "role": "logistics", "area": 90u64 });
        Some(format!("/facilities/items/{index}/roles"))
    }),
    Fault::new("payments.exceed-appropriation", |ground| {
        let index = ground.free("payments", |payment| has(payment, "appropriation"))?;
        let source = ground.text("payments", index, "appropriation")?;
        ground.set("payments", index, "amount", number("9600000"))?;
        let whole = place_of(ground, "appropriations", &source)?;
        Some(format!("/appropriations/items/{whole}/amount"))
    }),
    Fault::new("session.counts-differ", |ground| {
        let index = ground.free("sessions", |session| length(session, "attendance") > 0)?;
        let listed = length(ground.record("sessions", index)?, "attendance");
        ground.set("sessions", index, "head_count", number(listed.saturating_add(12).to_string()))
    }),
];

/// The place of a record by its identifier.
fn place_of(ground: &Ground<'_>, section: &str, id: &str) -> Option<usize> {
    (0..ground.count(section)).find(|index| ground.text(section, *index, "id").as_deref() == Some(id))
}
