//! Numbers of a workbook, which are binary: the decimals that they stand for. Only parsing and writing touch a float here.
#![allow(clippy::disallowed_types, reason = "the numbers of a workbook are binary floats; none is calculated with")]

use super::shown::size;
use crate::grid::Cell;

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

/// The cell of a number that is shown smaller by so many powers of ten, with a unit behind it or none: 1234567 shown as
/// 123.5万 is `123.4567万`. Where the unit is not of that size, only the heading can tell what is meant.
pub fn shown(written: &str, smaller: u8, unit: &str) -> Option<Cell> {
    let (Cell::Number(number) | Cell::Noisy(number)) = cell(written)? else { return None };
    if smaller > 0 && smaller != size(unit) {
        return Some(Cell::Scaled(number, smaller));
    }
    let (sign, number) = match number.strip_prefix('-') {
        Some(number) => ("-", number),
        None => ("", number.as_str()),
    };
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let smaller = usize::from(smaller);
    let padded = format!("{whole:0>width$}", width = smaller.saturating_add(1));
    let (whole, moved) = padded.split_at_checked(padded.len().saturating_sub(smaller))?;
    let part = format!("{moved}{part}");
    let number = joined(sign, whole, part.trim_end_matches('0'));
    Some(Cell::Text(format!("{number}{unit}")))
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
    let parts = |text: &str| {
        let (minus, text) = match text.strip_prefix('-') {
            Some(text) => (true, text.to_owned()),
            None => (false, text.trim_start_matches('+').to_owned()),
        };
        let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
        let (whole, part) = (whole.trim_start_matches('0').to_owned(), part.trim_end_matches('0').to_owned());
        let none = whole.is_empty() && part.is_empty();
        (minus && !none, whole, part)
    };
    parts(one) == parts(other)
}

#[cfg(test)]
mod tests {
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
        for (written, smaller, unit, cell) in [
            ("12.5", 0, "万元", Cell::Text("12.5万元".into())),
            ("1234567", 4, "", Cell::Scaled("1234567".into(), 4)),
            ("1234567", 4, "元", Cell::Scaled("1234567".into(), 4)),
            ("1234567", 3, "万元", Cell::Scaled("1234567".into(), 3)),
            ("-1234567", 4, "万", Cell::Text("-123.4567万".into())),
            ("5", 4, "万", Cell::Text("0.0005万".into())),
            ("12000", 3, "", Cell::Scaled("12000".into(), 3)),
            ("0", 8, "亿元", Cell::Text("0亿元".into())),
            ("0.30000000000000004", 3, "千元", Cell::Text("0.0003千元".into())),
        ] {
            assert_eq!(shown(written, smaller, unit), Some(cell), "{written} {smaller} {unit}");
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
