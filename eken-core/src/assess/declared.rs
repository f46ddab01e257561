//! What a dossier declares in a word or a list, and counts only once a document on file shows it.
//!
//! Such a fact is no record that could be counted again: nothing but the sender's word stands behind it. So a yes, or a code of
//! a list, counts when one reference at least of the evidence beside it leads to a document of the dossier; until then it is
//! open. A no is settled without a document.

use super::lack::{Lack, LackKind};
use super::measured::{Case, Collected, Measured};
use super::truth::Truth;
use super::view::{View, holds};
use crate::model::ToDocument;
use crate::model::kind::{Code, List, Maybe, Ref};

impl View<'_> {
    /// Whether the record at a pointer declares a flag, shown by a document on file.
    pub(super) fn declares(
        &self,
        at: &str,
        (field, flag): (&'static str, &Maybe<bool>),
        evidence: &List<Ref<ToDocument>>,
    ) -> Measured {
        let pointer = format!("{at}/{field}");
        let (stated, files) = (holds(flag, |is| *is), self.files(evidence));
        let shown = if files.is_empty() { Truth::Unknown } else { Truth::Yes };
        let case = Case::yes()
            .and(stated, || Lack::new(LackKind::Field, pointer.clone(), vec![("field", field.into())]))
            .and(shown, || no_document(at));
        let mut evidence = Vec::new();
        if flag.known().is_some() {
            evidence.push(pointer);
        }
        if case.truth == Truth::Yes {
            evidence.extend(files);
        }
        Measured { evidence, lacks: case.lacks, ..Measured::truth(case.truth) }
    }

    /// The codes that the record at a pointer lists, shown by a document on file. A list that is given is complete.
    pub(super) fn declares_all<T: Code>(
        &self,
        at: &str,
        (field, list): (&'static str, &List<T>),
        evidence: &List<Ref<ToDocument>>,
    ) -> Measured {
        let pointer = format!("{at}/{field}");
        let files = self.files(evidence);
        let mut out = Collected::with(vec![]);
        if !list.is_whole() {
            out.may_have_more(Lack::new(LackKind::Field, pointer.clone(), vec![("field", field.into())]));
        }
        if list.items().is_empty() {
            return out.finish();
        }
        let shown = if files.is_empty() { Truth::Unknown } else { Truth::Yes };
        let case = Case::yes().and(shown, || no_document(at));
        out.add(|| pointer, case, list.items().iter().map(|code| code.code()));
        let mut measured = out.finish();
        measured.evidence.extend(files);
        measured
    }
}

fn no_document(at: &str) -> Lack {
    Lack::new(LackKind::Evidence, format!("{at}/evidence"), vec![])
}
