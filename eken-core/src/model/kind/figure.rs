//! A figure: a quantity with its status and source.

use schemars::{Schema, SchemaGenerator, json_schema};

use super::code_list::code_list;
use super::fields::{Fields, Seen, Times};
use super::info::FieldKind;
use super::maybe::{Maybe, read_plain};
use super::number::{plain_quantity, read_quantity};
use super::record::record;
use super::text::{Long, Short};
use super::traits::Value;
use super::walk::{Leaf, Step, Walker};
use crate::json::{Canonical, Reader, Tree};
use crate::model::support;
use crate::quantity::{Date, Quantity};

code_list! {
    /// How settled a figure is (数据状态).
    pub enum Status {
        /// Settled.
        Final = "final" ("正式数", "final"),
        /// Published early, to be revised.
        Provisional = "provisional" ("初步数", "provisional"),
        /// Estimated.
        Estimated = "estimated" ("估计数", "estimated"),
    }
}

record! {
    /// What a figure says about itself beside its value (数据说明).
    pub struct FigureDetail("数据说明") {
        /// Status of the figure.
        /// Final where nothing is said; a provisional or estimated one marks every verdict that rests on it.
        status: Maybe<Status> "数据状态：未写明时为正式数；初步数和估计数会在所依据的结论上标出" [],
        /// Source of the figure.
        /// Department or document that it comes from, by name, no person.
        source: Maybe<Short> "数据来源：提供部门或文件的名称，不写个人" [],
        /// Day on which the figure stood so.
        /// Of a stock the day it was counted, of a revised figure the day of the revision.
        as_of: Maybe<Date> "数据时点：存量数为清点之日，修订数为修订之日" [],
        /// Figure before the revision.
        /// What was published before, as it was written then; left out where nothing was revised.
        previous: Maybe<Short> "修订前数值：原先公布的数，照当时写法；没有修订不填" [],
        /// Note on the figure.
        /// Why it was revised, or how it was reckoned.
        note: Maybe<Long> "说明：为什么修订，或怎样推算" [],
    }
}

/// A quantity with what it says about itself. Written as the plain number, or as `{"value": …, "status": …, "source": …}`.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure<Q> {
    /// The quantity.
    pub value: Q,
    /// Status, source and note, where they were given.
    pub detail: Option<Box<FigureDetail>>,
}

impl<Q: Quantity> Figure<Q> {
    /// A final figure without further words.
    pub fn plain(value: Q) -> Self {
        Self { value, detail: None }
    }

    /// Whether the figure is provisional or estimated, or its status could not be read.
    pub fn is_provisional(&self) -> bool {
        self.detail.as_ref().is_some_and(|detail| match &detail.status {
            Maybe::Absent => false,
            Maybe::Known(status) => *status != Status::Final,
            Maybe::Missing(_) | Maybe::Faulty(_) => true,
        })
    }
}

impl<Q: Quantity + Value> Value for Figure<Q> {
    const MISSABLE: bool = true;

    fn read(reader: &mut Reader<'_>) -> Option<Self> {
        match Self::read_field(reader) {
            Maybe::Known(figure) => Some(figure),
            _ => None,
        }
    }

    fn read_field(reader: &mut Reader<'_>) -> Maybe<Self> {
        if let Some(value) = plain_quantity(reader) {
            return Maybe::Known(Self { value, detail: None });
        }
        let start = reader.value_start();
        if !reader.at_object() {
            return match read_quantity(reader) {
                Some(value) => Maybe::Known(Self { value, detail: None }),
                None => Maybe::Faulty(reader.raw_from(start)),
            };
        }
        if reader.object_has("missing") {
            return read_plain(reader, true);
        }
        let kept = reader.kept();
        let mut value = None;
        let detail = read_detail(reader, start, &mut |reader| value = read_quantity(reader));
        let read = value.zip(detail).map(|(value, detail)| Self { value, detail: Some(detail) });
        match read {
            Some(figure) => Maybe::Known(figure),
            None => Maybe::Faulty(reader.raw_instead(start, kept)),
        }
    }

    fn tree(&self) -> Tree {
        let value = Tree::decimal(self.value.number());
        match &self.detail {
            None => value,
            Some(detail) => match Value::tree(&**detail) {
                Tree::Object(mut members) => {
                    members.insert(0, ("value".into(), value));
                    Tree::Object(members)
                }
                _ => value,
            },
        }
    }

    fn write(&self, out: &mut Canonical) {
        match &self.detail {
            None => out.decimal(self.value.number()),
            Some(_) => out.tree(&self.tree()),
        }
    }

    fn schema(generator: &mut SchemaGenerator) -> Schema {
        let name = format!("{}Figure", Q::NAME);
        support::define(generator, &name, &mut |generator| {
            let value = Q::schema(generator);
            let detail = FigureDetail::schema(generator);
            json_schema!({
                "title": format!("数值 · {} figure", Q::NAME.to_lowercase()),
                "description": "数值，或带状态与来源的数值。 A quantity, or a quantity with status and source.",
                "oneOf": [
                    value.clone(),
                    {
                        "type": "object",
                        "required": ["value"],
                        "properties": { "value": value, "missing": false },
                        "allOf": [detail],
                    },
                ],
            })
        })
    }

    fn kind() -> FieldKind {
        FieldKind::Quantity { bounds: Q::BOUNDS, figure: true }
    }

    fn walk(&self, at: &Step<'_>, walker: &mut dyn Walker) {
        match &self.detail {
            None => walker.leaf(at, Leaf::Number(self.value.number(), Q::BOUNDS)),
            Some(detail) => {
                walker.leaf(&Step::Key(at, "value"), Leaf::Number(self.value.number(), Q::BOUNDS));
                Value::walk(&**detail, at, walker);
            }
        }
    }
}

/// Reads an object around a quantity. `None` when a member stands there twice.
fn read_detail(
    reader: &mut Reader<'_>,
    start: usize,
    read_value: &mut dyn FnMut(&mut Reader<'_>),
) -> Option<Box<FigureDetail>> {
    let (mut detail, mut seen, mut names) =
        (Box::<FigureDetail>::default(), Seen::default(), support::Names::default());
    let mut in_doubt = false;
    reader.members(&mut |reader, key| {
        let Some(index) = FIELDS.iter().position(|(name, _)| *name == key) else {
            return support::unknown_field(reader, &key, &mut detail.extra, &mut names, &mut FIELDS.into_iter());
        };
        if seen.meet(index) != Times::Never {
            in_doubt = true;
            return support::duplicate(reader, &key, &mut detail.extra);
        }
        match index.checked_sub(1).and_then(|row| detail.field_mut(row)) {
            Some(field) => field.read(reader),
            None => read_value(reader),
        }
    });
    if !seen.has(0) {
        support::required(reader, start, "value");
    }
    (!in_doubt).then_some(detail)
}

/// Names of the members of a figure's object form, for the hint on a misspelling.
const FIELDS: [(&str, &str); 6] = [
    ("value", "数值"),
    ("status", "数据状态"),
    ("source", "数据来源"),
    ("as_of", "数据时点"),
    ("previous", "修订前数值"),
    ("note", "说明"),
];
