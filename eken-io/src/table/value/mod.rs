//! Between a cell and a value: what people write in forms is read exactly or not at all, and nothing is changed unsaid.

mod chinese;
mod code;
mod date;
mod flag;
mod json;
mod list;
mod mark;
mod missing;
mod number;
mod quantity;
mod read;
mod scale;
mod seen;
#[cfg(test)]
mod tests;
mod text;
mod time;
mod unit;
mod write;
mod written;

pub use mark::Mark;
pub use read::read;
pub use unit::Given;
pub use write::write;
pub(super) use written::{compact, half};
