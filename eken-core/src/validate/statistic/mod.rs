//! Rules on statistics.

use super::Rule;

mod cumulative_falls;
mod estimate_as_final;
mod figures_differ;
mod growth_not_borne_out;
mod jump;
mod months_against_cumulative;
mod months_against_year;
mod months_missing;
mod no_source;
mod no_value;
mod part_exceeds_whole;
mod revised_without_note;
mod series_constant;
mod series_copied;
mod unit_slip;

pub(super) static RULES: &[Rule] = &[
    cumulative_falls::RULE,
    estimate_as_final::RULE,
    figures_differ::RULE,
    growth_not_borne_out::RULE,
    jump::RULE,
    months_against_cumulative::RULE,
    months_against_year::RULE,
    months_missing::RULE,
    no_source::RULE,
    no_value::RULE,
    part_exceeds_whole::RULE,
    revised_without_note::RULE,
    series_constant::RULE,
    series_copied::RULE,
    unit_slip::RULE,
];
