//! What a measure is, and the list of them.

use crate::assess::measured::Measured;
use crate::assess::view::View;
use crate::model::Facility;
use crate::plan::Params;
use crate::words::Label;

/// What a measure answers with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueKind {
    /// A number in a unit.
    Number,
    /// Yes or no.
    Truth,
    /// A set of codes.
    Set,
}

/// A parameter of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeasureParam {
    /// Its key in plan files.
    pub name: &'static str,
    /// What it says.
    pub label: Label,
    /// Whether a plan must give it.
    pub required: bool,
    /// The values it may have; empty when any text will do.
    pub values: &'static [&'static str],
}

/// How a measure is run.
#[derive(Clone, Copy, Debug)]
pub enum Run {
    /// Once for the town.
    Town(fn(&View<'_>, &Params) -> Measured),
    /// On one facility, given with its index: every criterion of a facility is judged on the same one. Without one where no
    /// facility holds the role.
    Facility(fn(&View<'_>, &Params, Option<(usize, &Facility)>) -> Measured),
}

/// A measure.
#[derive(Clone, Copy, Debug)]
pub struct Measure {
    /// Its name in plan files.
    pub id: &'static str,
    /// What it is called.
    pub label: Label,
    /// What it counts, from which facts, and what is left out.
    pub about: Label,
    /// Its parameters.
    pub params: &'static [MeasureParam],
    /// The readings it consults.
    pub readings: &'static [&'static str],
    /// Whether it looks at one year.
    pub annual: bool,
    /// What it answers with.
    pub value: ValueKind,
    /// How it is run.
    pub run: Run,
}

/// Every measure, by name.
pub fn all() -> &'static [&'static Measure] {
    MEASURES
}

/// The measure of a name.
pub fn find(id: &str) -> Option<&'static Measure> {
    MEASURES.iter().copied().find(|measure| measure.id == id)
}

/// The roles that a facility measure may be asked for.
pub(super) const ROLES: &[&str] = &[
    "public_service",
    "display_experience",
    "training_incubation",
    "logistics",
    "cross_border_base",
    "big_data_centre",
    "main_live_room",
    "other",
];

static MEASURES: &[&Measure] = &[
    &super::brand_exhibitions::BRAND_EXHIBITIONS,
    &super::brands::BRANDS,
    &super::contests::CONTESTS,
    &super::core_area::CORE_AREA,
    &super::disclosures::DISCLOSURES,
    &super::entities_in_force::ENTITIES_IN_FORCE,
    &super::experience_reported::EXPERIENCE_REPORTED,
    &super::experts_engaged::EXPERTS_ENGAGED,
    &super::facility_contains::FACILITY_CONTAINS,
    &super::facility_floor_area::FACILITY_FLOOR_AREA,
    &super::facility_shared::FACILITY_SHARED,
    &super::facility_zones::FACILITY_ZONES,
    &super::fostered_persons::FOSTERED_PERSONS,
    &super::fund_use::FUND_USE,
    &super::growth_over_city::GROWTH_OVER_CITY,
    &super::industries::INDUSTRIES,
    &super::information_officer::INFORMATION_OFFICER,
    &super::inspections::INSPECTIONS,
    &super::instrument_in_force::INSTRUMENT_IN_FORCE,
    &super::investment::INVESTMENT,
    &super::issues_rectified::ISSUES_RECTIFIED,
    &super::judgement::JUDGEMENT,
    &super::leading_enterprises::LEADING_ENTERPRISES,
    &super::leading_group::LEADING_GROUP,
    &super::no_violation::NO_VIOLATION,
    &super::online_products::ONLINE_PRODUCTS,
    &super::operator_chosen_on_market::OPERATOR_CHOSEN_ON_MARKET,
    &super::outlets::OUTLETS,
    &super::pavilions::PAVILIONS,
    &super::phase_dates::PHASE_DATES,
    &super::phase_milestones::PHASE_MILESTONES,
    &super::project_ledger::PROJECT_LEDGER,
    &super::promotion::PROMOTION,
    &super::publicity_activities::PUBLICITY_ACTIVITIES,
    &super::publicity_matrix::PUBLICITY_MATRIX,
    &super::registered_entities::REGISTERED_ENTITIES,
    &super::site_area::SITE_AREA,
    &super::site_floor_area::SITE_FLOOR_AREA,
    &super::statistic::STATISTIC,
    &super::statistic_growth::STATISTIC_GROWTH,
    &super::supply_chains::SUPPLY_CHAINS,
    &super::town_fact::TOWN_FACT,
    &super::town_functions::TOWN_FUNCTIONS,
    &super::town_is::TOWN_IS,
    &super::town_services::TOWN_SERVICES,
    &super::trainee_files::TRAINEE_FILES,
    &super::trainee_follow_up::TRAINEE_FOLLOW_UP,
    &super::trainee_groups::TRAINEE_GROUPS,
    &super::trainee_origins::TRAINEE_ORIGINS,
    &super::training_person_times::TRAINING_PERSON_TIMES,
    &super::undertaker_data::UNDERTAKER_DATA,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::measure::testing::measure;
    use crate::assess::measured::Value;
    use crate::assess::truth::Truth;

    /// Whether a value says nothing for sure.
    fn is_open(value: &Value) -> bool {
        match value {
            Value::Number { most, .. } => most.is_none(),
            Value::Truth(truth) => *truth == Truth::Unknown,
            Value::Set { open, has } => *open && has.is_empty(),
            Value::Unknown => true,
            Value::NotApplicable | Value::Conflict => false,
        }
    }

    #[test]
    fn a_code_that_a_measure_does_not_know_settles_nothing() {
        // of one facility, which is not there
        for (id, params) in [
            ("facility-floor-area", [("of", "none-of-these")].as_slice()),
            ("facility-contains", &[("of", "public_service"), ("room", "none-of-these")]),
            ("facility-contains", &[("of", "none-of-these"), ("room", "main_live_room")]),
        ] {
            let answer = measure(id, params, r#"{"schema_version":1,"as_of":"2023-12-31"}"#, &[]);
            assert!(is_open(&answer.0.value), "{id} of {params:?}: {answer}");
        }
        let mut tried = 0usize;
        for found in all().iter().filter(|found| matches!(found.run, Run::Town(_))) {
            let sound = |param: &MeasureParam| param.values.first().map(|value| (param.name, *value));
            for asked in found.params.iter().filter(|param| !matches!(param.values, [] | ["true"])) {
                let others = found.params.iter().filter(|param| param.required && param.name != asked.name);
                let mut params: Vec<(&str, &str)> = others.filter_map(sound).collect();
                params.push((asked.name, "none-of-these"));
                let answer = measure(found.id, &params, r#"{"schema_version":1,"as_of":"2023-12-31"}"#, &[]);
                assert!(is_open(&answer.0.value), "{} of {params:?}: {answer}", found.id);
                tried += 1;
            }
        }
        assert!(tried >= 10, "{tried}");
    }
}
