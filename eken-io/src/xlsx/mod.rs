//! Workbooks (XLSX): cells out of files from strangers, and cells into files.
//!
//! The parts of a workbook are streamed out of the zip under limits (`limits`), part by part and event by event, and nothing
//! is ever allocated by a number that the file states of itself. That is why no spreadsheet library reads here: calamine 0.38
//! reserves as many shared strings as `uniqueCount` says, clones fonts and formats once for each style, and so can be made to
//! abort the process, which no `catch_unwind` stops.

pub(crate) mod package;
pub mod page;
pub mod read;
mod serial;
pub(crate) mod sheet;
pub(crate) mod strings;
mod styles;
pub mod write;

pub use crate::workbook::limits;
pub(crate) use crate::workbook::{archive, fault, number, xml};
use crate::workbook::{budget, day};
