//! Series of statistics as rules see them: the figures of one series and territory, by year, by month, and cumulative.
//!
//! They are told apart as in an assessment: the cumulative figure of December is the year's, that of January is January's, and a
//! month that does not say whether it is cumulative belongs to neither. A series of the town whose territory is not said, and
//! what is filed as another series, cannot be compared with anything.

use std::collections::BTreeMap;

use crate::model::kind::{Figure, FigureDetail, Maybe, Status};
use crate::model::{Series, Statistic, Territory};
use crate::quantity::{Date, PartialDate, Quantity};
use crate::validate::fine::Fine;
use crate::validate::monthly::{Line, Point, Tick};
use crate::validate::place::{Row, rows};
use crate::validate::{Context, Found};
use rust_decimal::Decimal;

/// A figure on file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'a> {
    pub(super) row: Row,
    pub(super) record: &'a Statistic,
    pub(super) value: Decimal,
    detail: Option<&'a FigureDetail>,
    field: &'static str,
}

impl Entry<'_> {
    /// Pointer of the figure.
    pub(super) fn pointer(&self) -> String {
        self.row.at(self.field)
    }

    /// The figure as an amount.
    pub(super) fn amount(&self) -> Fine {
        Fine::of(self.value)
    }

    /// Its status, final where nothing is said; none where what is said cannot be read.
    pub(super) fn status(&self) -> Option<Status> {
        match self.detail.map(|detail| &detail.status) {
            None | Some(Maybe::Absent) => Some(Status::Final),
            Some(Maybe::Known(status)) => Some(*status),
            Some(_) => None,
        }
    }

    /// The day on which it stood so, where it is said.
    pub(super) fn stood(&self) -> Option<Date> {
        self.detail.and_then(|detail| detail.as_of.get())
    }

    /// Whether something is said about it in a note.
    pub(super) fn is_noted(&self) -> bool {
        self.record.note.is_stated() || self.detail.is_some_and(|detail| detail.note.is_stated())
    }

    /// Whether it says what was published before.
    pub(super) fn is_revision(&self) -> bool {
        self.detail.is_some_and(|detail| detail.previous.is_stated())
    }
}

/// What a figure covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Span {
    /// A year.
    Year(i32),
    /// A month by itself.
    Single(Tick),
    /// From January to a month, February at the earliest and November at the latest.
    Since(Tick),
}

/// The figures of one series and territory.
#[derive(Clone, Debug)]
pub(super) struct TimeSeries<'a> {
    pub(super) series: Series,
    pub(super) territory: Territory,
    pub(super) on_file: BTreeMap<Span, Vec<Entry<'a>>>,
}

impl<'a> TimeSeries<'a> {
    /// The figure that holds for a span: the one on which all agree, or all that are final where some are not.
    pub(super) fn settled(&self, span: Span) -> Option<&Entry<'a>> {
        let entries = self.on_file.get(&span)?;
        let is_final = |entry: &&Entry<'_>| entry.status() == Some(Status::Final);
        let first = entries.iter().find(is_final).or_else(|| entries.first())?;
        let agrees = |entry: &Entry<'_>| entry.value == first.value;
        let agreed =
            if is_final(&first) { entries.iter().filter(is_final).all(agrees) } else { entries.iter().all(agrees) };
        agreed.then_some(first)
    }

    /// The years on file, in order.
    pub(super) fn years(&self) -> Vec<(i32, &Entry<'a>)> {
        let year = |span: &Span| match span {
            Span::Year(year) => Some((*year, self.settled(*span)?)),
            _ => None,
        };
        self.on_file.keys().filter_map(year).collect()
    }

    /// The cumulative figures of a year, by month.
    pub(super) fn cumulative(&self, year: i32) -> Vec<(u32, &Entry<'a>)> {
        let spans = self.on_file.range(Span::Since(Tick::of(year, 1))..=Span::Since(Tick::of(year, 12)));
        let month = |span: &Span| match span {
            Span::Since(tick) => Some((tick.month().month, self.settled(*span)?)),
            _ => None,
        };
        spans.filter_map(|(span, _)| month(span)).collect()
    }

    /// The figures of single months of a year.
    pub(super) fn months(&self, year: i32) -> Vec<(u32, &Entry<'a>)> {
        let month = |month: u32| Some((month, self.settled(Span::Single(Tick::of(year, month)))?));
        (1..=12).filter_map(month).collect()
    }

    /// The line of single months.
    pub(super) fn line(&self) -> Line<Row> {
        let point = |span: &Span| match span {
            Span::Single(tick) => {
                let entry = self.settled(*span)?;
                Some((*tick, Point { amount: entry.amount(), place: entry.row }))
            }
            _ => None,
        };
        Line::of(self.on_file.keys().filter_map(point).collect())
    }

    /// The years of which anything is on file.
    pub(super) fn all_years(&self) -> Vec<i32> {
        let mut years: Vec<i32> = self
            .on_file
            .keys()
            .map(|span| match span {
                Span::Year(year) => *year,
                Span::Single(tick) | Span::Since(tick) => tick.month().year,
            })
            .collect();
        years.sort_unstable();
        years.dedup();
        years
    }
}

/// The series of amounts of the dossier. What a rule needs and cannot read is noted as not looked at.
pub(super) fn amounts<'a>(context: &Context<'a>, found: &mut Found<'_>) -> Vec<TimeSeries<'a>> {
    gather(
        context,
        found,
        |series| matches!(series, Series::GrossOutput | Series::OnlineRetail),
        "amount",
        |record| &record.amount,
    )
}

/// The series of rates of the dossier.
pub(super) fn rates<'a>(context: &Context<'a>, found: &mut Found<'_>) -> Vec<TimeSeries<'a>> {
    gather(context, found, is_rate, "rate", |record| &record.rate)
}

/// Whether a series gives rates, all of them of the city.
const fn is_rate(series: Series) -> bool {
    matches!(series, Series::CityOutputGrowth | Series::CityGdpGrowth | Series::CityETownOutputGrowth)
}

fn gather<'a, Q: Quantity + 'a>(
    context: &Context<'a>,
    found: &mut Found<'_>,
    wanted: impl Fn(Series) -> bool,
    field: &'static str,
    figure: impl Fn(&'a Statistic) -> &'a Maybe<Figure<Q>>,
) -> Vec<TimeSeries<'a>> {
    let mut all: BTreeMap<(Series, Territory), TimeSeries<'a>> = BTreeMap::new();
    for (row, record) in rows("statistics", &context.dossier.statistics) {
        let series = found.value(&record.series, || row.at("series"));
        let Some(series) = series.copied().filter(|series| wanted(*series)) else { continue };
        let of_city = is_rate(series) && record.territory.is_absent();
        let territory = found.value(&record.territory, || row.at("territory")).copied();
        let Some(territory) = territory.or(of_city.then_some(Territory::City)) else { continue };
        let period = found.value(&record.period, || row.at("period"));
        let cumulative = found.value(&record.cumulative, || row.at("cumulative"));
        let value = found.value(figure(record), || row.at(field));
        let (Some(period), Some(value)) = (period, value) else { continue };
        let Some(span) = span(*period, cumulative.copied()) else { continue };
        let entry =
            Entry { row, record, value: value.value.number().normalize(), detail: value.detail.as_deref(), field };
        let of = all.entry((series, territory)).or_insert_with(|| TimeSeries {
            series,
            territory,
            on_file: BTreeMap::new(),
        });
        of.on_file.entry(span).or_default().push(entry);
    }
    all.into_values().collect()
}

/// What a record of a period covers; quarters and days are no months of a series.
pub(super) fn span(period: PartialDate, cumulative: Option<bool>) -> Option<Span> {
    match period {
        PartialDate::Year(year) => Some(Span::Year(year)),
        PartialDate::Month(year, 12) if cumulative == Some(true) => Some(Span::Year(year)),
        PartialDate::Month(year, 1) => Some(Span::Single(Tick::of(year, 1))),
        PartialDate::Month(year, month) if cumulative == Some(true) => Some(Span::Since(Tick::of(year, month))),
        PartialDate::Month(year, month) if cumulative == Some(false) => Some(Span::Single(Tick::of(year, month))),
        PartialDate::Month(..) | PartialDate::Quarter(..) | PartialDate::Day(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_told_apart_as_in_an_assessment() {
        let of = |period: &str, cumulative| span(PartialDate::parse(period).unwrap(), cumulative);
        assert_eq!(of("2023", None), Some(Span::Year(2023)));
        assert_eq!(of("2023-12", Some(true)), Some(Span::Year(2023)));
        assert_eq!(of("2023-01", Some(true)), of("2023-01", None));
        assert_eq!(of("2023-05", Some(true)), Some(Span::Since(Tick::of(2023, 5))));
        assert_eq!(of("2023-05", Some(false)), Some(Span::Single(Tick::of(2023, 5))));
        for period in ["2023-05", "2023Q2", "2023-05-01"] {
            assert_eq!(of(period, None), None, "{period}");
        }
    }
}
