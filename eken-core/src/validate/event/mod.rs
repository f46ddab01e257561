//! Rules on events and contests.

use super::Rule;

mod twice;

pub(super) static RULES: &[Rule] = &[twice::RULE];
