//! Rules on market entities.

use super::Rule;

mod code_check;
mod code_form;
mod code_old_number;
mod code_repairable;
mod code_twice;
mod form_against_code;
mod industry_code_form;
mod marked_legal_person;
mod name_twice;
mod no_code;
mod sales_before_registration;
mod sales_month_twice;
mod sole_trader_marked_legal_person;
mod township_not_host;

pub(super) static RULES: &[Rule] = &[
    code_check::RULE,
    code_form::RULE,
    code_old_number::RULE,
    code_repairable::RULE,
    code_twice::RULE,
    form_against_code::RULE,
    industry_code_form::RULE,
    marked_legal_person::RULE,
    name_twice::RULE,
    no_code::RULE,
    sales_before_registration::RULE,
    sales_month_twice::RULE,
    sole_trader_marked_legal_person::RULE,
    township_not_host::RULE,
];
