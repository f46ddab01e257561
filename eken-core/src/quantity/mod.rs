//! Quantities: types with their unit in them. Nothing here is ever a float.

mod exact;
mod unit;

pub use exact::{Exact, compare};
pub use unit::Unit;
