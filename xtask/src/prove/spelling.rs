//! The spellings in which a value may hide, and a search for all of them at once.

use aho_corasick::{AhoCorasick, MatchKind};

/// A spelling: its name, and how a text looks in it.
pub struct Spelling {
    /// Name.
    pub name: &'static str,
    /// The text spelt so; several where it depends on what stands before.
    pub spell: fn(&str) -> Vec<String>,
}

/// The spellings that are looked for.
pub const SPELLINGS: &[Spelling] = &[
    Spelling { name: "plain", spell: |text| vec![text.to_owned()] },
    Spelling { name: "reversed", spell: |text| vec![text.chars().rev().collect()] },
    Spelling { name: "full-width", spell: |text| vec![widened(text)] },
    Spelling { name: "parted", spell: |text| vec![text.chars().flat_map(|sign| [sign, '-']).collect()] },
    Spelling { name: "escapes of four digits", spell: |text| vec![units(text, |unit| format!("\\u{unit:04x}"))] },
    Spelling {
        name: "escapes of four digits, in capitals",
        spell: |text| vec![units(text, |unit| format!("\\u{unit:04X}"))],
    },
    Spelling { name: "\\u{…}", spell: |text| vec![units(text, |unit| format!("\\u{{{unit:x}}}"))] },
    Spelling { name: "&#…;", spell: |text| vec![units(text, |unit| format!("&#{unit};"))] },
    Spelling { name: "&#x…;", spell: |text| vec![units(text, |unit| format!("&#x{unit:x};"))] },
    Spelling { name: "percent", spell: |text| vec![bytes(text, |byte| format!("%{byte:02X}"))] },
    Spelling { name: "percent in small letters", spell: |text| vec![bytes(text, |byte| format!("%{byte:02x}"))] },
    Spelling { name: "hexadecimal", spell: |text| vec![bytes(text, |byte| format!("{byte:02x}"))] },
    Spelling { name: "base64", spell: |text| (0..3).map(|shift| base64(text, shift, b'+', b'/')).collect() },
    Spelling { name: "base64 for URLs", spell: |text| (0..3).map(|shift| base64(text, shift, b'-', b'_')).collect() },
];

/// A text in full-width signs.
pub fn widened(text: &str) -> String {
    text.chars().map(wide).collect()
}

fn wide(sign: char) -> char {
    match sign {
        '!'..='~' => u32::from(sign).checked_add(0xFEE0).and_then(char::from_u32).unwrap_or(sign),
        ' ' => '\u{3000}',
        _ => sign,
    }
}

fn units(text: &str, each: impl Fn(u16) -> String) -> String {
    text.encode_utf16().map(each).collect()
}

fn bytes(text: &str, each: impl Fn(u8) -> String) -> String {
    text.bytes().map(each).collect()
}

/// The middle of the Base64 of a text that stands after so many bytes: the part that does not depend on what is around it.
fn base64(text: &str, shift: usize, plus: u8, slash: u8) -> String {
    let padded: Vec<u8> = std::iter::repeat_n(0, shift).chain(text.bytes()).collect();
    let whole = padded.chunks_exact(3).skip(shift.min(1)).flat_map(|three| {
        let bits = three.iter().fold(0u32, |bits, byte| bits.rotate_left(8) | u32::from(*byte));
        [18u32, 12, 6, 0].map(|by| sign_of(bits.checked_shr(by).unwrap_or_default() & 63, plus, slash))
    });
    whole.collect()
}

fn sign_of(six: u32, plus: u8, slash: u8) -> char {
    let from = |base: u8, less: u32| {
        six.checked_sub(less)
            .and_then(|offset| u32::from(base).checked_add(offset))
            .and_then(char::from_u32)
            .unwrap_or('=')
    };
    match six {
        0..26 => from(b'A', 0),
        26..52 => from(b'a', 26),
        52..62 => from(b'0', 52),
        62 => plus.into(),
        _ => slash.into(),
    }
}

/// A text without the signs that part a number or a name: half-width, small.
fn folded(text: &str) -> String {
    let narrow = |sign: char| match sign {
        '\u{FF01}'..='\u{FF5E}' => u32::from(sign).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(sign),
        _ => sign,
    };
    let parts =
        |sign: &char| matches!(sign, ' ' | '\u{3000}' | '-' | '.' | '(' | ')' | '_' | '/' | '、' | '·' | '\u{200B}');
    text.chars().map(narrow).filter(|sign| !parts(sign)).flat_map(char::to_lowercase).collect()
}

/// A search for values in every spelling.
pub struct Needles {
    raw: AhoCorasick,
    folded: AhoCorasick,
    /// For each pattern which value and which spelling it is.
    names: Vec<(usize, &'static str)>,
}

impl Needles {
    /// A search for these values, and for these parts of them as they are.
    ///
    /// # Errors
    /// When the search cannot be built.
    pub fn new(values: &[String], parts: &[String]) -> Result<Self, String> {
        let (mut names, mut raw, mut even) = (Vec::new(), Vec::new(), Vec::new());
        for (index, value) in values.iter().enumerate() {
            for spelling in SPELLINGS {
                for pattern in (spelling.spell)(value) {
                    names.push((index, spelling.name));
                    raw.push(pattern);
                }
            }
            even.push(folded(value));
            even.push(folded(&value.chars().rev().collect::<String>()));
        }
        for (index, part) in parts.iter().enumerate() {
            names.push((values.len().saturating_sub(parts.len()).saturating_add(index), "in part"));
            raw.push(part.clone());
        }
        let build = |patterns: &[String]| {
            AhoCorasick::builder()
                .match_kind(MatchKind::LeftmostFirst)
                .ascii_case_insensitive(true)
                .build(patterns)
                .map_err(|error| error.to_string())
        };
        Ok(Self { raw: build(&raw)?, folded: build(&even)?, names })
    }

    /// The first value found, by its number, and the spelling it is in. Never the value itself.
    pub fn find(&self, text: &str) -> Option<(usize, &'static str)> {
        if let Some(found) = self.raw.find(text) {
            return self.names.get(found.pattern().as_usize()).copied();
        }
        let found = self.folded.find(&folded(text))?;
        Some((found.pattern().as_usize().checked_div(2).unwrap_or_default(), "parted by other signs"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_the_standard() {
        assert_eq!(base64("Man", 0, b'+', b'/'), "TWFu");
        assert_eq!(base64("aMan", 2, b'+', b'/'), "TWFu");
        // of eE1hbnl5eQ== only the second group of four has nothing of what stands before
        assert_eq!(base64("Manyyy", 1, b'+', b'/'), "bnl5");
        assert_eq!((base64("?>?", 0, b'+', b'/'), base64("?>?", 0, b'-', b'_')), ("Pz4/".into(), "Pz4_".into()));
    }

    #[test]
    fn a_value_is_found_in_every_spelling_and_nothing_else_is() {
        let values = ["澹台验之".to_owned(), "13900000000".to_owned(), "Tantai Yanzhi".to_owned()];
        let needles = Needles::new(&values, &["900000000".to_owned()]).unwrap();
        for (index, value) in values.iter().enumerate() {
            for spelling in SPELLINGS {
                for spelt in (spelling.spell)(value) {
                    let found = needles.find(&format!("甲 {spelt} 乙"));
                    assert_eq!(found.map(|(value, _)| value), Some(index), "{}", spelling.name);
                }
            }
            let parted: String = value.chars().flat_map(|sign| [sign, ' ', '、']).collect();
            assert_eq!(needles.find(&parted).map(|(value, _)| value), Some(index));
        }
        assert_eq!(needles.find("澹台, 13900, tantai"), None);
        assert_eq!(needles.find("尾号900000000"), Some((2, "in part")));
    }
}
