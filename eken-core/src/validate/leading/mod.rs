//! Rules on leading enterprises.

use super::Rule;

mod no_recognition;

pub(super) static RULES: &[Rule] = &[no_recognition::RULE];
