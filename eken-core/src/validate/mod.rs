//! Validation: rules over the meaning of a dossier. A rule is a value in a file of its own.

mod alone;
mod catalogue;
mod checked;
mod context;
mod ids;
mod place;
mod profile;
mod report;
mod rule;
mod run;
#[cfg(test)]
mod testing;
mod tour;
mod waiver;

// what rules of several subjects share
mod credit_code;
mod document_number;
mod figure;
mod fine;
mod hidiroglou;
mod identity;
mod industry_code;
mod land;
mod lesson;
mod monthly;
mod plain;
mod records;
mod series;
mod slip;
mod term;
mod turnover;
mod twice;
mod uses;

// one folder a subject, one file a rule
mod appropriation;
mod brand;
mod date;
mod declaration;
mod disclosure;
mod document;
mod entity;
mod event;
mod evidence;
mod facility;
mod industry;
mod inspection;
mod institution;
mod instrument;
mod investment;
mod issue;
mod judgement;
mod leading;
mod organisation;
mod pavilion;
mod payment;
mod person;
mod phase;
mod product;
mod project;
mod record;
mod reference;
mod sales;
mod session;
mod site;
mod statistic;
mod tier;
mod town;
mod trainee;

pub use alone::check_record;
pub use catalogue::catalogue;
pub use checked::{Checked, NotEvaluated};
pub use context::{Context, Lookup};
pub use ids::Ids;
pub use profile::{Profile, Waiver};
pub use rule::{Found, Rule, Skip};
pub use run::{rules, validate, validate_with};
pub use waiver::Waived;
