//! Hostile input: no death, no more than two seconds and 256 MB for each, and no sign in the output that a terminal obeys.

mod archive;
mod cases;
mod columnar;
mod run;
mod workbooks;
mod worker;

pub use run::PROOF;
pub use worker::serve;
