//! Rules on the site.

use super::Rule;

mod area_unit_slip;
mod built_exceeds_site;
mod core_exceeds_site;
mod floor_against_area;
mod polygon_area_differs;
mod polygon_not_closed;
mod polygon_not_one_ring;
mod polygon_outside_china;
mod polygon_outside_county;
mod polygon_self_crossing;

pub(super) static RULES: &[Rule] = &[
    area_unit_slip::RULE,
    built_exceeds_site::RULE,
    core_exceeds_site::RULE,
    floor_against_area::RULE,
    polygon_area_differs::RULE,
    polygon_not_closed::RULE,
    polygon_not_one_ring::RULE,
    polygon_outside_china::RULE,
    polygon_outside_county::RULE,
    polygon_self_crossing::RULE,
];
