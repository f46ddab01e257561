//! Sections: a list of records that says whether it is complete.

use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::Value as Json;

use super::fields::{Fields, Seen, Times, put_in_doubt};
use super::info::FieldKind;
use super::list::List;
use super::maybe::{Maybe, Reason};
use super::record::{Extra, Record, record};
use super::text::{Long, Short};
use super::traits::{Field, FieldType, Value};
use super::walk::{Leaf, Step, Walker};
use crate::json::{Canonical, Raw, Reader, Tree};
use crate::model::support;
use crate::quantity::Date;
use crate::words::Label;

record! {
    /// What a section says about its records (分节说明).
    pub struct SectionHead("分节说明") {
        /// Whether the section is complete.
        /// It holds every record there is; what is counted over an incomplete one is a lower bound.
        complete: Maybe<bool> "是否完整：本节是否已列全；没有列全的，数出来的只是下限" [],
        /// Why the section has no records.
        /// Only where it has none, so that nothing filed is told from not collected.
        missing: Maybe<Reason> "缺失原因：一条记录也没有时填，用来区分没有发生和没有采集" [],
        /// Day up to which the section was kept.
        /// A list is taken as complete up to this day only.
        as_of: Maybe<Date> "统计截止日：清单只算到这一天是完整的" [],
        /// Department that keeps the records.
        /// By its name, no person.
        source: Maybe<Short> "来源部门：掌握这些记录的部门名称，不写个人" [],
        /// Note on the section.
        /// Whatever a reader of the list should know; no verdict depends on it.
        note: Maybe<Long> "备注：看清单的人应当知道的事，不影响结论" [],
    }
}

/// A section of a dossier: its head and its records. Written as `{"complete": true, "items": [ … ]}`.
#[derive(Clone, Debug, PartialEq)]
pub struct Section<T> {
    /// What the section says of itself.
    pub head: SectionHead,
    /// Its records.
    pub items: List<T>,
    state: State,
}

#[derive(Clone, Debug, Default, PartialEq)]
enum State {
    #[default]
    Absent,
    Given,
    Faulty(Raw),
}

impl<T> Default for Section<T> {
    fn default() -> Self {
        Self { head: SectionHead::default(), items: List::default(), state: State::Absent }
    }
}

impl<T> Section<T> {
    /// The records that were read, each with its index in the file.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &T)> {
        self.items.iter()
    }

    /// Whether every record that exists is here and was read.
    pub fn is_complete(&self) -> bool {
        self.head.complete.get() == Some(true) && self.items.is_whole()
    }

    /// Whether the section was given at all.
    pub fn is_given(&self) -> bool {
        self.state == State::Given
    }
}

impl<T> From<Vec<T>> for Section<T> {
    /// A complete section of these records.
    fn from(items: Vec<T>) -> Self {
        let head = SectionHead { complete: Maybe::Known(true), ..SectionHead::default() };
        Self { head, items: items.into(), state: State::Given }
    }
}

impl<T: Record> Field for Section<T> {
    fn read(&mut self, reader: &mut Reader<'_>) {
        let start = reader.value_start();
        *self = Self { state: State::Given, ..Self::default() };
        if reader.at_object() {
            read(&mut self.head, &mut self.items, reader);
        } else {
            reader.mismatch("object");
            self.state = State::Faulty(reader.raw_from(start));
        }
    }

    fn is_written(&self) -> bool {
        self.state != State::Absent
    }

    fn write(&self, out: &mut Canonical) {
        if self.is_given() && self.head.extra.fields().is_empty() {
            write(&self.head, &self.items, out);
        } else if let Some(tree) = self.tree() {
            out.tree(&tree);
        }
    }

    fn tree(&self) -> Option<Tree> {
        match &self.state {
            State::Absent => None,
            State::Faulty(raw) => Some((*raw.0).clone()),
            State::Given => Some(tree(&self.head, &self.items)),
        }
    }

    fn walk(&self, at: &Step<'_>, walker: &mut dyn Walker) {
        match &self.state {
            State::Absent => {}
            State::Faulty(raw) => {
                walker.leaf(at, Leaf::Faulty);
                walker.not_taken(at, &<Self as FieldType>::kind(), &raw.0);
            }
            State::Given => {
                Value::walk(&self.head, at, walker);
                let items = Step::Key(at, "items");
                Field::walk(&self.items, &items, walker);
                for (_, again) in self.head.extra.fields().iter().filter(|(key, _)| &**key == "items") {
                    walker.not_taken(&items, &<List<T> as FieldType>::kind(), again);
                }
            }
        }
    }

    fn spoil(&mut self, raw: Raw) {
        *self = Self { state: State::Faulty(raw), ..Self::default() };
    }
}

impl<T: Record> FieldType for Section<T> {
    fn schema(generator: &mut SchemaGenerator) -> Schema {
        let items = <List<T> as FieldType>::schema(generator);
        schema(generator, items, T::info().label)
    }

    fn kind() -> FieldKind {
        FieldKind::Section(T::info)
    }
}

fn read(head: &mut SectionHead, items: &mut dyn Field, reader: &mut Reader<'_>) {
    let (mut seen, mut names) = (Seen::default(), support::Names::default());
    reader.members(&mut |reader, key| {
        let Some(index) = FIELDS.iter().position(|(name, _)| *name == key) else {
            return support::unknown_field(reader, &key, &mut head.extra, &mut names, &mut FIELDS.into_iter());
        };
        let before = seen.meet(index);
        if before != Times::Never {
            support::duplicate(reader, &key, &mut head.extra);
        }
        let field = head.field_mut(index).unwrap_or(&mut *items);
        match before {
            Times::Never => field.read(reader),
            // two lists or two heads: which one is meant is unknown
            Times::Once => put_in_doubt(field),
            Times::Again => {}
        }
    });
}

fn write(head: &SectionHead, items: &dyn Field, out: &mut Canonical) {
    let members: [(&str, &dyn Field); FIELDS.len()] = [
        ("\"as_of\":", &head.as_of),
        ("\"complete\":", &head.complete),
        ("\"items\":", items),
        ("\"missing\":", &head.missing),
        ("\"note\":", &head.note),
        ("\"source\":", &head.source),
    ];
    let mut before = false;
    out.begin_object();
    for (quoted, field) in members {
        if field.is_written() {
            out.member(quoted, &mut before);
            field.write(out);
        }
    }
    out.end_object();
}

fn tree(head: &SectionHead, items: &dyn Field) -> Tree {
    let mut written = Value::tree(head);
    if let (Tree::Object(members), Some(items)) = (&mut written, items.tree()) {
        let at = members.len().saturating_sub(head.extra.fields().len());
        members.insert(at, ("items".into(), items));
    }
    written
}

fn schema(generator: &mut SchemaGenerator, mut items: Schema, label: Label) -> Schema {
    let head = SectionHead::schema(generator);
    items.insert("title".into(), Json::String(format!("{} · {}", label.zh, label.en)));
    json_schema!({ "type": "object", "properties": { "items": items }, "allOf": [head] })
}

/// The members of a section with their labels: those of the head in its order, then the records.
const FIELDS: [(&str, &str); 6] = [
    ("complete", "是否完整"),
    ("missing", "缺失原因"),
    ("as_of", "统计截止日"),
    ("source", "来源部门"),
    ("note", "备注"),
    ("items", "记录"),
];

/// The head's unknown fields.
impl<T> Section<T> {
    /// Fields of the section that the model does not know.
    pub fn extra(&self) -> &Extra {
        &self.head.extra
    }
}
