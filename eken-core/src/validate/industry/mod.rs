//! Rules on leading industries.

use super::Rule;

mod code_form;

pub(super) static RULES: &[Rule] = &[code_form::RULE];
