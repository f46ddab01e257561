//! Numbers as they are written, read without rounding.

use rust_decimal::Decimal;

/// Why a number is not a figure of the type asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberFault {
    /// More digits before the point than the type holds.
    Range,
    /// More digits after the point than the type holds.
    Digits,
    /// Below zero where the type has no negative figures.
    Negative,
    /// Not a number as this grammar writes it.
    Grammar,
}

/// Reads a JSON number token (`-1.5e3`) exactly, with at most `whole` digits before the point and `places` after it.
///
/// # Errors
/// `Grammar` when the token is no JSON number, `Range`, `Digits` or `Negative` when the type does not hold it.
#[inline]
pub fn decimal_of_token(token: &str, whole: u32, places: u32, signed: bool) -> Result<Decimal, NumberFault> {
    match short(token.as_bytes(), whole, places) {
        Some(number) => Ok(number),
        None => any(token, whole, places, signed),
    }
}

/// A number of few digits, without sign or exponent, that the type holds: nearly every one. `None` says nothing.
#[inline]
fn short(token: &[u8], whole: u32, places: u32) -> Option<Decimal> {
    // eighteen digits fill no more than 63 bits
    if token.len() > 18 || matches!(token, [b'0', b'0'..=b'9', ..]) {
        return None;
    }
    // the digits up to the last that is not 0 after the point
    let (mut kept, mut scale) = (0i64, 0u32);
    let (mut number, mut after, mut before) = (0i64, 0u32, 0u32);
    let mut bytes = token.iter();
    for byte in bytes.by_ref() {
        match byte {
            b'0'..=b'9' => number = number.wrapping_mul(10).wrapping_add(i64::from(byte & 0xf)),
            b'.' if before > 0 && !bytes.as_slice().is_empty() => break,
            _ => return None,
        }
        before = before.wrapping_add(1);
        kept = number;
    }
    for byte in bytes {
        let b'0'..=b'9' = byte else { return None };
        number = number.wrapping_mul(10).wrapping_add(i64::from(byte & 0xf));
        after = after.wrapping_add(1);
        if *byte != b'0' {
            (kept, scale) = (number, after);
        }
    }
    (before > 0 && before <= whole && scale <= places).then(|| Decimal::new(kept, scale))
}

fn any(token: &str, whole: u32, places: u32, signed: bool) -> Result<Decimal, NumberFault> {
    let (negative, rest) = match token.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, token),
    };
    let (mantissa, exponent) = match rest.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent_of(exponent)?),
        None => (rest, 0),
    };
    let (integer, fraction) = match mantissa.split_once('.') {
        Some((_, "")) => return Err(NumberFault::Grammar),
        Some(parts) => parts,
        None => (mantissa, ""),
    };
    if integer.is_empty() || (integer.len() > 1 && integer.starts_with('0')) {
        return Err(NumberFault::Grammar);
    }
    if !integer.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit()) {
        return Err(NumberFault::Grammar);
    }
    assemble(negative, integer, fraction, exponent, whole, places, signed)
}

/// Reads a figure written as text (`"1234.50"`): no exponent, no leading zeros, no plus sign.
///
/// # Errors
/// `Grammar` when the text is not of that form, which covers too many digits too; `Negative` below zero.
pub fn decimal_of_text(text: &str, whole: u32, places: u32, signed: bool) -> Result<Decimal, NumberFault> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (integer, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let fits = |part: &str, most: u32| u32::try_from(part.len()).is_ok_and(|length| length <= most);
    if text.contains(['e', 'E'])
        || !fits(integer, whole)
        || !fits(fraction, places)
        || (text.starts_with('-') && !signed)
    {
        return Err(NumberFault::Grammar);
    }
    decimal_of_token(text, whole, places, signed)
}

fn exponent_of(text: &str) -> Result<i64, NumberFault> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NumberFault::Grammar);
    }
    let size = digits.bytes().fold(0i64, |sum, byte| {
        sum.saturating_mul(10).saturating_add(i64::from(byte.wrapping_sub(b'0'))).min(i64::MAX >> 2)
    });
    Ok(if text.starts_with('-') { size.saturating_neg() } else { size })
}

fn assemble(
    negative: bool,
    integer: &str,
    fraction: &str,
    exponent: i64,
    whole: u32,
    places: u32,
    signed: bool,
) -> Result<Decimal, NumberFault> {
    let length = |part: &str| i64::try_from(part.len()).unwrap_or(i64::MAX >> 2);
    let fraction = fraction.trim_end_matches('0');
    let trimmed_integer = if fraction.is_empty() { integer.trim_end_matches('0') } else { integer };
    // value = digits × 10^power, with neither a leading nor a trailing zero among the digits
    let power = if fraction.is_empty() {
        exponent.saturating_add(length(integer)).saturating_sub(length(trimmed_integer))
    } else {
        exponent.saturating_sub(length(fraction))
    };
    let leading = trimmed_integer.trim_start_matches('0');
    let (leading, fraction) =
        if leading.is_empty() { ("", fraction.trim_start_matches('0')) } else { (leading, fraction) };
    let count = length(leading).saturating_add(length(fraction));
    if count == 0 {
        return Ok(Decimal::ZERO);
    }
    if negative && !signed {
        return Err(NumberFault::Negative);
    }
    if count.saturating_add(power) > i64::from(whole) {
        return Err(NumberFault::Range);
    }
    if power < i64::from(places).saturating_neg() {
        return Err(NumberFault::Digits);
    }
    let mut mantissa = leading
        .bytes()
        .chain(fraction.bytes())
        .fold(0i128, |sum, byte| sum.saturating_mul(10).saturating_add(i128::from(byte.wrapping_sub(b'0'))));
    for _ in 0..power.max(0) {
        mantissa = mantissa.saturating_mul(10);
    }
    let scale = u32::try_from(power.min(0).unsigned_abs()).map_err(|_| NumberFault::Digits)?;
    let mantissa = if negative { mantissa.saturating_neg() } else { mantissa };
    Decimal::try_from_i128_with_scale(mantissa, scale).map_err(|_| NumberFault::Digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(text: &str) -> Result<String, NumberFault> {
        decimal_of_token(text, 13, 12, true).map(|number| number.to_string())
    }

    #[test]
    fn a_token_is_read_to_its_last_digit() {
        for (written, read) in [
            ("0", "0"),
            ("-0", "0"),
            ("0e999999999999999999999", "0"),
            ("1.0", "1"),
            ("1.50", "1.5"),
            ("100", "100"),
            ("1e4", "10000"),
            ("12.5E-1", "1.25"),
            ("0.000001", "0.000001"),
            ("-3.25", "-3.25"),
            ("9999999999999.999999999999", "9999999999999.999999999999"),
            ("1000000000000e-12", "1"),
        ] {
            assert_eq!(token(written).as_deref(), Ok(read), "{written}");
        }
    }

    #[test]
    fn the_short_way_gives_what_the_long_one_does() {
        let digits =
            ["0", "1", "10", "00", "01", "007", "123456789012", "999999999999999999", "", "-1", "-0", "1e2", "x"];
        for integer in digits {
            for fraction in ["", ".", ".0", ".5", ".50", ".05", ".000", ".123456789012", ".1e1", ".1.", ".x"] {
                for (whole, places) in [(13, 12), (12, 0), (3, 2), (6, 12)] {
                    let token = format!("{integer}{fraction}");
                    let (short, long) =
                        (decimal_of_token(&token, whole, places, true), any(&token, whole, places, true));
                    assert_eq!(
                        short.map(|number| number.serialize()),
                        long.map(|number| number.serialize()),
                        "{token}"
                    );
                }
            }
        }
    }

    #[test]
    fn what_the_type_does_not_hold_is_named() {
        assert_eq!(token("1e13"), Err(NumberFault::Range));
        assert_eq!(token("1e400"), Err(NumberFault::Range));
        assert_eq!(token("1e-400"), Err(NumberFault::Digits));
        assert_eq!(token("0.1000000000001"), Err(NumberFault::Digits));
        assert_eq!(decimal_of_token("-1", 13, 12, false), Err(NumberFault::Negative));
        for text in ["", "-", "01", ".5", "1.", "1e", "+1", "1_0", "NaN", "１"] {
            assert_eq!(token(text), Err(NumberFault::Grammar), "{text}");
        }
    }

    #[test]
    fn a_figure_as_text_has_no_exponent() {
        assert_eq!(decimal_of_text("12.50", 13, 12, false).unwrap().normalize().to_string(), "12.5");
        for text in ["1e3", "", "1.", "-1", "00", " 1", "0.1234567890123", "10000000000000"] {
            assert_eq!(decimal_of_text(text, 13, 12, false), Err(NumberFault::Grammar), "{text}");
        }
    }
}
