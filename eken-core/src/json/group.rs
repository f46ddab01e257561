//! Arrays and objects: their elements and members, one after the other.

use std::borrow::Cow;

use super::fault::Segment;
use super::name::Name;
use super::reader::Reader;
use super::text::{self, TextFault};

impl<'a> Reader<'a> {
    /// Calls `each` at every member's value; faults recorded inside get the key as a step.
    pub fn members(&mut self, each: &mut dyn FnMut(&mut Self, Cow<'a, str>)) {
        if self.open_object() {
            self.more_members(each);
        }
    }

    /// Goes into the object that comes next; whether a member follows.
    #[inline]
    pub fn open_object(&mut self) -> bool {
        if !self.open(b'{') {
            return false;
        }
        self.space();
        if self.take(b'}') {
            self.close();
            return false;
        }
        true
    }

    /// Goes to the value of the member that comes next, if its name stands there with a colon after it. What is written
    /// otherwise is for [`Self::more_members`] to read. Ends with [`Self::end_member`].
    #[inline]
    pub fn at_member(&mut self, name: &Name) -> bool {
        self.space();
        if !name.may_begin(self.text.as_bytes().get(self.pos..).unwrap_or_default()) {
            return false;
        }
        self.at_name(name)
    }

    fn at_name(&mut self, name: &Name) -> bool {
        let quoted = name.quoted();
        let after = self.pos.saturating_add(quoted.len());
        if self.text.as_bytes().get(self.pos..after) != Some(quoted.as_bytes()) || quoted.len() > self.limits.text {
            return false;
        }
        self.pos = after;
        self.space();
        self.count_value();
        true
    }

    /// How many faults are recorded, for [`Self::end_member`].
    #[inline]
    pub fn faults_so_far(&self) -> usize {
        self.faults.len()
    }

    /// Ends a member that [`Self::at_member`] began; whether another follows.
    #[inline]
    pub fn end_member(&mut self, before: usize, name: &'static str) -> bool {
        self.prefix(before, || Segment::key(name));
        self.more(b'}')
    }

    /// Calls `each` at the value of every member that is left of an object that was gone into.
    pub fn more_members(&mut self, each: &mut dyn FnMut(&mut Self, Cow<'a, str>)) {
        while let Some(key) = self.key() {
            let (before, step) = (self.faults.len(), key.clone());
            each(self, key);
            self.prefix(before, || Segment::key(&step));
            if !self.more(b'}') {
                return;
            }
        }
    }

    /// Reads the name of a member and goes to its value.
    fn key(&mut self) -> Option<Cow<'a, str>> {
        self.space();
        let start = self.pos;
        if self.byte() != Some(b'"') {
            self.stop("json.syntax", start);
            return None;
        }
        let key = match text::read(self.text, start) {
            Ok((key, after)) => {
                self.pos = after;
                self.check_length(start)?;
                key
            }
            Err(TextFault::Surrogate(after)) => {
                self.pos = after;
                self.check_length(start)?;
                self.fault("structure.surrogate", start, vec![]);
                Cow::Borrowed("\u{fffd}")
            }
            Err(TextFault::Syntax(at)) => {
                self.stop("json.syntax", at);
                return None;
            }
        };
        self.space();
        if !self.take(b':') {
            self.stop("json.syntax", self.pos);
            return None;
        }
        self.space();
        self.count_value();
        Some(key)
    }

    /// Calls `each` at every element; faults recorded inside get the index as a step.
    pub fn elements(&mut self, each: &mut dyn FnMut(&mut Self, usize)) {
        if !self.open(b'[') {
            return;
        }
        self.space();
        if self.take(b']') {
            self.close();
            return;
        }
        let mut index = 0usize;
        loop {
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

    #[inline]
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

    #[inline]
    fn close(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    #[inline]
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
}
