//! What a measure sees: the facts, the day, the year, the readings in force.

use std::collections::BTreeMap;

use super::index::Index;
use super::measured::record_pointer;
use super::on_file::{on_file, proves};
use super::truth::Truth;
use crate::model::kind::{List, Maybe, Ref};
use crate::model::{CountyTier, Document, Dossier, ToDocument, Town};
use crate::plan::Plan;
use crate::quantity::{Date, PartialDate};

/// The facts under one set of options. A measure reads it and nothing else.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The dossier.
    pub dossier: &'a Dossier,
    /// The plan.
    pub plan: &'a Plan,
    /// The year that an annual measure looks at.
    pub year: i32,
    /// The day up to which facts count.
    pub as_of: Date,
    /// The tier under which thresholds are taken, if it is settled.
    pub tier: Option<CountyTier>,
    pub(super) readings: &'a BTreeMap<String, String>,
    pub(super) index: &'a Index<'a>,
    /// The readings that the criterion at hand lists; the others stand at the plan's default for it.
    pub(super) scope: Option<&'a [String]>,
}

impl<'a> View<'a> {
    /// The option in force for a reading, as far as the criterion at hand is open to it: where a criterion does not list the
    /// reading, the register does not touch its clause and the plan's default holds.
    pub fn reading(&self, id: &str) -> &'a str {
        if self.scope.is_some_and(|scope| !scope.iter().any(|listed| listed == id)) {
            return self.plan.reading(id).map_or("", |reading| reading.default.as_str());
        }
        self.readings.get(id).map_or("", String::as_str)
    }

    /// Whether a reading stands at an option.
    pub fn reads(&self, id: &str, option: &str) -> bool {
        self.reading(id) == option
    }

    /// The town, if it is described.
    pub fn town(&self) -> Option<&'a Town> {
        self.dossier.town.known()
    }

    /// The evidence document of an identifier.
    pub fn document(&self, id: &str) -> Option<&'a Document> {
        self.index.documents.get(id).map(|(_, document)| *document)
    }

    /// Pointers of the documents on file that these references lead to.
    pub fn files(&self, evidence: &List<Ref<ToDocument>>) -> Vec<String> {
        let mut found: Vec<usize> = evidence
            .items()
            .iter()
            .filter_map(|reference| self.index.documents.get(reference.as_str()))
            .filter(|(_, document)| proves(self.as_of, document))
            .map(|(index, _)| *index)
            .collect();
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|index| record_pointer("documents", index)).collect()
    }

    /// Whether one at least of these references leads to a document on file: with a digest, issued by the as-of date.
    pub fn on_file(&self, evidence: &List<Ref<ToDocument>>) -> bool {
        on_file(self, evidence.items().iter()) == Truth::Yes
    }

    /// The same facts in another year.
    #[must_use]
    pub fn in_other_year(self, year: i32) -> Self {
        Self { year, ..self }
    }

    /// Last day of the year looked at.
    pub fn year_end(&self) -> Option<Date> {
        Date::last_of_year(self.year)
    }

    /// The same facts as they stood at the end of the year looked at, or at the as-of date before it.
    #[must_use]
    pub fn through_the_year(self) -> Self {
        Self { as_of: self.year_end().map_or(self.as_of, |end| end.min(self.as_of)), ..self }
    }

    /// Whether the year looked at is over at the as-of date.
    pub fn year_is_over(&self) -> bool {
        self.year_end().is_some_and(|end| end <= self.as_of)
    }

    /// Whether something dated so has happened by the as-of date; a date that is not yet due says that it has not.
    pub fn happened(&self, date: &Maybe<PartialDate>) -> Truth {
        if date.is_not_yet_due() {
            return Truth::No;
        }
        date.get().map_or(Truth::Unknown, |date| date.by(self.as_of).into())
    }

    /// Whether something is done by the as-of date; a date that is not yet due, or does not apply, says that it is not.
    pub fn done(&self, date: &Maybe<PartialDate>) -> Truth {
        if date.is_not_applicable() { Truth::No } else { self.happened(date) }
    }

    /// As [`View::done`], of a day.
    pub fn done_on(&self, day: &Maybe<Date>) -> Truth {
        if day.is_not_yet_due() { Truth::No } else { holds(day, |day| *day <= self.as_of) }
    }

    /// Whether something dated so happened in the year looked at and by the as-of date.
    pub fn in_year(&self, date: &Maybe<PartialDate>) -> Truth {
        let in_it = date.get().map_or(Truth::Unknown, |date| (date.year() == self.year).into());
        in_it.and(self.happened(date))
    }

    /// Whether something has ended by the as-of date; no date of an end means that it has not.
    pub fn ended(&self, date: &Maybe<PartialDate>) -> Truth {
        if date.is_absent() || date.is_not_applicable() { Truth::No } else { self.happened(date) }
    }

    /// Whether a fostering or training counts under reading R27: since the declared start of the programme, unless
    /// `everything` is read.
    pub fn fostered(&self, from: &Maybe<PartialDate>) -> Truth {
        let begun = self.happened(from);
        if self.reads("R27", "everything") { begun } else { begun.and(self.since_start(from)) }
    }

    /// Whether a date lies at or after the declared start of the programme.
    pub fn since_start(&self, date: &Maybe<PartialDate>) -> Truth {
        let (Some(start), Some(date)) = (self.start(), date.get()) else { return Truth::Unknown };
        match (start.first(), start.last(), date.first(), date.last()) {
            // a start known to the month begins with its first day
            (Some(start), _, Some(first), _) if first >= start => Truth::Yes,
            (Some(start), _, _, Some(last)) if last < start => Truth::No,
            _ => Truth::Unknown,
        }
    }

    /// The declared start of the programme, if it lies before the as-of date: one that does not is no start yet.
    pub fn start(&self) -> Option<PartialDate> {
        let start = self.town().and_then(|town| town.programme_start.get());
        start.filter(|start| start.first().is_some_and(|first| first <= self.as_of))
    }

    /// Whether the start of the programme is what a question about [`View::since_start`] lacks.
    pub fn start_is_unknown(&self) -> bool {
        self.start().is_none()
    }
}

/// Whether a field's value passes a test; a field that does not apply does not.
pub fn holds<T>(field: &Maybe<T>, test: impl FnOnce(&T) -> bool) -> Truth {
    match field.known() {
        Some(value) => test(value).into(),
        None if field.is_not_applicable() => Truth::No,
        None => Truth::Unknown,
    }
}
