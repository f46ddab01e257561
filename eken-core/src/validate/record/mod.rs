//! Rules on records of every kind.

use super::Rule;

mod duplicate_id;
mod personal_number;

pub(super) static RULES: &[Rule] = &[duplicate_id::RULE, personal_number::RULE];
