//! Coverage: the branches of the core that its tests take.

mod branches;
mod measure;
mod proof;

pub use proof::PROOF;
