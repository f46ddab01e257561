//! Rules on institutions and outlets.

use super::Rule;

mod code_check;
mod code_form;
mod code_old_number;
mod code_repairable;
mod outlet_twice;

pub(super) static RULES: &[Rule] =
    &[code_check::RULE, code_form::RULE, code_old_number::RULE, code_repairable::RULE, outlet_twice::RULE];
