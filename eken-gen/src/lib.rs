//! Dossiers of rural e-towns (乡村e镇) made up from a seed: clean, at the thresholds, or with known faults; the same bytes for
//! the same seed on every machine.

mod boundary;
mod chance;
mod codes;
mod county;
mod day;
mod draft;
mod error;
mod fault;
mod generate;
mod goals;
mod known;
mod part;
mod sales;
mod spec;
mod stream;
mod tables;
mod write;

pub use boundary::{Landing, Position};
pub use error::Error;
pub use fault::{Fault, Planted, faults, faults_named};
pub use generate::{Generated, generate};
pub use spec::{Kind, LEAST, LEAST_WHOLE, MOST, MOST_SINGLE, ResidentIds, Size, Spec, YEARS};
pub use stream::{Summary, stream};
