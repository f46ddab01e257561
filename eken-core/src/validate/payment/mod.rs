//! Rules on payments.

use super::Rule;

mod before_appropriation;
mod exceed_appropriation;
mod nature_differs;
mod unknown_payee;

pub(super) static RULES: &[Rule] =
    &[before_appropriation::RULE, exceed_appropriation::RULE, nature_differs::RULE, unknown_payee::RULE];
