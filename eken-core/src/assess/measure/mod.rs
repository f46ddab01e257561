//! The measures: each answers one "how much" from the facts, in a room of its own.

mod brand_exhibitions;
mod brands;
mod contests;
mod core_area;
mod disclosures;
mod experience_reported;
mod facility_contains;
mod facility_floor_area;
mod facility_shared;
mod facility_zones;
mod fund_use;
mod growth_over_city;
mod industries;
mod inspections;
mod instrument_in_force;
mod investment;
mod issues_rectified;
mod judgement;
mod online_products;
mod operator_chosen_on_market;
mod outlets;
mod pavilions;
mod phase_dates;
mod phase_milestones;
mod project_ledger;
mod promotion;
mod publicity_activities;
mod publicity_matrix;
mod registry;
mod site_area;
mod site_floor_area;
mod specs;
mod statistic;
mod statistic_growth;
mod supply_chains;
#[cfg(test)]
mod testing;
mod town_fact;
mod town_functions;
mod town_is;
mod town_services;
mod undertaker_data;

pub use registry::{Measure, MeasureParam, Run, ValueKind, all, find};
pub use specs::specs;
