//! Names of the sheets and headings of the template that are no kind of fact.

use eken_core::words::{Label, Lang};

use crate::table::layout::Sheet;

pub use crate::table::layout::{EXAMPLE, GUIDE, HEADS, ITEM, ONCE, SECTION};

/// The hidden sheet of the lists of codes, which is not read.
pub const CODES: Label = Label::new("_代码", "_codes");
/// What stands before the heading of a column that must be filled.
pub const REQUIRED: &str = "*";

/// The name of a sheet in the template.
pub fn of_sheet(sheet: &Sheet, lang: Lang) -> &str {
    sheet.tab(lang)
}
