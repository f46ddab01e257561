//! parse: what was read is written back and reads again the same; nothing written is lost; every fault has its place.

use eken_core::json::{Reader, Tree, canonical};
use eken_core::limits::Limits;
use eken_core::model::kind::Value as _;
use eken_core::parse::{parse, parse_owned};

use super::dossier::{is_doubled, places_hold, read, text};
use super::number;
use super::target::{Held, holds};

pub(super) fn run(bytes: &[u8]) -> Held {
    let owned = parse_owned(bytes.to_vec(), &Limits::default());
    let Some(parsed) = read(bytes)? else { return holds(owned.is_err(), "bytes read otherwise when they are owned") };
    let same = owned.is_ok_and(|owned| owned.dossier() == parsed.dossier() && owned.findings() == parsed.findings());
    holds(same, "bytes read otherwise when they are owned")?;
    holds(parsed.total() >= parsed.findings().len(), "more findings are listed than counted")?;

    let text = text(bytes);
    let raw = Reader::new(text, &Limits::default()).tree();
    let tree = parsed.dossier().tree();
    places_hold(parsed.findings(), text, &raw)?;
    if !is_doubled(&raw) {
        kept(&raw, &tree)?;
    }

    let again = parse(tree.to_text().as_bytes(), &Limits::default());
    let again = again.map_err(|error| format!("what was read does not read again: {error}"))?;
    holds(again.dossier().tree() == tree, "a dossier changes on its way out and back in")?;
    holds(canonical(&again.dossier().tree()) == canonical(&tree), "canonical bytes differ")?;
    let pretty = parse(tree.to_pretty().as_bytes(), &Limits::default());
    holds(pretty.is_ok_and(|pretty| pretty.dossier() == again.dossier()), "indented it reads otherwise")
}

/// Every value that was written stands in the tree: records, fields, and figures in value if not in spelling.
fn kept(raw: &Tree, out: &Tree) -> Held {
    match (raw, out) {
        (Tree::Object(raw), Tree::Object(_)) => raw.iter().try_for_each(|(name, value)| match out.get(name) {
            Some(out) => kept(value, out),
            None => Err("a field is lost".to_owned()),
        }),
        (Tree::Array(raw), Tree::Array(out)) => {
            holds(raw.len() == out.len(), "an element is lost")?;
            raw.iter().zip(out).try_for_each(|(raw, out)| kept(raw, out))
        }
        (Tree::Number(_) | Tree::Text(_), Tree::Number(_) | Tree::Text(_)) => {
            let same = raw == out || figure(raw).is_some_and(|value| figure(out) == Some(value));
            holds(same, "a figure or a text is changed")
        }
        _ => holds(raw == out, "a value is of another kind than it was written"),
    }
}

fn figure(tree: &Tree) -> Option<num_rational::BigRational> {
    match tree {
        Tree::Number(text) | Tree::Text(text) => number::exactly(text),
        _ => None,
    }
}
