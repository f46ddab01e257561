//! What the sheets of the template share: the page they are printed on, the title, the way back, notes.

use eken_core::words::Lang;
use rust_xlsxwriter::{Note, Worksheet, XlsxError};

use super::looks::Looks;
use super::names::GUIDE;
use crate::xlsx::page::set_up;
pub use crate::xlsx::page::{across, height, link};
use crate::xlsx::write::width;

/// A sheet of this name, to be printed on A4 across, as wide as the paper.
pub fn blank(name: &str, looks: &Looks) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(name)?;
    set_up(&mut sheet, looks.lang);
    Ok(sheet)
}

/// The title in the first row, over so many columns.
pub fn title(sheet: &mut Worksheet, text: &str, columns: u16, looks: &Looks) -> Result<(), XlsxError> {
    across(sheet, (0, 0), columns, text, &looks.title)?;
    sheet.set_row_height(0, 30)?;
    Ok(())
}

/// The second row: the way back to the instructions, and what is to be known about the sheet. The text goes over so many
/// columns from the second on.
pub fn note(sheet: &mut Worksheet, text: &str, columns: u16, looks: &Looks) -> Result<(), XlsxError> {
    let back = match looks.lang {
        Lang::Zh => "← 返回目录",
        Lang::En => "← index",
    };
    link(sheet, (1, 0), GUIDE.get(looks.lang), back, &looks.link)?;
    across(sheet, (1, 1), columns, text, &looks.note)?;
    sheet.set_row_height(1, 32)?;
    Ok(())
}

/// A note on a cell, large enough for its lines.
pub fn comment(sheet: &mut Worksheet, at: (u32, u16), lines: &[String], looks: &Looks) -> Result<(), XlsxError> {
    let rows: usize = lines.iter().map(|line| width(line).div_ceil(38).max(1)).sum();
    let height = u32::try_from(rows).unwrap_or(10).saturating_mul(17).saturating_add(14);
    let font = match looks.lang {
        Lang::Zh => crate::xlsx::write::FONT,
        Lang::En => "Arial",
    };
    let note = Note::new(lines.join("\n")).add_author_prefix(false).set_width(270).set_height(height);
    sheet.insert_note(at.0, at.1, &note.set_font_name(font).set_font_size(9).set_background_color("#FBF8EF"))?;
    Ok(())
}
