//! Scaled whole numbers as decimals.

/// A whole number with so many of its digits behind the point, without zeros at the end of what is behind it.
pub(super) fn decimal(number: &str, scale: i8) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |digits| ("-", digits));
    let Ok(places) = usize::try_from(scale) else {
        let zeros = usize::from(scale.unsigned_abs());
        return format!("{sign}{digits}{}", "0".repeat(if digits == "0" { 0 } else { zeros }));
    };
    let padded = format!("{digits:0>width$}", width = places.saturating_add(1));
    let at = padded.len().saturating_sub(places);
    let (whole, part) = padded.split_at_checked(at).unwrap_or((&padded, ""));
    match part.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        part => format!("{sign}{whole}.{part}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_point_stands_where_the_scale_puts_it() {
        let cases = [
            ("1200", 2, "12"),
            ("-5", 3, "-0.005"),
            ("0", 12, "0"),
            ("120", 0, "120"),
            ("12", -2, "1200"),
            ("0", -3, "0"),
        ];
        for (number, scale, expected) in cases {
            assert_eq!(decimal(number, scale), expected);
        }
        assert_eq!(decimal("12345678901234567890123456789012345678", 38), "0.12345678901234567890123456789012345678");
    }
}
