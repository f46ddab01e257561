//! Faults of the town: division, tier.

use eken_core::json::Tree;

use super::Fault;
use super::ground::{Ground, number};
use crate::write::object;

pub(super) const FAULTS: &[Fault] = &[
    Fault::new("tier.no-evidence", |ground| {
        ground.town("tier")?;
        ground.take("/town/tier", "evidence")?;
        Some("/town/tier".to_owned())
    }),
    Fault::new("site.built-exceeds-site", |ground| area(ground, "/town/site/built_area")),
    Fault::new("site.core-exceeds-site", |ground| area(ground, "/town/site/core_area")),
    Fault::new("site.polygon-not-closed", |ground| {
        ground.town("boundary")?;
        let ring = "/town/site/boundary/coordinates/0";
        let Tree::Array(corners) = ground.value(ring)? else { return None };
        corners.pop()?;
        Some(ring.to_owned())
    }),
    Fault::new("site.polygon-area-differs", |ground| {
        ground.town("boundary")?;
        let corner = |east: &str, north: &str| vec![number(east), number(north)];
        // some four square kilometres across the river from every town
        let ring = vec![
            corner("111.900000", "35.200000"),
            corner("111.902000", "35.200000"),
            corner("111.902000", "35.201000"),
            corner("111.900000", "35.201000"),
            corner("111.900000", "35.200000"),
        ];
        ground.put("/town/site/boundary", object! { "type": "Polygon", "coordinates": [ring] })
    }),
    Fault::new("town.limits-identical", |ground| {
        ground.town("limits")?;
        let east = ground.value("/town/site/limits/east")?.clone();
        ground.put("/town/site/limits/west", east)
    }),
    Fault::new("town.division-code", |ground| division(ground, "14082")),
    Fault::new("town.division-not-county", |ground| division(ground, "140800")),
    Fault::new("town.division-repairable", |ground| division(ground, "１40827")),
    Fault::new("town.division-superseded", |ground| division(ground, "142733")),
];

/// An area that no site has.
fn area(ground: &mut Ground<'_>, pointer: &'static str) -> Option<String> {
    ground.town(pointer)?;
    ground.put(pointer, number("6000000"))
}

fn division(ground: &mut Ground<'_>, code: &str) -> Option<String> {
    ground.town("division")?;
    ground.put("/town/division", Tree::text(code))
}
