//! Quantities: types with their unit in them. Nothing here is ever a float.

mod amount;
mod date;
mod exact;
mod unit;

pub use amount::{Area, Bounds, Count, Hours, Money, Quantity, Ratio, Share};
pub(crate) use date::Spelled;
pub use date::{Date, Month, PartialDate, Time, YEARS};
pub use exact::{Exact, compare};
pub use unit::Unit;
