//! Between cells and dossiers: which sheet and column holds which fact, how a cell becomes a value, how records are put
//! together and taken apart.

pub mod assemble;
mod beside;
mod build;
mod header;
pub mod heading;
pub mod lay;
pub mod layout;
mod merged;
mod once;
mod place;
mod plain;
pub mod receipt;
mod row;
mod sheet;
pub(crate) mod shown;
mod tally;
#[cfg(test)]
mod tests;
pub mod value;
mod work;

pub use place::Places;
pub use tally::{Refused, Tally};
