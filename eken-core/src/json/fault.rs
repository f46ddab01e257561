//! Faults of structure, as the reader meets them.

use std::borrow::Cow;

/// A step of a JSON Pointer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    /// A member of an object.
    Key(String),
    /// An element of an array, from 0.
    Index(usize),
}

/// Characters of a name of a member that a step of a pointer keeps; longer names are cut and end in `…`.
const KEY_MAX: usize = 64;
/// What stands for a name that may be a person's.
pub const HIDDEN: &str = "***";

impl Segment {
    /// A step into a member, its name as it may be shown.
    pub(super) fn key(name: &str) -> Self {
        Self::Key(key_shown(name).into_owned())
    }
}

/// The name of a member as it may stand in a pointer or a message: every name of the model as it is, a long one cut, and one
/// that is not in ASCII or holds a blank as `***`. Senders who file persons under their names write the names there.
pub fn key_shown(name: &str) -> Cow<'_, str> {
    let head = name.char_indices().nth(KEY_MAX).and_then(|(end, _)| name.get(..end));
    match head {
        _ if !may_be_shown(head.unwrap_or(name)) => Cow::Borrowed(HIDDEN),
        Some(head) => Cow::Owned(format!("{head}…")),
        None => Cow::Borrowed(name),
    }
}

/// Whether a name or an identifier that a sender chose may stand in a message. Names of persons are used for both; they are
/// not in ASCII, or in two words.
pub fn may_be_shown(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_graphic())
}

/// A parameter of a fault or finding: what its sentence is made from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Param {
    /// A word: the name of a field, a kind, a date, an expected character.
    Text(String),
    /// A whole number.
    Number(i64),
}

impl From<&str> for Param {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Param {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Param {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Param {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl std::fmt::Display for Param {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => write!(f, "{number}"),
        }
    }
}

/// One structural fault: the value at `offset` is not what the model says. It never holds the value itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Code, such as `structure.type`.
    pub code: &'static str,
    /// Byte offset in the text.
    pub offset: usize,
    /// Steps to the place, innermost first.
    pub path: Vec<Segment>,
    /// Parameters of the message.
    pub params: Vec<(&'static str, Param)>,
}

impl Fault {
    /// The JSON Pointer (RFC 6901) of the place.
    pub fn pointer(&self) -> String {
        let mut pointer = String::new();
        for segment in self.path.iter().rev() {
            match segment {
                Segment::Key(key) => super::pointer::child(&mut pointer, key),
                Segment::Index(index) => super::pointer::child(&mut pointer, &index.to_string()),
            }
        }
        pointer
    }
}

/// The text ends here as JSON: broken syntax or a limit passed. Nothing after it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fatal {
    /// Code, such as `json.syntax` or `limit.depth`.
    pub code: &'static str,
    /// Byte offset in the text.
    pub offset: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_may_be_a_persons_or_is_endless_is_not_shown_whole() {
        assert_eq!(key_shown("floor_area"), "floor_area");
        assert_eq!(key_shown(""), "");
        for name in ["欧阳某某", "Made Up", "x\u{1b}[2J", "\u{202e}x"] {
            assert_eq!(key_shown(name), HIDDEN, "{name:?}");
        }
        assert_eq!(key_shown(&"k".repeat(1_000)).chars().count(), KEY_MAX + 1);
    }
}
