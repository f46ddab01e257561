//! What the readers of workbooks (XLSX, ODS) share: the zip and its XML within limits, binary numbers, days written out, and the
//! words of what is refused.

pub(crate) mod archive;
pub(crate) mod budget;
pub(crate) mod day;
pub(crate) mod fault;
pub mod limits;
pub(crate) mod number;
pub(crate) mod section;
pub(crate) mod sheet;
pub(crate) mod shown;
pub(crate) mod token;
pub(crate) mod words;
pub(crate) mod xml;
