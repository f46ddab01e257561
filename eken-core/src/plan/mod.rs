//! Plans (培育方案) as data: what the law requires, never how it is measured.
//!
//! A plan is a folder of TOML, or one TOML or JSON file, that lists indicators, targets, the register of readings, the
//! register of clauses, tiers, phases and departments. It is read from text that the caller hands in; nothing here opens
//! a file. An overlay names a base plan and lists what it changes.

mod builtin;
mod clause;
mod coverage;
mod criterion;
mod diff;
mod document;
mod indicator;
mod load;
mod reading;
mod render;
mod source;
mod wire;

pub use builtin::{DEFAULT, builtin, builtin_ids, builtin_source};
pub use clause::{Clause, ClauseClass, Position, Span};
pub use coverage::{SourceFault, digest, survey};
pub use criterion::{Criterion, Kind, Level, Param, Params, Test, Threshold, Validity, When};
pub use diff::{Change, diff};
pub use document::{Department, Document, Group, LeadingGroup, Month, Phase, Plan, Seat, SeatRole, Tier};
pub use indicator::{Duty, Indicator};
pub use load::{MeasureSpec, MeasureValue, ParamSpec, ParamValues};
pub use reading::{Reading, ReadingOption};
pub use source::{PlanFile, PlanSource};
pub use wire::schema;

#[cfg(test)]
mod tests;
