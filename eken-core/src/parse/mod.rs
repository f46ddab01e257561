//! Reading a dossier: strict, exact, complete. Every structural fault is found in one pass.

mod codes;
mod edit;
mod guess;
mod migrate;
mod parsed;
mod read;
mod tables;
#[cfg(test)]
mod tests;

pub use codes::{STRUCTURE, structure};
pub(crate) use edit::{Kept, kept};
pub use edit::{edited, with_record};
pub use parsed::Parsed;
pub use read::{parse, parse_owned, too_large, value};
pub use tables::TABLES;
