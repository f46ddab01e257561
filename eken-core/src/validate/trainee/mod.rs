//! Rules on the files of trainees and other persons. None of them shows any part of a person's number.

use super::Rule;

mod follow_up_early;
mod id_is_personal_number;
mod no_session;
mod resident_id_check;
mod resident_id_date;
mod resident_id_form;
mod resident_id_region_younger;
mod resident_id_repairable;
mod two_files;

pub(super) static RULES: &[Rule] = &[
    follow_up_early::RULE,
    id_is_personal_number::RULE,
    no_session::RULE,
    resident_id_check::RULE,
    resident_id_date::RULE,
    resident_id_form::RULE,
    resident_id_region_younger::RULE,
    resident_id_repairable::RULE,
    two_files::RULE,
];
