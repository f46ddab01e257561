//! Numbers of a workbook, which are binary: the decimals that they stand for. Only parsing and writing touch a float here.
#![allow(clippy::disallowed_types, reason = "the numbers of a workbook are binary floats; none is calculated with")]

use std::cmp::Ordering;

use super::section::Figure;
use super::shown::{self, size};
use crate::grid::{Cell, Shown};

/// Digits that a double keeps of a decimal, and that Excel shows at most.
const DIGITS: usize = 15;

/// The cell of a number as the file writes it; none where it is no finite number.
pub fn cell(written: &str) -> Option<Cell> {
    let number = parse(written)?;
    let exact = plain(number);
    if significant(&exact) <= DIGITS {
        return Some(Cell::Number(exact));
    }
    let rounded = rounded(number)?;
    let near = rounded.parse::<f64>().ok()?;
    let steps = near.to_bits().abs_diff(number.to_bits());
    // noise is what sums and shares leave behind the point; a whole number of more digits is one that the cell cannot hold
    match exact.contains('.') && steps <= 2 {
        true => Some(Cell::Noisy(rounded)),
        false => Some(Cell::Number(rounded)),
    }
}

/// The cell of a number that is shown in percent: 0.125 shows, and is, `12.5%`. None where it is no finite number.
pub fn percent(written: &str) -> Option<Cell> {
    let (Cell::Number(share) | Cell::Noisy(share)) = cell(written)? else { return None };
    let (sign, share) = match share.strip_prefix('-') {
        Some(share) => ("-", share),
        None => ("", share.as_str()),
    };
    let (whole, part) = share.split_once('.').unwrap_or((share, ""));
    let padded = format!("{part:0<2}");
    let (hundredths, rest) = padded.split_at_checked(2)?;
    Some(Cell::Text(format!("{}%", joined(sign, &format!("{whole}{hundredths}"), rest))))
}

/// The cell of a number that a section of a format shows as a figure. What is shown beside it is a unit, which stands in the cell
/// then (1234567 shown as 123.5万 is `123.4567万`), or words that only the column can take or refuse.
pub fn figure(written: &str, figure: &Figure, shrinks: bool) -> Option<Cell> {
    let read = cell(written)?;
    let (Cell::Number(number) | Cell::Noisy(number)) = &read else { return None };
    let text = code(number, figure);
    let shown = |figure: String| {
        let (number, text) = (number.clone(), text.clone());
        Some(Cell::Shown(Box::new(Shown { number, figure: Some(figure), text })))
    };
    let not_known = || shown(format!("{number}…"));
    let Figure { shift, before, after, .. } = figure;
    let (before, after) = if after.is_empty() { ("", before.as_str()) } else { (before.as_str(), after.as_str()) };
    if figure.unclear {
        return not_known();
    }
    if figure.percent {
        let Cell::Text(share) = percent(written)? else { return None };
        return if figure.speaks() { shown(format!("{before}{share}{after}")) } else { Some(Cell::Text(share)) };
    }
    if !figure.speaks() {
        let mixed = shrinks && *shift == 0 && figure.digits;
        return Some(match text {
            _ if *shift > 0 || mixed => Cell::Scaled(number.clone(), *shift),
            Some(text) => Cell::Shown(Box::new(Shown { number: number.clone(), figure: None, text: Some(text) })),
            None => read,
        });
    }
    if !figure.digits {
        return shown(after.to_owned());
    }
    let is_unit = before.is_empty() && shown::is_unit(after);
    if *shift > 0 && *shift != size(after) {
        return if is_unit { Some(Cell::Scaled(number.clone(), *shift)) } else { not_known() };
    }
    let smaller = smaller(number, *shift)?;
    match is_unit {
        // zeros before it are kept for who reads a text
        true => {
            Some(Cell::Text(text.filter(|text| text.ends_with(after)).unwrap_or_else(|| format!("{smaller}{after}"))))
        }
        false => shown(format!("{before}{smaller}{after}")),
    }
}

/// The cell of a number of which it is not known what is shown; none where it is no finite number.
pub fn unclear(written: &str) -> Option<Cell> {
    let (Cell::Number(number) | Cell::Noisy(number)) = cell(written)? else { return None };
    let figure = Some(format!("{number}…"));
    Some(Cell::Shown(Box::new(Shown { number, figure, text: None })))
}

/// The digits that a section of zeros and signs shows of a whole number; none where it is not whole, is shown as it is, or is too
/// long for a cell to hold.
fn code(number: &str, figure: &Figure) -> Option<String> {
    // General shows longer ones with an exponent
    let most = if figure.is_general() { 11 } else { DIGITS };
    let whole = number.len() <= most && number.bytes().all(|digit| digit.is_ascii_digit());
    let digits = if number == "0" && !figure.pads() { return None } else { number };
    figure.code(digits).filter(|shown| whole && shown != number)
}

/// A decimal that is smaller by so many powers of ten.
fn smaller(number: &str, powers: u8) -> Option<String> {
    let (sign, number) = match number.strip_prefix('-') {
        Some(number) => ("-", number),
        None => ("", number),
    };
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let powers = usize::from(powers);
    let padded = format!("{whole:0>width$}", width = powers.saturating_add(1));
    let (whole, moved) = padded.split_at_checked(padded.len().saturating_sub(powers))?;
    let part = format!("{moved}{part}");
    Some(joined(sign, whole, part.trim_end_matches('0')))
}

/// A decimal of its sign, the digits before the point, of which the first may be zeros, and those behind it.
fn joined(sign: &str, whole: &str, part: &str) -> String {
    let whole = Some(whole.trim_start_matches('0')).filter(|whole| !whole.is_empty()).unwrap_or("0");
    match part {
        "" => format!("{sign}{whole}"),
        part => format!("{sign}{whole}.{part}"),
    }
}

/// The shortest decimal that is the number as the file writes it, of up to 17 digits; none where it is no finite number.
pub fn exact(written: &str) -> Option<String> {
    parse(written).map(plain)
}

/// The double of a decimal, if that keeps every digit of it.
pub fn double(decimal: &str) -> Option<f64> {
    let number = parse(decimal)?;
    (significant(decimal) <= DIGITS && same(&plain(number), decimal)).then_some(number)
}

fn parse(written: &str) -> Option<f64> {
    let written = written.trim();
    let starts = written.trim_start_matches(['+', '-']).bytes().next();
    // the parser of the library also takes `inf` and `nan`
    starts.filter(|first| first.is_ascii_digit() || *first == b'.')?;
    written.parse::<f64>().ok().filter(|number| number.is_finite())
}

fn plain(number: f64) -> String {
    let text = format!("{number}");
    match text.as_str() {
        "-0" => "0".to_owned(),
        _ => text,
    }
}

/// The number rounded to 15 digits, without exponent.
fn rounded(number: f64) -> Option<String> {
    let text = format!("{number:.14e}");
    let (digits, exponent) = text.split_once('e')?;
    let exponent: i32 = exponent.parse().ok()?;
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", digits),
    };
    let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
    let (whole, part) = match usize::try_from(exponent) {
        Ok(exponent) => {
            let whole = exponent.saturating_add(1);
            let padded = format!("{digits:0<whole$}");
            let (whole, part) = padded.split_at_checked(whole)?;
            (whole.to_owned(), part.to_owned())
        }
        Err(_) => {
            let zeros = usize::try_from(exponent.unsigned_abs()).ok()?.saturating_sub(1);
            ("0".to_owned(), format!("{}{digits}", "0".repeat(zeros)))
        }
    };
    let part = part.trim_end_matches('0');
    Some(match part.is_empty() {
        true => format!("{sign}{whole}"),
        false => format!("{sign}{whole}.{part}"),
    })
}

/// How many digits of a decimal signify; zeros at either end do not.
fn significant(decimal: &str) -> usize {
    let digits: String = decimal.chars().filter(char::is_ascii_digit).collect();
    digits.trim_start_matches('0').trim_end_matches('0').len()
}

/// Whether two decimals without exponent are the same but for zeros at their ends and a sign before.
fn same(one: &str, other: &str) -> bool {
    order(one, other) == Ordering::Equal
}

/// Which of two decimals without exponent is the smaller.
pub fn order(one: &str, other: &str) -> Ordering {
    let parts = |text: &str| {
        let (minus, text) = match text.strip_prefix('-') {
            Some(text) => (true, text.to_owned()),
            None => (false, text.trim_start_matches('+').to_owned()),
        };
        let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
        let (whole, part) = (whole.trim_start_matches('0').to_owned(), part.trim_end_matches('0').to_owned());
        let none = whole.is_empty() && part.is_empty();
        // longer ones are larger, and of those as long the digits tell
        (minus && !none, (whole.len(), whole, part))
    };
    let ((minus, one), (minus_too, other)) = (parts(one), parts(other));
    match (minus, minus_too) {
        (true, true) => other.cmp(&one),
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
        (false, false) => one.cmp(&other),
    }
}

#[cfg(test)]
mod tests {
    use super::super::section::Kind;
    use super::super::shown::Format;
    use super::*;

    fn number(text: &str) -> Option<Cell> {
        Some(Cell::Number(text.into()))
    }

    #[test]
    fn a_number_is_its_shortest_decimal() {
        for (written, text) in [
            ("1234.5", "1234.5"),
            ("1.2345E3", "1234.5"),
            ("-1.2E-5", "-0.000012"),
            ("0.1", "0.1"),
            ("-0", "0"),
            (" 7 ", "7"),
            ("123456789012345", "123456789012345"),
            ("1E20", "100000000000000000000"),
            ("0.10000000000000001", "0.1"),
        ] {
            assert_eq!(cell(written), number(text), "{written}");
        }
    }

    #[test]
    fn a_share_that_is_shown_in_percent_is_percent() {
        for (written, text) in [
            ("0.125", "12.5%"),
            ("1", "100%"),
            ("0", "0%"),
            ("-0.032", "-3.2%"),
            ("0.07", "7%"),
            ("7.0000000000000007E-2", "7%"),
            ("0.28999999999999998", "29%"),
            ("1.2345", "123.45%"),
            ("12", "1200%"),
            ("0.00005", "0.005%"),
            ("0.30000000000000004", "30%"),
        ] {
            assert_eq!(percent(written), Some(Cell::Text(text.into())), "{written}");
        }
        assert_eq!(percent("甲"), None);
    }

    #[test]
    fn a_number_is_what_its_format_shows() {
        let scaled = |number: &str, smaller| Cell::Scaled(number.into(), smaller);
        let both = |number: &str, figure: Option<&str>, text: Option<&str>| {
            let [figure, text] = [figure, text].map(|text| text.map(str::to_owned));
            Cell::Shown(Box::new(Shown { number: number.to_owned(), figure, text }))
        };
        let worded = |number: &str, figure: &str| both(number, Some(figure), None);
        let padded = |number: &str, text: &str| both(number, None, Some(text));
        let text = |text: &str| Cell::Text(text.into());
        for (written, code, expected) in [
            ("12.5", "0.00\"万元\"", text("12.5万元")),
            ("12.5", "0.00\"（万元）\"", text("12.5万元")),
            ("12.5", "\"万元\"0.00", text("12.5万元")),
            ("12.5", "0.00\"万圆\"", worded("12.5", "12.5万圆")),
            ("12.5", "0.00\"万 元\"", worded("12.5", "12.5万 元")),
            ("12.5", "0.00\"W\"", worded("12.5", "12.5W")),
            ("12.5", "\"W\"0.00", worded("12.5", "12.5W")),
            ("12.5", "\"甲\"0.0\"乙\"", worded("12.5", "甲12.5乙")),
            ("12", "[$$-409]#,##0", worded("12", "12美元")),
            ("12", "[$¥-804]#,##0", Cell::Number("12".into())),
            ("1234567", "0!.0,", scaled("1234567", 4)),
            ("1234567", "0!.0,\"元\"", scaled("1234567", 4)),
            ("1234567", "#,##0,\"万元\"", scaled("1234567", 3)),
            ("1234567", "0!.0,\"W\"", worded("1234567", "1234567…")),
            ("-1234567", "0!.0,\"万\"", text("-123.4567万")),
            ("12345678", "0\"万\"0000", both("12345678", Some("12345678…"), Some("1234万5678"))),
            ("5", "0!.0,\"万\"", text("0.0005万")),
            ("12000", "#,##0,", scaled("12000", 3)),
            ("0", "0!.00,,\"亿元\"", text("0亿元")),
            ("0.30000000000000004", "0,\"千元\"", text("0.0003千元")),
            ("1234567", "[>=10000]0!.0,\"万元\";0", text("123.4567万元")),
            ("500", "[>=10000]0!.0,\"万元\";0", scaled("500", 0)),
            ("500", "[>=10000]0!.0,\"万元\"", worded("500", "500…")),
            ("0", "0;-0;\"无\"", worded("0", "无")),
            ("0", "0;-0;\"-\"", Cell::Number("0".into())),
            ("0", "0;-0;;@", Cell::Number("0".into())),
            ("0.125", "0.0%", text("12.5%")),
            ("0.125", "0.0%\"同比\"", worded("0.125", "12.5%同比")),
            ("0.125", "[>=1]0%;0.00", Cell::Number("0.125".into())),
            ("1.25", "[>=1]0%;0.00", text("125%")),
            ("5", "0.0\"‰\"", worded("5", "5‰")),
            ("1", "\"E\"000", both("1", Some("1E"), Some("E001"))),
            ("1.5", "\"E\"000", worded("1.5", "1.5E")),
            ("-1", "0000", Cell::Number("-1".into())),
            ("111", "0000", padded("111", "0111")),
            ("12345", "0000", Cell::Number("12345".into())),
            ("3", "000\"户\"", text("003户")),
            ("12", "0\"（万元）\"", text("12万元")),
            ("12", "\"万元\"0", text("12万元")),
            ("12", "0\"万圆\"", both("12", Some("12万圆"), Some("12万圆"))),
            ("3", "\"2023\"000", both("3", Some("3…"), Some("2023003"))),
            ("12.5", "0\"0万元\"", worded("12.5", "12.5…")),
            ("12", "\"约\"0", Cell::Number("12".into())),
            ("12", "[$USD] 000", worded("12", "12美元")),
            ("12", "$0", worded("12", "12美元")),
            ("12", "@\"元\"", Cell::Number("12".into())),
            ("1234567", "# ##0", Cell::Number("1234567".into())),
            ("12345678", "0000 0000", padded("12345678", "1234 5678")),
            ("123456", "000\"号\"000", both("123456", Some("123456…"), Some("123号456"))),
            ("0", "\"NO.\"#", worded("0", "0NO.")),
            ("0", "\"NO.\"0", both("0", Some("0NO."), Some("NO.0"))),
            ("123456789012", "General\"号\"", worded("123456789012", "123456789012号")),
            ("140827200111114052", "000000000000000000", Cell::Number("140827200111114000".into())),
            ("140827200111114052", "\"E\"0", worded("140827200111114000", "140827200111114000E")),
        ] {
            let format = Format::of_code(code);
            let found = match format.kind(written) {
                Some(Kind::Figure(shown)) => figure(written, shown, format.shrinks()).unwrap(),
                Some(Kind::Moment(_)) => panic!("{code} is a moment"),
                None => unclear(written).unwrap(),
            };
            assert!(found == expected, "{written} by {code}: {}", found.text().unwrap_or("another kind"));
        }
    }

    #[test]
    fn noise_is_told_from_figures() {
        for (written, text) in [
            ("0.30000000000000004", "0.3"),
            ("1.1000000000000003", "1.1"),
            ("12345.600000000002", "12345.6"),
            ("-0.30000000000000004", "-0.3"),
            ("99.999999999999986", "100"),
        ] {
            assert_eq!(cell(written), Some(Cell::Noisy(text.into())), "{written}");
        }
        assert_eq!(cell("0.3333333333333333"), number("0.333333333333333"));
        assert_eq!(cell("33.333333333333336"), number("33.3333333333333"));
    }

    #[test]
    fn an_id_of_eighteen_digits_keeps_fifteen_and_is_no_noise() {
        assert_eq!(cell("140827200111114052"), number("140827200111114000"));
        assert_eq!(cell("1.40827200111114E+17"), number("140827200111114000"));
        assert_eq!(cell("140827200111114000"), number("140827200111114000"));
    }

    #[test]
    fn decimals_are_told_by_their_digits() {
        let ascending =
            ["-100", "-20.5", "-20.45", "-1", "-0.01", "0", "0.009", "0.01", "1", "9", "10.0", "10.01", "100"];
        for (at, one) in ascending.iter().enumerate() {
            for (place, other) in ascending.iter().enumerate() {
                assert_eq!(order(one, other), at.cmp(&place), "{one} {other}");
            }
        }
        assert!(same("-0", "0.00") && same("+007.10", "7.1"));
    }

    #[test]
    fn what_is_no_finite_number_is_none() {
        for written in ["inf", "NaN", "1e400", "", "-", "甲", "infinity", "1,234"] {
            assert_eq!(cell(written), None, "{written}");
        }
    }

    #[test]
    fn a_decimal_becomes_a_double_only_if_that_keeps_its_digits() {
        for decimal in ["1234.50", "-0.000012", "0", "-0", "+3", "123456789012345", "999999999999.999"] {
            assert!(double(decimal).is_some(), "{decimal}");
        }
        for decimal in ["1234567890123456", "0.1234567890123456", "140827200111114052", "甲"] {
            assert!(double(decimal).is_none(), "{decimal}");
        }
    }
}
