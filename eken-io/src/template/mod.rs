//! The workbook to fill: one sheet for each kind of fact, made from the layout of a dossier, so that a new fact needs no line
//! here.

mod example;
mod guide;
mod how;
mod lists;
mod looks;
pub mod names;
mod once;
mod page;
mod rules;
mod sheet;
#[cfg(test)]
mod tests;
pub mod workbook;
