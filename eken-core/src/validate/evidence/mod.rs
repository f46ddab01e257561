//! Rules on what serves as evidence.

use super::Rule;

mod issued_after_use;

pub(super) static RULES: &[Rule] = &[issued_after_use::RULE];
