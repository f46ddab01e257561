//! What a cell holds as JSON: a geometry, a list that no sign can part.

use eken_core::json::{Reader, Tree};
use eken_core::limits::Limits;

use super::seen::Seen;
use super::written::{half, has_odd_digits};

/// A text that is a JSON object.
pub(super) fn object(text: &str) -> Option<Tree> {
    text.starts_with('{').then(|| tree(text)).flatten()
}

/// A text that is a JSON array.
pub(super) fn array(text: &str) -> Option<Tree> {
    text.starts_with('[').then(|| tree(text)).flatten()
}

/// The version of the format: a whole number.
pub(super) fn version(seen: &Seen<'_>) -> Option<Tree> {
    let text = match seen {
        Seen::Text(text) | Seen::Number(text) if !has_odd_digits(text) => half(text),
        _ => return None,
    };
    let number: u32 = text.parse().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()))?;
    Some(Tree::whole(number.into()))
}

fn tree(text: &str) -> Option<Tree> {
    let limits = Limits::default();
    let mut reader = Reader::new(text, &limits);
    let tree = reader.tree();
    reader.end();
    let (faults, beyond, fatal) = reader.finish();
    (faults.is_empty() && beyond.is_empty() && fatal.is_none()).then_some(tree)
}
