//! Annotated copies: what the sender sent, with the cells that are at fault filled and commented, and a first sheet that lists
//! every finding (回执).
//!
//! A workbook is never taken apart and put together again: its zip is copied entry by entry, and only what has to change is
//! streamed through (`pass`) under the limits of the reader. What was read from CSV or JSON is laid out as a workbook first and
//! then marked the same way. A copy that comes back mended is read like any workbook, its 回执 passed over; annotated again, it
//! loses the old marks first.

mod book;
mod cells;
mod comments;
pub mod copy;
mod drawing;
mod looks;
mod made;
mod memory;
mod notice;
mod pass;
mod patch;
mod receipt;
mod relations;
mod rich;
mod size;
mod styles;
