//! A field that is known, absent, missing with a reason, or faulty.

use schemars::{Schema, SchemaGenerator, json_schema};

use super::code_list::{Code, code_list};
use super::info::FieldKind;
use super::record::record;
use super::text::Long;
use super::traits::{Field, FieldType, Value};
use super::walk::{Leaf, Step, Walker};
use crate::json::{Canonical, Raw, Reader, Tree};

code_list! {
    /// Why a value is missing (缺失原因).
    pub enum Reason (never missing) {
        /// Nobody has collected it.
        NotCollected = "not_collected" ("未采集", "not collected"),
        /// Its period or date is not over.
        NotYetDue = "not_yet_due" ("尚未到期", "not yet due"),
        /// It does not exist for this record.
        NotApplicable = "not_applicable" ("不适用", "not applicable"),
        /// It exists and is not handed out.
        Withheld = "withheld" ("不予提供", "withheld"),
    }
}

record! {
    /// A value that is missing, with the reason (缺失说明).
    pub struct Missing("缺失说明") {
        /// Reason why the value is missing.
        /// It stands in place of the value; what needs the value stays open, or does not apply.
        missing: Maybe<Reason> required "缺失原因：代替数值填报；要用这个数的结论待定，或不适用" [],
        /// Note on the reason.
        /// What will be done about it and when, where the value is still to come.
        note: Maybe<Long> "备注：以后能补的，写明怎样补、何时补" [],
    }
}

/// A field. What is not `Known` never reads as zero and never as a pass: verdicts that need it are open.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Maybe<T> {
    /// The field is not there.
    #[default]
    Absent,
    /// The field holds this value.
    Known(T),
    /// The field says why there is no value.
    Missing(Box<Missing>),
    /// What was written is not a value of the type; it is kept as it was.
    Faulty(Raw),
}

impl<T> Maybe<T> {
    /// The value, when it is known.
    pub const fn known(&self) -> Option<&T> {
        match self {
            Self::Known(value) => Some(value),
            _ => None,
        }
    }

    /// Whether something was written in the field, be it faulty or a reason.
    pub const fn is_stated(&self) -> bool {
        !matches!(self, Self::Absent)
    }

    /// Whether the field is plainly absent: nothing written, nothing promised.
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether the field says that its period or date has not come yet.
    pub fn is_not_yet_due(&self) -> bool {
        matches!(self, Self::Missing(missing) if missing.missing.known() == Some(&Reason::NotYetDue))
    }

    /// Whether the field says that no value exists for this record.
    pub fn is_not_applicable(&self) -> bool {
        matches!(self, Self::Missing(missing) if missing.missing.known() == Some(&Reason::NotApplicable))
    }
}

impl<T: Copy> Maybe<T> {
    /// The value, when it is known.
    pub fn get(&self) -> Option<T> {
        self.known().copied()
    }
}

impl<T> From<T> for Maybe<T> {
    fn from(value: T) -> Self {
        Self::Known(value)
    }
}

/// Reads a field whose values are no objects of their own.
pub(crate) fn read_plain<T: Value>(reader: &mut Reader<'_>, missable: bool) -> Maybe<T> {
    let start = reader.value_start();
    if missable && reader.at_object() {
        return match read_missing(reader, start) {
            Ok(missing) => Maybe::Missing(missing),
            Err(raw) => Maybe::Faulty(raw),
        };
    }
    match T::read(reader) {
        Some(value) => Maybe::Known(value),
        None => Maybe::Faulty(reader.raw_from(start)),
    }
}

/// An object without a reason is kept as it was written, once, however deep such objects stand inside it.
fn read_missing(reader: &mut Reader<'_>, start: usize) -> Result<Box<Missing>, Raw> {
    let (outer, kept) = (reader.is_dropping(), reader.kept());
    let lost = !outer && reader.object_text("missing").and_then(|code| Reason::from_code(&code)).is_none();
    reader.set_dropping(outer || lost);
    let missing = Missing::read(reader).filter(|missing| missing.missing.known().is_some());
    reader.set_dropping(outer);
    match missing {
        Some(missing) if !lost => Ok(Box::new(missing)),
        _ => Err(reader.raw_instead(start, kept)),
    }
}

impl<T: Value> Field for Maybe<T> {
    fn read(&mut self, reader: &mut Reader<'_>) {
        *self = T::read_field(reader);
    }

    fn is_written(&self) -> bool {
        self.is_stated()
    }

    fn write(&self, out: &mut Canonical) {
        match self {
            Self::Absent => {}
            Self::Known(value) => value.write(out),
            Self::Missing(missing) => missing.write(out),
            Self::Faulty(raw) => out.tree(&raw.0),
        }
    }

    fn tree(&self) -> Option<Tree> {
        match self {
            Self::Absent => None,
            Self::Known(value) => Some(value.tree()),
            Self::Missing(missing) => Some(missing.tree()),
            Self::Faulty(raw) => Some((*raw.0).clone()),
        }
    }

    fn walk(&self, at: &Step<'_>, walker: &mut dyn Walker) {
        match self {
            Self::Absent => {}
            Self::Known(value) => value.walk(at, walker),
            Self::Missing(missing) => {
                walker.leaf(at, missing.missing.get().map_or(Leaf::Faulty, Leaf::Missing));
            }
            Self::Faulty(raw) => {
                walker.leaf(at, Leaf::Faulty);
                walker.not_taken(at, &T::kind(), &raw.0);
            }
        }
    }

    fn as_id(&self) -> Option<&str> {
        self.known().and_then(Value::as_id)
    }

    fn spoil(&mut self, raw: Raw) {
        *self = Self::Faulty(raw);
    }
}

impl<T: Value> FieldType for Maybe<T> {
    const MISSABLE: bool = T::MISSABLE;

    fn schema(generator: &mut SchemaGenerator) -> Schema {
        let value = T::schema(generator);
        if T::MISSABLE { or_missing(generator, value) } else { value }
    }

    fn kind() -> FieldKind {
        T::kind()
    }
}

fn or_missing(generator: &mut SchemaGenerator, value: Schema) -> Schema {
    let missing = Missing::schema(generator);
    json_schema!({ "oneOf": [value, missing] })
}
