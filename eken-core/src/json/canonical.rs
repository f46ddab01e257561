//! Canonical bytes (RFC 8785) and their digest.

use sha2::{Digest, Sha256};

use super::tree::Tree;

/// The canonical text of a value: members sorted by UTF-16 code units, numbers as ECMAScript writes them, no spaces.
///
/// A number that no double holds to its last digit (`1e400`, `1200.00000000000001`), which is not I-JSON, is written as a
/// text, as it stands, so that a change in it shows in the digest.
pub fn canonical(value: &Tree) -> String {
    let mut out = Canonical { text: String::new(), hash: None };
    out.tree(value);
    out.text
}

/// SHA-256 of the canonical bytes, as `sha256:` and 64 lower-case hex digits.
pub fn digest(value: &Tree) -> String {
    digest_of(|out| out.tree(value))
}

/// The digest of what is written, without a text or a tree of the whole.
pub fn digest_of(write: impl FnOnce(&mut Canonical)) -> String {
    let mut written = Canonical { text: String::with_capacity(CHUNK), hash: Some(Sha256::new()) };
    write(&mut written);
    let mut hash = written.hash.unwrap_or_default();
    hash.update(written.text.as_bytes());
    let mut out = String::from("sha256:");
    for byte in hash.finalize() {
        out.push_str(&format!("{byte:02x}"));
    }
    out
}

/// Bytes that are hashed at a time, about.
const CHUNK: usize = 8 << 10;

/// A writer of canonical bytes (RFC 8785). Whoever writes an object calls for its members in the order of their names.
pub struct Canonical {
    text: String,
    hash: Option<Sha256>,
}

impl Canonical {
    /// Writes a value.
    pub fn tree(&mut self, value: &Tree) {
        match value {
            Tree::Null => self.text.push_str("null"),
            Tree::Bool(value) => self.bool(*value),
            Tree::Text(text) => self.text(text),
            Tree::Number(token) => number(&mut self.text, token),
            Tree::Array(items) => self.array(items, Self::tree),
            Tree::Object(members) => {
                let mut sorted: Vec<_> = members.iter().collect();
                sorted.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
                self.text.push('{');
                for (index, (key, item)) in sorted.into_iter().enumerate() {
                    if index > 0 {
                        self.text.push(',');
                    }
                    super::text::write(&mut self.text, key);
                    self.text.push(':');
                    self.tree(item);
                }
                self.end_object();
            }
        }
    }

    /// Writes an array.
    pub fn array<T>(&mut self, items: &[T], mut each: impl FnMut(&mut Self, &T)) {
        self.text.push('[');
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.text.push(',');
            }
            each(self, item);
        }
        self.text.push(']');
    }

    /// Begins an object; its members follow.
    pub fn begin_object(&mut self) {
        self.text.push('{');
    }

    /// Writes the name of a member, which stands in quotes and with its colon; `before` is whether one stands before it.
    pub fn member(&mut self, quoted: &'static str, before: &mut bool) {
        if std::mem::replace(before, true) {
            self.text.push(',');
        }
        self.text.push_str(quoted);
    }

    /// Ends an object.
    pub fn end_object(&mut self) {
        self.text.push('}');
        self.settle();
    }

    /// Writes a text.
    pub fn text(&mut self, text: &str) {
        super::text::write(&mut self.text, text);
        self.settle();
    }

    /// Writes a text of plain ASCII letters, digits and signs that `spell` appends.
    pub(crate) fn spelled(&mut self, spell: impl FnOnce(&mut String)) {
        self.text.push('"');
        spell(&mut self.text);
        self.text.push('"');
        self.settle();
    }

    /// Writes yes or no.
    pub fn bool(&mut self, value: bool) {
        self.text.push_str(if value { "true" } else { "false" });
    }

    /// Writes a figure as [`Tree::decimal`] has it.
    pub fn decimal(&mut self, figure: rust_decimal::Decimal) {
        match u64::try_from(figure.mantissa()) {
            // few digits, no sign, no point: nearly every one
            Ok(whole @ 0..1_000_000_000_000_000) if figure.scale() == 0 => self.whole(whole),
            _ => self.tree(&Tree::decimal(figure)),
        }
    }

    fn whole(&mut self, mut number: u64) {
        let mut digits = [0u8; 20];
        let mut used = 0usize;
        for place in digits.iter_mut().rev() {
            let last = number.wrapping_rem(10);
            *place = b'0' | u8::try_from(last).unwrap_or_default();
            number = number.wrapping_div(10);
            used = used.wrapping_add(1);
            if number == 0 {
                break;
            }
        }
        self.text.extend(digits.iter().rev().take(used).rev().copied().map(char::from));
    }

    /// Hands what is written to the hash, when there is enough of it.
    fn settle(&mut self) {
        if let Some(hash) = self.hash.as_mut().filter(|_| self.text.len() >= CHUNK) {
            hash.update(self.text.as_bytes());
            self.text.clear();
        }
    }
}

/// Things in the order of their names, which are in ASCII: there bytes stand as UTF-16 code units do.
#[allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "evaluated by the compiler, which refuses what is out of range"
)]
pub(crate) const fn in_order<T: Copy, const N: usize>(mut names: [&str; N], mut things: [T; N]) -> [T; N] {
    const fn is_before(a: &[u8], b: &[u8]) -> bool {
        let mut at = 0;
        while at < a.len() && at < b.len() {
            if a[at] != b[at] {
                return a[at] < b[at];
            }
            at += 1;
        }
        a.len() < b.len()
    }
    let mut end = 1;
    while end < N {
        let mut at = end;
        while at > 0 && is_before(names[at].as_bytes(), names[at - 1].as_bytes()) {
            (names[at], names[at - 1]) = (names[at - 1], names[at]);
            (things[at], things[at - 1]) = (things[at - 1], things[at]);
            at -= 1;
        }
        end += 1;
    }
    things
}

#[allow(
    clippy::disallowed_types,
    reason = "RFC 8785 defines numbers as doubles; figures beyond them are texts by then"
)]
fn number(out: &mut String, token: &str) {
    if let Some(double) = token.parse::<f64>().ok().filter(|double| double.is_finite()) {
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
    fn a_figure_is_written_as_its_tree_is() {
        use rust_decimal::Decimal;

        let figures = ["0", "7", "10", "1200", "1250.50", "0.000001", "0.0000001", "-3", "-0.5", "100.00"];
        let long = ["999999999999999", "1000000000000000", "9999999999999.999999999999", "0.00"];
        for figure in figures.into_iter().chain(long) {
            let figure = Decimal::from_str_exact(figure).unwrap();
            let mut out = Canonical { text: String::new(), hash: None };
            out.decimal(figure);
            assert_eq!(out.text, canonical(&Tree::decimal(figure)));
        }
    }

    #[test]
    fn names_are_put_in_order() {
        assert_eq!(in_order(["b", "a_b", "$a", "ab", "a"], [1, 2, 3, 4, 5]), [3, 5, 2, 4, 1]);
    }

    #[test]
    fn a_long_value_is_hashed_piece_by_piece() {
        let long = Tree::Array((0..3_000).map(|index| Tree::text(&"镇".repeat(index % 17))).collect());
        let whole = Sha256::digest(canonical(&long).as_bytes());
        let hex: String = whole.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(digest(&long), format!("sha256:{hex}"));
    }

    #[test]
    fn the_digest_is_that_of_the_bytes() {
        let empty = Tree::Object(vec![]);
        assert_eq!(digest(&empty), "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }

    #[test]
    fn of_two_names_that_begin_alike_the_shorter_comes_first() {
        assert_eq!(in_order(["ab", "b", "a", "abc"], [0, 1, 2, 3]), [2, 0, 3, 1]);
    }
}
