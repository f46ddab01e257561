//! Rules on online products.

use super::Rule;

mod brand_ended;
mod test_failed;
mod twice;

pub(super) static RULES: &[Rule] = &[brand_ended::RULE, test_failed::RULE, twice::RULE];
