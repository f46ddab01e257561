//! A second reading of numbers: the grammar of JSON, in exact rationals.

use num_bigint::BigInt;
use num_rational::BigRational;

/// Largest exponent that is worked out; no token that is tried has as many digits.
const MOST: i64 = 40_000;

/// The parts of a JSON number: sign, digits before the point, digits after it, exponent. None when it is no number.
pub fn parts(token: &str) -> Option<(bool, &str, &str, i64)> {
    let (negative, rest) = token.strip_prefix('-').map_or((false, token), |rest| (true, rest));
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let (whole, mut rest) = rest.split_at(digits(rest));
    if whole.is_empty() || (whole.len() > 1 && whole.starts_with('0')) {
        return None;
    }
    let mut fraction = "";
    if let Some(after) = rest.strip_prefix('.') {
        (fraction, rest) = after.split_at(digits(after));
        if fraction.is_empty() {
            return None;
        }
    }
    let mut exponent = 0i64;
    if let Some(after) = rest.strip_prefix(['e', 'E']) {
        let (down, figures) = match after.strip_prefix('-') {
            Some(figures) => (true, figures),
            None => (false, after.strip_prefix('+').unwrap_or(after)),
        };
        if figures.is_empty() || digits(figures) != figures.len() {
            return None;
        }
        let size = figures.trim_start_matches('0').parse::<i64>().unwrap_or(if figures.trim_matches('0').is_empty() {
            0
        } else {
            i64::MAX / 4
        });
        exponent = if down { -size } else { size };
        rest = "";
    }
    rest.is_empty().then_some((negative, whole, fraction, exponent))
}

/// The value of a JSON number. None when it is no number, or its exponent is too large or too small to be worked out.
pub fn exactly(token: &str) -> Option<BigRational> {
    let (negative, whole, fraction, exponent) = parts(token)?;
    let fraction = fraction.trim_end_matches('0');
    let mantissa: BigInt = format!("{whole}{fraction}").parse().ok()?;
    if mantissa == BigInt::from(0) {
        return Some(BigRational::from_integer(mantissa));
    }
    if exponent.abs() > MOST {
        return None;
    }
    let power = exponent.checked_sub(i64::try_from(fraction.len()).ok()?)?;
    let ten = BigRational::from_integer(BigInt::from(10));
    let value = BigRational::from_integer(mantissa) * ten.pow(i32::try_from(power).ok()?);
    Some(if negative { -value } else { value })
}
