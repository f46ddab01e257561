//! Canonical bytes (RFC 8785) and their digest.

use sha2::{Digest, Sha256};

use super::tree::Tree;

/// The canonical text of a value: members sorted by UTF-16 code units, numbers as ECMAScript writes them, no spaces.
///
/// A number that no double holds to its last digit (`1e400`, `1200.00000000000001`), which is not I-JSON, is written as a
/// text, as it stands, so that a change in it shows in the digest.
pub fn canonical(value: &Tree) -> String {
    let mut out = String::new();
    write(&mut out, value);
    out
}

/// SHA-256 of the canonical bytes, as `sha256:` and 64 lower-case hex digits.
pub fn digest(value: &Tree) -> String {
    let hash = Sha256::digest(canonical(value).as_bytes());
    let mut out = String::from("sha256:");
    for byte in hash {
        out.push_str(&format!("{byte:02x}"));
    }
    out
}

fn write(out: &mut String, value: &Tree) {
    match value {
        Tree::Null | Tree::Bool(_) | Tree::Text(_) => out.push_str(&value.to_text()),
        Tree::Number(token) => number(out, token),
        Tree::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write(out, item);
            }
            out.push(']');
        }
        Tree::Object(members) => {
            let mut sorted: Vec<_> = members.iter().collect();
            sorted.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
            out.push('{');
            for (index, (key, item)) in sorted.into_iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                super::text::write(out, key);
                out.push(':');
                write(out, item);
            }
            out.push('}');
        }
    }
}

#[allow(
    clippy::disallowed_types,
    reason = "RFC 8785 defines numbers as doubles; figures beyond them are texts by then"
)]
fn number(out: &mut String, token: &str) {
    if let Ok(double) = token.parse::<f64>()
        && double.is_finite()
    {
        let mut buffer = ryu_js::Buffer::new();
        let shortest = buffer.format_finite(double);
        // the shortest form is a decimal of its own: what is not equal to it was rounded on the way into the double
        if Decimal::of(shortest) == Decimal::of(token) {
            out.push_str(shortest);
            return;
        }
    }
    super::text::write(out, token);
}

/// What a number token is worth: its digits from the first to the last that is not 0, and the power of ten of the last.
#[derive(PartialEq, Eq)]
struct Decimal {
    negative: bool,
    digits: String,
    power: i64,
}

impl Decimal {
    /// The worth of a token; none for one whose exponent nothing holds.
    fn of(token: &str) -> Option<Self> {
        let (negative, rest) = token.strip_prefix('-').map_or((false, token), |rest| (true, rest));
        let (mantissa, exponent) = rest.split_once(['e', 'E']).unwrap_or((rest, "0"));
        let (integer, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = format!("{integer}{fraction}");
        let ended = all.trim_end_matches('0');
        let digits = ended.trim_start_matches('0').to_owned();
        if digits.is_empty() {
            // zero, whatever its sign and exponent
            return Some(Self { negative: false, digits, power: 0 });
        }
        let length = |text: &str| i64::try_from(text.len()).ok();
        let zeros = length(&all)?.checked_sub(length(ended)?)?;
        let power = exponent.parse::<i64>().ok()?.checked_sub(length(fraction)?)?.checked_add(zeros)?;
        Some(Self { negative, digits, power })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_sorted_by_utf_16_and_numbers_shortened() {
        let tree = Tree::Object(vec![
            ("\u{fb33}".into(), Tree::Number("1.0".into())),
            ("😀".into(), Tree::Number("1E2".into())),
            ("a".into(), Tree::Array(vec![Tree::Null, Tree::Bool(true), Tree::Number("-0".into())])),
        ]);
        assert_eq!(canonical(&tree), "{\"a\":[null,true,0],\"😀\":100,\"\u{fb33}\":1}");
    }

    #[test]
    fn a_number_that_a_double_holds_is_written_as_every_rfc_8785_writer_does() {
        let written = |token: &str| canonical(&Tree::Number(token.into()));
        for (token, same) in [
            ("0", "0"),
            ("-0.0", "0"),
            ("0e9999999999999999999", "0"),
            ("1200", "1200"),
            ("1200.0", "1200"),
            ("12e2", "1200"),
            ("120000E-2", "1200"),
            ("-0.10", "-0.1"),
            ("1e21", "1e+21"),
            ("1E-7", "1e-7"),
            ("0.000001", "0.000001"),
            ("123456789012345.6", "123456789012345.6"),
            ("9007199254740992", "9007199254740992"),
            ("1.7976931348623157e308", "1.7976931348623157e+308"),
            ("5e-324", "5e-324"),
        ] {
            assert_eq!(written(token), same, "{token}");
        }
    }

    #[test]
    fn a_number_that_a_double_rounds_is_written_as_text_and_changes_the_digest() {
        let written = |token: &str| canonical(&Tree::Number(token.into()));
        for token in ["1200.00000000000001", "9007199254740993", "1e400", "-1e400", "1e-400", "1e9999999999999999999"] {
            assert_eq!(written(token), format!("\"{token}\""));
        }
        let figure = |token: &str| digest(&Tree::Array(vec![Tree::Number(token.into())]));
        assert_ne!(figure("1200"), figure("1200.00000000000001"));
        assert_ne!(figure("1200.00000000000001"), figure("1200.00000000000002"));
        assert_eq!(figure("1200"), figure("1200.000"));
    }

    #[test]
    fn the_digest_is_that_of_the_bytes() {
        let empty = Tree::Object(vec![]);
        assert_eq!(digest(&empty), "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }
}
