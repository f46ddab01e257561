//! Rules on product pavilions.

use super::Rule;

mod no_county_product;
mod platform_not_national;
mod twice;

pub(super) static RULES: &[Rule] = &[no_county_product::RULE, platform_not_national::RULE, twice::RULE];
