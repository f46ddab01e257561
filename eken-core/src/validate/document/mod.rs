//! Rules on evidence documents.

use super::Rule;

mod digest_form;

pub(super) static RULES: &[Rule] = &[digest_form::RULE];
