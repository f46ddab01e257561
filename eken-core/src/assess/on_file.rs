//! Evidence on file: a document that can be told from any other by its digest.

use super::lack::{Lack, LackKind};
use super::truth::Truth;
use super::view::View;
use crate::model::kind::Ref;
use crate::model::{Document, ToDocument};

/// Hex digits of a SHA-256 digest.
const DIGEST: usize = 64;

/// Whether one of the references leads to a document with a digest, issued by the as-of date where it says when. What is
/// not on file may exist all the same, so the answer is never no.
pub(super) fn on_file<'r>(view: &View<'_>, mut references: impl Iterator<Item = &'r Ref<ToDocument>>) -> Truth {
    let found =
        references.any(|reference| view.document(reference.as_str()).is_some_and(|document| proves(view, document)));
    if found { Truth::Yes } else { Truth::Unknown }
}

fn proves(view: &View<'_>, document: &Document) -> bool {
    let digest = document.digest.known().map_or("", |digest| digest.as_str());
    digest.len() == DIGEST
        && digest.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        && document.issued.get().is_none_or(|issued| issued <= view.as_of)
}

/// The lack of evidence in a field of references.
pub(super) fn evidence_lack(pointer: String) -> Lack {
    Lack::new(LackKind::Evidence, pointer, vec![])
}
