//! Rules on the issue list.

use super::Rule;

mod found_before_inspection;
mod rectification_overdue;
mod rectified_without_evidence;

pub(super) static RULES: &[Rule] =
    &[found_before_inspection::RULE, rectification_overdue::RULE, rectified_without_evidence::RULE];
