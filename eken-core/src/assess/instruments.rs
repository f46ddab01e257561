//! Instruments: whether they are in force, and what they lay down.

use std::collections::BTreeSet;

use super::lack::{Lack, LackKind};
use super::measured::{Case, field_lack, record_pointer};
use super::on_file::{evidence_lack, on_file};
use super::truth::Truth;
use super::view::View;
use crate::model::kind::{Code, Maybe};
use crate::model::{Content, Instrument};
use crate::quantity::Date;

const SECTION: &str = "instruments";

/// Whether an instrument counts at the as-of date, whatever it lays down: complete, issued (by the day it is due, where there is
/// one), in force, on file.
pub(super) fn counts(view: &View<'_>, index: usize, instrument: &Instrument, due: Option<Date>) -> Case {
    let known = |known: bool| if known { Truth::Yes } else { Truth::Unknown };
    let draft = match &instrument.draft {
        Maybe::Known(draft) => Truth::from(!draft),
        draft => known(draft.is_absent() || draft.is_not_applicable()),
    };
    let issued = by(&instrument.issued, view.as_of);
    let effective = if is_silent(&instrument.effective) { Truth::Yes } else { by(&instrument.effective, view.as_of) };
    let lasting = match &instrument.expires {
        Maybe::Known(last) => Truth::from(*last >= view.as_of),
        expires => known(is_silent(expires) || expires.is_not_yet_due()),
    };
    let repealed = if is_silent(&instrument.repealed) { Truth::No } else { by(&instrument.repealed, view.as_of) };
    let mut case = Case::yes()
        .field(draft, SECTION, index, "draft")
        .field(issued, SECTION, index, "issued")
        .field(effective, SECTION, index, "effective")
        .field(lasting, SECTION, index, "expires")
        .field(repealed.not(), SECTION, index, "repealed")
        .field(known(instrument.kind.known().is_some()), SECTION, index, "kind")
        .field(known(instrument.number.known().is_some()), SECTION, index, "number")
        .field(known(instrument.issuer.known().is_some()), SECTION, index, "issuer")
        .and(on_file(view, instrument.document.known().into_iter()), || {
            evidence_lack(format!("{}/document", record_pointer(SECTION, index)))
        });
    if let Some(last) = due {
        case = case.field(by(&instrument.issued, last), SECTION, index, "issued");
    }
    case
}

/// What an instrument is asked to lay down.
#[derive(Clone, Debug)]
pub(super) struct Demand {
    /// One of these contents.
    pub(super) of: Vec<Content>,
    /// And, where there are any, one of these too.
    pub(super) with: Vec<Content>,
}

/// How one instrument may serve several demands.
#[derive(Clone, Copy, Debug)]
pub(super) enum Share<'a> {
    /// It may, where it names the article of each of the contents asked for.
    ByArticle(&'a BTreeSet<Content>),
    /// It may not: of the contents that it lays down it counts for the first of the code list, in whatever order it lists them.
    First,
}

/// Whether the instrument lays down what is demanded.
pub(super) fn serves(index: usize, instrument: &Instrument, demand: &Demand, share: Share<'_>) -> Case {
    let main = match share {
        Share::First => first(index, instrument, &demand.of),
        Share::ByArticle(_) => lays_down(index, instrument, &demand.of, share),
    };
    if demand.with.is_empty() { main } else { main.and_case(lays_down(index, instrument, &demand.with, share)) }
}

/// Whether the first content of the code list among those that the instrument lays down is one of these.
fn first(index: usize, instrument: &Instrument, contents: &[Content]) -> Case {
    let covers = &instrument.covers;
    let held: Option<Vec<Content>> = covers.items().iter().map(|covered| covered.content.get()).collect();
    match held.filter(|_| covers.is_whole()) {
        Some(held) if held.iter().min().is_some_and(|first| contents.contains(first)) => Case::yes(),
        Some(_) => Case::no(),
        None => Case::unknown(field_lack(SECTION, index, "covers")),
    }
}

/// Whether the instrument lays down one of the contents, at a named article where it lays down several of those asked for.
fn lays_down(index: usize, instrument: &Instrument, contents: &[Content], share: Share<'_>) -> Case {
    let covers = &instrument.covers;
    let unread = !covers.is_whole() || covers.items().iter().any(|covered| covered.content.get().is_none());
    // an entry that could not be read may be another content asked for
    let several = match share {
        Share::ByArticle(asked) if asked.len() > 1 => {
            let laid: BTreeSet<Content> = covers.items().iter().filter_map(|covered| covered.content.get()).collect();
            unread || laid.intersection(asked).nth(1).is_some()
        }
        Share::ByArticle(_) | Share::First => false,
    };
    let start = if unread { Case::unknown(field_lack(SECTION, index, "covers")) } else { Case::no() };
    covers.iter().fold(start, |found, (place, covered)| match covered.content.get() {
        Some(content) if contents.contains(&content) => {
            let located = if several && covered.article.known().is_none() { Truth::Unknown } else { Truth::Yes };
            let pointer = format!("{}/covers/{place}/article", record_pointer(SECTION, index));
            let lack = || Lack::new(LackKind::Article, pointer, vec![("content", content.code().into())]);
            found.or(Case::yes().and(located, lack))
        }
        _ => found,
    })
}

fn by(date: &Maybe<Date>, day: Date) -> Truth {
    if date.is_not_yet_due() { Truth::No } else { date.get().map(|date| date <= day).into() }
}

fn is_silent(date: &Maybe<Date>) -> bool {
    date.is_absent() || date.is_not_applicable()
}
