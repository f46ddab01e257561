//! Lists: absent, given (perhaps empty), or faulty; a faulty element never harms its neighbours.

use schemars::{Schema, SchemaGenerator, json_schema};

use super::info::FieldKind;
use super::traits::{Field, FieldType, Value};
use super::walk::{Leaf, Step, Walker};
use crate::json::{Canonical, Raw, Reader, Tree};

/// A list of values. Elements that could not be read are kept apart with their index, so that records read plus records
/// refused are the records of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct List<T> {
    state: State,
    items: Vec<T>,
    refused: Vec<(usize, Raw)>,
}

#[derive(Clone, Debug, Default, PartialEq)]
enum State {
    #[default]
    Absent,
    Given,
    Faulty(Raw),
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self { state: State::Absent, items: Vec::new(), refused: Vec::new() }
    }
}

impl<T> List<T> {
    /// The values that were read, each with its index in the file.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &T)> {
        let mut refused = self.refused.iter().map(|(index, _)| *index).peekable();
        let mut next = 0usize;
        self.items.iter().map(move |item| {
            while refused.next_if_eq(&next).is_some() {
                next = next.saturating_add(1);
            }
            let index = next;
            next = next.saturating_add(1);
            (index, item)
        })
    }

    /// The values that were read.
    pub fn items(&self) -> &[T] {
        &self.items
    }

    /// How many elements were refused.
    pub fn refused(&self) -> usize {
        self.refused.len()
    }

    /// Whether a list was given, even an empty one.
    pub fn is_given(&self) -> bool {
        self.state == State::Given
    }

    /// Whether a list was given and every element of it read.
    pub fn is_whole(&self) -> bool {
        self.is_given() && self.refused.is_empty()
    }

    /// Whether nothing was written.
    pub fn is_absent(&self) -> bool {
        self.state == State::Absent
    }
}

impl<T> From<Vec<T>> for List<T> {
    fn from(items: Vec<T>) -> Self {
        Self { state: State::Given, items, refused: Vec::new() }
    }
}

impl<T: Value> Field for List<T> {
    fn read(&mut self, reader: &mut Reader<'_>) {
        let start = reader.value_start();
        *self = Self { state: State::Given, ..Self::default() };
        if !reader.at_array() {
            reader.mismatch("array");
            self.state = State::Faulty(reader.raw_from(start));
            return;
        }
        let Self { items, refused, .. } = self;
        reader.elements(&mut |reader, index| {
            let start = reader.value_start();
            if !T::read_onto(items, reader) {
                refused.push((index, reader.raw_from(start)));
            }
        });
    }

    fn is_written(&self) -> bool {
        !self.is_absent()
    }

    fn write(&self, out: &mut Canonical) {
        if self.is_whole() {
            out.array(&self.items, |out, item| item.write(out));
        } else if let Some(tree) = self.tree() {
            out.tree(&tree);
        }
    }

    fn tree(&self) -> Option<Tree> {
        match &self.state {
            State::Absent => None,
            State::Faulty(raw) => Some((*raw.0).clone()),
            State::Given => Some(tree_of(&mut self.items.iter().map(Value::tree), &self.refused)),
        }
    }

    fn walk(&self, at: &Step<'_>, walker: &mut dyn Walker) {
        if let State::Faulty(raw) = &self.state {
            walker.leaf(at, Leaf::Faulty);
            walker.not_taken(at, &<Self as FieldType>::kind(), &raw.0);
        }
        for (index, item) in self.iter() {
            item.walk(&Step::Index(at, index), walker);
        }
        for (index, _) in &self.refused {
            let at = Step::Index(at, *index);
            walker.leaf(&at, Leaf::Faulty);
            if matches!(T::kind(), FieldKind::Record(_)) {
                walker.refused(&at);
            }
        }
    }

    fn spoil(&mut self, raw: Raw) {
        *self = Self { state: State::Faulty(raw), ..Self::default() };
    }
}

impl<T: Value> FieldType for List<T> {
    fn schema(generator: &mut SchemaGenerator) -> Schema {
        let items = T::schema(generator);
        array_of(&items)
    }

    fn kind() -> FieldKind {
        FieldKind::List(Box::new(T::kind()))
    }
}

fn array_of(items: &Schema) -> Schema {
    json_schema!({ "type": "array", "items": items })
}

/// The elements as they are written, each that was refused at its place.
fn tree_of(items: &mut dyn Iterator<Item = Tree>, refused: &[(usize, Raw)]) -> Tree {
    let mut out: Vec<Tree> = Vec::new();
    let mut refused = refused.iter().peekable();
    for item in items {
        while let Some((_, raw)) = refused.next_if(|(index, _)| *index == out.len()) {
            out.push((*raw.0).clone());
        }
        out.push(item);
    }
    out.extend(refused.map(|(_, raw)| (*raw.0).clone()));
    Tree::Array(out)
}
