//! Rules on leading industries.

use super::Rule;

mod code_form;
mod twice;

pub(super) static RULES: &[Rule] = &[code_form::RULE, twice::RULE];
