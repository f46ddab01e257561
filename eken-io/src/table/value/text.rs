//! Texts, identifiers, references and personal data: as written.

use eken_core::json::Tree;
use eken_core::model::kind::FieldKind;

use super::mark::{Mark, Said};
use super::seen::Seen;
use super::written::half;

/// Digits that a number cell keeps; an identifier with more is damaged.
const KEPT: usize = 15;

/// The longest text that may be an identifier; longer ones are notes.
const SHORT: usize = 200;

/// A cell as text, with what the spreadsheet may have done to it.
pub(super) fn read(seen: &Seen<'_>, kind: &FieldKind, marks: &mut Vec<Mark>) -> Tree {
    if !matches!(kind, FieldKind::Text(most) if *most > SHORT) {
        match seen {
            Seen::Number(number) if whole_digits(number) > KEPT => marks.push(Said::DamagedNumber.mark()),
            Seen::Text(text) if is_scientific(text) => marks.push(Said::DamagedNumber.mark()),
            Seen::Day(..) | Seen::Period(..) => marks.push(Said::DateInText.mark()),
            _ => {}
        }
    }
    Tree::text(&seen.shown())
}

fn whole_digits(number: &str) -> usize {
    number.split('.').next().unwrap_or_default().bytes().filter(u8::is_ascii_digit).count()
}

/// Whether a text is what a spreadsheet shows of a long number, such as `1.42733E+17`.
fn is_scientific(text: &str) -> bool {
    let text = half(text);
    let Some((mantissa, exponent)) = text.split_once(['E', 'e']) else { return false };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    whole.len() == 1
        && digits(whole)
        && digits(fraction)
        && exponent.strip_prefix('+').is_some_and(|power| digits(power) && power.len() <= 3)
}
