//! Texts: the shared table, rich text joined, phonetic guides left out, and the escapes of characters that XML cannot hold.

use super::archive::Archive;
use super::budget::Budget;
use super::fault;
use super::limits::Limits;
use super::xml::{Said, Xml};
use crate::error::Result;

/// Reads the table of shared texts.
pub fn read(archive: &mut Archive<'_>, part: &str, limits: &Limits, budget: &mut Budget) -> Result<Vec<Box<str>>> {
    let Some(stream) = archive.part(part)? else { return Ok(Vec::new()) };
    let (mut xml, mut table) = (Xml::new(stream), Vec::new());
    loop {
        let depth = xml.depth();
        match xml.next()? {
            Said::Open(tag) if depth == 1 && tag.is("si") => {
                if table.len() >= limits.strings {
                    return Err(fault::text());
                }
                let text = rich(&mut xml, budget.cell())?;
                budget.take(text.len())?;
                table.push(text.into_boxed_str());
            }
            Said::End => return Ok(table),
            _ => {}
        }
    }
}

/// The text of the element that was opened last (`si`, `is`): its runs joined, without phonetic guides.
pub fn rich(xml: &mut Xml<'_, '_>, most: usize) -> Result<String> {
    let (inner, mut text) = (xml.depth(), String::new());
    while xml.depth() >= inner {
        let Said::Open(tag) = xml.next()? else { continue };
        if tag.is("rPh") {
            xml.skip()?;
        } else if tag.is("t") {
            let as_is = tag.attribute("space")?.as_deref() == Some("preserve");
            let run = xml.text(most)?;
            let run = if as_is { run.as_str() } else { run.trim_matches([' ', '\t', '\r', '\n']) };
            text.push_str(&unescape(run));
            if text.len() > most {
                return Err(fault::text_of_cell());
            }
        }
    }
    Ok(text)
}

/// Resolves `_x000D_` and its like; what is none stays as written.
pub fn unescape(text: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, after)) = rest.split_once("_x") {
        out.push_str(before);
        let code = after.split_once('_').filter(|(code, _)| code.len() == 4);
        let digits = code.filter(|(code, _)| code.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let letter = digits.and_then(|(code, _)| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        match (letter, digits) {
            (Some(letter), Some((_, after))) => {
                out.push(letter);
                rest = after;
            }
            _ => {
                out.push_str("_x");
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escaped_characters_are_resolved_and_lookalikes_left() {
        for (written, text) in [
            ("甲_x000D_乙", "甲\r乙"),
            ("_x005F_x000D_", "_x000D_"),
            ("no_x12_ and _xZZZZ_ and _x", "no_x12_ and _xZZZZ_ and _x"),
            ("_xD800_", "_xD800_"),
            ("_x0041_x0042_", "Ax0042_"),
        ] {
            assert_eq!(unescape(written), text, "{written}");
        }
    }
}
