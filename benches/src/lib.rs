//! What the benches read: made-up dossiers (乡村e镇档案) of about 2 MB, and a model of serde to read them with.

pub mod input;
pub mod typed;
