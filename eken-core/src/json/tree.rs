//! JSON that is not typed: unknown fields, refused records, values that were faulty.

use std::fmt;

use serde::{Serialize, Serializer, ser::SerializeMap, ser::SerializeSeq};

/// A JSON value, its numbers kept as they were written. `Debug` shows the kind only: the value may be personal.
#[derive(Clone, PartialEq, Eq)]
pub enum Tree {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number token.
    Number(Box<str>),
    /// A string, escapes undone.
    Text(Box<str>),
    /// An array.
    Array(Vec<Tree>),
    /// An object, members in the order written.
    Object(Vec<(Box<str>, Tree)>),
}

impl Tree {
    /// A text.
    pub fn text(text: &str) -> Self {
        Self::Text(text.into())
    }

    /// A whole number.
    pub fn whole(number: i128) -> Self {
        Self::Number(number.to_string().into())
    }

    /// A decimal: a number where every JSON reader reads it exactly (at most 15 digits, no exponent needed), else a text.
    pub fn decimal(number: rust_decimal::Decimal) -> Self {
        let number = number.normalize();
        let written = number.to_string();
        let digits = written.bytes().filter(u8::is_ascii_digit).count();
        let leading = written.trim_start_matches(['-', '0', '.']).bytes().filter(u8::is_ascii_digit).count();
        // without the noughts at its end, nothing has no places
        let tiny = number.scale() > 6 && number.abs() < rust_decimal::Decimal::new(1, 6);
        if leading.min(digits) <= 15 && !tiny { Self::Number(written.into()) } else { Self::Text(written.into()) }
    }

    /// A member of an object.
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members.iter().find(|(name, _)| &**name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The value at a JSON Pointer.
    pub fn at(&self, pointer: &str) -> Option<&Self> {
        pointer.split('/').skip(1).try_fold(self, |value, step| match value {
            Self::Array(items) => items.get(step.parse::<usize>().ok()?),
            _ => value.get(&super::unescape(step)),
        })
    }

    /// Compact JSON text.
    pub fn to_text(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, None);
        out
    }

    /// JSON text indented by two spaces.
    pub fn to_pretty(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, Some(0));
        out.push('\n');
        out
    }

    fn write(&self, out: &mut String, indent: Option<usize>) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(true) => out.push_str("true"),
            Self::Bool(false) => out.push_str("false"),
            Self::Number(token) => out.push_str(token),
            Self::Text(text) => super::text::write(out, text),
            Self::Array(items) => group(out, indent, ['[', ']'], items, |out, item, indent| item.write(out, indent)),
            Self::Object(members) => group(out, indent, ['{', '}'], members, |out, (key, value), indent| {
                super::text::write(out, key);
                out.push_str(if indent.is_some() { ": " } else { ":" });
                value.write(out, indent);
            }),
        }
    }
}

fn group<T>(
    out: &mut String,
    indent: Option<usize>,
    [open, close]: [char; 2],
    items: &[T],
    mut each: impl FnMut(&mut String, &T, Option<usize>),
) {
    let inner = indent.map(|depth| depth.saturating_add(1));
    let line = |out: &mut String, depth: Option<usize>| {
        if let Some(depth) = depth {
            out.push('\n');
            out.extend(std::iter::repeat_n("  ", depth));
        }
    };
    out.push(open);
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        line(out, inner);
        each(out, item, inner);
    }
    if !items.is_empty() {
        line(out, indent);
    }
    out.push(close);
}

impl fmt::Debug for Tree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Null => "null",
            Self::Bool(_) => "boolean",
            Self::Number(_) => "number",
            Self::Text(_) => "text",
            Self::Array(_) => "array",
            Self::Object(_) => "object",
        })
    }
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(token) => match token.parse::<serde_json::Number>() {
                Ok(number) => number.serialize(serializer),
                Err(_) => serializer.serialize_str(token),
            },
            Self::Text(text) => serializer.serialize_str(text),
            Self::Array(items) => {
                let mut out = serializer.serialize_seq(Some(items.len()))?;
                items.iter().try_for_each(|item| out.serialize_element(item))?;
                out.end()
            }
            Self::Object(members) => {
                let mut out = serializer.serialize_map(Some(members.len()))?;
                members.iter().try_for_each(|(key, value)| out.serialize_entry(&**key, value))?;
                out.end()
            }
        }
    }
}

/// A value that could not be read as its type, kept as it was written so that nothing is lost on the way back out.
/// `Debug` shows its kind only: it may be personal.
#[derive(Clone, PartialEq, Eq)]
pub struct Raw(pub Box<Tree>);

impl fmt::Debug for Raw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Raw({:?})", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::Decimal;

    #[test]
    fn a_decimal_beyond_a_double_is_written_as_text() {
        let written = |text: &str| Tree::decimal(Decimal::from_str_exact(text).unwrap()).to_text();
        assert_eq!([written("0"), written("0.0000000000"), written("-0.00000000")], ["0"; 3]);
        assert_eq!(written("1250.50"), "1250.5");
        assert_eq!(written("0.000001"), "0.000001");
        assert_eq!(written("0.0000001"), "\"0.0000001\"");
        assert_eq!(written("123456789012345"), "123456789012345");
        assert_eq!(written("1234567890123.456"), "\"1234567890123.456\"");
        assert_eq!(written("0.00123"), "0.00123");
    }

    #[test]
    fn debug_never_shows_a_value() {
        let tree = Tree::Object(vec![("phone".into(), Tree::text("13900000000"))]);
        assert_eq!(format!("{tree:?}"), "object");
    }
}
