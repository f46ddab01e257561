//! The measures: each answers one "how much" from the facts, in a room of its own.

mod core_area;
mod facility_contains;
mod facility_floor_area;
mod facility_shared;
mod facility_zones;
mod growth_over_city;
mod industries;
mod investment;
mod registry;
mod site_area;
mod site_floor_area;
mod statistic;
mod statistic_growth;
#[cfg(test)]
mod testing;

pub use registry::{Measure, MeasureParam, Run, ValueKind, all, find};
