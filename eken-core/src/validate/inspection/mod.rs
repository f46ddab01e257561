//! Rules on inspections.

use super::Rule;

mod issues_differ;

pub(super) static RULES: &[Rule] = &[issues_differ::RULE];
