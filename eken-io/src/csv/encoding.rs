//! How the characters of a text file are coded.

use std::borrow::Cow;

use encoding_rs::{DecoderResult, GB18030, UTF_16BE, UTF_16LE};

use super::fault::ENCODING;
use super::line::line_of;
use crate::error::{Error, Place, Result};

/// A way of coding characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Encoding {
    /// Found from the file itself.
    #[default]
    Auto,
    /// UTF-8.
    Utf8,
    /// GB18030 (国标码), with GBK and GB 2312 as parts of it: what Excel saves as CSV under Chinese Windows.
    Gb18030,
    /// UTF-16, low byte first: "Unicode text" of Excel.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
}

/// A text as characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text, without byte order mark.
    pub text: Cow<'a, str>,
    /// How it was coded; never `Auto`.
    pub encoding: Encoding,
    /// Whether it began with a byte order mark.
    pub bom: bool,
}

/// The characters of a text file.
///
/// With `Auto`, in this order: a byte order mark; UTF-16 without one, known by its NULs; UTF-8; GB18030. Each is read
/// strictly, nothing is replaced. A file with more Chinese characters in UTF-8 than broken places is a damaged UTF-8 file
/// and never read as GB18030, under which most bytes mean something. Any other choice is kept to, whatever the file looks
/// like; its own byte order mark is taken off.
///
/// GB18030 is read as the Encoding Standard of the WHATWG has it: GB 18030-2022, and the byte 80 as the euro sign of
/// Windows-936. Nineteen code points, all of private use, do not come back when they are written in it and read again:
/// U+E78D to U+E796, U+E81E, U+E826, U+E82B, U+E82C, U+E832, U+E843, U+E854 and U+E864 share their bytes with the
/// characters to which GB 18030-2022 gave them (U+FE10 to U+FE19 and eight hanzi from U+9FB4 on), and are read as these;
/// U+E5E5 cannot be written at all. Writing refuses all of them (`csv.unwritable`).
///
/// # Errors
/// `csv.encoding` at the first byte that fits none, or not the encoding chosen, with its offset from 0 and its line.
pub fn decode(bytes: &[u8], encoding: Encoding) -> Result<Decoded<'_>> {
    let encoding = match encoding {
        Encoding::Auto => match marked(bytes).or_else(|| by_nuls(bytes)) {
            Some(found) => found,
            None => return guess(bytes),
        },
        chosen => chosen,
    };
    let mark = mark(encoding);
    let rest = bytes.strip_prefix(mark).filter(|_| !mark.is_empty());
    let start = rest.map_or(0, |_| mark.len());
    let text =
        strictly(rest.unwrap_or(bytes), encoding).map_err(|at| fault(bytes, at.saturating_add(start), encoding))?;
    Ok(Decoded { text, encoding, bom: rest.is_some() })
}

/// The byte order mark of an encoding.
const fn mark(encoding: Encoding) -> &'static [u8] {
    match encoding {
        Encoding::Auto => b"",
        Encoding::Utf8 => b"\xef\xbb\xbf",
        Encoding::Gb18030 => b"\x84\x31\x95\x33",
        Encoding::Utf16Le => b"\xff\xfe",
        Encoding::Utf16Be => b"\xfe\xff",
    }
}

fn marked(bytes: &[u8]) -> Option<Encoding> {
    [Encoding::Utf8, Encoding::Gb18030, Encoding::Utf16Le, Encoding::Utf16Be]
        .into_iter()
        .find(|encoding| bytes.starts_with(mark(*encoding)))
}

/// UTF-16 without a mark: NULs on one side of the pairs only, in one of ten at least, and some of them beside a delimiter
/// or an end of line.
fn by_nuls(bytes: &[u8]) -> Option<Encoding> {
    let head = bytes.get(..bytes.len().min(1 << 16)).unwrap_or_default();
    let (pairs, odd) = head.as_chunks::<2>();
    if !odd.is_empty() {
        return None;
    }
    let of = |side: fn(&[u8; 2]) -> (u8, u8)| {
        let with_nul = || pairs.iter().map(side).filter(|(_, high)| *high == 0);
        let first = with_nul().any(|(low, _)| matches!(low, b',' | b';' | b'\t' | b'|' | b'\r' | b'\n'));
        let nuls = with_nul().count();
        let other = pairs.iter().map(side).any(|(low, _)| low == 0);
        first && !other && nuls.saturating_mul(10) >= pairs.len()
    };
    if of(|[low, high]| (*low, *high)) {
        Some(Encoding::Utf16Le)
    } else if of(|[high, low]| (*low, *high)) {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

fn guess(bytes: &[u8]) -> Result<Decoded<'_>> {
    let broken = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(Decoded { text: Cow::Borrowed(text), encoding: Encoding::Utf8, bom: false }),
        Err(broken) => broken.valid_up_to(),
    };
    if meant_as_utf8(bytes) {
        return Err(fault(bytes, broken, Encoding::Utf8));
    }
    match strictly(bytes, Encoding::Gb18030) {
        Ok(text) => Ok(Decoded { text, encoding: Encoding::Gb18030, bom: false }),
        Err(at) => Err(fault(bytes, at.max(broken), Encoding::Auto)),
    }
}

/// Whether more characters of three bytes are sound UTF-8 than there are broken places: in GB18030 such bytes are rare.
fn meant_as_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound = sound.saturating_add(chunk.valid().chars().filter(|letter| letter.len_utf8() == 3).count());
        broken = broken.saturating_add(usize::from(!chunk.invalid().is_empty()));
    }
    sound > broken
}

/// The text, or the offset of the first byte that does not fit.
fn strictly(bytes: &[u8], encoding: Encoding) -> std::result::Result<Cow<'_, str>, usize> {
    let decoder = match encoding {
        Encoding::Gb18030 => GB18030,
        Encoding::Utf16Le => UTF_16LE,
        Encoding::Utf16Be => UTF_16BE,
        Encoding::Auto | Encoding::Utf8 => {
            return std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|fault| fault.valid_up_to());
        }
    };
    let mut decoder = decoder.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len().min(1 << 16));
    let mut read = 0_usize;
    loop {
        let rest = bytes.get(read..).unwrap_or_default();
        let (result, taken) = decoder.decode_to_string_without_replacement(rest, &mut text, true);
        read = read.saturating_add(taken);
        match result {
            DecoderResult::InputEmpty => return Ok(Cow::Owned(text)),
            DecoderResult::OutputFull => text.reserve(rest.len().saturating_sub(taken).clamp(16, 1 << 20)),
            DecoderResult::Malformed(length, further) => {
                return Err(read.saturating_sub(usize::from(length)).saturating_sub(usize::from(further)));
            }
        }
    }
}

fn fault(bytes: &[u8], offset: usize, encoding: Encoding) -> Error {
    let line = match encoding {
        // what comes before is sound, so its line ends can be counted
        Encoding::Utf16Le | Encoding::Utf16Be => {
            let before = strictly(bytes.get(..offset).unwrap_or_default(), encoding).unwrap_or_default();
            line_of(before.as_bytes(), before.len())
        }
        _ => line_of(bytes, offset),
    };
    ENCODING.at(Place::Byte(offset, line))
}

#[cfg(test)]
mod tests;
