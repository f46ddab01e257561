//! Changes that nobody thought of: any value in any place.

use eken_core::json::Tree;

use super::{Class, either};
use crate::documents::build::object;
use crate::documents::odd::{add, odd};
use crate::random::Random;

pub(super) const CLASSES: &[Class] = &[
    either("any value", |_, _, random| Some(odd(random, 3))),
    either("a value of another document", |_, _, random| Some(foreign(random))),
    either("a foreign value in the object form of a field", |_, old, random| {
        let keys = ["value", "missing", "status", "note", "items", "complete", "type", "coordinates", "id", "as_of"];
        let mut out = object(&[]);
        for _ in 0..=random.below(3) {
            let value = if random.below(3) == 0 { old.clone() } else { foreign(random) };
            add(&mut out, keys[random.below(keys.len())], value);
        }
        Some(out)
    }),
    either("a part taken out", |_, old, random| match old {
        Tree::Object(members) if !members.is_empty() => {
            let mut members = members.clone();
            members.remove(random.below(members.len()));
            Some(Tree::Object(members))
        }
        Tree::Array(items) if !items.is_empty() => {
            let mut items = items.clone();
            items.remove(random.below(items.len()));
            Some(Tree::Array(items))
        }
        Tree::Text(text) if !text.is_empty() => {
            let gone = random.below(text.chars().count());
            let left: String = text.chars().enumerate().filter(|(at, _)| *at != gone).map(|(_, c)| c).collect();
            Some(Tree::text(&left))
        }
        _ => None,
    }),
    either("a character put into a text", |_, old, random| match old {
        Tree::Text(text) => {
            let mut characters: Vec<char> = text.chars().collect();
            let new = ['0', '9', '-', '.', 'e', '\n', ' ', '０', '😀', 'Q', ':', '\u{0}'];
            characters.insert(random.below(characters.len().saturating_add(1)), new[random.below(new.len())]);
            Some(Tree::text(&characters.into_iter().collect::<String>()))
        }
        _ => None,
    }),
];

/// A value as it may stand in some field.
fn foreign(random: &mut Random) -> Tree {
    let texts = [
        "0",
        "5",
        "-1",
        "2023",
        "1.5",
        "true",
        "\"final\"",
        "\"2023-05-01\"",
        "\"2023\"",
        "\"12.5\"",
        "\"withheld\"",
        "\"Polygon\"",
        "\"company\"",
        "\"x\"",
        "\"\"",
        "null",
        "[]",
        "{}",
        "[\"x\"]",
        "[{\"id\":\"A\"}]",
        "{\"missing\":\"withheld\"}",
        "{\"value\":5}",
        "{\"id\":\"A1\",\"name\":\"例\"}",
        "{\"complete\":true,\"items\":[]}",
    ];
    super::tree(texts[random.below(texts.len())])
}
