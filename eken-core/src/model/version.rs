//! The version of the dossier format.

use schemars::{Schema, SchemaGenerator, json_schema};

use super::kind::{FieldKind, Leaf, Step, Value, Walker};
use crate::json::{Kind, Reader, Tree, decimal_of_token};

/// Version of the dossier format: always the current one, because `parse` migrates older files first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SchemaVersion;

impl SchemaVersion {
    /// The current version.
    pub const CURRENT: u32 = 1;

    /// The version that a number token names.
    pub fn of_token(token: &str) -> Option<u32> {
        let number = decimal_of_token(token, 6, 0, false).ok()?;
        u32::try_from(number.mantissa()).ok()
    }
}

impl Value for SchemaVersion {
    fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let start = reader.value_start();
        if reader.kind() != Kind::Number {
            reader.mismatch("integer");
            return None;
        }
        let version = Self::of_token(reader.number_token()?);
        if version == Some(Self::CURRENT) {
            return Some(Self);
        }
        reader.fault("structure.schema-version", start, vec![("current", i64::from(Self::CURRENT).into())]);
        None
    }

    fn tree(&self) -> Tree {
        Tree::whole(Self::CURRENT.into())
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "minimum": Self::CURRENT, "maximum": Self::CURRENT })
    }

    fn kind() -> FieldKind {
        FieldKind::Version
    }

    fn walk(&self, at: &Step<'_>, walker: &mut dyn Walker) {
        walker.leaf(at, Leaf::Flag(true));
    }
}
