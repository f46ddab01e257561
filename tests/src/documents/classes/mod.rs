//! The classes of change, by what they change.

mod anything;
mod figure;
mod geometry;
mod number;
mod shape;
mod text;
mod time;

use eken_core::json::{Reader, Tree};
use eken_core::limits::Limits;
use eken_core::model::kind::FieldKind;

use super::class::{Class, Expect};
use super::site::Site;
use crate::random::Random;

pub(super) use geometry::POLYGONS;

/// Every class.
pub static CLASSES: std::sync::LazyLock<Vec<Class>> = std::sync::LazyLock::new(|| {
    [
        shape::CLASSES,
        text::CLASSES,
        time::CLASSES,
        number::CLASSES,
        figure::CLASSES,
        geometry::CLASSES,
        anything::CLASSES,
    ]
    .concat()
});

const fn sound(name: &'static str, make: fn(&Site, &Tree, &mut Random) -> Option<Tree>) -> Class {
    Class { name, expect: Expect::Sound, make }
}

const fn refused(name: &'static str, make: fn(&Site, &Tree, &mut Random) -> Option<Tree>) -> Class {
    Class { name, expect: Expect::Refused, make }
}

const fn either(name: &'static str, make: fn(&Site, &Tree, &mut Random) -> Option<Tree>) -> Class {
    Class { name, expect: Expect::Either, make }
}

/// A JSON text as a tree.
pub(super) fn tree(text: &str) -> Tree {
    let limits = Limits::default();
    Reader::new(text, &limits).tree()
}

/// One of these JSON texts.
fn one_of(random: &mut Random, texts: &[&str]) -> Option<Tree> {
    Some(tree(texts[random.below(texts.len())]))
}

/// One of these strings.
fn text_of(random: &mut Random, texts: &[&str]) -> Option<Tree> {
    Some(Tree::text(texts[random.below(texts.len())]))
}

/// Whether a string stands at the place when it is sound.
fn is_text(kind: &FieldKind) -> bool {
    matches!(kind, FieldKind::Text(_) | FieldKind::Id | FieldKind::Ref(_) | FieldKind::Personal)
}

/// Whether an object stands at the place when it is sound.
fn is_object(kind: &FieldKind) -> bool {
    matches!(kind, FieldKind::Record(_) | FieldKind::Section(_) | FieldKind::Geometry)
}
