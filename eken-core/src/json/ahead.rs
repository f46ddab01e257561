//! Looking ahead: what an object holds, before it is read.

use std::borrow::Cow;

use super::reader::{Kind, Reader};
use crate::limits::Limits;

impl Reader<'_> {
    /// Whether the object that comes next has a member of this name. Nothing is consumed or recorded.
    pub fn object_has(&self, name: &str) -> bool {
        let limits = Limits { findings: 0, ..*self.limits() };
        let mut ahead = self.ahead(&limits);
        let mut found = false;
        ahead.members(&mut |reader, key| {
            found |= key == name;
            reader.skip();
        });
        found
    }

    /// The text of a member of the object that comes next, if the member stands there once and is a text. Nothing is
    /// consumed or recorded.
    pub fn object_text(&self, name: &str) -> Option<String> {
        let limits = Limits { findings: 0, ..*self.limits() };
        let mut ahead = self.ahead(&limits);
        let (mut text, mut times) = (None, 0usize);
        ahead.members(&mut |reader, key| {
            if key == name {
                times = times.saturating_add(1);
                if reader.kind() == Kind::Text {
                    text = reader.text_token().map(Cow::into_owned);
                    return;
                }
            }
            reader.skip();
        });
        text.filter(|_| times == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_is_seen_before_it_is_read_if_it_stands_once_and_is_a_text() {
        let limits = Limits::default();
        for (text, found) in [
            (r#"{"a": {"b": "y"}, "b": "x"}"#, Some("x")),
            (r#"{"b": "x", "b": "x"}"#, None),
            (r#"{"b": "x", "b": 1}"#, None),
            (r#"{"b": ["x"]}"#, None),
            (r#"{"b": "\ud800"}"#, None),
            ("{}", None),
        ] {
            let mut reader = Reader::new(text, &limits);
            assert!(reader.at_object());
            assert_eq!(reader.object_text("b").as_deref(), found, "{text}");
            assert_eq!(reader.object_has("b"), text.contains("\"b\": ") && text != "{}", "{text}");
            assert_eq!(reader.position(), 0);
        }
    }
}
