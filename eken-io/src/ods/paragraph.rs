//! The text of a paragraph: runs of blanks are one, unless they are written as such (OpenDocument 1.2, part 1, 6.1.2).

use crate::error::Result;
use crate::workbook::fault;
use crate::workbook::xml::{Said, Xml};

/// What stands in a paragraph and is not its text: how a word is read aloud, notes, comments, drawings.
const BESIDE: [&str; 8] = ["ruby-text", "note", "annotation", "frame", "g", "custom-shape", "rect", "line"];

/// Reads the paragraph that was opened last behind a text of at most so many bytes.
pub fn read(xml: &mut Xml<'_, '_>, text: &mut String, most: usize) -> Result<()> {
    let (inner, start) = (xml.depth(), text.len());
    // the length up to which blanks are kept: those written as such, and what is no blank
    let mut kept = start;
    let mut after_blank = true;
    while xml.depth() >= inner {
        match xml.next()? {
            Said::Text(part) => put(&part, text, &mut kept, &mut after_blank),
            Said::Letter(letter) => put(letter.encode_utf8(&mut [0; 4]), text, &mut kept, &mut after_blank),
            Said::Open(tag) if tag.is("s") => {
                let count = tag.attribute("c")?.map_or(Some(1), |count| count.trim().parse().ok());
                let count: usize = count.ok_or(fault::damaged())?;
                if text.len().saturating_add(count) > most {
                    return Err(fault::text_of_cell());
                }
                text.extend(std::iter::repeat_n(' ', count));
                (kept, after_blank) = (text.len(), false);
            }
            Said::Open(tag) if tag.is("tab") || tag.is("line-break") => {
                text.push(if tag.is("tab") { '\t' } else { '\n' });
                (kept, after_blank) = (text.len(), false);
            }
            Said::Open(tag) if BESIDE.iter().any(|name| tag.is(name)) => xml.skip()?,
            Said::End => return Err(fault::damaged()),
            Said::Open(_) | Said::Close | Said::Nothing => {}
        }
        if text.len() > most {
            return Err(fault::text_of_cell());
        }
    }
    text.truncate(kept);
    Ok(())
}

/// Puts a piece of text behind what is there, each run of blanks as one.
fn put(part: &str, text: &mut String, kept: &mut usize, after_blank: &mut bool) {
    for letter in part.chars() {
        if matches!(letter, ' ' | '\t' | '\r' | '\n') {
            if !*after_blank {
                text.push(' ');
            }
            *after_blank = true;
        } else {
            text.push(letter);
            (*kept, *after_blank) = (text.len(), false);
        }
    }
}
