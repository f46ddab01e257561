//! The measures: each answers one "how much" from the facts, in a room of its own.

mod core_area;
mod experts_engaged;
mod facility_contains;
mod facility_floor_area;
mod facility_shared;
mod facility_zones;
mod fostered_persons;
mod growth_over_city;
mod industries;
mod information_officer;
mod investment;
mod leading_group;
mod no_violation;
mod registry;
mod site_area;
mod site_floor_area;
mod statistic;
mod statistic_growth;
#[cfg(test)]
mod testing;
mod trainee_files;
mod trainee_follow_up;
mod trainee_groups;
mod trainee_origins;
mod training_person_times;

pub use registry::{Measure, MeasureParam, Run, ValueKind, all, find};
