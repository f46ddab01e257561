//! Rules on the tier of the county.

use super::Rule;

mod no_evidence;

pub(super) static RULES: &[Rule] = &[no_evidence::RULE];
