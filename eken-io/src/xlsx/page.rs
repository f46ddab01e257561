//! What sheets that people read and print share: the paper, texts over several columns, links, heights of rows.

use eken_core::words::Lang;
use rust_xlsxwriter::{Format, Url, Worksheet, XlsxError};

use super::write::width;

/// Paper of the size A4.
const A4: u8 = 9;
/// The highest row that a workbook takes, in points.
const HIGHEST: u32 = 409;

/// Sets a sheet up to be printed on A4 across, as wide as the paper, with the number of the page below.
pub fn set_up(sheet: &mut Worksheet, lang: Lang) {
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0).set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3);
    sheet.set_footer(match lang {
        Lang::Zh => "&L&8&A&R&8第 &P 页，共 &N 页",
        Lang::En => "&L&8&A&R&8page &P of &N",
    });
    sheet.set_screen_gridlines(false);
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

/// How high a row is whose texts are wrapped in columns of these widths.
pub fn height(texts: &[(&str, usize)]) -> u32 {
    let lines =
        texts.iter().map(|(text, wide)| text.lines().map(|line| width(line).div_ceil(*wide).max(1)).sum::<usize>());
    u32::try_from(lines.max().unwrap_or(1)).unwrap_or(HIGHEST).saturating_mul(15).saturating_add(5).min(HIGHEST)
}
