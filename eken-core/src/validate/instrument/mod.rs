//! Rules on instruments.

use super::Rule;

mod effective_before_issued;
mod no_number;

pub(super) static RULES: &[Rule] = &[effective_before_issued::RULE, no_number::RULE];
