//! A sheet for one kind of fact: title, headings with notes, an example, rows to fill.

use eken_core::model::kind::FieldKind;
use eken_core::words::Lang;
use rust_xlsxwriter::{Worksheet, XlsxError};

use super::how::{heading, lines};
use super::lists::Lists;
use super::looks::Looks;
use super::names::{EXAMPLE, REQUIRED, of_sheet};
use super::{example, page, rules};
use crate::table::layout::{Column, Holds, Layout, Sheet};
use crate::xlsx::write::width;

/// The row of the headings.
pub const HEADINGS: u32 = 2;
/// The first row to fill, below the example.
pub const FIRST: u32 = 4;
/// The last row that has rules.
pub const LAST: u32 = 20_003;
/// Rows that are drawn, so that a printed form has lines to write on.
const DRAWN: u32 = 24;

/// The sheet of a kind of fact.
pub fn sheet(of: &Sheet, layout: &Layout, looks: &Looks, lists: &mut Lists) -> Result<Worksheet, XlsxError> {
    let lang = looks.lang;
    let columns: Vec<&Column> = of.columns.iter().filter(|column| is_shown(column)).collect();
    let parent = of.parent.and_then(|index| layout.sheets.get(index)).zip(of.parent_heading(layout));
    let count = u16::try_from(columns.len()).unwrap_or(u16::MAX).saturating_add(u16::from(parent.is_some()));
    let mut sheet = page::blank(of_sheet(of, lang), looks)?;
    page::title(&mut sheet, of.title.get(lang), count, looks)?;
    // the words need some width: below a narrow table they go beyond it
    let wide = count.saturating_sub(1).max(if count < 7 { 8 } else { 1 });
    page::note(&mut sheet, &about(of, layout, lang), wide, looks)?;
    let (mut first, mut tall) = (0u16, 34u32);
    if let Some((above, words)) = &parent {
        let words = format!("{REQUIRED}{}", words.get(lang));
        sheet.write_string_with_format(HEADINGS, 0, &words, &looks.must)?;
        page::comment(&mut sheet, (HEADINGS, 0), &belongs(above, lang), looks)?;
        let example = format!("{}{}", EXAMPLE.get(lang), example::id(&above.key, above.has_ids()));
        sheet.write_string_with_format(HEADINGS.saturating_add(1), 0, &example, &looks.example)?;
        draw(&mut sheet, 0, &FieldKind::Id, width(&words).max(width(&example)), looks)?;
        if above.has_ids() {
            let rule = rules::with_words(rules::ids(above, lang), &belongs(above, lang).join("\n"), false, lang)?;
            sheet.add_data_validation(FIRST, 0, LAST, 0, &rule)?;
        }
        first = 1;
    }
    for (at, column) in (first..).zip(&columns) {
        let words = heading(column, lang);
        let format = if column.required { &looks.must } else { &looks.head };
        sheet.write_string_with_format(HEADINGS, at, &words, format)?;
        page::comment(&mut sheet, (HEADINGS, at), &lines(column, lang), looks)?;
        let mark = if at == 0 { EXAMPLE.get(lang) } else { "" };
        let example = format!("{mark}{}", example::of(&of.key, column, lang));
        sheet.write_string_with_format(HEADINGS.saturating_add(1), at, &example, &looks.example)?;
        let wide = draw(&mut sheet, at, column.holds.kind(), width(&words).max(width(&example)), looks)?;
        tall = page::height(&[(&words, usize::from(wide).saturating_sub(2))]).max(tall);
        if let Some(rule) = rules::of(column, layout, lists, lang)? {
            sheet.add_data_validation(FIRST, at, LAST, at, &rule)?;
        }
    }
    sheet.set_row_height(HEADINGS, tall)?;
    sheet.set_freeze_panes(HEADINGS.saturating_add(1), 1)?;
    sheet.set_repeat_rows(0, HEADINGS)?;
    Ok(sheet)
}

/// Whether people fill the column: what is said about a figure is left to those who need it, but for its status.
pub fn is_shown(column: &Column) -> bool {
    !column.detail || column.path.last() == Some(&"status")
}

/// Draws the cells to fill and sets the width of a column, which it gives.
fn draw(sheet: &mut Worksheet, column: u16, kind: &FieldKind, widest: usize, looks: &Looks) -> Result<u16, XlsxError> {
    let format = looks.of(kind);
    sheet.set_column_format(column, format)?;
    for row in FIRST..FIRST.saturating_add(DRAWN) {
        sheet.write_blank(row, column, format)?;
    }
    let (least, most) = match kind {
        FieldKind::Text(most) if *most > 1_000 => (28, 40),
        FieldKind::Flag => (9, 16),
        _ => (11, 24),
    };
    let wide = u16::try_from(widest.saturating_add(2).clamp(least, most)).unwrap_or(12);
    sheet.set_column_width(column, wide)?;
    Ok(wide)
}

/// What is to be known about a sheet.
fn about(of: &Sheet, layout: &Layout, lang: Lang) -> String {
    let parent = of.parent.and_then(|index| layout.sheets.get(index));
    let label = of.label.get(lang);
    let reasons = super::how::reasons(lang);
    match (lang, parent) {
        (Lang::Zh, Some(parent)) => format!(
            "一行填一条{label}，第一列写明它属于“{}”表中的哪一条。带 * 的列必填；没有数据时写 {reasons}。灰色斜体行是示例，读取时跳过。",
            parent.title.zh
        ),
        (Lang::Zh, None) => {
            format!(
                "一行填一条{label}。带 * 的列必填；没有数据时写 {reasons}。灰色斜体行是示例，读取时跳过。鼠标停在表头上可看说明。"
            )
        }
        (Lang::En, Some(parent)) => format!(
            "a row is: {label}; the first column names the record of “{}” it belongs to. Columns with * are required; without data write {reasons}. The grey row is an example and is not read.",
            parent.title.en
        ),
        (Lang::En, None) => format!(
            "a row is: {label}. Columns with * are required; without data write {reasons}. The grey row is an example and is not read. Notes on the headings say more."
        ),
    }
}

/// What the first column of a sheet of children says.
fn belongs(above: &Sheet, lang: Lang) -> Vec<String> {
    let ids = above.columns.iter().any(|column| matches!(column.holds, Holds::One(FieldKind::Id)));
    let title = above.title.get(lang);
    vec![match (lang, ids) {
        (Lang::Zh, true) => format!("必填：填“{title}”表中的编号，这一行属于它"),
        (Lang::Zh, false) => format!("必填：填“{title}”表中该行的序号，第一条为1，示例行不算"),
        (Lang::En, true) => format!("required: the identifier in “{title}” of the record that this row belongs to"),
        (Lang::En, false) => {
            format!("required: which row of “{title}” this belongs to, counted from 1 without the example")
        }
    }]
}
