//! Rules on training sessions.

use super::Rule;

mod attended_twice;
mod counts_differ;
mod ends_before_it_starts;
mod head_count_slip;
mod hours_exceed_times;
mod no_attendance;
mod no_list;
mod same_hour;
mod starts_at_night;
mod too_long;
mod trainer_same_hour;
mod twice;

pub(super) static RULES: &[Rule] = &[
    attended_twice::RULE,
    counts_differ::RULE,
    ends_before_it_starts::RULE,
    head_count_slip::RULE,
    hours_exceed_times::RULE,
    no_attendance::RULE,
    no_list::RULE,
    same_hour::RULE,
    starts_at_night::RULE,
    too_long::RULE,
    trainer_same_hour::RULE,
    twice::RULE,
];
