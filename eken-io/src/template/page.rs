//! What the sheets of the template share: the page they are printed on, the title, the way back, notes.

use eken_core::words::Lang;
use rust_xlsxwriter::{Format, Note, Url, Worksheet, XlsxError};

use super::looks::Looks;
use super::names::GUIDE;
use crate::xlsx::write::width;

/// Paper of the size A4.
const A4: u8 = 9;

/// A sheet of this name, to be printed on A4 across, as wide as the paper.
pub fn blank(name: &str, looks: &Looks) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(name)?;
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0).set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3);
    sheet.set_footer(match looks.lang {
        Lang::Zh => "&L&8&A&R&8第 &P 页，共 &N 页",
        Lang::En => "&L&8&A&R&8page &P of &N",
    });
    sheet.set_screen_gridlines(false);
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

/// A link to a sheet.
pub fn link(sheet: &mut Worksheet, at: (u32, u16), to: &str, text: &str, format: &Format) -> Result<(), XlsxError> {
    let target = format!("internal:'{}'!A1", to.replace('\'', "''"));
    sheet.write_url_with_options(at.0, at.1, Url::new(target), text, "", Some(format))?;
    Ok(())
}

/// A text over so many columns.
pub fn across(
    sheet: &mut Worksheet,
    at: (u32, u16),
    columns: u16,
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    match columns {
        0 | 1 => sheet.write_string_with_format(at.0, at.1, text, format)?,
        _ => {
            let last = at.1.saturating_add(columns).saturating_sub(1);
            sheet.merge_range(at.0, at.1, at.0, last, text, format)?
        }
    };
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

/// How high a row is whose texts are wrapped in columns of these widths.
pub fn height(texts: &[(&str, usize)]) -> u32 {
    let lines =
        texts.iter().map(|(text, wide)| text.lines().map(|line| width(line).div_ceil(*wide).max(1)).sum::<usize>());
    u32::try_from(lines.max().unwrap_or(1)).unwrap_or(1).saturating_mul(15).saturating_add(5)
}
