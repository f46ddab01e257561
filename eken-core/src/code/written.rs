//! How codes get written in forms: in full-width characters, with blanks and hyphens between the digits.

use std::borrow::Cow;

/// The half-width twin of a full-width character (全角), else the character itself.
pub(super) fn half_width(sign: char) -> char {
    match sign {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => u32::from(sign).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(sign),
        _ => sign,
    }
}

/// Whether a character only parts or surrounds the characters of a code: a blank, a hyphen or dash, a mark of no width.
pub(super) fn is_separator(sign: char) -> bool {
    sign.is_whitespace()
        || matches!(sign, '-' | '\u{AD}' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}' | '\u{FF0D}')
        || matches!(sign, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// The characters of a code proper: half-width, without separators, their case kept.
pub(crate) fn proper(text: &str) -> Cow<'_, str> {
    let is_proper = |byte: u8| byte.is_ascii() && byte != b'-' && !char::from(byte).is_whitespace();
    if text.bytes().all(is_proper) {
        return Cow::Borrowed(text);
    }
    text.chars().filter(|sign| !is_separator(*sign)).map(half_width).collect()
}

/// Whether a text is made of ASCII digits only, and of at least one.
pub(super) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_characters_blanks_and_hyphens_fall_away() {
        assert_eq!(proper("\u{FEFF}１４0８-27　ＭＡ–Ｘ\u{A0}x\n"), "140827MAXx");
    }

    #[test]
    fn a_chinese_character_stays_what_it_is() {
        assert_eq!(proper("垣曲 １"), "垣曲1");
    }

    #[test]
    fn digits_are_ascii_digits_and_some() {
        assert!(is_digits("0123456789"));
        assert!(!is_digits("") && !is_digits("1２") && !is_digits("1X"));
    }
}
