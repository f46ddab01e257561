//! Rules on phases.

use super::Rule;

mod out_of_order;
mod start_against_programme;

pub(super) static RULES: &[Rule] = &[out_of_order::RULE, start_against_programme::RULE];
