//! eken for Kotlin, Java and Swift: each function converts, calls the core or eken-io, and converts. No rule, no arithmetic and no
//! default is here.

mod assessment;
mod call;
mod dossier;
mod error;
mod finding;
mod form;
mod law;
mod many;
mod words;

pub use assessment::{Assessment, Change, ChangedCriterion, Criterion, Verdict};
pub use call::Watch;
pub use dossier::{Dossier, WithRecord};
pub use error::{EkenError, Fault};
pub use finding::{Finding, Findings, RefusedRecord, Skipped};
pub use form::{Choice, FormField, FormInput};
pub use law::{Indicator, Plan, Rule};
pub use many::{Taker, Town};
pub use words::{Count, Lang, Options, Outcome, Severity, Words};

uniffi::setup_scaffolding!("eken");
