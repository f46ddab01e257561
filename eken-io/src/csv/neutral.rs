//! Texts that a spreadsheet would take for a formula: an apostrophe before them keeps them texts.

use std::borrow::Cow;

/// Whether a spreadsheet may take a text for a formula: its first sign, after optional blanks, is one of `= + - @`, also in
/// full width, or it begins with TAB, CR or NUL.
pub fn is_formula(text: &str) -> bool {
    let risky = |letter| matches!(letter, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r' | '\0');
    text.chars().find(|letter| risky(*letter) || !letter.is_whitespace()).is_some_and(risky)
}

/// The text as it is written: with an apostrophe before it where it could be taken for a formula, or where reading would
/// take one off. [`restore`] undoes exactly that.
pub fn neutralise(text: &str) -> Cow<'_, str> {
    if is_formula(text) || marked(text).is_some() { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text that was written: without the apostrophe that [`neutralise`] puts before it.
pub fn restore(text: &str) -> &str {
    marked(text).unwrap_or(text)
}

/// The text inside `="0012"`, which keeps a spreadsheet from taking a number for one.
pub fn quoted(text: &str) -> Option<&str> {
    let inside = text.strip_prefix("=\"")?.strip_suffix('"')?;
    (!inside.contains('"')).then_some(inside)
}

fn marked(text: &str) -> Option<&str> {
    text.strip_prefix('\'').filter(|rest| is_formula(rest) || rest.starts_with('\''))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn formulas_and_nothing_else_are_neutralised() {
        for text in ["=1+1", "+1", "-1", "@A1", "\tx", "\rx", "\0", "  =1", "\u{3000}=1", "\n=1", "＝1", "－", " \t"]
        {
            assert_eq!(neutralise(text), format!("'{text}"), "{text:?}");
        }
        for text in ["", "a=1", "1-2", "'90", "'", "设施", " x", "\n", "（-1）"] {
            assert_eq!(neutralise(text), text, "{text:?}");
        }
    }

    #[test]
    fn an_apostrophe_of_the_text_itself_is_kept() {
        for (text, written) in [("'=1", "''=1"), ("''", "'''"), ("''=", "'''="), ("'a", "'a")] {
            assert_eq!((&*neutralise(text), restore(written)), (written, text));
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(text in "['=+@\\- \t\r\0aＡ－]{0,6}|\\PC*") {
            let written = neutralise(&text);
            prop_assert_eq!(restore(&written), text.as_str());
            prop_assert!(!is_formula(&written));
        }
    }
}
