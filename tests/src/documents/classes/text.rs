//! Changes of text: lengths in characters beyond the basic plane, empty, a line feed at the end.

use eken_core::json::Tree;
use eken_core::model::kind::FieldKind;

use super::{Class, is_text, refused, sound};
use crate::documents::site::Site;

/// Characters allowed at a place.
fn most(site: &Site) -> Option<usize> {
    match site.kind {
        FieldKind::Text(most) => Some(most),
        FieldKind::Id | FieldKind::Ref(_) => Some(64),
        FieldKind::Personal => Some(200),
        _ => None,
    }
}

pub(super) const CLASSES: &[Class] = &[
    sound("a text at its limit, astral", |site, _, _| most(site).map(|most| Tree::text(&"😀".repeat(most)))),
    sound("a text at its limit", |site, _, random| {
        most(site).map(|most| Tree::text(&["镇", "a", "\n", "\u{301}"][random.below(4)].repeat(most)))
    }),
    refused("a text past its limit, astral", |site, _, _| {
        most(site).map(|most| Tree::text(&"😀".repeat(most.saturating_add(1))))
    }),
    refused("a text past its limit", |site, _, random| {
        most(site).map(|most| Tree::text(&["镇", "a", "\u{301}"][random.below(3)].repeat(most.saturating_add(1))))
    }),
    refused("an empty text", |site, _, _| {
        let plain = !matches!(
            site.kind,
            FieldKind::Record(_) | FieldKind::Section(_) | FieldKind::List(_) | FieldKind::Geometry | FieldKind::Flag
        );
        plain.then(|| Tree::text(""))
    }),
    sound("a text with a line feed", |site, old, _| match old {
        Tree::Text(text) if is_text(&site.kind) => Some(Tree::text(&format!("{text}\n"))),
        _ => None,
    }),
];
