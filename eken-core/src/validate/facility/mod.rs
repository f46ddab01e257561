//! Rules on facilities.

use super::Rule;

mod area_unit_slip;
mod building_twice;
mod inside_exceeds_floor;
mod overlap_exceeds_area;
mod overlaps_differ;
mod role_area_exceeds_floor;
mod roles_exceed_floor;
mod zone_areas_exceed_floor;
mod zones_exceed_role;

pub(super) static RULES: &[Rule] = &[
    area_unit_slip::RULE,
    building_twice::RULE,
    inside_exceeds_floor::RULE,
    overlap_exceeds_area::RULE,
    overlaps_differ::RULE,
    role_area_exceeds_floor::RULE,
    roles_exceed_floor::RULE,
    zone_areas_exceed_floor::RULE,
    zones_exceed_role::RULE,
];
