//! Evidence on file: a document that can be told from any other by its digest.

use super::lack::{Lack, LackKind};
use super::truth::Truth;
use super::view::View;
use crate::model::kind::{Maybe, Ref};
use crate::model::{Document, ToDocument};
use crate::quantity::Date;

/// Hex digits of a SHA-256 digest.
const DIGEST: usize = 64;

/// Whether one of the references leads to a document with a digest, issued by the as-of date where it says when. What is
/// not on file may exist all the same, so the answer is never no.
pub(super) fn on_file<'r>(view: &View<'_>, mut references: impl Iterator<Item = &'r Ref<ToDocument>>) -> Truth {
    let found = references
        .any(|reference| view.document(reference.as_str()).is_some_and(|document| proves(view.as_of, document)));
    if found { Truth::Yes } else { Truth::Unknown }
}

/// Whether a document counts as evidence on a day: it has a digest, and was issued by then where it says when. A day that is
/// missing with a reason, or cannot be read, leaves open when it was.
pub(super) fn proves(day: Date, document: &Document) -> bool {
    let digest = document.digest.known().map_or("", |digest| digest.as_str());
    digest.len() == DIGEST
        && digest.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        && match &document.issued {
            Maybe::Known(issued) => *issued <= day,
            // a day that is not told, though there is one, may lie after
            issued => issued.is_absent() || issued.is_not_applicable(),
        }
}

/// The lack of evidence in a field of references.
pub(super) fn evidence_lack(pointer: String) -> Lack {
    Lack::new(LackKind::Evidence, pointer, vec![])
}

#[cfg(test)]
mod tests {
    use super::proves;
    use crate::limits::Limits;
    use crate::quantity::Date;

    const DIGEST: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    fn shows(document: &str) -> bool {
        let text = format!(r#"{{"schema_version":1,"documents":{{"items":[{{"id":"D1","title":"t"{document}}}]}}}}"#);
        let parsed = crate::parse::parse(text.as_bytes(), &Limits::default()).unwrap();
        let (_, document) = parsed.dossier().documents.iter().next().unwrap();
        proves(Date::last_of_year(2023).unwrap(), document)
    }

    #[test]
    fn a_document_counts_with_a_whole_digest() {
        assert!(shows(&format!(r#","digest":"{DIGEST}""#)));
        assert!(!shows(""));
        for digest in
            [DIGEST.to_uppercase(), DIGEST.replace('a', "g"), DIGEST.replacen('0', "", 1), format!("{DIGEST}0")]
        {
            assert!(!shows(&format!(r#","digest":"{digest}""#)), "{digest}");
        }
        assert!(!shows(r#","digest":{"missing":"not_collected"}"#));
    }

    #[test]
    fn a_document_counts_from_the_day_it_was_issued() {
        for (issued, counts) in [
            ("\"2023-12-31\"", true),
            ("\"2024-01-01\"", false),
            ("{\"missing\":\"not_applicable\"}", true),
            ("{\"missing\":\"not_collected\"}", false),
            ("\"2023.5\"", false),
        ] {
            assert_eq!(shows(&format!(r#","issued":{issued},"digest":"{DIGEST}""#)), counts, "{issued}");
        }
    }
}
