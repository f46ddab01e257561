//! Figures of a series for a year: from which records they are taken, and how sure they are.
//!
//! The year's figure is what a yearly record says, or the cumulative figure of December; where there is neither, the sum of
//! twelve monthly or four quarterly figures. Records that give the same figure must agree. As amounts are never negative, months on file bound
//! the year from below, even while it is running.
//!
//! Where the year's figure and its months contradict each other, both stand: a verdict that is the same under either holds,
//! any other is a conflict. A final figure of the year replaces months that are provisional.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::lack::{Lack, LackKind, Note, NoteKind};
use super::measured::{Measured, Value, field_lack, record_pointer, section_lacks};
use super::view::View;
use crate::model::kind::{Code, Figure, Maybe};
use crate::model::{Series, Statistic, Territory};
use crate::quantity::{Exact, Money, PartialDate, Quantity, Ratio, compare};

const SECTION: &str = "statistics";

/// One figure on file.
#[derive(Clone, Debug)]
struct Entry {
    value: Exact,
    provisional: bool,
    pointer: String,
}

/// What is on file for a series and a year, by the as-of date.
#[derive(Clone, Debug, Default)]
struct OnFile {
    year: Vec<Entry>,
    quarters: BTreeMap<u32, Vec<Entry>>,
    months: BTreeMap<u32, Vec<Entry>>,
    cumulative: BTreeMap<u32, Vec<Entry>>,
    lacks: Vec<Lack>,
}

impl View<'_> {
    /// The amount of the town's series in the year, on the statistical territory of reading R23.
    pub(super) fn amount(&self, series: Series) -> Measured {
        let territory = match self.reading("R23") {
            "core-area" => Territory::CoreArea,
            "host-townships" => Territory::HostTownships,
            _ => Territory::Site,
        };
        let on_file = self.on_file_of::<Money>(
            series,
            |at| at.get().map(|at| at == territory),
            |record| ("amount", &record.amount),
        );
        on_file.amount(self, series)
    }

    /// The city's rate of growth in the year that reading R20 compares with.
    pub(super) fn city_rate(&self) -> Measured {
        let series = match self.reading("R20") {
            "gdp" => Series::CityGdpGrowth,
            "e-town-mean" => Series::CityETownOutputGrowth,
            _ => Series::CityOutputGrowth,
        };
        let on_file = self.on_file_of::<Ratio>(
            series,
            |at| if at.is_absent() { Some(true) } else { at.get().map(|at| at == Territory::City) },
            |record| ("rate", &record.rate),
        );
        match agreed(&on_file.year) {
            Some(measured) => measured,
            None => Measured { lacks: on_file.what_lacks(self, series), ..Measured::of(Value::Unknown) },
        }
    }

    /// Growth of the town's series on the year before, in percent: never below −100, as amounts are not negative. It does
    /// not apply to a year before the town's completion (R21).
    pub(super) fn growth(&self, series: Series) -> Measured {
        let unknown = Measured::of(Value::Number { least: Exact::whole(-100), most: None });
        self.once_built(unknown, || self.grown(series))
    }

    /// What is asked of the town once it is built: it does not arise in a year before the declared completion.
    pub(super) fn once_built(&self, unknown: Measured, measure: impl FnOnce() -> Measured) -> Measured {
        match self.town().and_then(|town| town.completed.get()) {
            None => unknown.lacking(Lack::new(LackKind::Completion, "/town/completed", vec![])),
            Some(completed) if completed.year() > self.year => {
                let year = i64::from(self.year).into();
                let note = Note::new(NoteKind::BeforeCompletion, "/town/completed", vec![("year", year)]);
                Measured::not_applicable(note).seen("/town/completed")
            }
            Some(_) => measure(),
        }
    }

    fn grown(&self, series: Series) -> Measured {
        let unknown = || Measured::of(Value::Number { least: Exact::whole(-100), most: None });
        let now = self.amount(series);
        let before = self.in_other_year(self.year.saturating_sub(1)).amount(series);
        let mut lacks = [now.lacks, before.lacks].concat();
        let value = match (now.value, before.value) {
            (Value::Number { least, most }, Value::Number { least: base, most: base_most }) => {
                if base.is_zero() && base_most.as_ref().is_some_and(Exact::is_zero) {
                    let params = vec![("series", series.code().into())];
                    let pointer = before.evidence.first().cloned().unwrap_or_default();
                    lacks.push(Lack::new(LackKind::BaseOfZero, pointer, params));
                    unknown().value
                } else {
                    let from = |now: &Exact, before: &Exact| now.growth_from(before);
                    Value::Number {
                        least: base_most.and_then(|base| from(&least, &base)).unwrap_or_else(|| Exact::whole(-100)),
                        most: most.and_then(|most| from(&most, &base)),
                    }
                }
            }
            _ => Value::Conflict,
        };
        Measured {
            evidence: [now.evidence, before.evidence].concat(),
            notes: [now.notes, before.notes].concat(),
            lacks,
            provisional: now.provisional || before.provisional,
            ..Measured::of(value)
        }
    }

    /// The records of a series in the year, told apart by what they cover.
    fn on_file_of<Q: Quantity>(
        &self,
        series: Series,
        here: impl Fn(&Maybe<Territory>) -> Option<bool>,
        figure: impl for<'r> Fn(&'r Statistic) -> (&'static str, &'r Maybe<Figure<Q>>),
    ) -> OnFile {
        let mut out = OnFile::default();
        for (index, record) in self.dossier.statistics.iter() {
            let period = record.period.get();
            let (place, (name, figure)) = (here(&record.territory), figure(record));
            let other = record.series.get().is_some_and(|held| held != series)
                || period.is_some_and(|period| !self.covers(period))
                || place == Some(false);
            if other {
                continue;
            }
            let monthly = matches!(period, Some(PartialDate::Month(_, month)) if month > 1);
            let figure = figure.known();
            let sourced = record.source.known().is_some()
                || figure.and_then(source_of).is_some()
                || self.on_file(&record.evidence);
            let unknown = [
                ("series", record.series.known().is_none()),
                ("period", period.is_none()),
                ("territory", place.is_none()),
                ("cumulative", monthly && record.cumulative.known().is_none()),
                ("source", !sourced),
                (name, figure.is_none()),
            ];
            let before = out.lacks.len();
            out.lacks.extend(
                unknown.into_iter().filter(|(_, unknown)| *unknown).map(|(f, _)| field_lack(SECTION, index, f)),
            );
            if let (Some(figure), Some(period)) = (figure, period)
                && out.lacks.len() == before
            {
                out.add(
                    period,
                    record.cumulative.get() == Some(true),
                    Entry {
                        value: Exact::decimal(figure.value.number()),
                        provisional: figure.is_provisional(),
                        pointer: record_pointer(SECTION, index),
                    },
                );
            }
        }
        let refused = section_lacks(self, SECTION, &self.dossier.statistics);
        out.lacks.extend(refused.into_iter().filter(|lack| lack.kind == LackKind::RecordsRefused));
        out
    }

    /// Whether a period is the year, or a month of it, and over at the as-of date.
    fn covers(&self, period: PartialDate) -> bool {
        matches!(period, PartialDate::Year(_) | PartialDate::Quarter(..) | PartialDate::Month(..))
            && period.year() == self.year
            && period.by(self.as_of) == Some(true)
    }
}

impl OnFile {
    fn add(&mut self, period: PartialDate, cumulative: bool, entry: Entry) {
        match period {
            PartialDate::Quarter(_, quarter) => self.quarters.entry(quarter).or_default().push(entry),
            PartialDate::Month(_, 12) if cumulative => self.year.push(entry),
            // January alone and since January are the same
            PartialDate::Month(_, month) if cumulative && month > 1 => {
                self.cumulative.entry(month).or_default().push(entry);
            }
            PartialDate::Month(_, month) => self.months.entry(month).or_default().push(entry),
            _ => self.year.push(entry),
        }
    }

    /// The amount of the year, or what bounds it.
    fn amount(&self, view: &View<'_>, series: Series) -> Measured {
        let (quarters, months) = (self.of_quarters(), self.of_months(view, series));
        let parts = match (&quarters.value, &months.value) {
            // four quarters are the year; fewer, or months that say more, bound it only
            (Value::Number { most: Some(_), .. }, Value::Number { most: Some(_), .. }) => months.against(quarters),
            (Value::Number { most: Some(_), .. }, Value::Number { .. }) => quarters.against(months),
            (Value::Number { least: low, .. }, Value::Number { least: other, most: None }) if low > other => {
                Measured { lacks: months.lacks, ..quarters }
            }
            _ => months,
        };
        match agreed(&self.year) {
            Some(year) => year.against(parts),
            None => parts,
        }
    }

    /// What the quarterly figures say of the year; quarters that disagree say nothing.
    fn of_quarters(&self) -> Measured {
        let mut sum = Measured::number(Exact::zero());
        let (mut least, mut told) = (Exact::zero(), 0usize);
        for quarter in self.quarters.values().filter_map(|entries| agreed(entries)) {
            let Value::Number { least: amount, .. } = &quarter.value else { continue };
            least = least.plus(amount);
            told = told.saturating_add(1);
            sum.evidence.extend(quarter.evidence);
            sum.provisional |= quarter.provisional;
        }
        sum.value = Value::Number { most: (told == 4).then(|| least.clone()), least };
        sum
    }

    /// What the monthly and cumulative figures say of the year.
    fn of_months(&self, view: &View<'_>, series: Series) -> Measured {
        let mut sum = Measured::number(Exact::zero());
        let mut least = Exact::zero();
        for month in self.months.values().filter_map(|entries| agreed(entries)) {
            let Value::Number { least: amount, .. } = &month.value else { return month };
            least = least.plus(amount);
            sum.evidence.extend(month.evidence);
            sum.provisional |= month.provisional;
        }
        if self.months.len() == 12 {
            sum.value = Value::Number { least: least.clone(), most: Some(least) };
            return sum;
        }
        for month in self.cumulative.values().filter_map(|entries| agreed(entries)) {
            let Value::Number { least: amount, .. } = &month.value else { return month };
            if *amount > least {
                least = amount.clone();
                sum = month;
            }
        }
        sum.lacks = self.what_lacks(view, series);
        sum.value = Value::Number { least, most: None };
        sum
    }

    /// Why the year's figure is not there.
    fn what_lacks(&self, view: &View<'_>, series: Series) -> Vec<Lack> {
        let year = i64::from(view.year);
        let lack = if view.year_is_over() {
            let params = vec![("series", series.code().into()), ("period", year.into())];
            Lack::new(LackKind::Statistic, format!("/{SECTION}"), params)
        } else {
            Lack::new(LackKind::YearNotOver, "", vec![("year", year.into())])
        };
        [vec![lack], self.lacks.clone()].concat()
    }
}

impl Measured {
    /// A figure of the year beside what its months say: as it is where they bear it out, else within both.
    fn against(mut self, months: Self) -> Self {
        let (Value::Number { least: year, most: Some(_) }, Value::Number { least: low, most: high }) =
            (&self.value, &months.value)
        else {
            // months that disagree among themselves say nothing about the year
            return self;
        };
        let order = compare(low, year);
        let contradicts = order == Ordering::Greater || (high.is_some() && order != Ordering::Equal);
        if !contradicts {
            return self;
        }
        let params = vec![("year", year.to_string().into()), ("months", low.to_string().into())];
        let at = self.evidence.first().cloned().unwrap_or_default();
        self.notes.push(Note::new(NoteKind::MonthsDiffer, at, params));
        if months.provisional && !self.provisional {
            return self;
        }
        let most = high.as_ref().map(|high| if order == Ordering::Less { year.clone() } else { high.clone() });
        let least = if order == Ordering::Less { low.clone() } else { year.clone() };
        self.value = Value::Number { least, most };
        self.provisional |= months.provisional;
        self.evidence.extend(months.evidence);
        self.lacks = self.evidence.iter().map(|at| Lack::new(LackKind::Conflict, at.clone(), vec![])).collect();
        self
    }
}

/// The figure that all entries give, or the conflict between them; nothing where there is none.
fn agreed(entries: &[Entry]) -> Option<Measured> {
    let first = entries.first()?;
    let evidence: Vec<String> = entries.iter().map(|entry| entry.pointer.clone()).collect();
    if entries.iter().any(|entry| entry.value != first.value) {
        let lacks = evidence.iter().map(|pointer| Lack::new(LackKind::Conflict, pointer.clone(), vec![])).collect();
        return Some(Measured { evidence, lacks, ..Measured::of(Value::Conflict) });
    }
    let provisional = entries.iter().all(|entry| entry.provisional);
    Some(Measured { evidence, provisional, ..Measured::number(first.value.clone()) })
}

/// The source that a figure names itself.
fn source_of<Q: Quantity>(figure: &Figure<Q>) -> Option<&crate::model::kind::Short> {
    figure.detail.as_ref().and_then(|detail| detail.source.known())
}
