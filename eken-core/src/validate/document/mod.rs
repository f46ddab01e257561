//! Rules on evidence documents.

use super::Rule;

mod digest_form;
mod digest_twice;
pub(super) mod unused;

pub(super) static RULES: &[Rule] = &[digest_form::RULE, digest_twice::RULE, unused::RULE];
