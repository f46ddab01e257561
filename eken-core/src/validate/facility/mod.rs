//! Rules on facilities.

use super::Rule;

mod role_area_exceeds_floor;
mod zone_areas_exceed_floor;

pub(super) static RULES: &[Rule] = &[role_area_exceeds_floor::RULE, zone_areas_exceed_floor::RULE];
