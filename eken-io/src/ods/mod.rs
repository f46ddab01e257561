//! Workbooks of LibreOffice (ODS, OpenDocument 1.2 and later): cells out of files from strangers.
//!
//! `content.xml` is streamed out of the zip within the limits of all workbooks. What it says is repeated (a row a million times, a
//! cell sixteen thousand times) is made only as far as something stands in it, and is counted before it is made.

mod cell;
mod content;
mod figure;
mod paragraph;
pub mod read;
mod styles;
mod table;
