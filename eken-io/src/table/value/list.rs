//! Several values in one cell.
//!
//! A list is split at the strongest sign it holds: semicolons and new lines; else 、; else commas. So a name with 、 or a comma
//! in it can stand in a list, joined to others by semicolons. What no sign can carry is written as a JSON array, which every
//! list column takes. References never hold such signs and are split at all of them, codes where the parts are codes.

use eken_core::json::Tree;
use eken_core::model::kind::{CodeInfo, FieldKind};

use super::code::find;
use super::mark::Mark;
use super::missing::is_dash;
use super::seen::Seen;
use super::written::trim;
use super::{json, text};

const STRONG: [char; 4] = ['；', ';', '\n', '\r'];
const MIDDLE: [char; 1] = ['、'];
const WEAK: [char; 3] = ['，', ',', '､'];

/// The values of a cell, as an array.
pub(super) fn read(seen: &Seen<'_>, kind: &FieldKind, marks: &mut Vec<Mark>) -> Tree {
    let Some(whole) = seen.text() else { return Tree::Array(vec![text::read(seen, kind, marks)]) };
    if let Some(array) = json::array(whole) {
        return array;
    }
    let parts = match kind {
        FieldKind::Code(codes) => codes_of(whole, codes),
        FieldKind::Ref(_) => split(whole, &[&STRONG[..], &MIDDLE, &WEAK].concat()),
        _ => texts(whole),
    };
    let item = |part: &str| match kind {
        FieldKind::Code(codes) => Tree::text(find(part, codes).unwrap_or(part)),
        _ => text::read(&Seen::Text(part), kind, marks),
    };
    Tree::Array(parts.into_iter().map(item).collect())
}

/// Texts as a cell writes them.
pub(super) fn joined(texts: &[&str]) -> String {
    texts.join("；")
}

fn split<'a>(text: &'a str, signs: &[char]) -> Vec<&'a str> {
    text.split(signs).map(trim).filter(|part| !part.is_empty() && !is_dash(part)).collect()
}

fn texts(text: &str) -> Vec<&str> {
    let signs = [&STRONG[..], &MIDDLE, &WEAK].into_iter().find(|signs| text.contains(*signs));
    split(text, signs.unwrap_or(&STRONG))
}

/// The parts of a list of codes: a label may itself hold 、 or a comma, and a stroke or a blank parts only known codes.
fn codes_of<'a>(text: &'a str, codes: &[CodeInfo]) -> Vec<&'a str> {
    let known = |part: &&str| find(part, codes).is_some();
    let mut out = Vec::new();
    for part in split(text, &STRONG) {
        if known(&part) {
            out.push(part);
            continue;
        }
        for part in split(part, &[&MIDDLE[..], &WEAK].concat()) {
            let finer =
                |signs: &[char]| Some(split(part, signs)).filter(|parts| parts.len() > 1 && parts.iter().all(known));
            match known(&part) {
                true => out.push(part),
                false => out.extend(
                    finer(&['/', '／', '|', '+', '和', '及'])
                        .or_else(|| finer(&[' ', '\u{3000}', '\t']))
                        .unwrap_or(vec![part]),
                ),
            }
        }
    }
    out
}
