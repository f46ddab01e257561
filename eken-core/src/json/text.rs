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
pub(super) fn read(text: &str, start: usize) -> Result<(Cow<'_, str>, usize), TextFault> {
    let bytes = text.as_bytes();
    let first = start.saturating_add(1);
    let mut pos = first;
    loop {
        match bytes.get(pos) {
            Some(b'"') => {
                let body = text.get(first..pos).ok_or(TextFault::Syntax(pos))?;
                return Ok((Cow::Borrowed(body), pos.saturating_add(1)));
            }
            Some(b'\\') => return escaped(text, first, pos),
            Some(byte) if *byte >= 0x20 => pos = pos.saturating_add(1),
            _ => return Err(TextFault::Syntax(pos)),
        }
    }
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
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            control if u32::from(control) < 0x20 => out.push_str(&format!("\\u{:04x}", u32::from(control))),
            other => out.push(other),
        }
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
    }

    #[test]
    fn broken_strings_are_syntax_faults() {
        for text in ["\"abc", "\"a\u{1}\"", r#""\x""#, r#""\u12"#, "\"\\"] {
            assert!(matches!(read(text, 0), Err(TextFault::Syntax(_))), "{text:?}");
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
