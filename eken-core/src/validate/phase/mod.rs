//! Rules on phases.

use super::Rule;

mod out_of_order;

pub(super) static RULES: &[Rule] = &[out_of_order::RULE];
