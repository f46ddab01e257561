//! Rules on leading enterprises.

use super::Rule;

mod no_recognising_body;
mod no_recognition;

pub(super) static RULES: &[Rule] = &[no_recognising_body::RULE, no_recognition::RULE];
