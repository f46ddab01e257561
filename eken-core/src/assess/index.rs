//! What measures look up by an identifier, made ready once for an assessment.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::attendance::Attended;
use super::facilities::Facilities;
use super::repeated::Repeated;
use crate::model::{Document, Dossier, Judgement};
use crate::quantity::Date;

/// Look-ups into one dossier.
#[derive(Clone, Debug)]
pub(super) struct Index<'a> {
    /// The evidence documents by identifier; none where an identifier was used twice, for it cannot be told which is meant.
    pub(super) documents: BTreeMap<&'a str, (usize, &'a Document)>,
    pub(super) facilities: Facilities<'a>,
    pub(super) judgements: Spoken<'a>,
    /// Who attended by a day; made when a measure first asks.
    pub(super) attended: OnceCell<(Date, Attended)>,
    /// Entities that may be one; made when a measure first asks.
    pub(super) entities: OnceCell<Rc<Repeated>>,
}

impl<'a> Index<'a> {
    pub(super) fn of(dossier: &'a Dossier) -> Self {
        Self {
            documents: documents(dossier),
            facilities: Facilities::of(dossier),
            judgements: Spoken::of(dossier),
            attended: OnceCell::new(),
            entities: OnceCell::new(),
        }
    }
}

/// The evidence documents by identifier; none where an identifier was used twice, for it cannot be told which is meant.
pub(super) fn documents(dossier: &Dossier) -> BTreeMap<&str, (usize, &Document)> {
    let mut found: BTreeMap<&str, Option<(usize, &Document)>> = BTreeMap::new();
    for (index, document) in dossier.documents.iter() {
        if let Some(id) = document.id.known() {
            found.entry(id.as_str()).and_modify(|held| *held = None).or_insert(Some((index, document)));
        }
    }
    found.into_iter().filter_map(|(id, document)| Some((id, document?))).collect()
}

/// What a judgement is about: a record, the whole, or something that cannot be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum About<'a> {
    Record(&'a str),
    Whole,
    Unread,
}

/// The judgements by question, where it can be read, and by what they are about.
#[derive(Clone, Debug, Default)]
pub(super) struct Spoken<'a>(BTreeMap<(Option<&'a str>, About<'a>), Judgements<'a>>);

/// Judgements, each with its index.
type Judgements<'a> = Vec<(usize, &'a Judgement)>;

impl<'a> Spoken<'a> {
    fn of(dossier: &'a Dossier) -> Self {
        let mut spoken = Self::default();
        for (index, judgement) in dossier.judgements.iter() {
            let question = judgement.question.known().map(|question| question.as_str());
            let about = match judgement.about.known() {
                Some(about) => About::Record(about.as_str()),
                None if judgement.about.is_absent() || judgement.about.is_not_applicable() => About::Whole,
                None => About::Unread,
            };
            spoken.0.entry((question, about)).or_default().push((index, judgement));
        }
        spoken
    }

    /// The judgements that may be of a question and about a record, or about the whole, in order.
    pub(super) fn on(&self, question: &str, about: Option<&str>) -> Judgements<'a> {
        let about = about.map_or(About::Whole, About::Record);
        let keys = [(Some(question), about), (Some(question), About::Unread), (None, about), (None, About::Unread)];
        let found = keys.iter().filter_map(|key| self.0.get(key)).flatten();
        let mut found: Judgements<'a> = found.copied().collect();
        found.sort_unstable_by_key(|(index, _)| *index);
        found
    }
}
