//! Rules on projects of the ledger.

use super::Rule;

mod done_without_end;
mod progress_falls;
mod progress_over_hundred;
mod state_against_progress;
mod twice;
mod undertaker_missing;

pub(super) static RULES: &[Rule] = &[
    done_without_end::RULE,
    progress_falls::RULE,
    progress_over_hundred::RULE,
    state_against_progress::RULE,
    twice::RULE,
    undertaker_missing::RULE,
];
