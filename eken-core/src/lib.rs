//! eken: dossiers of rural e-towns (乡村e镇), validated, assessed and explained.

pub mod code;
pub mod error;
pub mod finding;
pub mod json;
pub mod limits;
pub mod model;
pub mod parse;
pub mod quantity;
pub mod words;
