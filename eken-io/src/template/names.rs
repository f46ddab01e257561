//! Names of the sheets and headings of the template that are no kind of fact.

use eken_core::words::{Label, Lang};

use crate::table::layout::Sheet;

/// Characters that the name of a sheet may have.
const LONGEST: usize = 31;

/// The sheet of instructions, which is not read.
pub const GUIDE: Label = Label::new("填表说明", "Instructions");
/// The sheet of what stands once in a dossier.
pub const ONCE: Label = Label::new("基本情况", "Basics");
/// The headings of that sheet.
pub const ITEM: [Label; 3] = [Label::new("项目", "Item"), Label::new("内容", "Content"), Label::new("说明", "Meaning")];
/// The sheet of what each section says of itself.
pub const HEADS: Label = Label::new("清单说明", "Sections");
/// The heading of its first column.
pub const SECTION: Label = Label::new("清单", "Section");
/// The hidden sheet of the lists of codes, which is not read.
pub const CODES: Label = Label::new("_代码", "_codes");
/// How an example row begins, which is not read.
pub const EXAMPLE: Label = Label::new("例：", "Example: ");
/// What stands before the heading of a column that must be filled.
pub const REQUIRED: &str = "*";

/// The name of a sheet in the template: its title, or what else the reader knows it by where that is too long.
pub fn of_sheet(sheet: &Sheet, lang: Lang) -> &str {
    let names = [sheet.title.get(lang), sheet.key.as_str()];
    let held = names.into_iter().find(|name| name.chars().count() <= LONGEST);
    held.unwrap_or(&sheet.title.zh)
}
