//! Rules on brands.

use super::Rule;

mod mother_not_public;
mod own_without_mother;

pub(super) static RULES: &[Rule] = &[mother_not_public::RULE, own_without_mother::RULE];
