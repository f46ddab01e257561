//! Rules on disclosures and reports.

use super::Rule;

mod before_document;

pub(super) static RULES: &[Rule] = &[before_document::RULE];
