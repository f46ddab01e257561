//! eken-io: dossiers in exchanged files. A file becomes cells, cells become one JSON text with the place of every value, and
//! the reader of eken-core makes a dossier of it: no rule and no arithmetic of the law is here.

pub mod annotate;
#[cfg(feature = "arrow")]
pub mod arrow;
pub mod convert;
pub mod csv;
pub mod document;
pub mod error;
pub mod file;
pub mod frictionless;
pub mod grid;
pub mod many;
pub mod ndjson;
pub mod ods;
pub mod place;
pub mod plan;
pub mod report;
pub mod table;
pub mod template;
pub mod workbook;
pub mod xlsx;
