//! Tables of facts as Apache Arrow record batches, and Parquet and Arrow IPC files of them.
//!
//! A frame is one kind of fact with a type for each column ([`frames`]); the columns are those of the sheets, made from the
//! model ([`layout`](crate::table::layout)), so that no list of columns is kept here.

mod assessment;
mod build;
mod codes;
mod column;
mod facts;
mod fault;
mod findings;
mod frame;
pub mod read;
mod tables;
mod values;
mod write;

pub use assessment::{criteria, standings};
pub use facts::{frame, frames};
pub use findings::findings;
pub use frame::{Frame, FrameOptions};
pub use tables::tables;
pub use write::{Columnar, write, write_checked};
