//! How texts of forms are compared: full-width characters, blanks and the many dashes made one.

use unicode_normalization::UnicodeNormalization;

/// Whether a character shows nothing: a blank, or a mark of no width.
pub(super) fn is_blank(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '\u{FEFF}' | '\u{200B}'..='\u{200D}' | '\u{2060}')
}

/// A text without the blanks around it.
pub(super) fn trim(text: &str) -> &str {
    text.trim_matches(is_blank)
}

/// A text in half width (NFKC), with one kind of dash and of blank, without blanks around it.
pub(super) fn half(text: &str) -> String {
    let folded: String = text.nfkc().map(fold).collect();
    trim(&folded).to_owned()
}

/// The same in lower case and without any blank: what two texts are compared by.
pub(in super::super) fn compact(text: &str) -> String {
    text.nfkc().map(fold).filter(|sign| !is_blank(*sign)).flat_map(char::to_lowercase).collect()
}

fn fold(sign: char) -> char {
    match sign {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{30FC}' => '-',
        '\u{2018}' | '\u{2019}' | '\u{02BC}' => '\'',
        '\u{201C}' | '\u{201D}' => '"',
        sign if sign.is_whitespace() && sign != '\n' => ' ',
        sign => sign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_dashes_and_blanks_make_no_difference() {
        assert_eq!(half("\u{3000}１２３．５％ —１\u{200B}"), "123.5% -1");
        assert_eq!(compact(" Ｄisplay —\u{A0}Centre "), "display-centre");
        assert_eq!(trim("\u{FEFF} 甲 乙\n"), "甲 乙");
    }
}
