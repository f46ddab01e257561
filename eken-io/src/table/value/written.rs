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
pub(in super::super) fn half(text: &str) -> String {
    let folded: String = text.nfkc().map(fold).collect();
    trim(&folded).to_owned()
}

/// The same in lower case and without any blank: what two texts are compared by.
pub(in super::super) fn compact(text: &str) -> String {
    text.nfkc().map(fold).filter(|sign| !is_blank(*sign)).flat_map(char::to_lowercase).collect()
}

/// Whether a text holds digits that are no plain ones, such as the mark of a footnote (345¹, 5①): folded, they would become
/// digits of the number. The square of m² is none.
pub(super) fn has_odd_digits(text: &str) -> bool {
    let mut before = ' ';
    text.chars().any(|sign| {
        let square = matches!(std::mem::replace(&mut before, sign), 'm' | 'M' | 'ｍ');
        let plain = sign.is_ascii_digit() || ('０'..='９').contains(&sign);
        !plain && !square && sign.nfkc().any(|folded| folded.is_ascii_digit()) && !('㎝'..='㎥').contains(&sign)
    })
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
        assert!(has_odd_digits("345¹") && has_odd_digits("5①") && has_odd_digits("5½") && has_odd_digits("2023年㋄"));
        assert!(!has_odd_digits("１２ 34㎡ 5m² 6km²"));
    }
}
