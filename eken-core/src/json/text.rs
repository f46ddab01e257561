//! Strings of JSON: scanning, escapes, and writing them as ECMAScript does.

use std::borrow::Cow;

/// Why a string could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TextFault {
    /// A control character, an unknown escape, or no closing quote; at this offset of the text.
    Syntax(usize),
    /// A lone surrogate escape: no Unicode text, so not I-JSON. The string ends at this offset.
    Surrogate(usize),
}

/// Reads the string whose opening quote stands at `start`; gives it and the offset after the closing quote.
#[inline]
pub(super) fn read(text: &str, start: usize) -> Result<(Cow<'_, str>, usize), TextFault> {
    let first = start.saturating_add(1);
    let pos = plain_until(text.as_bytes(), first);
    match text.as_bytes().get(pos) {
        Some(b'"') => {
            let body = text.get(first..pos).ok_or(TextFault::Syntax(pos))?;
            Ok((Cow::Borrowed(body), pos.saturating_add(1)))
        }
        Some(b'\\') => escaped(text, first, pos),
        _ => Err(TextFault::Syntax(pos)),
    }
}

/// The offset after the string whose opening quote stands at `start`, in a text that was read before.
pub(super) fn passed(bytes: &[u8], start: usize) -> usize {
    let mut pos = plain_until(bytes, start.saturating_add(1));
    while bytes.get(pos) == Some(&b'\\') {
        pos = plain_until(bytes, pos.saturating_add(2));
    }
    pos.saturating_add(1)
}

/// The offset of the first byte from `pos` on that is a quote, a backslash or a control character; the end where none is.
#[inline]
pub(super) fn plain_until(bytes: &[u8], mut pos: usize) -> usize {
    while let Some(eight) = bytes.get(pos..).and_then(|rest| rest.first_chunk::<8>()) {
        let marks = marks(u64::from_le_bytes(*eight));
        if marks != 0 {
            let place = usize::try_from(marks.trailing_zeros() >> 3).unwrap_or_default();
            return pos.saturating_add(place);
        }
        pos = pos.saturating_add(8);
    }
    while bytes.get(pos).is_some_and(|byte| !matches!(byte, b'"' | b'\\' | ..0x20)) {
        pos = pos.saturating_add(1);
    }
    pos
}

/// The high bit of each byte that ends a plain stretch. Bytes above the lowest one marked may be marked in error.
#[inline]
const fn marks(eight: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = ONES << 7;
    const fn below(bytes: u64, each: u64) -> u64 {
        bytes.wrapping_sub(each) & !bytes
    }
    let quote = below(eight ^ 0x2222_2222_2222_2222, ONES);
    let backslash = below(eight ^ 0x5C5C_5C5C_5C5C_5C5C, ONES);
    let control = below(eight, 0x2020_2020_2020_2020);
    (quote | backslash | control) & HIGH
}

fn escaped(text: &str, first: usize, from: usize) -> Result<(Cow<'_, str>, usize), TextFault> {
    let bytes = text.as_bytes();
    let mut out = String::from(text.get(first..from).unwrap_or_default());
    let (mut pos, mut plain, mut lone) = (from, from, false);
    loop {
        match bytes.get(pos) {
            Some(b'"') => {
                out.push_str(text.get(plain..pos).unwrap_or_default());
                let after = pos.saturating_add(1);
                return if lone { Err(TextFault::Surrogate(after)) } else { Ok((Cow::Owned(out), after)) };
            }
            Some(b'\\') => {
                out.push_str(text.get(plain..pos).unwrap_or_default());
                let (character, after) = escape(bytes, pos)?;
                match character {
                    Some(character) => out.push(character),
                    None => lone = true,
                }
                pos = after;
                plain = after;
            }
            Some(byte) if *byte >= 0x20 => pos = pos.saturating_add(1),
            _ => return Err(TextFault::Syntax(pos)),
        }
    }
}

/// One escape at `pos` (its backslash); `None` for a lone surrogate.
fn escape(bytes: &[u8], pos: usize) -> Result<(Option<char>, usize), TextFault> {
    let after = pos.saturating_add(2);
    let simple = match bytes.get(pos.saturating_add(1)) {
        Some(b'"') => '"',
        Some(b'\\') => '\\',
        Some(b'/') => '/',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b't') => '\t',
        Some(b'u') => return unicode(bytes, pos),
        _ => return Err(TextFault::Syntax(pos)),
    };
    Ok((Some(simple), after))
}

fn unicode(bytes: &[u8], pos: usize) -> Result<(Option<char>, usize), TextFault> {
    let high = hex4(bytes, pos).ok_or(TextFault::Syntax(pos))?;
    let next = pos.saturating_add(6);
    if let Some(character) = char::from_u32(high) {
        return Ok((Some(character), next));
    }
    if (0xD800..0xDC00).contains(&high)
        && bytes.get(next) == Some(&b'\\')
        && bytes.get(next.saturating_add(1)) == Some(&b'u')
        && let Some(low) = hex4(bytes, next).filter(|low| (0xDC00..0xE000).contains(low))
    {
        let code = (high.wrapping_sub(0xD800) << 10).wrapping_add(low.wrapping_sub(0xDC00)).wrapping_add(0x1_0000);
        return Ok((char::from_u32(code), next.saturating_add(6)));
    }
    Ok((None, next))
}

fn hex4(bytes: &[u8], pos: usize) -> Option<u32> {
    let digits = bytes.get(pos.saturating_add(2)..pos.saturating_add(6))?;
    digits.iter().try_fold(0u32, |sum, byte| Some((sum << 4) | char::from(*byte).to_digit(16)?))
}

/// Appends a string with the escapes of RFC 8785: only what must be escaped, the short forms where there are some.
pub(super) fn write(out: &mut String, text: &str) {
    out.push('"');
    let mut from = 0usize;
    loop {
        let end = plain_until(text.as_bytes(), from);
        out.push_str(text.get(from..end).unwrap_or_default());
        let Some(byte) = text.as_bytes().get(end) else { break };
        match byte {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            0x8 => out.push_str("\\b"),
            0xc => out.push_str("\\f"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            control => out.push_str(&format!("\\u{control:04x}")),
        }
        from = end.saturating_add(1);
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_undone_and_pairs_joined() {
        let (text, after) = read(r#""a\n\u4e61\ud83d\ude00\/""#, 0).unwrap();
        assert_eq!(text, "a\n乡😀/");
        assert_eq!(after, 25);
    }

    #[test]
    fn a_lone_surrogate_is_named_and_the_string_passed() {
        assert_eq!(read(r#""\ud800" "#, 0), Err(TextFault::Surrogate(8)));
        assert_eq!(read(r#""\udc00x""#, 0), Err(TextFault::Surrogate(9)));
        // an escape of another kind, and half of another pair, do not complete it
        assert_eq!(read(r#""\ud800\n\n\n""#, 0), Err(TextFault::Surrogate(14)));
        assert_eq!(read(r#""\ud800\ud800""#, 0), Err(TextFault::Surrogate(14)));
    }

    #[test]
    fn broken_strings_are_syntax_faults() {
        for text in ["\"abc", "\"a\u{1}\"", r#""\x""#, r#""\u12"#, "\"\\"] {
            assert!(matches!(read(text, 0), Err(TextFault::Syntax(_))), "{text:?}");
        }
    }

    #[test]
    fn what_ends_a_plain_stretch_is_found_wherever_it_stands() {
        for mark in [b'"', b'\\', 0, 0x1f, b'\n'] {
            for plain in [b' ', b'!', b'#', b'[', b']', 0x7f, 0x80, 0xa2, 0xdc, 0xff] {
                for length in 0..40 {
                    for at in 0..length {
                        let mut bytes = vec![plain; length];
                        bytes[at] = mark;
                        assert_eq!(plain_until(&bytes, 0), at, "{mark} among {plain}");
                    }
                    assert_eq!(plain_until(&vec![plain; length], 0), length, "{plain}");
                }
            }
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        for text in ["", "\"\\\u{0}\u{1f}\u{7f}\n", "乡村e镇 😀 \u{2028}"] {
            let mut out = String::new();
            write(&mut out, text);
            assert_eq!(read(&out, 0).unwrap().0, text);
        }
    }
}
