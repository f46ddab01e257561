//! Rules on payments.

use super::Rule;

mod before_appropriation;
mod before_payee_registered;
mod exceed_appropriation;
mod exceed_investment;
mod invoice_twice;
mod nature_differs;
mod no_nature;
mod no_project;
mod payee_deregistered;
mod payee_not_subsidised;
mod payee_not_undertaker;
mod purpose_mixed;
mod twice;
mod unknown_payee;

pub(super) static RULES: &[Rule] = &[
    before_appropriation::RULE,
    before_payee_registered::RULE,
    exceed_appropriation::RULE,
    exceed_investment::RULE,
    invoice_twice::RULE,
    nature_differs::RULE,
    no_nature::RULE,
    no_project::RULE,
    payee_deregistered::RULE,
    payee_not_subsidised::RULE,
    payee_not_undertaker::RULE,
    purpose_mixed::RULE,
    twice::RULE,
    unknown_payee::RULE,
];
