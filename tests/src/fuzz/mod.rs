//! What a fuzzer calls: six doors of eken, each with what must hold of any bytes whatever; and the corpus that is kept.
//! libFuzzer (`fuzz/`), the proof and the replay in the tests run the very same code.

mod assess;
mod codes;
mod corpus;
mod dossier;
mod number;
mod parse;
mod plan;
mod quantities;
mod render;
mod sign;
mod target;

pub use corpus::{changed, corpus, folder};
pub use target::{TARGETS, Target, enter, target};
