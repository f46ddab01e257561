//! The pull reader: one pass over the text, faults collected, nothing rounded, nothing guessed.

use std::collections::BTreeMap;

use super::fault::{Fatal, Fault, Param, Segment};
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
    pub(super) text: &'a str,
    pub(super) pos: usize,
    pub(super) depth: usize,
    records: usize,
    values: usize,
    kept: usize,
    dropping: bool,
    pub(super) limits: &'a Limits,
    pub(super) fatal: Option<Fatal>,
    pub(super) faults: Vec<Fault>,
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
            dropping: false,
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
    #[inline]
    pub fn value_start(&mut self) -> usize {
        self.space();
        self.pos
    }

    /// Offset just after what was read last.
    pub fn position(&self) -> usize {
        self.pos
    }

    /// The kind of the value that comes next.
    #[inline]
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
    #[inline]
    pub fn at_object(&mut self) -> bool {
        self.kind() == Kind::Object
    }

    /// A reader from here on, which leaves this one where it is.
    pub(super) fn ahead<'b>(&self, limits: &'b Limits) -> Reader<'b>
    where
        'a: 'b,
    {
        Reader { pos: self.pos, depth: self.depth, ..Reader::new(self.text, limits) }
    }

    /// Whether what is read now will be dropped, so that nothing of it need be kept as it was written.
    pub fn is_dropping(&self) -> bool {
        self.dropping
    }

    /// Says that what is read from here on will be dropped, or no longer.
    pub fn set_dropping(&mut self, dropping: bool) {
        self.dropping = dropping;
    }

    /// Whether an array comes next.
    #[inline]
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

    #[inline]
    pub(super) fn count_value(&mut self) {
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

    /// The value that was read from `start` to here, as it was written; `null` while it is to be dropped.
    pub fn raw_from(&mut self, start: usize) -> Raw {
        let limits = Limits { findings: 0, ..*self.limits };
        let slice = self.text.get(start..self.pos).filter(|_| self.fatal.is_none() && !self.dropping);
        let Some(slice) = slice else { return Raw(Box::new(Tree::Null)) };
        let mut again = Reader { kept: self.kept, ..Reader::new(slice, &limits) };
        let tree = again.tree();
        self.kept = again.kept;
        if let Some(Fatal { code, offset }) = again.fatal {
            self.stop(code, start.saturating_add(offset));
        }
        Raw(Box::new(tree))
    }

    /// Adds a step to the places of the faults recorded since there were `before`.
    #[inline]
    pub(super) fn prefix(&mut self, before: usize, segment: impl Fn() -> Segment) {
        if self.faults.len() > before {
            self.faults.iter_mut().skip(before).for_each(|fault| fault.path.push(segment()));
        }
    }

    #[inline]
    pub(super) fn take(&mut self, byte: u8) -> bool {
        let found = self.byte() == Some(byte);
        if found {
            self.pos = self.pos.saturating_add(1);
        }
        found
    }

    #[inline]
    pub(super) fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.pos).copied()
    }

    #[inline]
    pub(super) fn space(&mut self) {
        while matches!(self.byte(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.pos = self.pos.saturating_add(1);
        }
    }

    #[cold]
    pub(super) fn stop(&mut self, code: &'static str, offset: usize) {
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
        reader.members(&mut |reader, _| {
            reader.elements(&mut |reader, _| {
                if reader.at_object() {
                    reader.members(&mut |reader, _| reader.mismatch("string"));
                } else {
                    reader.skip();
                }
            });
        });
        let (faults, beyond, fatal) = reader.finish();
        assert_eq!((faults.len(), beyond.len(), fatal), (1, 0, None));
        assert_eq!(faults[0].pointer(), "/a/1/b~1c");
    }

    #[test]
    fn what_is_no_list_and_no_object_has_no_elements_and_no_members() {
        let limits = Limits::default();
        for text in ["5", "{}", "\"[1]\"", ""] {
            let mut reader = Reader::new(text, &limits);
            reader.elements(&mut |_, _| panic!("an element of {text}"));
            assert_eq!(reader.finish().2.map(|fatal| fatal.code), Some("json.syntax"), "{text}");
        }
        for text in ["5", "[]", "\"{}\"", ""] {
            let mut reader = Reader::new(text, &limits);
            reader.members(&mut |_, _| panic!("a member of {text}"));
            assert_eq!(reader.finish().2.map(|fatal| fatal.code), Some("json.syntax"), "{text}");
        }
    }
}
