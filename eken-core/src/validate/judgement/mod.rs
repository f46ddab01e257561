//! Rules on reviewers' judgements.

use super::Rule;

mod about_unknown;
mod contradict;
mod no_basis;
mod unknown_question;

pub(super) static RULES: &[Rule] = &[about_unknown::RULE, contradict::RULE, no_basis::RULE, unknown_question::RULE];
