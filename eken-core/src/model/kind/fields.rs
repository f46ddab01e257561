//! The fields of a record as a table, and what is done with every record by its table, whatever its type.

use schemars::{Schema, SchemaGenerator};

use super::info::{FieldInfo, FieldKind, RecordInfo};
use super::record::Extra;
use super::traits::Field;
use super::walk::{Leaf, Step, Walker};
use crate::json::{Canonical, Name, Raw, Reader, Tree};
use crate::model::support;
use crate::words::Label;

/// What is stated of one field of a record.
#[derive(Debug)]
pub struct Row {
    /// Its name in the file.
    pub(crate) name: Name,
    /// Label and help in Chinese, a colon between them.
    pub(crate) label: &'static str,
    /// Its documentation, a line feed after each line.
    pub(crate) doc: &'static str,
    pub(crate) clauses: &'static [&'static str],
    pub(crate) required: bool,
    pub(crate) missable: bool,
    pub(crate) kind: fn() -> FieldKind,
    pub(crate) schema: fn(&mut SchemaGenerator) -> Schema,
}

/// What is stated of a kind of record.
#[derive(Debug)]
pub struct Table {
    /// Name of the type.
    pub(crate) name: &'static str,
    /// Label in Chinese.
    pub(crate) label: &'static str,
    /// Its documentation, a line feed after each line.
    pub(crate) doc: &'static str,
    /// The fields, in the order of the model; at most [`MOST`].
    pub(crate) rows: &'static [Row],
    /// The indices of the fields, in the order of their names.
    pub(crate) order: &'static [usize],
}

/// Fields of a record, at most: what [`Seen`] holds.
pub(crate) const MOST: usize = 64;

/// A record whose fields can be reached by their place in its table.
pub trait Fields {
    /// What is stated of its kind.
    fn table(&self) -> &'static Table;

    /// The field of a row.
    fn field(&self, row: usize) -> Option<&dyn Field>;

    /// The field of a row, to be changed.
    fn field_mut(&mut self, row: usize) -> Option<&mut dyn Field>;

    /// Fields that the model does not know.
    fn extra(&self) -> &Extra;

    /// Where fields go that the model does not know.
    fn extra_mut(&mut self) -> &mut Extra;
}

/// Which fields have been met in an object, a bit a row.
#[derive(Clone, Copy, Default)]
pub(crate) struct Seen {
    met: u64,
    again: u64,
}

/// How often a field had been met in its object before.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Times {
    /// Not yet.
    Never,
    /// Once, as it should be.
    Once,
    /// Again: it is in doubt already.
    Again,
}

impl Seen {
    fn bit(row: usize) -> u64 {
        u32::try_from(row).ok().and_then(|row| 1u64.checked_shl(row)).unwrap_or_default()
    }

    /// Notes that a field is met, and tells how often it was before.
    pub(crate) fn meet(&mut self, row: usize) -> Times {
        let bit = Self::bit(row);
        let before = match (self.met & bit, self.again & bit) {
            (0, _) => Times::Never,
            (_, 0) => Times::Once,
            _ => Times::Again,
        };
        self.again |= self.met & bit;
        self.met |= bit;
        before
    }

    pub(crate) fn has(self, row: usize) -> bool {
        self.met & Self::bit(row) != 0
    }
}

/// Reads an object into a new record. `false` when something else stands there: that is recorded and passed over.
pub(crate) fn read(record: &mut dyn Fields, reader: &mut Reader<'_>) -> bool {
    if !reader.at_object() {
        reader.mismatch("object");
        return false;
    }
    reader.count_record();
    let start = reader.value_start();
    let mut seen = Seen::default();
    if reader.open_object() && in_turn(record, reader, &mut seen) {
        let mut unknown = support::Names::default();
        reader.more_members(&mut |reader, key| member(record, reader, &key, &mut seen, &mut unknown));
    }
    for (index, row) in record.table().rows.iter().enumerate() {
        if row.required && !seen.has(index) {
            support::required(reader, start, row.name.as_str());
        }
    }
    true
}

/// Reads the members as they mostly stand: in the order of the model. Whether some are left.
fn in_turn(record: &mut dyn Fields, reader: &mut Reader<'_>, seen: &mut Seen) -> bool {
    for (index, row) in record.table().rows.iter().enumerate() {
        if !reader.at_member(&row.name) {
            continue;
        }
        let before = reader.faults_so_far();
        if let Some(field) = record.field_mut(index) {
            field.read(reader);
        }
        seen.meet(index);
        if !reader.end_member(before, row.name.as_str()) {
            return false;
        }
    }
    true
}

fn member(record: &mut dyn Fields, reader: &mut Reader<'_>, key: &str, seen: &mut Seen, unknown: &mut support::Names) {
    let rows = record.table().rows;
    let Some(index) = rows.iter().position(|row| row.name.as_str() == key) else {
        let known = &mut rows.iter().map(|row| (row.name.as_str(), row.label));
        return support::unknown_field(reader, key, record.extra_mut(), unknown, known);
    };
    let before = seen.meet(index);
    if before != Times::Never {
        support::duplicate(reader, key, record.extra_mut());
    }
    match (before, record.field_mut(index)) {
        (Times::Never, Some(field)) => field.read(reader),
        (Times::Once, Some(field)) => put_in_doubt(field),
        _ => {}
    }
}

/// Makes a field that was met twice faulty: which value is meant is unknown. The first is kept as it was.
pub(crate) fn put_in_doubt(field: &mut dyn Field) {
    let first = field.tree().unwrap_or(Tree::Null);
    field.spoil(Raw(Box::new(first)));
}

/// The record as it is written.
pub(crate) fn tree(record: &dyn Fields) -> Tree {
    let mut members: Vec<(Box<str>, Tree)> = Vec::new();
    for (index, row) in record.table().rows.iter().enumerate() {
        if let Some(value) = record.field(index).and_then(Field::tree) {
            members.push((row.name.as_str().into(), value));
        }
    }
    members.extend(record.extra().fields().iter().cloned());
    Tree::Object(members)
}

/// Writes the canonical bytes of [`tree`].
pub(crate) fn write(record: &dyn Fields, out: &mut Canonical) {
    if !record.extra().fields().is_empty() {
        return out.tree(&tree(record));
    }
    let table = record.table();
    let mut before = false;
    out.begin_object();
    for index in table.order {
        if let (Some(row), Some(field)) = (table.rows.get(*index), record.field(*index))
            && field.is_written()
        {
            out.member(row.name.quoted(), &mut before);
            field.write(out);
        }
    }
    out.end_object();
}

/// Shows every field to a walker.
pub(crate) fn walk(record: &dyn Fields, at: &Step<'_>, walker: &mut dyn Walker) {
    let table = record.table();
    walker.record(at, table.name);
    for (index, row) in table.rows.iter().enumerate() {
        if let Some(field) = record.field(index) {
            field.walk(&Step::Key(at, row.name.as_str()), walker);
        }
    }
    for (key, value) in record.extra().fields() {
        let at = Step::Key(at, key);
        walker.leaf(&at, Leaf::Unknown(value));
        // a known name among them was met twice
        if let Some(row) = table.rows.iter().find(|row| row.name.as_str() == &**key) {
            walker.not_taken(&at, &(row.kind)(), value);
        }
    }
}

impl Table {
    /// Label and fields, for tables, forms and templates.
    pub(crate) fn info(&self) -> RecordInfo {
        RecordInfo {
            name: self.name,
            label: Label::new(self.label, support::before_term(self.doc)),
            fields: self.rows.iter().map(Row::info).collect(),
        }
    }
}

impl Row {
    fn info(&self) -> FieldInfo {
        FieldInfo {
            name: self.name.as_str(),
            label: Label::new(support::before_colon(self.label), support::first_line(self.doc)),
            help: Label::new(support::after_colon(self.label), support::second_line(self.doc)),
            clauses: self.clauses,
            required: self.required,
            missable: self.missable,
            kind: (self.kind)(),
        }
    }
}

/// The numbers from 0.
#[allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "evaluated by the compiler, which refuses what is out of range"
)]
pub(crate) const fn indices<const N: usize>() -> [usize; N] {
    assert!(N <= MOST);
    let mut out = [0; N];
    let mut at = 0;
    while at < N {
        out[at] = at;
        at += 1;
    }
    out
}
