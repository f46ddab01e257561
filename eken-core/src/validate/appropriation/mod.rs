//! Rules on appropriations.

use super::Rule;

mod no_number;
mod twice;

pub(super) static RULES: &[Rule] = &[no_number::RULE, twice::RULE];
