//! Tests of the room: the built-in plans, the faults of a text, overlays, the schema.

mod builtins;
mod faults;
mod kinds;
mod overlay;
mod thresholds;
mod written;

use crate::error::Error;
use crate::plan::{Plan, PlanSource};

/// A plan with one of everything, to be spoilt.
const SMALL: &str = include_str!("tests/small.toml");

/// The faults of a text, one a line.
fn faults_of(source: &PlanSource, base: Option<&Plan>) -> String {
    match Plan::load(source, base) {
        Ok(_) => String::new(),
        Err(Error::Plan(faults)) => faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"),
        Err(other) => panic!("{other}"),
    }
}

/// The plan of a text.
fn plan_of(text: &str, base: Option<&Plan>) -> Plan {
    Plan::load(&PlanSource::single("plan.toml", text), base).unwrap_or_else(|error| panic!("{error}"))
}
