//! Records: objects with known fields; what is unknown is kept.

use std::fmt;

use super::info::RecordInfo;
use crate::json::{Raw, Tree};

/// A kind of record.
pub trait Record: super::Value + Default {
    /// Name of the type.
    const NAME: &'static str;

    /// Its label and fields.
    fn info() -> RecordInfo;

    /// Its identifier, if it has one that could be read.
    fn id(&self) -> Option<&str>;
}

/// How often a field has been met in its object.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Times {
    /// Not yet.
    #[default]
    Never,
    /// Once, as it should be.
    Once,
    /// Again: it is in doubt already.
    Again,
}

/// Makes a field that was met twice faulty: which value is meant is unknown. The first is kept as it was.
pub(crate) fn put_in_doubt<F: super::Field>(field: &mut F) {
    let first = field.tree().unwrap_or(Tree::Null);
    *field = F::faulty(Raw(Box::new(first)));
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
/// A field is `name: Type [required] "中文：说明" [clauses],`; its first doc line is its English label.
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
            use $crate::model::kind::Times;

            #[derive(Default)]
            struct Seen { $($field: Times,)* unknown: $crate::model::support::Names }

            impl $name {
                fn member(&mut self, reader: &mut $crate::json::Reader<'_>, key: &str, seen: &mut Seen) {
                    $(if key == record!(@name $field $($rename)?) {
                        match std::mem::replace(&mut seen.$field, Times::Again) {
                            Times::Never => {
                                self.$field = $crate::model::kind::Field::read(reader);
                                seen.$field = Times::Once;
                            }
                            Times::Once => {
                                $crate::model::support::duplicate(reader, key, &mut self.extra);
                                $crate::model::kind::put_in_doubt(&mut self.$field);
                            }
                            Times::Again => $crate::model::support::duplicate(reader, key, &mut self.extra),
                        }
                        return;
                    })*
                    $crate::model::support::unknown_field(reader, key, &mut self.extra, &mut seen.unknown, &[$((record!(@name $field $($rename)?), $label)),*]);
                }
            }

            impl $crate::model::kind::Value for $name {
                fn read(reader: &mut $crate::json::Reader<'_>) -> Option<Self> {
                    if !reader.at_object() {
                        reader.mismatch("object");
                        return None;
                    }
                    reader.count_record();
                    let start = reader.value_start();
                    let (mut out, mut seen) = (Self::default(), Seen::default());
                    let mut more = reader.open_object();
                    // the members as they mostly stand: in the order of the model; then those that are left
                    $(if more && reader.at_member(concat!("\"", record!(@name $field $($rename)?), "\":")) {
                        let before = reader.faults_so_far();
                        out.$field = $crate::model::kind::Field::read(reader);
                        seen.$field = Times::Once;
                        more = reader.end_member(before, record!(@name $field $($rename)?));
                    })*
                    if more {
                        reader.more_members(|reader, key| out.member(reader, &key, &mut seen));
                    }
                    $(if record!(@required $($req)?) && seen.$field == Times::Never {
                        $crate::model::support::required(reader, start, record!(@name $field $($rename)?));
                    })*
                    Some(out)
                }

                fn tree(&self) -> $crate::json::Tree {
                    let mut members: Vec<(Box<str>, $crate::json::Tree)> = Vec::new();
                    $(if let Some(value) = $crate::model::kind::Field::tree(&self.$field) {
                        members.push((record!(@name $field $($rename)?).into(), value));
                    })*
                    members.extend(self.extra.fields().iter().cloned());
                    $crate::json::Tree::Object(members)
                }

                fn write(&self, out: &mut $crate::json::Canonical) {
                    #[derive(Clone, Copy)]
                    #[allow(non_camel_case_types, reason = "named as the fields are")]
                    enum Key { $($field),* }
                    static KEYS: &[Key] =
                        &$crate::json::in_order([$(record!(@name $field $($rename)?)),*], [$(Key::$field),*]);

                    if !self.extra.fields().is_empty() {
                        return out.tree(&$crate::model::kind::Value::tree(self));
                    }
                    let mut before = false;
                    out.begin_object();
                    for key in KEYS {
                        match key {
                            $(Key::$field => if $crate::model::kind::Field::is_written(&self.$field) {
                                out.member(concat!("\"", record!(@name $field $($rename)?), "\":"), &mut before);
                                $crate::model::kind::Field::write(&self.$field, out);
                            })*
                        }
                    }
                    out.end_object();
                }

                fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                    $crate::model::support::record_schema::<Self>(
                        generator,
                        concat!($($doc),+).trim(),
                        |generator| vec![$($crate::model::support::Property {
                            schema: <$wrap<$inner> as $crate::model::kind::Field>::schema(generator),
                            doc: concat!($($fdoc),+).trim(),
                        }),*],
                    )
                }

                fn kind() -> $crate::model::kind::FieldKind {
                    $crate::model::kind::FieldKind::Record(<Self as $crate::model::kind::Record>::info)
                }

                fn walk(&self, at: &$crate::model::kind::Step<'_>, walker: &mut dyn $crate::model::kind::Walker) {
                    use $crate::model::kind::{Field, Leaf, Step};
                    walker.record(at, stringify!($name));
                    $(Field::walk(&self.$field, &Step::Key(at, record!(@name $field $($rename)?)), walker);)*
                    for (key, value) in self.extra.fields() {
                        walker.leaf(&Step::Key(at, key), Leaf::Unknown(value));
                    }
                }
            }

            impl $crate::model::kind::Record for $name {
                const NAME: &'static str = stringify!($name);

                fn id(&self) -> Option<&str> {
                    $(if let Some(id) = $crate::model::kind::Field::as_id(&self.$field) {
                        return Some(id);
                    })*
                    None
                }

                fn info() -> $crate::model::kind::RecordInfo {
                    $crate::model::kind::RecordInfo {
                        name: stringify!($name),
                        label: $crate::words::Label::new($zh, $crate::model::support::before_term(concat!($($doc, "\n"),+))),
                        fields: vec![$($crate::model::kind::FieldInfo {
                            name: record!(@name $field $($rename)?),
                            label: $crate::words::Label::new(
                                $crate::model::support::before_colon($label),
                                $crate::model::support::first_line(concat!($($fdoc, "\n"),+)),
                            ),
                            help: $crate::model::support::after_colon($label),
                            clauses: &[$($clause),*],
                            required: record!(@required $($req)?),
                            missable: <$wrap<$inner> as $crate::model::kind::Field>::missable(),
                            kind: <$wrap<$inner> as $crate::model::kind::Field>::kind(),
                        }),*],
                    }
                }
            }

            impl serde::Serialize for $name {
                fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    $crate::model::kind::Value::tree(self).serialize(serializer)
                }
            }
        };
    };
}

pub(crate) use record;
