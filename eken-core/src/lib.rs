//! eken: dossiers of rural e-towns (乡村e镇), validated, assessed and explained.

pub mod error;
pub mod plan;
pub mod quantity;
pub mod words;
