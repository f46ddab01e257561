//! Rules on declarations of compliance.

use super::Rule;

mod case_against_it;
mod period_gap;
mod signed_before_period_end;
mod twice;

pub(super) static RULES: &[Rule] =
    &[case_against_it::RULE, period_gap::RULE, signed_before_period_end::RULE, twice::RULE];
