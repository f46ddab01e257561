//! The measures: each answers one "how much" from the facts, in a room of its own.

mod disclosures;
mod experience_reported;
mod facility_floor_area;
mod fund_use;
mod industries;
mod inspections;
mod issues_rectified;
mod operator_chosen_on_market;
mod phase_dates;
mod phase_milestones;
mod project_ledger;
mod registry;
mod specs;
#[cfg(test)]
mod testing;
mod town_fact;
mod town_functions;
mod town_is;
mod town_services;
mod undertaker_data;

pub use registry::{Measure, MeasureParam, Run, ValueKind, all, find};
pub use specs::specs;
