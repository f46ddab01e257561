//! Sections: a list of records that says whether it is complete.

use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::Value as Json;

use super::info::FieldKind;
use super::list::List;
use super::maybe::{Maybe, Reason};
use super::record::{Extra, Record, Times, put_in_doubt, record};
use super::text::{Long, Short};
use super::traits::{Field, Value};
use super::walk::{Leaf, Step, Walker};
use crate::json::{Canonical, Raw, Reader, Tree};
use crate::model::support;
use crate::quantity::Date;

record! {
    /// What a section says about its records (分节说明).
    pub struct SectionHead("分节说明") {
        /// Whether the section holds every record there is; a count over an incomplete one is a lower bound.
        complete: Maybe<bool> "是否完整：本节是否已列全" [],
        /// Why the section has no records, where it has none.
        missing: Maybe<Reason> "缺失原因" [],
        /// Day up to which the section was kept.
        as_of: Maybe<Date> "统计截止日" [],
        /// Source: the department that keeps the records.
        source: Maybe<Short> "来源部门" [],
        /// Note on the section.
        note: Maybe<Long> "备注" [],
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
    fn read(reader: &mut Reader<'_>) -> Self {
        let start = reader.value_start();
        if !reader.at_object() {
            reader.mismatch("object");
            return Self { state: State::Faulty(reader.raw_from(start)), ..Self::default() };
        }
        let mut out = Self { state: State::Given, ..Self::default() };
        let (mut seen, mut names) = ([Times::Never; FIELDS.len()], support::Names::default());
        reader.members(|reader, key| {
            let known = FIELDS.iter().position(|(name, _)| *name == &*key);
            if let Some(seen) = known.and_then(|index| seen.get_mut(index)) {
                let before = *seen;
                *seen = if before == Times::Never { Times::Once } else { Times::Again };
                if before != Times::Never {
                    support::duplicate(reader, &key, &mut out.head.extra);
                }
                // two lists or two heads: which one is meant is unknown
                if before == Times::Once {
                    match &*key {
                        "complete" => put_in_doubt(&mut out.head.complete),
                        "missing" => put_in_doubt(&mut out.head.missing),
                        "as_of" => put_in_doubt(&mut out.head.as_of),
                        "source" => put_in_doubt(&mut out.head.source),
                        "note" => put_in_doubt(&mut out.head.note),
                        _ => put_in_doubt(&mut out.items),
                    }
                }
                if before != Times::Never {
                    return;
                }
            }
            match &*key {
                "complete" => out.head.complete = Field::read(reader),
                "missing" => out.head.missing = Field::read(reader),
                "as_of" => out.head.as_of = Field::read(reader),
                "source" => out.head.source = Field::read(reader),
                "note" => out.head.note = Field::read(reader),
                "items" => out.items = Field::read(reader),
                other => support::unknown_field(reader, other, &mut out.head.extra, &mut names, &FIELDS),
            }
        });
        out
    }

    fn is_written(&self) -> bool {
        self.state != State::Absent
    }

    fn write(&self, out: &mut Canonical) {
        fn member<F: Field>(out: &mut Canonical, before: &mut bool, quoted: &'static str, field: &F) {
            if field.is_written() {
                out.member(quoted, before);
                field.write(out);
            }
        }
        if !self.is_given() || !self.head.extra.fields().is_empty() {
            return self.tree().iter().for_each(|tree| out.tree(tree));
        }
        let mut before = false;
        out.begin_object();
        member(out, &mut before, "\"as_of\":", &self.head.as_of);
        member(out, &mut before, "\"complete\":", &self.head.complete);
        member(out, &mut before, "\"items\":", &self.items);
        member(out, &mut before, "\"missing\":", &self.head.missing);
        member(out, &mut before, "\"note\":", &self.head.note);
        member(out, &mut before, "\"source\":", &self.head.source);
        out.end_object();
    }

    fn tree(&self) -> Option<Tree> {
        match &self.state {
            State::Absent => None,
            State::Faulty(raw) => Some((*raw.0).clone()),
            State::Given => {
                let mut head = Value::tree(&self.head);
                if let (Tree::Object(members), Some(items)) = (&mut head, self.items.tree()) {
                    let at = members.len().saturating_sub(self.head.extra.fields().len());
                    members.insert(at, ("items".into(), items));
                }
                Some(head)
            }
        }
    }

    fn schema(generator: &mut SchemaGenerator) -> Schema {
        let items = <List<T> as Field>::schema(generator);
        let head = SectionHead::schema(generator);
        let mut items = items;
        let label = T::info().label;
        items.insert("title".into(), Json::String(format!("{} · {}", label.zh, label.en)));
        json_schema!({ "type": "object", "properties": { "items": items }, "allOf": [head] })
    }

    fn kind() -> FieldKind {
        FieldKind::Section(T::info)
    }

    fn missable() -> bool {
        false
    }

    fn walk(&self, at: &Step<'_>, walker: &mut dyn Walker) {
        match &self.state {
            State::Absent => {}
            State::Faulty(_) => walker.leaf(at, Leaf::Faulty),
            State::Given => {
                Value::walk(&self.head, at, walker);
                Field::walk(&self.items, &Step::Key(at, "items"), walker);
            }
        }
    }

    fn faulty(raw: Raw) -> Self {
        Self { state: State::Faulty(raw), ..Self::default() }
    }
}

/// Names of the members of a section, for the hint on a misspelling.
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
