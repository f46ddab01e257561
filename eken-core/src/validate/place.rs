//! Where a record stands, made into a pointer only when a finding needs one.

use crate::model::kind::Section;

/// A record of a section, by its index in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Row {
    section: &'static str,
    index: usize,
}

impl Row {
    pub(super) const fn new(section: &'static str, index: usize) -> Self {
        Self { section, index }
    }

    /// The pointer of the record.
    pub(super) fn pointer(self) -> String {
        format!("/{}/items/{}", self.section, self.index)
    }

    /// The pointer of a field of the record, or of what lies deeper: `code`, `roles/0/area`.
    pub(super) fn at(self, below: &str) -> String {
        format!("/{}/items/{}/{below}", self.section, self.index)
    }
}

/// The records of a section that were read, each with its place.
pub(super) fn rows<'a, T>(section: &'static str, of: &'a Section<T>) -> impl Iterator<Item = (Row, &'a T)> {
    of.iter().map(move |(index, record)| (Row::new(section, index), record))
}
