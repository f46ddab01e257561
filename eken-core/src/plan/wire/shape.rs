//! Shapes: what may be written where.

use crate::plan::wire::text::Text;
use crate::words::Label;

/// What a value must look like.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    /// A text.
    Text(Text),
    /// `true`: the key is written or left out.
    True,
    /// A list of any length.
    List(&'static Self),
    /// A list of one item or more.
    Some(&'static Self),
    /// A table of one key or more, each a text of the first kind with a value of the second shape.
    Map(Text, &'static Self),
    /// A table of known keys.
    Object(&'static Object),
    /// One of several tables, told apart by the key that it must have.
    Either(&'static Either),
}

/// A table of known keys.
pub(super) struct Object {
    /// Name among the schema's definitions.
    pub name: &'static str,
    /// What it is.
    pub title: Label,
    /// Its keys.
    pub fields: &'static [Field],
    /// Of these keys exactly one is written; empty means no such rule.
    pub exactly_one: &'static [&'static str],
    /// One key at least is written.
    pub not_empty: bool,
    /// Further keys are parameters: texts, true or false, lists of texts.
    pub open: bool,
}

impl Object {
    /// A closed table.
    pub const fn closed(name: &'static str, title: Label, fields: &'static [Field]) -> Self {
        Self { name, title, fields, exactly_one: &[], not_empty: false, open: false }
    }
}

/// One of several tables.
pub(super) struct Either {
    /// Name among the schema's definitions.
    pub name: &'static str,
    /// What it is.
    pub title: Label,
    /// The key that tells, and the table.
    pub cases: &'static [(&'static str, &'static Object)],
}

/// A key of a table.
pub(super) struct Field {
    /// The key.
    pub name: &'static str,
    /// What its value looks like.
    pub shape: Shape,
    /// Whether it must be written.
    pub required: bool,
    /// Short name.
    pub title: Label,
    /// What it says.
    pub about: Label,
}

/// A key that must be written.
pub(super) const fn must(name: &'static str, shape: Shape, title: Label, about: Label) -> Field {
    Field { name, shape, required: true, title, about }
}

/// A key that may be written.
pub(super) const fn may(name: &'static str, shape: Shape, title: Label, about: Label) -> Field {
    Field { name, shape, required: false, title, about }
}
