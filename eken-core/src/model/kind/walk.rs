//! Walking over every value of a dossier without knowing its fields.

use super::info::FieldKind;
use super::maybe::Reason;
use crate::json::Tree;
use crate::quantity::{Bounds, Date, PartialDate};

/// A step of the way from the dossier to a value; a chain on the stack, made into a pointer only when one is needed.
#[derive(Clone, Copy, Debug)]
pub enum Step<'a> {
    /// The whole dossier.
    Root,
    /// A member.
    Key(&'a Step<'a>, &'a str),
    /// An element.
    Index(&'a Step<'a>, usize),
}

impl Step<'_> {
    /// The JSON Pointer of the place.
    pub fn pointer(&self) -> String {
        match self {
            Self::Root => String::new(),
            Self::Key(parent, key) => {
                let mut pointer = parent.pointer();
                crate::json::child(&mut pointer, key);
                pointer
            }
            Self::Index(parent, index) => {
                let mut pointer = parent.pointer();
                crate::json::child(&mut pointer, &index.to_string());
                pointer
            }
        }
    }
}

/// A value at the end of the way.
#[derive(Clone, Copy, Debug)]
pub enum Leaf<'a> {
    /// Text.
    Text(&'a str),
    /// Personal data, not shown.
    Personal,
    /// Identifier of the record it stands in.
    Id(&'a str),
    /// Identifier of a record in the section named.
    Ref(&'static str, &'a str),
    /// A code of a list.
    Code(&'static str),
    /// Yes or no.
    Flag(bool),
    /// A day.
    Date(Date),
    /// A partial date, or a month of a series.
    PartialDate(PartialDate),
    /// A time of day, in minutes.
    Time(u32),
    /// A figure in its unit.
    Number(rust_decimal::Decimal, Bounds),
    /// Missing with a reason.
    Missing(Reason),
    /// What was written could not be read as its type.
    Faulty,
    /// A field that the model does not know.
    Unknown(&'a Tree),
}

/// Something that looks at every value.
pub trait Walker {
    /// A record begins here.
    fn record(&mut self, _at: &Step<'_>, _name: &'static str) {}

    /// An element of a list of records is none.
    fn refused(&mut self, _at: &Step<'_>) {}

    /// What was written in a field and is not taken, as a whole: its name stands twice, or it is of another type. Of what kind
    /// the field is, and what was written.
    fn not_taken(&mut self, _at: &Step<'_>, _kind: &FieldKind, _written: &Tree) {}

    /// A value stands here.
    fn leaf(&mut self, at: &Step<'_>, leaf: Leaf<'_>);
}
