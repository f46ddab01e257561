//! Cells of every form, each with the value it is read as and what is said of it.

mod bench;
mod codes;
mod dates;
mod properties;
mod quantities;
mod texts;
