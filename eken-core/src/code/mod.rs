//! Codes: texts with a standard behind them. Each is checked once, and one that exists is sound.
//!
//! A check that fails gives a fault: data that says what is wrong and, where the standard allows it, what was meant.
//! No fault about a person's number carries any part of that number.

pub mod division;
pub mod industry;
pub mod personal;
pub mod phone;
pub mod resident_id;
pub mod uscc;
pub mod uscc_kind;
mod written;

pub use division::{DatedDivision, Division, DivisionFault, DivisionLevel};
pub use industry::{Industry, IndustryFault, Section};
pub use personal::mask_personal;
pub use phone::looks_like_phone;
pub use resident_id::{ResidentId, ResidentIdFault, ResidentIdForm, ResidentIdRepair, looks_like_resident_id};
pub(crate) use written::proper;

pub use uscc::{Uscc, UsccFault};
pub use uscc_kind::UsccKind;
