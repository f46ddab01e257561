//! Rules on reviewers' judgements.

use super::Rule;

mod about_unknown;
mod unknown_question;

pub(super) static RULES: &[Rule] = &[about_unknown::RULE, unknown_question::RULE];
