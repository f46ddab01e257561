//! Rules on dates.

use super::Rule;

pub(super) mod after_as_of;
mod before_programme;
pub(super) mod end_before_begin;

pub(super) static RULES: &[Rule] = &[after_as_of::RULE, before_programme::RULE, end_before_begin::RULE];
