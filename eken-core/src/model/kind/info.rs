//! Descriptions of records and fields: what tables, forms, templates and schemas are made from.

use super::code_list::CodeInfo;
use crate::quantity::Bounds;
use crate::words::Label;

/// What a field holds.
#[derive(Clone, Debug)]
pub enum FieldKind {
    /// Text of at most so many characters.
    Text(usize),
    /// Identifier of this record within its section.
    Id,
    /// Identifier of a record in the section named.
    Ref(&'static str),
    /// Personal data: a name, an id number, a phone number. Never shown in a message or a public rendition.
    Personal,
    /// One of a list of codes.
    Code(&'static [CodeInfo]),
    /// Yes or no.
    Flag,
    /// A day.
    Date,
    /// A day, month, quarter or year.
    PartialDate,
    /// A month.
    Month,
    /// A time of day.
    Time,
    /// A quantity with its unit and bounds; `figure` when it may carry status and source.
    Quantity {
        /// Unit and digits.
        bounds: Bounds,
        /// Whether the value may be an object with status, source and note.
        figure: bool,
    },
    /// A record of the kind given.
    Record(fn() -> RecordInfo),
    /// A list of values.
    List(Box<FieldKind>),
    /// A section: a list of records that says whether it is complete.
    Section(fn() -> RecordInfo),
    /// A GeoJSON geometry.
    Geometry,
    /// The version of the dossier format.
    Version,
}

impl FieldKind {
    /// The kind of record that it holds, one or several.
    pub fn record(&self) -> Option<RecordInfo> {
        match self {
            Self::Record(info) | Self::Section(info) => Some(info()),
            Self::List(inner) => inner.record(),
            _ => None,
        }
    }
}

/// A field of a record.
#[derive(Clone, Debug)]
pub struct FieldInfo {
    /// Name in JSON.
    pub name: &'static str,
    /// Label: Chinese as on a form, English from the documentation.
    pub label: Label,
    /// What it means and how it is filled in.
    pub help: Label,
    /// Clauses and standards it answers to.
    pub clauses: &'static [&'static str],
    /// Whether a record without it is faulty.
    pub required: bool,
    /// Whether the value may be given as missing with a reason.
    pub missable: bool,
    /// What it holds.
    pub kind: FieldKind,
}

/// A kind of record.
#[derive(Clone, Debug)]
pub struct RecordInfo {
    /// Name of the type.
    pub name: &'static str,
    /// Label in both languages.
    pub label: Label,
    /// Its fields, in order.
    pub fields: Vec<FieldInfo>,
}
