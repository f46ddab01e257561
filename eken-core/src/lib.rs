//! eken: dossiers of rural e-towns (乡村e镇), validated, assessed and explained.

pub mod assess;
pub mod code;
pub mod error;
pub mod finding;
pub mod json;
pub mod limits;
pub mod model;
pub mod parse;
pub mod plan;
pub mod quantity;
pub mod report;
pub mod schema;
pub mod validate;
pub mod words;
