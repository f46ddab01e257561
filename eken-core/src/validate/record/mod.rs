//! Rules on records of every kind.

use super::Rule;

mod duplicate_id;
mod personal_data_not_needed;
pub(super) mod personal_number;

pub(super) static RULES: &[Rule] = &[duplicate_id::RULE, personal_data_not_needed::RULE, personal_number::RULE];
