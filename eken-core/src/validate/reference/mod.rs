//! Rules on references between records.

use super::Rule;

mod cycle;
mod to_itself;
pub(super) mod unresolved;

pub(super) static RULES: &[Rule] = &[cycle::RULE, to_itself::RULE, unresolved::RULE];
