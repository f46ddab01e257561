//! What a cell takes: drop-downs, days, numbers. A rule warns and never forbids, for `#未采集` is an honest answer everywhere.

use eken_core::model::kind::FieldKind;
use eken_core::words::Lang;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Formula, XlsxError,
};

use super::how::{reasons, written};
use super::lists::Lists;
use super::names::of_sheet;
use super::sheet::{FIRST, LAST};
use crate::table::layout::{Column, Holds, Layout, Sheet};

/// The rule of a column; none where everything may stand in it.
pub fn of(
    column: &Column,
    layout: &Layout,
    lists: &mut Lists,
    lang: Lang,
) -> Result<Option<DataValidation>, XlsxError> {
    let kind = column.holds.kind();
    let rule = match kind {
        FieldKind::Code(codes) => lists.of(codes)?,
        FieldKind::Flag => DataValidation::new().allow_list_strings(&match lang {
            Lang::Zh => ["是", "否"],
            Lang::En => ["yes", "no"],
        })?,
        FieldKind::Ref(section) => match layout.sheets.iter().find(|sheet| sheet.key == *section) {
            Some(sheet) => ids(sheet, lang),
            None => return Ok(None),
        },
        FieldKind::Date => {
            let bounds = (ExcelDateTime::from_ymd(1949, 10, 1)?, ExcelDateTime::from_ymd(2099, 12, 31)?);
            DataValidation::new().allow_date(DataValidationRule::Between(bounds.0, bounds.1))
        }
        FieldKind::Time => {
            let bounds = (ExcelDateTime::from_hms(0, 0, 0)?, ExcelDateTime::from_hms(23, 59, 59)?);
            DataValidation::new().allow_time(DataValidationRule::Between(bounds.0, bounds.1))
        }
        FieldKind::Quantity { bounds, .. } => {
            let rule = DataValidation::new();
            match (bounds.places == 0, bounds.signed) {
                (true, false) => rule.allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(0)),
                (false, false) => rule.allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0)),
                (_, true) => rule.allow_decimal_number(DataValidationRule::Between(-1e9, 1e9)),
            }
        }
        FieldKind::Text(most) => {
            let most = u32::try_from(*most).unwrap_or(32_767).min(32_767);
            DataValidation::new().allow_text_length(DataValidationRule::LessThanOrEqualTo(most))
        }
        _ => return Ok(None),
    };
    let lists_one = matches!(kind, FieldKind::Code(_) | FieldKind::Ref(_));
    let strict = !(lists_one && matches!(column.holds, Holds::Several(_)));
    Ok(Some(with_words(rule, &written(column, lang), column.missable, lang)?.show_error_message(strict)))
}

/// A drop-down of the identifiers of another sheet.
pub fn ids(sheet: &Sheet, lang: Lang) -> DataValidation {
    let title = of_sheet(sheet, lang).replace('\'', "''");
    let column = sheet.columns.iter().position(|column| matches!(column.holds, Holds::One(FieldKind::Id)));
    let before = usize::from(sheet.parent.is_some());
    let column = crate::grid::letters(column.unwrap_or_default().saturating_add(before).saturating_add(1));
    let (first, last) = (FIRST.saturating_add(1), LAST.saturating_add(1));
    DataValidation::new().allow_list_formula(Formula::new(format!("='{title}'!${column}${first}:${column}${last}")))
}

/// The words that a rule says when something else is typed.
pub fn with_words(rule: DataValidation, how: &str, missable: bool, lang: Lang) -> Result<DataValidation, XlsxError> {
    let (title, other) = match lang {
        Lang::Zh => ("请核对", format!("\n没有数据时写 {}，并选“是”保留", reasons(lang))),
        Lang::En => ("Please check", format!("\nwithout data write {} and keep it with Yes", reasons(lang))),
    };
    let other = if missable { other.as_str() } else { "" };
    rule.set_error_style(DataValidationErrorStyle::Warning)
        .set_error_title(title)?
        .set_error_message(format!("{how}{other}").chars().take(225).collect::<String>())
}
