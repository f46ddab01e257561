//! What a measure answers: how much, from which facts, how sure.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::lack::{Lack, LackKind, Note};
use super::repeated::Repeated;
use super::truth::Truth;
use super::view::View;
use crate::json::Param;
use crate::model::kind::{Record, Section};
use crate::quantity::{Date, Exact};

/// A measured value, or what bounds it.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// At least `least`, at most `most`; no `most` when nothing bounds it from above.
    Number {
        /// Least value under any completion of the missing data.
        least: Exact,
        /// Greatest value under any completion, if there is one.
        most: Option<Exact>,
    },
    /// Yes, no or unknown.
    Truth(Truth),
    /// A set of codes.
    Set {
        /// Those that are there for sure.
        has: BTreeSet<String>,
        /// Whether others may be there.
        open: bool,
    },
    /// Nothing is known, not even a bound.
    Unknown,
    /// The question does not arise; the note says why.
    NotApplicable,
    /// Sources disagree; the evidence names them.
    Conflict,
}

/// An exemption as recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exempted {
    /// Complete, at this pointer.
    Complete(String),
    /// Recorded without a part that it needs.
    Lacking(Lack),
}

/// The answer of a measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// The value.
    pub value: Value,
    /// JSON Pointers of the facts that it rests on.
    pub evidence: Vec<String>,
    /// What would settle it, where it is not settled.
    pub lacks: Vec<Lack>,
    /// What is worth knowing.
    pub notes: Vec<Note>,
    /// Whether a provisional or estimated figure is among the facts.
    pub provisional: bool,
    /// An exemption from a floor area, if one is recorded.
    pub exemption: Option<Exempted>,
}

impl Measured {
    /// A value without facts yet.
    pub fn of(value: Value) -> Self {
        Self { value, evidence: vec![], lacks: vec![], notes: vec![], provisional: false, exemption: None }
    }

    /// A known number.
    pub fn number(number: Exact) -> Self {
        Self::of(Value::Number { least: number.clone(), most: Some(number) })
    }

    /// A number of which nothing is known but that it is not negative.
    pub fn unknown_number() -> Self {
        Self::of(Value::Number { least: Exact::zero(), most: None })
    }

    /// Yes, no or unknown.
    pub fn truth(truth: Truth) -> Self {
        Self::of(Value::Truth(truth))
    }

    /// The question does not arise.
    pub fn not_applicable(note: Note) -> Self {
        Self { notes: vec![note], ..Self::of(Value::NotApplicable) }
    }

    /// Adds one piece of evidence.
    #[must_use]
    pub fn seen(mut self, pointer: impl Into<String>) -> Self {
        self.evidence.push(pointer.into());
        self
    }

    /// Adds one lack.
    #[must_use]
    pub fn lacking(mut self, lack: Lack) -> Self {
        self.lacks.push(lack);
        self
    }

    /// Adds one note.
    #[must_use]
    pub fn noting(mut self, note: Note) -> Self {
        self.notes.push(note);
        self
    }
}

/// One record under a question: whether it counts, and what is missing to say so.
#[derive(Clone, Debug)]
pub struct Case {
    /// Whether it counts.
    pub truth: Truth,
    /// What is missing, while it is unknown.
    pub lacks: Vec<Lack>,
}

impl Case {
    /// A record that counts until something speaks against it.
    pub fn yes() -> Self {
        Self { truth: Truth::Yes, lacks: Vec::new() }
    }

    /// The record counts only if this holds too; `lack` says what would settle it.
    #[must_use]
    pub fn and(mut self, truth: Truth, lack: impl FnOnce() -> Lack) -> Self {
        self.truth = self.truth.and(truth);
        match self.truth {
            Truth::No => self.lacks.clear(),
            _ if truth == Truth::Unknown => self.lacks.push(lack()),
            _ => {}
        }
        self
    }

    /// As [`Case::and`], where a field of the record settles it.
    #[must_use]
    pub fn field(self, truth: Truth, section: &str, index: usize, field: &'static str) -> Self {
        self.and(truth, || field_lack(section, index, field))
    }

    /// The record counts only if the other case does too.
    #[must_use]
    pub fn and_case(mut self, other: Self) -> Self {
        self.truth = self.truth.and(other.truth);
        if self.truth == Truth::No {
            self.lacks.clear();
        } else {
            self.lacks.extend(other.lacks);
        }
        self
    }

    /// A record that does not count until something speaks for it.
    pub fn no() -> Self {
        Self { truth: Truth::No, lacks: Vec::new() }
    }

    /// A record of which it is not known whether it counts; the lack says what would settle it.
    pub fn unknown(lack: Lack) -> Self {
        Self { truth: Truth::Unknown, lacks: vec![lack] }
    }

    /// The record counts if the other case does, too.
    #[must_use]
    pub fn or(mut self, other: Self) -> Self {
        self.truth = self.truth.or(other.truth);
        if self.truth == Truth::Yes {
            self.lacks.clear();
        } else {
            self.lacks.extend(other.lacks);
        }
        self
    }
}

/// A lack of one field of one record.
pub fn field_lack(section: &str, index: usize, field: &'static str) -> Lack {
    Lack::new(LackKind::Field, format!("/{section}/items/{index}/{field}"), vec![("field", field.into())])
}

/// Pointer of a record.
pub fn record_pointer(section: &str, index: usize) -> String {
    // by hand: many thousands are made
    let mut pointer = String::with_capacity(section.len().saturating_add(16));
    pointer.push('/');
    pointer.push_str(section);
    pointer.push_str("/items/");
    pointer.push_str(&index.to_string());
    pointer
}

/// What a section's completeness means for a count over it: the lacks, and whether anything may be missing. A section is
/// complete up to the day it was kept, so one that ends before the day looked at is not.
pub fn section_lacks<T: Record>(view: &View<'_>, section: &'static str, records: &Section<T>) -> Vec<Lack> {
    let pointer = format!("/{section}");
    let params = || vec![("section", Param::from(section))];
    let mut lacks = Vec::new();
    if !records.is_given() {
        lacks.push(Lack::new(LackKind::SectionAbsent, pointer, params()));
        return lacks;
    }
    if records.items.refused() > 0 {
        let mut params = params();
        params.push(("count", records.items.refused().into()));
        lacks.push(Lack::new(LackKind::RecordsRefused, pointer.clone(), params));
    }
    if records.head.complete.get() != Some(true) || !records.items.is_given() {
        lacks.push(Lack::new(LackKind::SectionIncomplete, pointer, params()));
    } else {
        match kept_until(view, records) {
            Some(kept) if kept >= view.as_of => {}
            Some(kept) => {
                let mut params = params();
                params.push(("until", kept.to_string().into()));
                lacks.push(Lack::new(LackKind::SectionEnds, pointer, params));
            }
            // complete up to a day that nobody names
            None => lacks.push(Lack::new(LackKind::Field, "/as_of", vec![("field", "as_of".into())])),
        }
    }
    lacks
}

/// The day up to which a section was kept: its own, else that of the dossier.
fn kept_until<T>(view: &View<'_>, records: &Section<T>) -> Option<Date> {
    records.head.as_of.get().or_else(|| view.dossier.as_of.get())
}

/// A count of records in three-valued logic: those that count, those that may, and whether others may exist.
#[derive(Clone, Debug)]
pub struct Tally {
    section: &'static str,
    repeated: Rc<Repeated>,
    shared: BTreeMap<usize, Vec<(usize, Case)>>,
    yes: usize,
    maybe: usize,
    refused: usize,
    declared_complete: bool,
    evidence: Vec<String>,
    lacks: Vec<Lack>,
    section_lacks: Vec<Lack>,
}

impl Tally {
    /// A count over a section of the dossier.
    pub fn over<T: Record>(view: &View<'_>, section: &'static str, records: &Section<T>) -> Self {
        Self::grouped(view, section, records, Rc::new(Repeated::of(records)))
    }

    /// A count over records of which these may be one and the same, whatever their identifiers.
    pub(super) fn grouped<T: Record>(
        view: &View<'_>,
        section: &'static str,
        records: &Section<T>,
        repeated: Rc<Repeated>,
    ) -> Self {
        let section_lacks = section_lacks(view, section, records);
        Self {
            section,
            repeated,
            shared: BTreeMap::new(),
            yes: 0,
            maybe: 0,
            refused: records.items.refused(),
            declared_complete: section_lacks.iter().all(|lack| lack.kind == LackKind::RecordsRefused),
            evidence: vec![],
            lacks: vec![],
            section_lacks,
        }
    }

    /// Counts one record. Records that share an identifier may be one and the same: together they count for one at least if
    /// each of them counts, and for as many as there are at most.
    pub fn count(&mut self, index: usize, case: Case) {
        match self.repeated.group(index) {
            Some(group) => self.shared.entry(group).or_default().push((index, case)),
            None => self.add(index, case),
        }
    }

    fn add(&mut self, index: usize, case: Case) {
        match case.truth {
            Truth::Yes => {
                self.yes = self.yes.saturating_add(1);
                self.evidence.push(record_pointer(self.section, index));
            }
            Truth::Unknown => {
                self.maybe = self.maybe.saturating_add(1);
                self.lacks.extend(case.lacks);
            }
            Truth::No => {}
        }
    }

    /// Counts the records that share an identifier.
    fn settle(mut self) -> Self {
        for cases in std::mem::take(&mut self.shared).into_values() {
            let every = cases.iter().all(|(_, case)| case.truth == Truth::Yes);
            let counted: Vec<(usize, Case)> = cases.into_iter().filter(|(_, case)| case.truth != Truth::No).collect();
            let indices = counted.iter().map(|(index, _)| *index).collect();
            for (place, (index, mut case)) in counted.into_iter().enumerate() {
                if !every || place > 0 {
                    case.truth = Truth::Unknown;
                }
                self.add(index, case);
            }
            self.lacks.extend(Repeated::lacks(self.section, &indices));
        }
        self
    }

    /// The count as bounds.
    pub fn finish(self) -> Measured {
        self.settle().bounds()
    }

    fn bounds(self) -> Measured {
        let most = self
            .declared_complete
            .then(|| Exact::count(self.yes.saturating_add(self.maybe).saturating_add(self.refused)));
        Measured {
            evidence: self.evidence,
            lacks: self.lacks.into_iter().chain(self.section_lacks).collect(),
            ..Measured::of(Value::Number { least: Exact::count(self.yes), most })
        }
    }

    /// Whether one at least counts; that two may be one and the same does not matter here.
    pub fn any(mut self) -> Measured {
        for (index, case) in std::mem::take(&mut self.shared).into_values().flatten() {
            self.add(index, case);
        }
        self.some()
    }

    fn some(self) -> Measured {
        let truth = if self.yes > 0 {
            Truth::Yes
        } else if self.maybe > 0 || self.refused > 0 || !self.declared_complete {
            Truth::Unknown
        } else {
            Truth::No
        };
        Measured {
            evidence: self.evidence,
            lacks: self.lacks.into_iter().chain(self.section_lacks).collect(),
            ..Measured::truth(truth)
        }
    }
}

/// A set of codes collected in three-valued logic.
#[derive(Clone, Debug)]
pub struct Collected {
    has: BTreeSet<String>,
    open: bool,
    evidence: Vec<String>,
    lacks: Vec<Lack>,
}

impl Collected {
    /// A set collected over a section of the dossier.
    pub fn over<T: Record>(view: &View<'_>, section: &'static str, records: &Section<T>) -> Self {
        Self::with(section_lacks(view, section, records))
    }

    /// A set that is open while there are lacks.
    pub fn with(lacks: Vec<Lack>) -> Self {
        Self { has: BTreeSet::new(), open: !lacks.is_empty(), evidence: vec![], lacks }
    }

    /// Adds codes that one place gives, if the place counts.
    pub fn add<'a>(&mut self, pointer: impl FnOnce() -> String, case: Case, codes: impl IntoIterator<Item = &'a str>) {
        match case.truth {
            Truth::Yes => {
                let before = self.has.len();
                for code in codes {
                    if !self.has.contains(code) {
                        self.has.insert(code.to_owned());
                    }
                }
                if self.has.len() > before {
                    self.evidence.push(pointer());
                }
            }
            Truth::Unknown => {
                self.open = true;
                self.lacks.extend(case.lacks);
            }
            Truth::No => {}
        }
    }

    /// Says that more may be there, and what would settle it.
    pub fn may_have_more(&mut self, lack: Lack) {
        self.open = true;
        self.lacks.push(lack);
    }

    /// The set.
    pub fn finish(self) -> Measured {
        Measured {
            evidence: self.evidence,
            lacks: self.lacks,
            ..Measured::of(Value::Set { has: self.has, open: self.open })
        }
    }
}
