//! Tokens: literals, numbers and strings as they stand in the text.

use std::borrow::Cow;

use super::reader::{Kind, Reader};
use super::text::{self, TextFault};

/// Characters of a number of few digits.
const FEW: usize = 18;

impl<'a> Reader<'a> {
    /// Reads `true` or `false`; the caller has seen that one comes.
    pub fn bool_token(&mut self) -> bool {
        let value = self.byte() == Some(b't');
        self.literal(if value { "true" } else { "false" });
        value
    }

    /// Takes the string that comes next, if it stands here without an escape and `take` makes something of it; else nothing
    /// is consumed or recorded.
    #[inline]
    pub fn plain_text<T>(&mut self, take: impl FnOnce(&'a str) -> Option<T>) -> Option<T> {
        let first = self.pos.saturating_add(1);
        if self.byte() != Some(b'"') {
            return None;
        }
        let end = text::plain_until(self.text.as_bytes(), first);
        let after = end.saturating_add(1);
        if self.text.as_bytes().get(end) != Some(&b'"') || after.saturating_sub(self.pos) > self.limits.text {
            return None;
        }
        let taken = take(self.text.get(first..end)?)?;
        self.pos = after;
        Some(taken)
    }

    /// Takes the number that comes next, if it stands here in few digits and `take` makes something of it; else nothing is
    /// consumed or recorded.
    #[inline]
    pub fn plain_number<T>(&mut self, take: impl FnOnce(&'a str) -> Option<T>) -> Option<T> {
        let rest = self.text.as_bytes().get(self.pos..)?;
        let length =
            rest.iter().take(FEW.saturating_add(1)).take_while(|byte| matches!(byte, b'0'..=b'9' | b'.')).count();
        let ended = matches!(rest.get(length), Some(b',' | b'}' | b']' | b' ' | b'\n' | b'\r' | b'\t'));
        if !ended || length > FEW || length > self.limits.number {
            return None;
        }
        let after = self.pos.saturating_add(length);
        let taken = take(self.text.get(self.pos..after)?)?;
        self.pos = after;
        Some(taken)
    }

    /// Reads a number token; the caller has seen that one comes.
    pub fn number_token(&mut self) -> Option<&'a str> {
        let start = self.pos;
        self.take(b'-');
        if !self.take(b'0') && self.digits() == 0 {
            self.stop("json.syntax", self.pos);
        }
        if self.take(b'.') && self.digits() == 0 {
            self.stop("json.syntax", self.pos);
        }
        if self.take(b'e') || self.take(b'E') {
            if !self.take(b'+') {
                self.take(b'-');
            }
            if self.digits() == 0 {
                self.stop("json.syntax", self.pos);
            }
        }
        if self.pos.saturating_sub(start) > self.limits.number {
            self.stop("limit.number", start);
        }
        if self.fatal.is_some() { None } else { self.text.get(start..self.pos) }
    }

    /// Reads a string; the caller has seen that one comes. `None` on a lone surrogate, which is recorded.
    pub fn text_token(&mut self) -> Option<Cow<'a, str>> {
        let start = self.pos;
        match text::read(self.text, start) {
            Ok((text, after)) => {
                self.pos = after;
                self.check_length(start)?;
                Some(text)
            }
            Err(TextFault::Surrogate(after)) => {
                self.pos = after;
                self.check_length(start)?;
                self.fault("structure.surrogate", start, vec![]);
                None
            }
            Err(TextFault::Syntax(at)) => {
                self.stop("json.syntax", at);
                None
            }
        }
    }

    #[inline]
    pub(super) fn check_length(&mut self, start: usize) -> Option<()> {
        if self.pos.saturating_sub(start) > self.limits.text {
            self.stop("limit.text", start);
            return None;
        }
        Some(())
    }

    /// Passes over the next value of a text that was read before: only its brackets and quotes are looked at.
    pub(super) fn pass(&mut self) {
        self.space();
        let bytes = self.text.as_bytes();
        let (mut pos, mut depth) = (self.pos, 0usize);
        while let Some(byte) = bytes.get(pos) {
            match byte {
                b'"' => pos = text::passed(bytes, pos),
                b'{' | b'[' => {
                    depth = depth.saturating_add(1);
                    pos = pos.saturating_add(1);
                    continue;
                }
                b'}' | b']' if depth > 0 => {
                    depth = depth.saturating_sub(1);
                    pos = pos.saturating_add(1);
                }
                b'}' | b']' | b',' | b' ' | b'\n' | b'\r' | b'\t' if depth == 0 => break,
                _ => {
                    pos = pos.saturating_add(1);
                    continue;
                }
            }
            if depth == 0 {
                break;
            }
        }
        self.pos = pos;
    }

    /// Passes over the next value, whatever it is, checking its syntax.
    pub fn skip(&mut self) {
        match self.kind() {
            Kind::Null => self.literal("null"),
            Kind::Bool => {
                self.bool_token();
            }
            Kind::Number => {
                self.number_token();
            }
            Kind::Text => match text::read(self.text, self.pos) {
                Ok((_, after)) | Err(TextFault::Surrogate(after)) => {
                    let start = self.pos;
                    self.pos = after;
                    self.check_length(start);
                }
                Err(TextFault::Syntax(at)) => self.stop("json.syntax", at),
            },
            Kind::Array => self.elements(&mut |reader, _| reader.skip()),
            Kind::Object => self.members(&mut |reader, _| reader.skip()),
            Kind::Broken => self.stop("json.syntax", self.pos),
        }
    }

    fn literal(&mut self, word: &str) {
        let after = self.pos.saturating_add(word.len());
        if self.text.get(self.pos..after) == Some(word) {
            self.pos = after;
        } else {
            self.stop("json.syntax", self.pos);
        }
    }

    fn digits(&mut self) -> usize {
        let start = self.pos;
        while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.pos = self.pos.saturating_add(1);
        }
        self.pos.saturating_sub(start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;

    #[test]
    fn what_was_read_is_passed_over_as_it_is_skipped() {
        let limits = Limits::default();
        for text in [
            "{}",
            "[]",
            "1",
            "-0.5e+3,",
            "true}",
            "null ]",
            "\"a\\\"]\\\\\",",
            "\"\\u4e61\"",
            " [1, {\"a}\": [\"[\", {}]}, \"\\\\\"] ,",
            "{\"a\": {\"b\": [[], [{}]]}, \"c\": \"乡村e镇\"}, 1",
            "\n\t[ ]",
        ] {
            let (mut skipped, mut passed) = (Reader::new(text, &limits), Reader::new(text, &limits));
            skipped.skip();
            passed.pass();
            assert_eq!(skipped.position(), passed.position(), "{text}");
        }
    }
}
