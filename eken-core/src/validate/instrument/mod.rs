//! Rules on instruments.

use super::Rule;

mod document_differs;
mod effective_before_issued;
mod no_number;
mod number_twice;
mod support_without_standard;
mod used_after_repeal;
mod used_before_issue;

pub(super) static RULES: &[Rule] = &[
    document_differs::RULE,
    effective_before_issued::RULE,
    no_number::RULE,
    number_twice::RULE,
    support_without_standard::RULE,
    used_after_repeal::RULE,
    used_before_issue::RULE,
];
