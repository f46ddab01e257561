//! Rules on the town.

use super::Rule;

mod division_code;
mod division_not_county;
mod division_repairable;
mod division_superseded;
mod limits_identical;

pub(super) static RULES: &[Rule] = &[
    division_code::RULE,
    division_not_county::RULE,
    division_repairable::RULE,
    division_superseded::RULE,
    limits_identical::RULE,
];
