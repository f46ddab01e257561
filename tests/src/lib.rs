//! What the black-box tests share: vectors read from files and run through the public door of eken.

pub mod corpus;
pub mod documents;
pub mod fuzz;
pub mod mutants;
pub mod random;
pub mod vectors;

/// The README's Rust, run as a doctest.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
