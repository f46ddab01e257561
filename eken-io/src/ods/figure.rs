//! A figure of which only the shown text says how it is shown, where the file states no format for it.

use crate::grid::{Cell, Shown};
use crate::workbook::number;
use crate::workbook::section::Figure;
use crate::workbook::shown::size;
use crate::workbook::words::words;

/// The figure of a cell that shows a text: with the words that are shown, and as much smaller as it is shown.
pub fn figure(value: &str, shown: &str) -> Option<Cell> {
    let kept = number::exact(value)?;
    let (before, number, after) = taken_apart(shown, &kept);
    // 0359-6022222
    let parted = shown.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, '-' | ' '));
    let (before, after) = if parted { words("", "") } else { words(before, after) };
    let seems_scientific = after.strip_prefix(['E', 'e']).is_some_and(|power| power.starts_with(['+', '-']));
    let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
    let speaks = !before.is_empty() || !after.is_empty();
    if !(speaks || is_padded(&digits, &kept) && !shown.contains([',', '.'])) || seems_scientific {
        return bare(value, shown, &kept);
    }
    let is_code = kept.len() <= 15 && kept.bytes().all(|digit| digit.is_ascii_digit());
    let is_shown = |digits: &str| digits == kept || is_padded(digits, &kept);
    let text = Some(shown.trim().to_owned()).filter(|_| is_code && (is_shown(number) || is_shown(&digits)));
    let shift = match size(&after) {
        0 => 0,
        _ if is_near(number, &kept) == Some(true) => 0,
        size => size,
    };
    let figure = Figure { shift, before, after, digits: !number.is_empty(), ..Figure::default() };
    Some(match (number::figure(value, &figure, false)?, text) {
        (Cell::Shown(shown), text) => Cell::Shown(Box::new(Shown { text, ..*shown })),
        (Cell::Number(number), Some(text)) => Cell::Shown(Box::new(Shown { number, figure: None, text: Some(text) })),
        (cell, _) => cell,
    })
}

/// Whether digits are those of a number with zeros before them.
fn is_padded(digits: &str, number: &str) -> bool {
    digits.len() > number.len()
        && digits.strip_suffix(number).is_some_and(|zeros| zeros.bytes().all(|zero| zero == b'0'))
}

/// The figure of a cell that shows no unit: one that is shown smaller by thousands, or by ten thousands, is not what it seems.
fn bare(value: &str, shown: &str, kept: &str) -> Option<Cell> {
    let digits: String = shown.chars().filter(|sign| sign.is_ascii_digit() || *sign == '.').collect();
    // a comma behind the point is no sign between thousands
    let grouped = shown.rfind(',').zip(shown.find('.')).is_none_or(|(comma, point)| comma < point);
    let is_number = grouped && shown.chars().all(|sign| !sign.is_alphabetic() && !matches!(sign, '%' | '/' | ':'));
    let wrong =
        is_number && digits.starts_with(|sign: char| sign.is_ascii_digit()) && is_near(&digits, kept) == Some(false);
    let (whole, part) = kept.trim_start_matches('-').split_once('.').unwrap_or((kept.trim_start_matches('-'), ""));
    let smaller = [3_u8, 4, 6, 8, 9].into_iter().filter(|_| wrong).find(|smaller| {
        let width = usize::from(*smaller);
        let padded = format!("{whole:0>least$}", least = width.saturating_add(1));
        let split = padded.len().saturating_sub(width);
        let moved = padded.split_at_checked(split).map(|(whole, moved)| format!("{whole}.{moved}{part}"));
        moved.is_some_and(|moved| rounds_to(&moved, &digits) == Some(true))
    });
    match smaller {
        Some(shift) => number::figure(value, &Figure { shift, digits: true, ..Figure::default() }, false),
        None => number::cell(value),
    }
}

/// What stands before the number of a shown text such as `￥1,234.50万元`, the number, and what stands behind it. Of several the
/// number is the one that is kept, else the first.
fn taken_apart<'a>(shown: &'a str, kept: &str) -> (&'a str, &'a str, &'a str) {
    let of_number = |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ',');
    let (mut first, mut from) = (None, 0_usize);
    while let Some(rest) = shown.get(from..)
        && let Some(start) = rest.find(|sign: char| sign.is_ascii_digit())
    {
        let behind = rest.get(start..).unwrap_or_default();
        let end = behind.find(|sign| !of_number(sign)).unwrap_or(behind.len());
        let at = from.saturating_add(start);
        from = at.saturating_add(end);
        let (Some(before), Some(number), Some(after)) = (shown.get(..at), shown.get(at..from), shown.get(from..))
        else {
            break;
        };
        if number == kept || is_padded(number, kept) {
            return (before, number, after);
        }
        first = first.or(Some((before, number, after)));
    }
    first.unwrap_or((shown, "", ""))
}

/// Whether a decimal without sign rounds to the shown one, half of the last place up.
fn rounds_to(decimal: &str, shown: &str) -> Option<bool> {
    let part = shown.split_once('.').map_or("", |(_, part)| part);
    let (whole, rest) = decimal.split_once('.').unwrap_or((decimal, ""));
    let kept: String = rest.chars().chain(std::iter::repeat('0')).take(part.len()).collect();
    let steps = |digits: String| digits.parse::<u128>().ok();
    let up = rest.chars().nth(part.len()).is_some_and(|digit| digit >= '5');
    let rounded = steps(format!("{whole}{kept}"))?.saturating_add(u128::from(up));
    Some(rounded == steps(shown.replace('.', ""))?)
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
        let both = |number: &str, figure: Option<&str>, text: Option<&str>| {
            let [figure, text] = [figure, text].map(|text| text.map(str::to_owned));
            Some(Cell::Shown(Box::new(Shown { number: number.to_owned(), figure, text })))
        };
        for (value, shown, cell) in [
            ("12.456", "12.46万元", text("12.456万元")),
            ("9.996", "￥10.00亿元", text("9.996亿元")),
            ("1234567", "123.5万", text("123.4567万")),
            ("1", "0.0001万", text("0.0001万")),
            ("-1234567", "-123.5万元", text("-123.4567万元")),
            ("1234567", "1,234,567元", text("1234567元")),
            ("1234.5", "1,234.50", Some(Cell::Number("1234.5".into()))),
            ("12", "12号", both("12", Some("12号"), Some("12号"))),
            ("5", "垣政发〔2023〕5号", both("5", Some("垣政发〔2023〕5号"), Some("垣政发〔2023〕5号"))),
            ("3596022222", "0359-6022222", both("3596022222", None, Some("0359-6022222"))),
            ("111", "0111", both("111", None, Some("0111"))),
            ("12.5", "12.50W", both("12.5", Some("12.5W"), None)),
            ("12.5", "12.50（万元）", text("12.5万元")),
            ("12.5", "万元12.50", text("12.5万元")),
            ("12.5", "$12.50", both("12.5", Some("12.5美元"), None)),
            ("0", "无", both("0", Some("无"), None)),
            ("0", "-", Some(Cell::Number("0".into()))),
            ("12", "", Some(Cell::Number("12".into()))),
            ("3", "3人", text("3人")),
            ("1234567", "1,235", Some(Cell::Scaled("1234567".into(), 3))),
            ("-2345678901", "-2345.68", Some(Cell::Scaled("-2345678901".into(), 6))),
            ("1234567", "123.5", Some(Cell::Scaled("1234567".into(), 4))),
            ("1234.5", "1.234,50", Some(Cell::Number("1234.5".into()))),
            ("1234567", "1.23E+06", Some(Cell::Number("1234567".into()))),
            ("100", "1", Some(Cell::Number("100".into()))),
            ("0.3333", "0.33", Some(Cell::Number("0.3333".into()))),
            ("999.9999", "1,000", Some(Cell::Number("999.9999".into()))),
        ] {
            assert_eq!(figure(value, shown), cell, "{value} shown as {shown}");
        }
        assert_eq!(figure("none", "1万元"), None);
    }
}
