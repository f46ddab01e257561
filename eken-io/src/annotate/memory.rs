//! The colours of marks, and what they stand over: so that a copy that comes back can be rid of them.
//!
//! Every severity has 512 colours that no eye tells apart. Each look that a mark covers takes one of its own, and 回执 keeps, in
//! a hidden row, which colour covers what. A spreadsheet program numbers styles anew when it saves, but it keeps colours.

use std::collections::BTreeMap;

use eken_core::finding::Severity;
use quick_xml::events::Event;
use quick_xml::reader::Reader;

use super::pass::is;

/// Longest look that is remembered; a look beyond it is forgotten, and its cell comes back without a fill.
const LONGEST: usize = 4_000;
/// Colours of a severity.
const SHADES: usize = 512;

/// What a mark covers, without prefixes: `<fill>…</fill>` and `<font>…</font>`; none where there was no fill, and where the
/// font was left as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Before {
    /// The fill.
    pub fill: Option<String>,
    /// The font.
    pub font: Option<String>,
}

/// Which colour covers what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    known: BTreeMap<String, Before>,
    next: BTreeMap<Severity, usize>,
}

impl Memory {
    /// What was kept, one cell a colour; what is no such cell is passed over.
    pub fn read<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut out = Self::default();
        for text in texts {
            let Some((colour, rest)) = text.split_once(' ') else { continue };
            let (fill, font) = rest.split_once("</fill>").map_or(("", rest), |(fill, font)| (fill, font));
            let fill = (!fill.is_empty()).then(|| format!("{fill}</fill>")).filter(|fill| is_look(fill, "fill"));
            let font = Some(font.to_owned()).filter(|font| is_look(font, "font"));
            if severity_of(colour).is_some() {
                out.known.insert(colour.to_owned(), Before { fill, font });
            }
        }
        out
    }

    /// The cells to keep.
    pub fn texts(&self) -> impl Iterator<Item = String> {
        let text = |part: &Option<String>| part.clone().unwrap_or_default();
        self.known.iter().map(move |(colour, before)| format!("{colour} {}{}", text(&before.fill), text(&before.font)))
    }

    /// What a colour covers; none where it is no colour of a mark. A colour that is not remembered covers nothing.
    pub fn before(&self, colour: &str) -> Option<Before> {
        severity_of(colour)?;
        Some(self.known.get(colour).cloned().unwrap_or_default())
    }

    /// The colour of a mark that covers this; none when all colours are taken.
    pub fn colour(&mut self, severity: Severity, before: Before) -> Option<String> {
        let length = |part: &Option<String>| part.as_ref().map_or(0, String::len);
        let short = length(&before.fill).saturating_add(length(&before.font)) <= LONGEST;
        let before = if short { before } else { Before::default() };
        let same = |(colour, held): &(&String, &Before)| **held == before && severity_of(colour) == Some(severity);
        if let Some((colour, _)) = self.known.iter().find(same) {
            return Some(colour.clone());
        }
        let next = self.next.entry(severity).or_default();
        let colour = shade(severity, *next)?;
        *next = next.saturating_add(1);
        self.known.insert(colour.clone(), before);
        Some(colour)
    }
}

/// The three parts of the first colour of a severity; each has its last three bits free. Printed in grey they differ in
/// lightness, the gravest darkest.
pub const fn base(severity: Severity) -> [u8; 3] {
    match severity {
        Severity::Error => [0xE8, 0xA8, 0xA0],
        Severity::Warning => [0xF8, 0xE0, 0xA0],
        Severity::Info => [0xC8, 0xD8, 0xE0],
    }
}

fn shade(severity: Severity, nth: usize) -> Option<String> {
    let nth = u16::try_from(nth).ok().filter(|nth| usize::from(*nth) < SHADES)?;
    let bits = [nth >> 6 & 7, nth >> 3 & 7, nth & 7].map(|bits| u8::try_from(bits).unwrap_or_default());
    let [red, green, blue] = base(severity);
    let [r, g, b] = bits;
    Some(format!("{:02X}{:02X}{:02X}", red | r, green | g, blue | b))
}

/// The severity whose mark has this colour, written as six digits.
fn severity_of(colour: &str) -> Option<Severity> {
    let number = u32::from_str_radix(colour, 16).ok().filter(|_| colour.len() == 6)?;
    let [_, red, green, blue] = number.to_be_bytes();
    Severity::ALL.into_iter().find(|severity| base(*severity) == [red & 0xF8, green & 0xF8, blue & 0xF8])
}

/// Whether a text is one element of this name and nothing but elements inside: what is kept in a cell goes back into the styles,
/// and the cell has been in the sender's hands.
fn is_look(text: &str, name: &str) -> bool {
    let mut reader = Reader::from_str(text);
    let (mut depth, mut seen) = (0_usize, 0_usize);
    loop {
        let (tag, opens) = match reader.read_event() {
            Ok(Event::Start(tag)) => (tag, true),
            Ok(Event::Empty(tag)) => (tag, false),
            Ok(Event::End(_)) => {
                depth = depth.saturating_sub(1);
                continue;
            }
            Ok(Event::Eof) => return seen > 0 && depth == 0,
            _ => return false,
        };
        let plain = tag.name().as_ref().bytes().all(|letter| letter.is_ascii_alphanumeric());
        let attributes = tag.attributes().all(|attribute| {
            attribute.is_ok_and(|attribute| attribute.key.as_ref().bytes().all(|letter| letter.is_ascii_alphanumeric()))
        });
        if !plain || !attributes || (depth == 0 && (seen > 0 || !is(&tag, name))) {
            return false;
        }
        seen = seen.saturating_add(1);
        depth = depth.saturating_add(usize::from(opens));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_mark_covers_is_kept_and_found_again() {
        let mut memory = Memory::default();
        let fill =
            Some("<fill><patternFill patternType=\"solid\"><fgColor theme=\"4\"/></patternFill></fill>".to_owned());
        let font = Some("<font><b/><color theme=\"0\"/></font>".to_owned());
        let plain = memory.colour(Severity::Error, Before::default()).unwrap();
        let other = memory.colour(Severity::Error, Before { fill: fill.clone(), font: font.clone() }).unwrap();
        let warning = memory.colour(Severity::Warning, Before { fill: None, font: font.clone() }).unwrap();
        assert_eq!([plain.as_str(), &other, &warning], ["E8A8A0", "E8A8A1", "F8E0A0"]);
        assert_eq!(memory.colour(Severity::Error, Before::default()).unwrap(), plain);
        let texts: Vec<String> = memory.texts().collect();
        let read = Memory::read(texts.iter().map(String::as_str));
        assert_eq!(read.before(&other), Some(Before { fill, font: font.clone() }));
        assert_eq!(read.before(&warning), Some(Before { fill: None, font }));
        assert_eq!((read.before(&plain), read.before("E8A8A7")), (Some(Before::default()), Some(Before::default())));
        assert_eq!(read.before("FFFFFF"), None);
    }

    #[test]
    fn what_a_sender_made_of_the_memory_is_no_markup() {
        for text in [
            "E8A8A0 <fill></fill><script/>",
            "E8A8A0 <fill><a:b/></fill>",
            "E8A8A0 <fill>x</fill>",
            "E8A8A0 </fill>",
            "E8A8A0 <fill><patternFill></fill>",
        ] {
            assert_eq!(Memory::read([text].into_iter()).before("E8A8A0"), Some(Before::default()), "{text}");
        }
    }

    #[test]
    fn colours_come_to_an_end() {
        let mut memory = Memory::default();
        let taken = (0..600)
            .filter_map(|nth| memory.colour(Severity::Info, Before { fill: Some(nth.to_string()), font: None }));
        assert_eq!(taken.collect::<std::collections::BTreeSet<_>>().len(), 512);
    }
}
