//! Telephone numbers of the mainland: how a mobile and a landline number are told from other digits.

use super::written;

/// Whether a text as a whole is a mainland mobile number (手机号码): 11 digits from 13 to 19, with or without +86, blanks,
/// hyphens, full width.
///
/// ```
/// use eken_core::code::looks_like_phone;
///
/// assert!(looks_like_phone("+86 139-0000-0000"));
/// assert!(!looks_like_phone("2023-05-01"));
/// ```
pub fn looks_like_phone(text: &str) -> bool {
    let proper = written::proper(text);
    let number = ["+86", "(+86)", "0086", "86"].into_iter().find_map(|prefix| proper.strip_prefix(prefix));
    is_mobile(&proper) || number.is_some_and(is_mobile)
}

/// Whether digits are a mobile number, without any prefix.
pub(super) fn is_mobile(digits: &str) -> bool {
    digits.len() == 11
        && written::is_digits(digits)
        && digits.starts_with('1')
        && digits.chars().nth(1).is_some_and(|second| ('3'..='9').contains(&second))
}

/// Whether digits are an area code (区号): 010, 02x, or four from 03 on.
pub(super) fn is_area_code(digits: &str) -> bool {
    match digits.as_bytes() {
        [b'0', b'1', b'0'] | [b'0', b'2', _] => true,
        [b'0', second, _, _] => (b'3'..=b'9').contains(second),
        _ => false,
    }
}

/// Whether digits are an area code and the seven or eight digits of a line.
pub(super) fn is_landline(digits: &str) -> bool {
    [3, 4]
        .into_iter()
        .filter_map(|area| digits.split_at_checked(area))
        .any(|(area, line)| is_area_code(area) && (7..=8).contains(&line.len()) && !line.starts_with(['0', '1']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mobile_numbers_are_seen_with_and_without_prefix() {
        for text in [
            "13900000000",
            "+8613900000000",
            "+86 139 0000 0000",
            "139-0000-0000",
            "１３９００００００００",
            "0086 13900000000",
        ] {
            assert!(looks_like_phone(text), "{text}");
        }
        for text in ["12900000000", "1390000000", "139000000000", "2023-05-01", "0359-6000000", "电话13900000000", ""]
        {
            assert!(!looks_like_phone(text), "{text}");
        }
    }

    #[test]
    fn a_landline_is_an_area_code_and_seven_or_eight_digits() {
        for digits in ["03596000000", "035960000000", "01060000000", "0216000000", "02160000000"] {
            assert!(is_landline(digits), "{digits}");
        }
        for digits in ["0359600000", "0359600000000", "01160000000", "00596000000", "60000000", "03591000000"] {
            assert!(!is_landline(digits), "{digits}");
        }
    }
}
