//! Mutants: each small change of the code that cargo-mutants thinks of must be noticed by a test. All of them are woven into one
//! copy of the core, so that it is compiled once, and each is switched on for the tests that come by it.

mod build;
mod copy;
mod explained;
mod listed;
mod proof;
mod reach;
mod site;
mod trial;
mod weave;

pub use proof::PROOF;
