//! Validation: rules over the meaning of a dossier. A rule is a value in a file of its own.

mod catalogue;
mod checked;
mod context;
mod place;
mod rule;
mod run;
#[cfg(test)]
mod testing;

// what rules of several subjects share
mod credit_code;
mod figure;
mod industry_code;
mod land;
mod plain;
mod records;
mod twice;

// one folder a subject, one file a rule
mod appropriation;
mod brand;
mod date;
mod disclosure;
mod document;
mod entity;
mod evidence;
mod facility;
mod industry;
mod institution;
mod instrument;
mod investment;
mod judgement;
mod leading;
mod organisation;
mod pavilion;
mod payment;
mod product;
mod project;
mod record;
mod reference;
mod session;
mod site;
mod statistic;
mod tier;
mod town;
mod trainee;

pub use catalogue::catalogue;
pub use checked::{Checked, NotEvaluated};
pub use context::{Context, Ids, Lookup};
pub use rule::{Found, Rule, Skip};
pub use run::{rules, validate};
