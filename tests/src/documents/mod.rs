//! Made-up dossiers for the differential and property tests: valid ones built from the model's own description, and the same
//! with known changes, each of a named class with the verdict that it must lead to.
//!
//! New fields and records of the model are covered without a line here.

mod build;
mod change;
mod class;
mod classes;
mod exact;
mod odd;
mod site;
mod verdict;

pub use build::Built;
pub use change::{Changed, Document, document};
pub use class::{Class, Expect};
pub use classes::CLASSES;
pub use exact::inexact;
pub use odd::odd_dossier;
pub use site::{Site, Step, put};
pub use verdict::sound;
