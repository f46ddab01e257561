//! The CSV files of a dossier described for other tools: Frictionless Data Package and Table Schema (version 1), made from the
//! layout, so that tables and descriptions cannot drift apart.

mod field;
mod json;
pub mod package;
pub mod publish;
mod schema;
#[cfg(test)]
mod tests;
