//! Files as such: what a file is, archives read within bounds, files written whole or not at all.

pub mod format;
#[cfg(test)]
mod made;
pub mod read;
mod shown;
pub mod tables;
pub mod write;
pub mod zip;
