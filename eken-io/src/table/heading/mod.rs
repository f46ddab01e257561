//! Names of sheets and columns, as county offices write them.

mod column;
mod parts;
mod sheet;
mod sheet_synonyms;
mod synonyms;
#[cfg(test)]
mod tests;

pub use column::column_of;
pub use parts::{odd_unit, plain, unit_at_end, unit_in};
pub use sheet::sheet_of;
pub(super) use synonyms::words;
