//! Tables as text: CSV after RFC 4180, as Excel, WPS and databases write it, in UTF-8, UTF-16 or GB 18030-2022.
//!
//! What RFC 4180 leaves open is decided so: the delimiter is comma, semicolon, tabulator or bar; a record ends at CR LF, LF
//! or CR; a quote stands for itself unless it begins a field; records may differ in length; blank records and empty fields
//! hold nothing. Where a text could not be read for certain (an encoding, a quote that is never closed, NUL), nothing is
//! read.

pub mod delimiter;
pub mod encoding;
mod fault;
mod line;
pub mod neutral;
pub mod read;
mod record;
pub mod write;
