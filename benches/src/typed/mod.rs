//! The records of a dossier as a program without eken would read them: derived by serde, owned texts, exact decimals, code
//! lists as enums, dates as dates. A test holds what it reads against eken. It refuses a file at the first fault, and knows
//! neither unknown fields nor keys that stand twice nor reasons why a value is missing, dates of phases apart.

#![allow(missing_docs, reason = "the names are those of eken_core::model, where they are explained")]

mod brand;
mod compliance;
mod dossier;
mod entity;
mod event;
mod evidence;
mod facility;
mod fund;
mod industry;
mod institution;
mod instrument;
mod kind;
mod organisation;
mod people;
mod project;
mod schedule;
mod statistic;
mod town;
mod training;

pub use dossier::Dossier;
pub use kind::Amount;
