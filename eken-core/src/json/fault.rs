//! Faults of structure, as the reader meets them.

/// A step of a JSON Pointer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    /// A member of an object.
    Key(String),
    /// An element of an array, from 0.
    Index(usize),
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
