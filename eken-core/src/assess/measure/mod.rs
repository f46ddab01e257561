//! The measures: each answers one "how much" from the facts, in a room of its own.

mod facility_floor_area;
mod industries;
mod registry;
#[cfg(test)]
mod testing;

pub use registry::{Measure, MeasureParam, Run, ValueKind, all, find};
