//! A figure with the unit that is shown behind it: the format of a cell is not read, but what it makes of the figure is.

use crate::grid::Cell;
use crate::workbook::number;
use crate::workbook::shown::unit;

/// Units that say how much smaller a figure may be shown, by powers of ten.
const SMALLER: [(&str, u8); 4] = [("百万", 6), ("千", 3), ("万", 4), ("亿", 8)];

/// The figure of a cell that shows a text: with the unit that is shown, and as much smaller as it is shown.
pub fn figure(value: &str, shown: &str) -> Option<Cell> {
    let Some((number, unit)) = taken_apart(shown) else { return number::cell(value) };
    let kept = number::exact(value)?;
    let smaller = match SMALLER.into_iter().find(|(word, _)| unit.starts_with(word)) {
        Some((_, smaller)) if is_near(number, &kept) != Some(true) => smaller,
        _ => 0,
    };
    number::shown(value, smaller, unit)
}

/// The number and the unit of a shown text such as `￥1,234.50万元`.
fn taken_apart(shown: &str) -> Option<(&str, &'static str)> {
    let of_number = |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ',');
    let start = shown.find(|sign: char| sign.is_ascii_digit())?;
    let rest = shown.get(start..)?;
    let end = rest.find(|sign| !of_number(sign))?;
    let (number, behind) = rest.split_at_checked(end)?;
    Some((number, unit(behind)?))
}

/// Whether a shown number is the one that is kept, but for its sign and for what rounding leaves out.
fn is_near(shown: &str, kept: &str) -> Option<bool> {
    let shown = shown.replace(',', "");
    let (whole, part) = shown.split_once('.').unwrap_or((&shown, ""));
    let (kept_whole, kept_part) =
        kept.trim_start_matches('-').split_once('.').unwrap_or((kept.trim_start_matches('-'), ""));
    let kept_part: String = kept_part.chars().chain(std::iter::repeat('0')).take(part.len()).collect();
    let steps = |whole: &str, part: &str| format!("{whole}{part}").parse::<u128>().ok();
    Some(steps(whole, part)?.abs_diff(steps(kept_whole, &kept_part)?) <= 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_what_is_shown_with_every_digit_that_is_kept() {
        let text = |text: &str| Some(Cell::Text(text.into()));
        for (value, shown, cell) in [
            ("12.456", "12.46万元", text("12.456万元")),
            ("9.996", "￥10.00亿元", text("9.996亿元")),
            ("1234567", "123.5万", text("123.4567万")),
            ("1", "0.0001万", text("0.0001万")),
            ("-1234567", "-123.5万元", text("-123.4567万元")),
            ("1234567", "1,234,567元", text("1234567元")),
            ("1234.5", "1,234.50", Some(Cell::Number("1234.5".into()))),
            ("12", "12号", Some(Cell::Number("12".into()))),
            ("12", "", Some(Cell::Number("12".into()))),
            ("3", "3人", text("3人")),
        ] {
            assert_eq!(figure(value, shown), cell, "{value} shown as {shown}");
        }
        assert_eq!(figure("none", "1万元"), None);
    }
}
