//! Files as such: what a file is, archives read within bounds, files written whole or not at all.

#[cfg(test)]
mod made;
mod shown;
pub mod zip;
