//! 回执: the first sheet of an annotated copy.

mod content;
mod page;

pub use content::Content;
pub use page::{Target, names, page};
