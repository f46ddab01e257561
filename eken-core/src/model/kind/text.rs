//! Texts, identifiers, references and personal data. None of them shows its value in `Debug`.

use std::fmt;
use std::marker::PhantomData;

use schemars::{Schema, SchemaGenerator, json_schema};
use smol_str::SmolStr;

use super::info::FieldKind;
use super::maybe::Maybe;
use super::traits::Value;
use super::walk::{Leaf, Step, Walker};
use crate::json::{Canonical, Kind, Reader, Tree};

/// Reads a text of 1 to `most` characters.
fn read(reader: &mut Reader<'_>, most: usize) -> Option<SmolStr> {
    if let Some(text) = plain(reader, most) {
        return Some(text);
    }
    let start = reader.value_start();
    if reader.kind() != Kind::Text {
        reader.mismatch("string");
        return None;
    }
    let text = reader.text_token()?;
    let length = if text.len() <= most { text.len() } else { text.chars().count() };
    if length == 0 {
        reader.fault("structure.empty", start, vec![]);
        return None;
    }
    if length > most {
        reader.fault("structure.length", start, vec![("most", most.into()), ("found", length.into())]);
        return None;
    }
    Some(SmolStr::new(text))
}

/// Reads a field of 1 to `most` characters: the short way if the text stands as it mostly does, else as `read` does.
#[inline]
fn field<T: Value>(reader: &mut Reader<'_>, most: usize, make: impl FnOnce(SmolStr) -> T) -> Maybe<T> {
    match plain(reader, most) {
        Some(text) => Maybe::Known(make(text)),
        None => super::maybe::read_plain(reader, T::MISSABLE),
    }
}

/// The text that comes next, if it stands without an escape and within its bounds in bytes.
#[inline]
fn plain(reader: &mut Reader<'_>, most: usize) -> Option<SmolStr> {
    reader.plain_text(|text| (1..=most).contains(&text.len()).then(|| SmolStr::new(text)))
}

fn schema(most: usize) -> Schema {
    json_schema!({ "type": "string", "minLength": 1, "maxLength": most })
}

macro_rules! hidden_debug {
    ([$($generics:tt)*] $name:ident $($rest:tt)*) => {
        impl $($generics)* fmt::Debug for $name $($rest)* {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    };
}

/// A text of 1 to `MAX` characters.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text<const MAX: usize>(SmolStr);

hidden_debug!([<const MAX: usize>] Text<MAX>);

/// A name, a number, a post: at most 200 characters.
pub type Short = Text<200>;

/// A note or a ground: at most 4,000 characters.
pub type Long = Text<4000>;

impl<const MAX: usize> Text<MAX> {
    /// A text, if its length is in the bounds.
    pub fn new(text: &str) -> Option<Self> {
        (!text.is_empty() && text.chars().count() <= MAX).then(|| Self(text.into()))
    }

    /// The text. It may hold anything a sender wrote; mask it before it enters a message.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const MAX: usize> Value for Text<MAX> {
    const MISSABLE: bool = true;

    fn read(reader: &mut Reader<'_>) -> Option<Self> {
        read(reader, MAX).map(Self)
    }

    fn read_field(reader: &mut Reader<'_>) -> Maybe<Self> {
        field(reader, MAX, Self)
    }

    fn tree(&self) -> Tree {
        Tree::text(&self.0)
    }

    fn write(&self, out: &mut Canonical) {
        out.text(&self.0);
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        schema(MAX)
    }

    fn kind() -> FieldKind {
        FieldKind::Text(MAX)
    }

    fn walk(&self, at: &Step<'_>, walker: &mut dyn Walker) {
        walker.leaf(at, Leaf::Text(&self.0));
    }
}

/// Characters of an identifier, at most.
const ID_MAX: usize = 64;

/// The identifier of a record within its section: 1 to 64 characters, chosen by the sender.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(SmolStr);

hidden_debug!([] Id);

impl Id {
    /// The identifier. Mask it before it enters a message: a sender may have used a personal number.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Value for Id {
    fn read(reader: &mut Reader<'_>) -> Option<Self> {
        read(reader, ID_MAX).map(Self)
    }

    fn read_field(reader: &mut Reader<'_>) -> Maybe<Self> {
        field(reader, ID_MAX, Self)
    }

    fn tree(&self) -> Tree {
        Tree::text(&self.0)
    }

    fn write(&self, out: &mut Canonical) {
        out.text(&self.0);
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        schema(ID_MAX)
    }

    fn kind() -> FieldKind {
        FieldKind::Id
    }

    fn walk(&self, at: &Step<'_>, walker: &mut dyn Walker) {
        walker.leaf(at, Leaf::Id(&self.0));
    }

    fn as_id(&self) -> Option<&str> {
        Some(&self.0)
    }
}

/// What a reference leads to.
pub trait Target: Clone + fmt::Debug + PartialEq + Eq {
    /// Name of the section that holds the records.
    const SECTION: &'static str;
}

/// The identifier of a record in another section.
#[derive(Clone, PartialEq, Eq)]
pub struct Ref<T>(SmolStr, PhantomData<T>);

hidden_debug!([<T>] Ref<T>);

impl<T: Target> Ref<T> {
    /// The identifier referred to. Mask it before it enters a message.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<T: Target> Value for Ref<T> {
    const MISSABLE: bool = true;

    fn read(reader: &mut Reader<'_>) -> Option<Self> {
        read(reader, ID_MAX).map(|id| Self(id, PhantomData))
    }

    fn read_field(reader: &mut Reader<'_>) -> Maybe<Self> {
        field(reader, ID_MAX, |id| Self(id, PhantomData))
    }

    fn tree(&self) -> Tree {
        Tree::text(&self.0)
    }

    fn write(&self, out: &mut Canonical) {
        out.text(&self.0);
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        schema(ID_MAX)
    }

    fn kind() -> FieldKind {
        FieldKind::Ref(T::SECTION)
    }

    fn walk(&self, at: &Step<'_>, walker: &mut dyn Walker) {
        walker.leaf(at, Leaf::Ref(T::SECTION, &self.0));
    }
}

/// Characters of a personal value, at most.
const PERSONAL_MAX: usize = 200;

/// Personal data (个人信息): a name, an id number, a phone number. No `Display`; `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct Personal(SmolStr);

hidden_debug!([] Personal);

impl Personal {
    /// The value. Only for checks and for the dossier's own file: never for a message, a log or a public rendition.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl Value for Personal {
    const MISSABLE: bool = true;

    fn read(reader: &mut Reader<'_>) -> Option<Self> {
        read(reader, PERSONAL_MAX).map(Self)
    }

    fn read_field(reader: &mut Reader<'_>) -> Maybe<Self> {
        field(reader, PERSONAL_MAX, Self)
    }

    fn tree(&self) -> Tree {
        Tree::text(&self.0)
    }

    fn write(&self, out: &mut Canonical) {
        out.text(&self.0);
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        schema(PERSONAL_MAX)
    }

    fn kind() -> FieldKind {
        FieldKind::Personal
    }

    fn walk(&self, at: &Step<'_>, walker: &mut dyn Walker) {
        walker.leaf(at, Leaf::Personal);
    }
}
