//! Validation: rules over the meaning of a dossier. A rule is a value in a file of its own.

mod checked;
mod context;
mod rule;
mod run;

pub use checked::{Checked, NotEvaluated};
pub use context::Context;
pub use rule::{Found, Rule, Skip};
pub use run::{rules, validate};
