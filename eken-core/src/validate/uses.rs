//! Where instruments are put to use in a dossier: what refers to one, and on which day.

use std::collections::BTreeMap;

use crate::model::Instrument;
use crate::quantity::PartialDate;
use crate::validate::document_number::written;
use crate::validate::place::{Row, rows};
use crate::validate::{Context, Found};

/// A use of an instrument.
#[derive(Clone, Debug)]
pub(super) struct Use<'a> {
    /// Pointer of what dates the use.
    pub(super) pointer: String,
    /// The day that must not lie before the issue.
    pub(super) began: PartialDate,
    /// The day that must not lie after its end.
    pub(super) lasted: PartialDate,
    pub(super) row: Row,
    pub(super) instrument: &'a Instrument,
}

/// The uses of the instruments on file, drafts aside: the leading group stands on one, judgements are about one, and
/// disclosures publish one, told by its number or by its document. Of what cannot be dated nothing is said.
pub(super) fn uses<'a>(context: &Context<'a>, found: &mut Found<'_>) -> Vec<Use<'a>> {
    let dossier = context.dossier;
    let (mut ids, mut numbers, mut documents) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for (row, instrument) in rows("instruments", &dossier.instruments) {
        let draft = found.value(&instrument.draft, || row.at("draft"));
        if draft == Some(&true) {
            continue;
        }
        if let Some(id) = instrument.id.known() {
            ids.entry(id.as_str()).or_insert((row, instrument));
        }
        // what several instruments share tells none of them
        if let Some(number) = instrument.number.known() {
            numbers.entry(written(number.as_str())).and_modify(|held| *held = None).or_insert(Some((row, instrument)));
        }
        if let Some(document) = instrument.document.known() {
            documents.entry(document.as_str()).and_modify(|held| *held = None).or_insert(Some((row, instrument)));
        }
    }
    let mut uses = Vec::new();
    let group = dossier.organisation.known().and_then(|organisation| organisation.leading_group.known());
    if let Some(group) = group {
        let instrument = group.instrument.known().and_then(|instrument| ids.get(instrument.as_str()));
        let pointer = "/organisation/leading_group/established";
        let established = found.value(&group.established, || pointer.to_owned());
        if let (Some((row, instrument)), Some(began)) = (instrument.copied(), established.copied()) {
            // it goes on to stand on it
            let lasted = context.as_of().map_or(began, PartialDate::Day);
            uses.push(Use { pointer: pointer.to_owned(), began, lasted, row, instrument });
        }
    }
    for (at, judgement) in rows("judgements", &dossier.judgements) {
        let instrument = judgement.about.known().and_then(|about| ids.get(about.as_str()));
        let date = found.value(&judgement.date, || at.at("date"));
        if let (Some((row, instrument)), Some(date)) = (instrument.copied(), date) {
            let day = PartialDate::Day(*date);
            uses.push(Use { pointer: at.at("date"), began: day, lasted: day, row, instrument });
        }
    }
    for (at, disclosure) in rows("disclosures", &dossier.disclosures) {
        let by_number = disclosure.reference.known().and_then(|of| numbers.get(&written(of.as_str())));
        let by_document = disclosure.document.known().and_then(|of| documents.get(of.as_str()));
        let date = found.value(&disclosure.date, || at.at("date"));
        if let (Some((row, instrument)), Some(date)) = (by_number.or(by_document).copied().flatten(), date) {
            let day = PartialDate::Day(*date);
            uses.push(Use { pointer: at.at("date"), began: day, lasted: day, row, instrument });
        }
    }
    uses
}
