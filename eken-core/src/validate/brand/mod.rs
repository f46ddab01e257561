//! Rules on brands.

use super::Rule;

mod mother_not_public;
mod own_without_mother;
mod trademark_no_number;
mod twice;

pub(super) static RULES: &[Rule] =
    &[mother_not_public::RULE, own_without_mother::RULE, trademark_no_number::RULE, twice::RULE];
