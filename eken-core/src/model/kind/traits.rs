//! What every value and every field can do.

use schemars::{Schema, SchemaGenerator};

use super::info::FieldKind;
use super::maybe::Maybe;
use super::walk::{Step, Walker};
use crate::json::{Canonical, Raw, Reader, Tree};

/// A value that stands in a field or a list.
pub trait Value: Sized + Clone + std::fmt::Debug + PartialEq {
    /// Whether a field of it may say why the value is missing.
    const MISSABLE: bool = false;

    /// Reads the value that comes next. `None` when it is faulty: the fault is recorded and the value passed over.
    fn read(reader: &mut Reader<'_>) -> Option<Self>;

    /// Reads a field of it, which may be missing with a reason.
    fn read_field(reader: &mut Reader<'_>) -> Maybe<Self> {
        super::maybe::read_plain(reader, Self::MISSABLE)
    }

    /// Reads one more element of a list. `false` when it is faulty, and the list is as before.
    fn read_onto(items: &mut Vec<Self>, reader: &mut Reader<'_>) -> bool {
        let read = Self::read(reader);
        let is_read = read.is_some();
        items.extend(read);
        is_read
    }

    /// The value as it is written.
    fn tree(&self) -> Tree;

    /// Writes the canonical bytes of [`Self::tree`].
    fn write(&self, out: &mut Canonical) {
        out.tree(&self.tree());
    }

    /// The schema of a written value.
    fn schema(generator: &mut SchemaGenerator) -> Schema;

    /// What it is, for tables and forms.
    fn kind() -> FieldKind;

    /// Shows the value, or each value in it, to a walker.
    fn walk(&self, at: &Step<'_>, walker: &mut dyn Walker);

    /// The identifier, if the value is one.
    fn as_id(&self) -> Option<&str> {
        None
    }
}

/// A field of a record, whatever its type: it may be absent.
pub trait Field {
    /// Reads the value that comes next into the field.
    fn read(&mut self, reader: &mut Reader<'_>);

    /// Whether anything is written for the field.
    fn is_written(&self) -> bool;

    /// The field as it is written; `None` when it is absent.
    fn tree(&self) -> Option<Tree>;

    /// Writes the canonical bytes of [`Self::tree`], if there are any.
    fn write(&self, out: &mut Canonical);

    /// Shows the field to a walker.
    fn walk(&self, at: &Step<'_>, walker: &mut dyn Walker);

    /// The identifier, if the field holds one.
    fn as_id(&self) -> Option<&str> {
        None
    }

    /// Makes the field unusable because its value is in doubt; what was written is kept.
    fn spoil(&mut self, raw: Raw);
}

/// What is known of a field by its type alone.
pub trait FieldType: Field + Default + Clone + std::fmt::Debug + PartialEq {
    /// Whether the value may be given as missing with a reason.
    const MISSABLE: bool = false;

    /// The schema of a written field.
    fn schema(generator: &mut SchemaGenerator) -> Schema;

    /// What it is, for tables and forms.
    fn kind() -> FieldKind;
}
