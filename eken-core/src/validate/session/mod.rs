//! Rules on training sessions.

use super::Rule;

mod attended_twice;
mod counts_differ;
mod ends_before_it_starts;
mod no_attendance;
mod no_list;

pub(super) static RULES: &[Rule] =
    &[attended_twice::RULE, counts_differ::RULE, ends_before_it_starts::RULE, no_attendance::RULE, no_list::RULE];
