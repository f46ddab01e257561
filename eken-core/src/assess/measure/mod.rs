//! The measures: each answers one "how much" from the facts, in a room of its own.

mod core_area;
mod disclosures;
mod experience_reported;
mod experts_engaged;
mod facility_contains;
mod facility_floor_area;
mod facility_shared;
mod facility_zones;
mod fostered_persons;
mod fund_use;
mod growth_over_city;
mod industries;
mod inspections;
mod investment;
mod issues_rectified;
mod operator_chosen_on_market;
mod phase_dates;
mod phase_milestones;
mod project_ledger;
mod registry;
mod site_area;
mod site_floor_area;
mod specs;
mod statistic;
mod statistic_growth;
#[cfg(test)]
mod testing;
mod town_fact;
mod town_functions;
mod town_is;
mod town_services;
mod trainee_files;
mod trainee_follow_up;
mod trainee_groups;
mod trainee_origins;
mod training_person_times;
mod undertaker_data;

pub use registry::{Measure, MeasureParam, Run, ValueKind, all, find};
pub use specs::specs;
