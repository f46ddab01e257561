//! Lines of monthly figures: gaps, constant runs and months that repeat the year before.

use std::collections::{BTreeMap, BTreeSet};

use crate::quantity::Month;
use crate::validate::fine::Fine;
use crate::validate::slip::{Slip, slips};

/// Months that must agree for a run to be odd: half a year. Two or three months agree by chance or as an estimate carried on;
/// six amounts of money to the last yuan do not.
const RUN: usize = 6;
/// Different amounts that a copied run must hold: one amount repeated is a constant, not a copy.
const DIFFERENT: usize = 3;
/// Months on file that make a series, at least.
const SERIES: usize = 3;

/// Months on either side of one that make the level around it.
const AROUND: i32 = 3;

/// A month as a number, so that neighbours differ by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Tick(i32);

impl Tick {
    /// The number of a month.
    pub(super) fn of(year: i32, month: u32) -> Self {
        let month = i32::try_from(month).unwrap_or(1);
        Self(year.saturating_mul(12).saturating_add(month).saturating_sub(1))
    }

    /// The month so many months later, or earlier.
    #[must_use]
    pub(super) const fn plus(self, months: i32) -> Self {
        Self(self.0.saturating_add(months))
    }

    /// The month.
    pub(super) fn month(self) -> Month {
        let month = self.0.rem_euclid(12).saturating_add(1);
        Month { year: self.0.div_euclid(12), month: u32::try_from(month).unwrap_or(1) }
    }
}

impl From<Month> for Tick {
    fn from(month: Month) -> Self {
        Self::of(month.year, month.month)
    }
}

/// A figure and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Point<P> {
    pub(super) amount: Fine,
    pub(super) place: P,
}

/// A line of monthly figures.
#[derive(Clone, Debug)]
pub(super) struct Line<P>(pub(super) BTreeMap<Tick, Point<P>>);

impl<P> Default for Line<P> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

/// A run of months.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run<'a, P> {
    /// First month.
    pub(super) first: Tick,
    /// Last month.
    pub(super) last: Tick,
    /// The figure of the first month.
    pub(super) point: &'a Point<P>,
    /// How many months.
    pub(super) months: usize,
}

impl<P: Copy> Line<P> {
    /// Runs of one amount, none of them zero.
    pub(super) fn constant(&self) -> Vec<Run<'_, P>> {
        self.runs(|_, point, before| before.is_none_or(|before| before.amount == point.amount))
            .into_iter()
            .map(|(run, _)| run)
            .collect()
    }

    /// Runs of the amounts of the same months a year before.
    pub(super) fn copied(&self) -> Vec<Run<'_, P>> {
        let same = |tick: Tick, point: &Point<P>, _: Option<&Point<P>>| {
            self.0.get(&tick.plus(-12)).is_some_and(|last_year| last_year.amount == point.amount)
        };
        self.runs(same).into_iter().filter(|(_, amounts)| amounts.len() >= DIFFERENT).map(|(run, _)| run).collect()
    }

    /// Runs of months one after another that belong together, long enough to be odd, with their different amounts. The test
    /// gets the month, its figure, and the figure before it in the run.
    fn runs(&self, belongs: impl Fn(Tick, &Point<P>, Option<&Point<P>>) -> bool) -> Vec<(Run<'_, P>, BTreeSet<Fine>)> {
        let mut found = Vec::new();
        let mut open: Option<(Run<'_, P>, BTreeSet<Fine>, &Point<P>)> = None;
        for (tick, point) in &self.0 {
            let goes_on = !point.amount.is_zero()
                && open
                    .as_ref()
                    .is_some_and(|(run, _, last)| run.last.plus(1) == *tick && belongs(*tick, point, Some(last)));
            if let (true, Some((run, amounts, last))) = (goes_on, open.as_mut()) {
                run.last = *tick;
                run.months = run.months.saturating_add(1);
                amounts.insert(point.amount);
                *last = point;
                continue;
            }
            found.extend(open.take().map(|(run, amounts, _)| (run, amounts)));
            if !point.amount.is_zero() && belongs(*tick, point, None) {
                let run = Run { first: *tick, last: *tick, point, months: 1 };
                open = Some((run, BTreeSet::from([point.amount]), point));
            }
        }
        found.extend(open.map(|(run, amounts, _)| (run, amounts)));
        found.retain(|(run, _)| run.months >= RUN);
        found
    }

    /// The amounts of each half year that holds no zero and several amounts, to look them up among other lines.
    pub(super) fn half_years(&self) -> Vec<(Tick, [Fine; RUN])> {
        let points: Vec<(Tick, Fine)> = self.0.iter().map(|(tick, point)| (*tick, point.amount)).collect();
        let mut found = Vec::new();
        for window in points.windows(RUN) {
            let Some((first, _)) = window.first() else { continue };
            let together = window.last().is_some_and(|(last, _)| first.plus(5) == *last);
            let mut amounts = [Fine::default(); RUN];
            for (slot, (_, amount)) in amounts.iter_mut().zip(window) {
                *slot = *amount;
            }
            let different: BTreeSet<Fine> = amounts.iter().copied().collect();
            if together && different.len() >= DIFFERENT && !different.contains(&Fine::default()) {
                found.push((*first, amounts));
            }
        }
        found
    }

    /// Months whose figure differs by a factor between units from those around it; from so many months on file.
    pub(super) fn slips(&self, least: usize) -> Vec<(Tick, &Point<P>, Slip)> {
        let points: Vec<(Tick, &Point<P>)> =
            self.0.iter().filter(|(_, point)| !point.amount.is_zero()).map(|(tick, point)| (*tick, point)).collect();
        if points.len() < least {
            return Vec::new();
        }
        let amounts: Vec<Fine> = points.iter().map(|(_, point)| point.amount).collect();
        let slipped = slips(&amounts).into_iter();
        slipped.filter_map(|(index, slip)| points.get(index).map(|(tick, point)| (*tick, *point, slip))).collect()
    }

    /// Each month with the same month a year before.
    pub(super) fn with_year_before(&self) -> Vec<(Tick, &Point<P>, &Point<P>)> {
        let year_before = |tick: &Tick| self.0.get(&tick.plus(-12));
        self.0.iter().filter_map(|(tick, point)| Some((*tick, point, year_before(tick)?))).collect()
    }

    /// Each month with the level of those around it: the median of the three before it and the three after it, as far as they
    /// are there and not zero, the lower one of two. Months with fewer than three of them have none.
    pub(super) fn with_level_around(&self) -> Vec<(Tick, &Point<P>, Fine)> {
        let level = |tick: Tick| {
            let around = self.0.range(tick.plus(-AROUND)..=tick.plus(AROUND));
            let others = around.filter(|(at, point)| **at != tick && !point.amount.is_zero());
            let mut level: Vec<Fine> = others.map(|(_, point)| point.amount).collect();
            level.sort_unstable();
            let middle = level.len().saturating_sub(1).checked_div(2)?;
            level.get(middle).copied().filter(|_| level.len() >= SERIES)
        };
        self.0.iter().filter_map(|(tick, point)| Some((*tick, point, level(*tick)?))).collect()
    }

    /// The first and the last month: a shop may have opened or closed in the middle of them.
    pub(super) fn ends(&self) -> BTreeSet<Tick> {
        self.0.keys().next().into_iter().chain(self.0.keys().next_back()).copied().collect()
    }
}

/// The months missing between the first and the last of those that are there: the first of them and how many; none where more
/// are missing than there, as that is no monthly series.
pub(super) fn missing(there: &BTreeSet<Tick>) -> Option<(Tick, usize)> {
    let (first, last) = (there.first()?, there.last()?);
    let span = usize::try_from(last.0.saturating_sub(first.0)).ok()?.saturating_add(1);
    let count = span.saturating_sub(there.len());
    if count == 0 || there.len() < SERIES || count >= there.len() {
        return None;
    }
    let next = there.iter().zip(there.iter().skip(1)).find(|(tick, next)| tick.plus(1) != **next)?;
    Some((next.0.plus(1), count))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::Decimal;

    fn line(first: (i32, u32), amounts: &[i64]) -> Line<usize> {
        let start = Tick::of(first.0, first.1);
        let points = amounts.iter().enumerate().map(|(index, amount)| {
            let tick = start.plus(i32::try_from(index).unwrap());
            (tick, Point { amount: Fine::of(Decimal::from(*amount)), place: index })
        });
        Line(points.collect())
    }

    #[test]
    fn a_month_comes_back_as_it_went_in() {
        for (year, month) in [(1900, 1), (2023, 12), (2099, 6)] {
            assert_eq!(Tick::of(year, month).month(), Month { year, month });
        }
        assert_eq!(Tick::of(2023, 12).plus(1), Tick::of(2024, 1));
    }

    #[test]
    fn six_months_of_one_amount_are_a_run_and_five_are_none() {
        let runs =
            |amounts: &[i64]| line((2023, 1), amounts).constant().iter().map(|run| run.months).collect::<Vec<_>>();
        assert_eq!(runs(&[7, 5, 5, 5, 5, 5]), [0; 0]);
        assert_eq!(runs(&[7, 5, 5, 5, 5, 5, 5, 8]), [6]);
        assert_eq!(runs(&[5; 7]), [7]);
        assert_eq!(runs(&[0; 12]), [0; 0]);
        let mut gap = line((2023, 1), &[5; 8]);
        gap.0.remove(&Tick::of(2023, 4));
        assert_eq!(gap.constant().len(), 0);
    }

    #[test]
    fn half_a_year_of_last_years_amounts_is_copied() {
        let of = |changed: usize| {
            let year: Vec<i64> = (1..=12).map(|month| month * 10).collect();
            let mut next = year.clone();
            next[changed] = 1;
            line((2022, 1), &[year, next].concat()).copied().iter().map(|run| run.months).collect::<Vec<_>>()
        };
        assert_eq!(of(0), [11]);
        assert_eq!(of(5), [6]);
        assert_eq!(of(6), [6]);
        let short = line((2022, 1), &[[1, 2, 3, 4, 5, 9, 9, 9, 9, 9, 9, 9].as_slice(), &[1, 2, 3, 4, 5, 8]].concat());
        assert_eq!(short.copied().len(), 0);
        assert_eq!(line((2022, 1), &[5; 24]).copied().len(), 0);
    }

    #[test]
    fn half_years_hold_months_one_after_another() {
        assert_eq!(line((2023, 1), &[1, 2, 3, 4, 5]).half_years().len(), 0);
        assert_eq!(line((2023, 1), &[1, 2, 3, 4, 5, 6, 7]).half_years().len(), 2);
        assert_eq!(line((2023, 1), &[1, 1, 1, 2, 2, 2]).half_years().len(), 0);
        assert_eq!(line((2023, 1), &[1, 2, 3, 0, 5, 6]).half_years().len(), 0);
    }

    #[test]
    fn the_level_around_a_month_leaves_the_month_out() {
        let level = |amounts: &[i64], place: usize| {
            let line = line((2023, 1), amounts);
            let found = line.with_level_around().into_iter().find(|(_, point, _)| point.place == place);
            found.map(|(.., level)| level.param().to_string())
        };
        assert_eq!(level(&[10, 20, 30, 999, 40, 50, 60, 70], 3).as_deref(), Some("30"));
        assert_eq!(level(&[999, 40, 50, 60, 1], 0).as_deref(), Some("50"));
        assert_eq!(level(&[999, 40, 50], 0), None);
        assert_eq!(level(&[999, 40, 0, 50], 0), None);
        assert_eq!(line((2023, 1), &[1, 2, 3]).ends(), BTreeSet::from([Tick::of(2023, 1), Tick::of(2023, 3)]));
    }

    #[test]
    fn months_missing_inside_a_series_are_counted() {
        let of = |months: &[u32]| {
            let there = months.iter().map(|month| Tick::of(2023, *month)).collect();
            missing(&there).map(|(first, count)| (first.month().month, count))
        };
        assert_eq!(of(&[1, 2, 4, 5, 7]), Some((3, 2)));
        assert_eq!(of(&[3, 4, 5]), None);
        assert_eq!(of(&[3, 6, 9, 12]), None);
        assert_eq!(of(&[1, 3]), None);
        assert_eq!(of(&[1, 2, 4]), Some((3, 1)));
        assert_eq!(of(&[]), None);
    }
}
