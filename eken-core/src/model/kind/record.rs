//! Records: objects with known fields; what is unknown is kept.

use std::fmt;

use super::fields::{Fields, Table};
use super::info::RecordInfo;
use crate::json::Tree;

/// A kind of record.
pub trait Record: super::Value + Fields + Default {
    /// What is stated of it and of its fields.
    const TABLE: &'static Table;

    /// Its label and fields.
    fn info() -> RecordInfo {
        Self::TABLE.info()
    }

    /// Its identifier, if it has one that could be read.
    fn id(&self) -> Option<&str>;
}

/// Fields that the model does not know, kept for the way back out. `Debug` shows how many there are, not what they hold.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Extra(Option<Box<Members>>);

/// Members of an object, in the order written.
type Members = Vec<(Box<str>, Tree)>;

impl Extra {
    /// Keeps one more field.
    pub fn push(&mut self, key: &str, value: Tree) {
        self.0.get_or_insert_default().push((key.into(), value));
    }

    /// The fields, in the order written.
    pub fn fields(&self) -> &[(Box<str>, Tree)] {
        self.0.as_deref().map_or(&[], Vec::as_slice)
    }
}

impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Extra({})", self.fields().len())
    }
}

/// Defines a record: the struct, its reader, writer, schema, description and walk, all from one list of fields.
///
/// A field is `name: Type [required] "中文：说明" [clauses],`; its first doc line is its English label, the second says what it
/// means, as the text behind the colon does in Chinese.
macro_rules! record {
    (@required required) => { true };
    (@required) => { false };
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $rename:literal) => { $rename };
    (
        $(#[doc = $doc:literal])+
        pub struct $name:ident($zh:literal) {
            $($(#[doc = $fdoc:literal])+ $field:ident $(as $rename:literal)?: $wrap:ident<$inner:ty> $($req:ident)? $label:literal [$($clause:literal),* $(,)?],)*
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            $($(#[doc = $fdoc])+ pub $field: $wrap<$inner>,)*
            /// Fields that the model does not know.
            pub extra: $crate::model::kind::Extra,
        }

        const _: () = {
            use $crate::model::kind::{self, Field, Fields, Record, Table, Value};

            impl Value for $name {
                fn read(reader: &mut $crate::json::Reader<'_>) -> Option<Self> {
                    let mut out = Self::default();
                    kind::fields::read(&mut out, reader).then_some(out)
                }

                fn read_onto(items: &mut Vec<Self>, reader: &mut $crate::json::Reader<'_>) -> bool {
                    items.push(Self::default());
                    let is_read = items.last_mut().is_some_and(|out| kind::fields::read(out, reader));
                    if !is_read {
                        items.pop();
                    }
                    is_read
                }

                fn tree(&self) -> $crate::json::Tree {
                    kind::fields::tree(self)
                }

                fn write(&self, out: &mut $crate::json::Canonical) {
                    kind::fields::write(self, out);
                }

                fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                    $crate::model::support::record_schema(generator, Self::TABLE)
                }

                fn kind() -> kind::FieldKind {
                    kind::FieldKind::Record(<Self as Record>::info)
                }

                fn walk(&self, at: &kind::Step<'_>, walker: &mut dyn kind::Walker) {
                    kind::fields::walk(self, at, walker);
                }
            }

            #[derive(Clone, Copy)]
            #[allow(non_camel_case_types, reason = "named as the fields are")]
            enum Key { $($field),* }

            static KEYS: &[Key] = &[$(Key::$field),*];

            impl Fields for $name {
                fn table(&self) -> &'static Table {
                    Self::TABLE
                }

                fn field(&self, row: usize) -> Option<&dyn Field> {
                    Some(match KEYS.get(row)? {
                        $(Key::$field => &self.$field,)*
                    })
                }

                fn field_mut(&mut self, row: usize) -> Option<&mut dyn Field> {
                    Some(match KEYS.get(row)? {
                        $(Key::$field => &mut self.$field,)*
                    })
                }

                fn extra(&self) -> &kind::Extra {
                    &self.extra
                }

                fn extra_mut(&mut self) -> &mut kind::Extra {
                    &mut self.extra
                }
            }

            impl Record for $name {
                const TABLE: &'static Table = &Table {
                    name: stringify!($name),
                    label: $zh,
                    doc: concat!($($doc, "\n"),+),
                    rows: &[$(kind::Row {
                        name: $crate::json::Name::new(concat!("\"", record!(@name $field $($rename)?), "\":")),
                        label: $label,
                        doc: concat!($($fdoc, "\n"),+),
                        clauses: &[$($clause),*],
                        required: record!(@required $($req)?),
                        missable: <$wrap<$inner> as kind::FieldType>::MISSABLE,
                        kind: <$wrap<$inner> as kind::FieldType>::kind,
                        schema: <$wrap<$inner> as kind::FieldType>::schema,
                    }),*],
                    order: &$crate::json::in_order(
                        [$(record!(@name $field $($rename)?)),*],
                        kind::fields::indices(),
                    ),
                };

                fn id(&self) -> Option<&str> {
                    $(if let Some(id) = Field::as_id(&self.$field) {
                        return Some(id);
                    })*
                    None
                }
            }

            impl serde::Serialize for $name {
                fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    kind::fields::tree(self).serialize(serializer)
                }
            }
        };
    };
}

pub(crate) use record;
