//! The pull reader: one pass over the text, faults collected, nothing rounded, nothing guessed.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::fault::{Fatal, Fault, Param, Segment};
use super::text::{self, TextFault};
use super::tree::{Raw, Tree};
use crate::limits::Limits;

/// What kind of value stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool,
    /// A number.
    Number,
    /// A string.
    Text,
    /// An array.
    Array,
    /// An object.
    Object,
    /// No value of JSON begins here.
    Broken,
}

impl Kind {
    /// The name of the kind as JSON Schema has it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool => "boolean",
            Self::Number => "number",
            Self::Text => "string",
            Self::Array => "array",
            Self::Object => "object",
            Self::Broken => "nothing",
        }
    }
}

/// What a value that is kept as it was written counts at least.
const VALUE_BYTES: usize = 64;

/// A reader over one JSON text. After a fatal fault every call returns at once.
pub struct Reader<'a> {
    text: &'a str,
    pos: usize,
    depth: usize,
    records: usize,
    values: usize,
    kept: usize,
    limits: &'a Limits,
    fatal: Option<Fatal>,
    faults: Vec<Fault>,
    beyond: BTreeMap<&'static str, usize>,
    listed: BTreeMap<&'static str, usize>,
}

impl<'a> Reader<'a> {
    /// A reader at the start of a text.
    pub fn new(text: &'a str, limits: &'a Limits) -> Self {
        Self {
            text,
            pos: 0,
            depth: 0,
            records: 0,
            values: 0,
            kept: 0,
            limits,
            fatal: None,
            faults: Vec::new(),
            beyond: BTreeMap::new(),
            listed: BTreeMap::new(),
        }
    }

    /// The limits in force.
    pub fn limits(&self) -> &Limits {
        self.limits
    }

    /// The faults kept, how many of each code there are beyond them, and the fatal one if reading ended early.
    pub fn finish(self) -> (Vec<Fault>, BTreeMap<&'static str, usize>, Option<Fatal>) {
        (self.faults, self.beyond, self.fatal)
    }

    /// Whether one more fault would be kept with its place and parameters, or only counted.
    pub fn keeps_faults(&self) -> bool {
        self.faults.len() < self.limits.findings
    }

    /// After the last value: only white space may follow.
    pub fn end(&mut self) {
        self.space();
        if self.fatal.is_none() && self.pos < self.text.len() {
            self.stop("json.syntax", self.pos);
        }
    }

    /// Records a fault of the value at `offset`.
    pub fn fault(&mut self, code: &'static str, offset: usize, params: Vec<(&'static str, Param)>) {
        if self.fatal.is_some() {
            return;
        }
        let listed = self.listed.entry(code).or_default();
        if self.faults.len() < self.limits.findings && *listed < self.limits.findings_of_a_kind {
            *listed = listed.saturating_add(1);
            self.faults.push(Fault { code, offset, path: Vec::new(), params });
        } else {
            let count = self.beyond.entry(code).or_default();
            *count = count.saturating_add(1);
        }
    }

    /// Records the fault that a value of another kind stands here, and passes over the value.
    pub fn mismatch(&mut self, expected: &'static str) {
        let (start, found) = (self.value_start(), self.kind());
        self.skip();
        let code = if found == Kind::Null { "structure.null" } else { "structure.type" };
        self.fault(code, start, vec![("expected", expected.into()), ("found", found.name().into())]);
    }

    /// Offset of the value that comes next.
    pub fn value_start(&mut self) -> usize {
        self.space();
        self.pos
    }

    /// Offset just after what was read last.
    pub fn position(&self) -> usize {
        self.pos
    }

    /// The kind of the value that comes next.
    pub fn kind(&mut self) -> Kind {
        if self.fatal.is_some() {
            return Kind::Broken;
        }
        self.space();
        match self.byte() {
            Some(b'n') => Kind::Null,
            Some(b't' | b'f') => Kind::Bool,
            Some(b'-' | b'0'..=b'9') => Kind::Number,
            Some(b'"') => Kind::Text,
            Some(b'[') => Kind::Array,
            Some(b'{') => Kind::Object,
            _ => Kind::Broken,
        }
    }

    /// Whether an object comes next.
    pub fn at_object(&mut self) -> bool {
        self.kind() == Kind::Object
    }

    /// Whether the object that comes next has a member of this name. Nothing is consumed or recorded.
    pub fn object_has(&self, name: &str) -> bool {
        let limits = Limits { findings: 0, ..*self.limits };
        let mut ahead = Reader { pos: self.pos, depth: self.depth, ..Reader::new(self.text, &limits) };
        let mut found = false;
        ahead.members(|reader, key| {
            found |= key == name;
            reader.skip();
        });
        found
    }

    /// Whether an array comes next.
    pub fn at_array(&mut self) -> bool {
        self.kind() == Kind::Array
    }

    /// Whether reading has ended early.
    pub fn is_dead(&self) -> bool {
        self.fatal.is_some()
    }

    /// Counts one record against the limit.
    pub fn count_record(&mut self) {
        self.records = self.records.saturating_add(1);
        if self.records > self.limits.records {
            self.stop("limit.records", self.pos);
        }
    }

    fn count_value(&mut self) {
        self.values = self.values.saturating_add(1);
        if self.values > self.limits.values {
            self.stop("limit.values", self.pos);
        }
    }

    /// Counts a value that is kept as it was written, with the bytes of its text, against the limit.
    pub(super) fn keep(&mut self, bytes: usize) {
        self.kept = self.kept.saturating_add(VALUE_BYTES).saturating_add(bytes);
        if self.kept > self.limits.kept {
            self.stop("limit.kept", self.pos);
        }
    }

    /// How much is kept so far, to come back to with [`Self::raw_instead`].
    pub fn kept(&self) -> usize {
        self.kept
    }

    /// [`Self::raw_from`] in place of what was kept since `kept` was taken, which the caller drops.
    pub fn raw_instead(&mut self, start: usize, kept: usize) -> Raw {
        self.kept = kept;
        self.raw_from(start)
    }

    /// Reads `true` or `false`; the caller has seen that one comes.
    pub fn bool_token(&mut self) -> bool {
        let value = self.byte() == Some(b't');
        self.literal(if value { "true" } else { "false" });
        value
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

    fn check_length(&mut self, start: usize) -> Option<()> {
        if self.pos.saturating_sub(start) > self.limits.text {
            self.stop("limit.text", start);
            return None;
        }
        Some(())
    }

    /// Calls `each` at every member's value; faults recorded inside get the key as a step.
    pub fn members(&mut self, mut each: impl FnMut(&mut Self, Cow<'a, str>)) {
        if !self.open(b'{') {
            return;
        }
        self.space();
        if self.take(b'}') {
            self.close();
            return;
        }
        while self.fatal.is_none() {
            self.space();
            if self.byte() != Some(b'"') {
                return self.stop("json.syntax", self.pos);
            }
            let key = match text::read(self.text, self.pos) {
                Ok((key, after)) => {
                    let start = self.pos;
                    self.pos = after;
                    if self.check_length(start).is_none() {
                        return;
                    }
                    key
                }
                Err(TextFault::Surrogate(after)) => {
                    let start = self.pos;
                    self.pos = after;
                    if self.check_length(start).is_none() {
                        return;
                    }
                    self.fault("structure.surrogate", start, vec![]);
                    Cow::Borrowed("\u{fffd}")
                }
                Err(TextFault::Syntax(at)) => return self.stop("json.syntax", at),
            };
            self.space();
            if !self.take(b':') {
                return self.stop("json.syntax", self.pos);
            }
            self.space();
            self.count_value();
            let (before, step) = (self.faults.len(), key.clone());
            each(self, key);
            self.prefix(before, || Segment::key(&step));
            if !self.more(b'}') {
                return;
            }
        }
    }

    /// Calls `each` at every element; faults recorded inside get the index as a step.
    pub fn elements(&mut self, mut each: impl FnMut(&mut Self, usize)) {
        if !self.open(b'[') {
            return;
        }
        self.space();
        if self.take(b']') {
            self.close();
            return;
        }
        let mut index = 0usize;
        while self.fatal.is_none() {
            self.space();
            self.count_value();
            let before = self.faults.len();
            each(self, index);
            self.prefix(before, || Segment::Index(index));
            index = index.saturating_add(1);
            if !self.more(b']') {
                return;
            }
        }
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
            Kind::Array => self.elements(|reader, _| reader.skip()),
            Kind::Object => self.members(|reader, _| reader.skip()),
            Kind::Broken => self.stop("json.syntax", self.pos),
        }
    }

    /// The value that was read from `start` to here, as it was written.
    pub fn raw_from(&mut self, start: usize) -> Raw {
        let limits = Limits { findings: 0, ..*self.limits };
        let slice = self.text.get(start..self.pos).filter(|_| self.fatal.is_none());
        let Some(slice) = slice else { return Raw(Box::new(Tree::Null)) };
        let mut again = Reader { kept: self.kept, ..Reader::new(slice, &limits) };
        let tree = again.tree();
        self.kept = again.kept;
        if let Some(Fatal { code, offset }) = again.fatal {
            self.stop(code, start.saturating_add(offset));
        }
        Raw(Box::new(tree))
    }

    fn prefix(&mut self, before: usize, segment: impl Fn() -> Segment) {
        for fault in self.faults.iter_mut().skip(before) {
            fault.path.push(segment());
        }
    }

    fn open(&mut self, bracket: u8) -> bool {
        self.space();
        if self.fatal.is_some() || !self.take(bracket) {
            self.stop("json.syntax", self.pos);
            return false;
        }
        self.depth = self.depth.saturating_add(1);
        if self.depth > self.limits.depth {
            self.stop("limit.depth", self.pos);
            return false;
        }
        true
    }

    fn close(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    fn more(&mut self, bracket: u8) -> bool {
        self.space();
        if self.take(b',') {
            return self.fatal.is_none();
        }
        if self.take(bracket) {
            self.close();
        } else {
            self.stop("json.syntax", self.pos);
        }
        false
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

    fn take(&mut self, byte: u8) -> bool {
        let found = self.byte() == Some(byte);
        if found {
            self.pos = self.pos.saturating_add(1);
        }
        found
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.pos).copied()
    }

    fn space(&mut self) {
        while matches!(self.byte(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.pos = self.pos.saturating_add(1);
        }
    }

    fn stop(&mut self, code: &'static str, offset: usize) {
        if self.fatal.is_none() {
            self.fatal = Some(Fatal { code, offset });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fatal(text: &str) -> Option<&'static str> {
        let limits = Limits::default();
        let mut reader = Reader::new(text, &limits);
        reader.skip();
        reader.end();
        reader.finish().2.map(|fatal| fatal.code)
    }

    #[test]
    fn what_is_json_is_passed_over() {
        for text in ["{}", "[]", " [1, -0.5e+3, \"x\", null, true, {\"a\": {}}] ", "\"\\u4e61\"", "0"] {
            assert_eq!(fatal(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_not_json_ends_the_reading() {
        for text in [
            "",
            "{",
            "[1,]",
            "{\"a\":1,}",
            "{a:1}",
            "01",
            "1.",
            "-",
            "1e",
            "nul",
            "[1 2]",
            "{\"a\" 1}",
            "\"",
            "1 2",
            "'a'",
            "+1",
        ] {
            assert_eq!(fatal(text), Some("json.syntax"), "{text}");
        }
    }

    #[test]
    fn depth_is_bounded() {
        assert_eq!(fatal(&"[".repeat(1_000_000)), Some("limit.depth"));
        assert_eq!(fatal(&format!("{}{}", "[".repeat(32), "]".repeat(32))), None);
    }

    #[test]
    fn a_fault_carries_its_pointer() {
        let limits = Limits::default();
        let mut reader = Reader::new(r#"{"a":[0,{"b/c":1}]}"#, &limits);
        reader.members(|reader, _| {
            reader.elements(|reader, _| {
                if reader.at_object() {
                    reader.members(|reader, _| reader.mismatch("string"));
                } else {
                    reader.skip();
                }
            });
        });
        let (faults, beyond, fatal) = reader.finish();
        assert_eq!((faults.len(), beyond.len(), fatal), (1, 0, None));
        assert_eq!(faults[0].pointer(), "/a/1/b~1c");
    }
}
