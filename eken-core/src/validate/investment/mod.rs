//! Rules on investments.

use super::Rule;

mod completed_exceeds_planned;
mod final_too_early;
mod twice;
mod unit_slip;

pub(super) static RULES: &[Rule] =
    &[completed_exceeds_planned::RULE, final_too_early::RULE, twice::RULE, unit_slip::RULE];
