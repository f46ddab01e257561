//! Canonical bytes (RFC 8785) and their digest.

use sha2::{Digest, Sha256};

use super::tree::Tree;

/// The canonical text of a value: members sorted by UTF-16 code units, numbers as ECMAScript writes them, no spaces.
///
/// A number beyond a double (`1e400`), which is not I-JSON, is written as a text so that it still counts in the digest.
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
    match token.parse::<f64>() {
        Ok(double) if double.is_finite() => out.push_str(ryu_js::Buffer::new().format_finite(double)),
        _ => super::text::write(out, token),
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
    fn the_digest_is_that_of_the_bytes() {
        let empty = Tree::Object(vec![]);
        assert_eq!(digest(&empty), "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }
}
