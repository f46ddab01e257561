//! Rules on product pavilions.

use super::Rule;

mod platform_not_national;

pub(super) static RULES: &[Rule] = &[platform_not_national::RULE];
