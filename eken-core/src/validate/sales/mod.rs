//! Rules on the monthly sales of entities.

use super::Rule;

mod after_deregistration;
mod beyond_statistic;
mod constant;
mod copied;
mod jump;
mod months_missing;
mod unit_slip;
mod year_copied;

pub(super) static RULES: &[Rule] = &[
    after_deregistration::RULE,
    beyond_statistic::RULE,
    constant::RULE,
    copied::RULE,
    jump::RULE,
    months_missing::RULE,
    unit_slip::RULE,
    year_copied::RULE,
];
