//! Published schemas: JSON Schema (draft 2020-12) of what eken reads and writes.
//!
//! They are made from the same constants that the reader checks, so schema and reader agree on structure for every I-JSON
//! document; `tests/conformance/run` holds them against each other. `cargo xtask schema` writes them to `schemas/v1`.

mod assessment;
mod dossier;
mod findings;
mod head;
mod name;
mod plan;

pub use name::{names, schema, text};
