//! The sheets of what stands once in a dossier, and of what each section says of itself.

use eken_core::model::kind::FieldKind;
use eken_core::words::Lang;
use rust_xlsxwriter::{Worksheet, XlsxError};

use super::how::{about, heading, lines};
use super::lists::Lists;
use super::looks::Looks;
use super::names::{HEADS, ITEM, ONCE, SECTION, of_sheet};
use super::sheet::{HEADINGS, is_shown};
use super::{page, rules};
use crate::table::layout::{Column, Layout};
use crate::xlsx::write::width;

/// Widths of the three columns of what stands once.
const WIDTHS: [u16; 3] = [44, 34, 66];

/// The sheet of what stands once: a row an item.
pub fn items(layout: &Layout, looks: &Looks, lists: &mut Lists) -> Result<Worksheet, XlsxError> {
    let lang = looks.lang;
    let mut sheet = page::blank(ONCE.get(lang), looks)?;
    page::title(&mut sheet, ONCE.get(lang), 3, looks)?;
    let words = match lang {
        Lang::Zh => "在“内容”一栏填写，带 * 的项目必填。不涉及的项目留空；没有数据的写明原因，如 #未采集。",
        Lang::En => {
            "fill in the column “Content”; items with * are required. Leave blank what does not concern the town; without data give the reason: #not collected."
        }
    };
    page::note(&mut sheet, words, 2, looks)?;
    for (column, (label, wide)) in (0u16..).zip(ITEM.iter().zip(WIDTHS)) {
        sheet.write_string_with_format(HEADINGS, column, label.get(lang), &looks.head)?;
        sheet.set_column_width(column, wide)?;
    }
    let rows = layout.once.iter().filter(|column| is_shown(column) && is_asked(column));
    for (row, column) in (HEADINGS.saturating_add(1)..).zip(rows) {
        let (name, meaning) =
            (heading(column, lang), about(column, lang).join(if lang == Lang::Zh { "。" } else { ". " }));
        let format = if column.required { &looks.must_words } else { &looks.words };
        sheet.write_string_with_format(row, 0, &name, format)?;
        sheet.write_blank(row, 1, looks.of(column.holds.kind()))?;
        sheet.write_string_with_format(row, 2, &meaning, &looks.words)?;
        let wide = |index: usize| WIDTHS.get(index).copied().map_or(10, usize::from).saturating_sub(3);
        sheet.set_row_height(row, page::height(&[(&name, wide(0)), (&meaning, wide(2))]))?;
        if let Some(rule) = rules::of(column, layout, lists, lang)? {
            sheet.add_data_validation(row, 1, row, 1, &rule)?;
        }
    }
    sheet.set_freeze_panes(HEADINGS.saturating_add(1), 1)?;
    sheet.set_repeat_rows(0, HEADINGS)?;
    Ok(sheet)
}

/// Whether people are asked for it: the format's own members are written by whoever makes the dossier.
fn is_asked(column: &Column) -> bool {
    !matches!(column.holds.kind(), FieldKind::Version) && column.path != ["$schema"]
}

/// The sheet of what each section says of itself: a row a section.
pub fn heads(layout: &Layout, looks: &Looks, lists: &mut Lists) -> Result<Worksheet, XlsxError> {
    let lang = looks.lang;
    let count = u16::try_from(layout.heads.len()).unwrap_or(u16::MAX).saturating_add(1);
    let mut sheet = page::blank(HEADS.get(lang), looks)?;
    page::title(&mut sheet, HEADS.get(lang), count, looks)?;
    let words = match lang {
        Lang::Zh => {
            "每张清单填一行。全部列齐的，“是否完整”填“是”；只填了一部分的填“否”，据此得出的数量只作下限；整张清单没有的，填缺失原因。"
        }
        Lang::En => {
            "one row for each section: yes if every record is listed; no if only some are, and counts are then lower bounds; \
             a reason where the whole section is missing."
        }
    };
    page::note(&mut sheet, words, count.saturating_sub(1), looks)?;
    sheet.write_string_with_format(HEADINGS, 0, SECTION.get(lang), &looks.head)?;
    sheet.set_column_width(0, 24)?;
    let sections = || layout.sheets.iter().filter(|sheet| sheet.section);
    let last = HEADINGS.saturating_add(u32::try_from(sections().count()).unwrap_or_default());
    for (row, section) in (HEADINGS.saturating_add(1)..).zip(sections()) {
        let (name, title) = (of_sheet(section, lang), section.title.get(lang));
        page::link(&mut sheet, (row, 0), name, title, &looks.link_in_table)?;
    }
    for (at, column) in (1u16..).zip(&layout.heads) {
        let words = heading(column, lang);
        sheet.write_string_with_format(HEADINGS, at, &words, &looks.head)?;
        page::comment(&mut sheet, (HEADINGS, at), &lines(column, lang), looks)?;
        for row in HEADINGS.saturating_add(1)..=last {
            sheet.write_blank(row, at, looks.of(column.holds.kind()))?;
        }
        let least = if matches!(column.holds.kind(), FieldKind::Text(_)) { 30 } else { 14 };
        let wide = u16::try_from(width(&words).saturating_add(2).max(least)).unwrap_or(14);
        sheet.set_column_width(at, wide)?;
        if let Some(rule) = rules::of(column, layout, lists, lang)? {
            sheet.add_data_validation(HEADINGS.saturating_add(1), at, last, at, &rule)?;
        }
    }
    sheet.set_row_height(HEADINGS, 24)?;
    sheet.set_freeze_panes(HEADINGS.saturating_add(1), 1)?;
    sheet.set_repeat_rows(0, HEADINGS)?;
    Ok(sheet)
}
