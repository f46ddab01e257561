//! `cargo xtask prove`: proofs over many made-up dossiers, one file a proof, each with a planted fault that turns it red.

mod command;
mod coverage;
mod fuzz;
mod hostile;
mod mutants;
mod outputs;
mod privacy;
mod proof;
mod recall;
mod same;
mod schema;
mod spelling;
mod stream;
mod tool;

pub use command::{Prove, Worker};
