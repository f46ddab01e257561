//! Rules on statistics.

use super::Rule;

mod no_source;
mod no_value;

pub(super) static RULES: &[Rule] = &[no_source::RULE, no_value::RULE];
