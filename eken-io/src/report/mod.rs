//! The report of an assessment as a workbook: the tables that the core makes, written as sheets. No text and no figure is made
//! here.

mod leaf;
mod looks;
mod signs;
#[cfg(test)]
mod tests;
pub mod workbook;
