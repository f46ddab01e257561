//! A figure from the unit it was written in to the unit it is kept in, exactly, or rounded and said to be.

use rust_decimal::Decimal;

/// A number multiplied by a fraction: exactly where it has at most so many places, else rounded half to even, with whether it
/// was. `None` where it has too many digits to be a figure at all.
pub(super) fn scaled(number: Decimal, times: (i128, i128), places: u32) -> Option<(Decimal, bool)> {
    let number = number.normalize();
    let ten = |power: u32| 10i128.checked_pow(power);
    let product = number.mantissa().checked_mul(times.0)?;
    let (product, divisor) = match places.checked_sub(number.scale()) {
        Some(more) => (product.checked_mul(ten(more)?)?, times.1),
        None => (product, times.1.checked_mul(ten(number.scale().checked_sub(places)?)?)?),
    };
    let (down, rest) = (product.checked_div_euclid(divisor)?, product.checked_rem_euclid(divisor)?);
    let twice = rest.checked_mul(2)?;
    let odd = down.checked_rem_euclid(2)? == 1;
    let up = twice > divisor || (twice == divisor && odd);
    let rounded = if up { down.checked_add(1)? } else { down };
    Some((made(rounded, places)?, rest != 0))
}

/// A decimal of a mantissa and its places, zeros at the end taken off where they do not fit.
fn made(mut mantissa: i128, mut places: u32) -> Option<Decimal> {
    while places > 0 && mantissa.checked_rem(10)? == 0 {
        mantissa = mantissa.checked_div(10)?;
        places = places.checked_sub(1)?;
    }
    Decimal::try_from_i128_with_scale(mantissa, places).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_scaled_exactly_or_said_to_be_rounded() {
        for (number, times, places, expected, rounded) in [
            ("3.5", (10_000, 1), 12, "35000", false),
            ("1500", (2000, 3), 12, "1000000", false),
            ("10", (2000, 3), 12, "6666.666666666667", true),
            ("0.0001", (2000, 3), 3, "0.067", true),
            ("1.23456", (10_000, 1), 0, "12346", true),
            ("0.00025", (10_000, 1), 0, "2", true),
            ("0.00035", (10_000, 1), 0, "4", true),
            ("-0.00025", (10_000, 1), 0, "-2", true),
            ("0", (2000, 3), 12, "0", false),
            ("90", (1, 60), 6, "1.5", false),
            ("100", (1, 60), 6, "1.666667", true),
            ("9999999999999.999999999999", (1, 1), 12, "9999999999999.999999999999", false),
        ] {
            let found = scaled(Decimal::from_str_exact(number).unwrap(), times, places).unwrap();
            assert_eq!((found.0.to_string().as_str(), found.1), (expected, rounded), "{number} {times:?}");
        }
        assert_eq!(scaled(Decimal::MAX, (1_000_000_000_000, 1), 12), None);
    }
}
