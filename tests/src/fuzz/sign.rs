//! Signs that a page for people never holds, and those that bytes do.

use super::target::{Held, holds};

/// No sign that steers a terminal or turns the order of what is read stands in a text.
pub fn none_steers(text: &str) -> Held {
    let steers = |sign: char| {
        (sign.is_control() && sign != '\n')
            || matches!(sign, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    holds(!text.contains(steers), "a sign that steers a terminal is in a report")
}

/// A coloured text without its colours.
pub fn uncoloured(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        out.push_str(before);
        let codes = after.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b';').count();
        rest = match after[codes..].strip_prefix('m') {
            Some(rest) => rest,
            None => {
                out.push('\u{1b}');
                after
            }
        };
    }
    out.push_str(rest);
    out
}

/// The characters in bytes, those that are none left out.
pub fn legible(bytes: &[u8]) -> String {
    bytes.utf8_chunks().map(|chunk| chunk.valid()).collect()
}
