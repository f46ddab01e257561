//! Fuzz: six doors and what must hold of any bytes there. The kept corpus and inputs changed from it at random; then libFuzzer,
//! guided by coverage.

mod guided;
mod proof;
mod replay;
mod seeds;

pub use proof::PROOF;
