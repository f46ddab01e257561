//! Validation: rules over the meaning of a dossier. A rule is a value in a file of its own.

mod catalogue;
mod checked;
mod context;
mod place;
mod profile;
mod report;
mod rule;
mod run;
#[cfg(test)]
mod testing;
mod waiver;

// what rules of several subjects share
mod credit_code;
mod figure;
mod industry_code;

// one folder a subject, one file a rule
mod brand;
mod date;
mod document;
mod entity;
mod facility;
mod industry;
mod institution;
mod instrument;
mod judgement;
mod leading;
mod pavilion;
mod payment;
mod record;
mod reference;
mod session;
mod statistic;
mod tier;
mod town;
mod trainee;

pub use catalogue::catalogue;
pub use checked::{Checked, NotEvaluated};
pub use context::{Context, Ids, Lookup};
pub use profile::{Profile, Waiver};
pub use rule::{Found, Rule, Skip};
pub use run::{rules, validate, validate_with};
pub use waiver::Waived;
