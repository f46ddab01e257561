//! The whole template.

use eken_core::plan::Plan;
use eken_core::words::Lang;

use super::lists::Lists;
use super::looks::Looks;
use super::{guide, once, sheet};
use crate::error::Result;
use crate::table::layout::layout;
use crate::xlsx::write::{bytes, refused, workbook as blank};

/// The workbook to fill (XLSX): instructions and an index, what stands once, what each section says of itself, and one sheet
/// for each kind of fact, with drop-down lists, notes and an example. The plan gives the indicators that each sheet serves.
///
/// # Errors
///
/// `workbook.not-written` where a title of the layout is no name of a sheet; a test holds that none is.
pub fn workbook(plan: &Plan, lang: Lang) -> Result<Vec<u8>> {
    let layout = layout();
    let looks = Looks::new(lang);
    let mut lists = Lists::new(lang);
    let mut book = blank();
    book.push_worksheet(guide::sheet(plan, layout, &looks).map_err(|fault| refused(&fault))?);
    book.push_worksheet(once::items(layout, &looks, &mut lists).map_err(|fault| refused(&fault))?);
    book.push_worksheet(once::heads(layout, &looks, &mut lists).map_err(|fault| refused(&fault))?);
    for each in &layout.sheets {
        let made = sheet::sheet(each, layout, &looks, &mut lists);
        book.push_worksheet(made.map_err(|fault| refused(&fault).at(each.key.as_str()))?);
    }
    lists.write(&mut book, &looks).map_err(|fault| refused(&fault))?;
    bytes(&mut book)
}
