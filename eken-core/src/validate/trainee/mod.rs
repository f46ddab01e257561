//! Rules on the files of trainees and other persons. None of them shows any part of a person's number.

use super::Rule;

mod id_is_personal_number;
mod resident_id_check;
mod resident_id_date;
mod resident_id_form;
mod resident_id_region_younger;
mod resident_id_repairable;
mod two_files;

pub(super) static RULES: &[Rule] = &[
    id_is_personal_number::RULE,
    resident_id_check::RULE,
    resident_id_date::RULE,
    resident_id_form::RULE,
    resident_id_region_younger::RULE,
    resident_id_repairable::RULE,
    two_files::RULE,
];
