//! Lines of monthly figures: gaps, constant runs and months that repeat the year before.

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

    /// The number.
    pub(super) fn digest(self) -> u64 {
        u64::from(self.0.unsigned_abs())
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

/// A line of monthly figures, by month; no month stands twice in it.
#[derive(Clone, Debug)]
pub(super) struct Line<P>(Vec<(Tick, Point<P>)>);

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
    /// A line of these figures. A month that has several is in doubt and left out.
    pub(super) fn of(mut points: Vec<(Tick, Point<P>)>) -> Self {
        let in_order = points.is_sorted_by(|(tick, _), (next, _)| tick < next);
        if !in_order {
            points.sort_by_key(|(tick, _)| *tick);
            let single = points.chunk_by(|(tick, _), (next, _)| tick == next).filter(|month| month.len() == 1);
            points = single.flatten().copied().collect();
        }
        Self(points)
    }

    /// The figures by month.
    pub(super) fn points(&self) -> &[(Tick, Point<P>)] {
        &self.0
    }

    /// Runs of one amount, none of them zero.
    pub(super) fn constant(&self) -> impl Iterator<Item = Run<'_, P>> {
        self.runs(|_, point, before| before.is_none_or(|before| before.amount == point.amount)).filter_map(run)
    }

    /// Runs of the amounts of the same months a year before.
    pub(super) fn copied(&self) -> impl Iterator<Item = Run<'_, P>> {
        let same = |index: usize, point: &Point<P>, _: Option<&Point<P>>| {
            self.year_before(index).is_some_and(|last_year| last_year.amount == point.amount)
        };
        self.runs(same).filter(|run| hold_different(run)).filter_map(run)
    }

    /// Runs of months one after another that belong together, long enough to be odd. The test gets the place of the month, its
    /// figure, and the figure before it in the run.
    fn runs<'l>(
        &'l self,
        belongs: impl Fn(usize, &Point<P>, Option<&Point<P>>) -> bool + 'l,
    ) -> impl Iterator<Item = &'l [(Tick, Point<P>)]> {
        let (mut here, mut ended) = (0usize, false);
        std::iter::from_fn(move || {
            while !ended {
                let start = here;
                let mut last: Option<&(Tick, Point<P>)> = None;
                for (index, each) in self.0.iter().enumerate().skip(start) {
                    let (tick, point) = each;
                    let follows = last.is_none_or(|(before, _)| before.plus(1) == *tick);
                    let before = last.map(|(_, point)| point);
                    if point.amount.is_zero() || !follows || !belongs(index, point, before) {
                        break;
                    }
                    last = Some(each);
                    here = index.saturating_add(1);
                }
                let run = self.0.get(start..here).unwrap_or_default();
                if run.is_empty() {
                    here = here.saturating_add(1);
                }
                ended = here >= self.0.len();
                if run.len() >= RUN {
                    return Some(run);
                }
            }
            None
        })
    }

    /// Each half year that holds no zero and several amounts, to look its amounts up among other lines.
    pub(super) fn half_years(&self) -> impl Iterator<Item = &[(Tick, Point<P>)]> {
        self.0.windows(RUN).filter(|half_year| {
            let together = half_year.first().zip(half_year.last());
            together.is_some_and(|((first, _), (last, _))| first.plus(5) == *last)
                && half_year.iter().all(|(_, point)| !point.amount.is_zero())
                && hold_different(half_year)
        })
    }

    /// Months whose figure differs by a factor between units from those around it; from so many months on file.
    pub(super) fn slips(&self, least: usize) -> Vec<(Tick, &Point<P>, Slip)> {
        let points = || self.0.iter().filter(|(_, point)| !point.amount.is_zero());
        let amounts: Vec<Fine> = points().map(|(_, point)| point.amount).collect();
        if amounts.len() < least {
            return Vec::new();
        }
        let slipped = slips(&amounts);
        if slipped.is_empty() {
            return Vec::new();
        }
        let points: Vec<&(Tick, Point<P>)> = points().collect();
        let slipped = slipped.into_iter().filter_map(|(index, slip)| {
            let (tick, point) = points.get(index).copied()?;
            Some((*tick, point, slip))
        });
        slipped.collect()
    }

    /// Each month with the same month a year before.
    pub(super) fn with_year_before(&self) -> impl Iterator<Item = (Tick, &Point<P>, &Point<P>)> {
        let all = self.0.iter().enumerate();
        all.filter_map(|(index, (tick, point))| Some((*tick, point, self.year_before(index)?)))
    }

    /// The figure of the same month a year before that of a place.
    fn year_before(&self, index: usize) -> Option<&Point<P>> {
        let year_before = self.0.get(index)?.0.plus(-12);
        // without gaps it stands twelve places before
        let guess = index.checked_sub(12).and_then(|guess| self.0.get(guess)).filter(|(tick, _)| *tick == year_before);
        let found = guess.or_else(|| {
            let at = self.0.binary_search_by_key(&year_before, |(tick, _)| *tick).ok()?;
            self.0.get(at)
        });
        found.map(|(_, point)| point)
    }

    /// Each month with the level of those around it: the median of the three before it and the three after it, as far as they
    /// are there and not zero, the lower one of two. Months with fewer than three of them have none.
    pub(super) fn with_level_around(&self) -> impl Iterator<Item = (Tick, &Point<P>, Fine)> {
        let level = |index: usize, tick: Tick| {
            let (before, after) = self.0.split_at_checked(index)?;
            let before = before.iter().rev().take_while(|(at, _)| *at >= tick.plus(-AROUND));
            let after = after.iter().skip(1).take_while(|(at, _)| *at <= tick.plus(AROUND));
            let others = before.chain(after).map(|(_, point)| point.amount).filter(|amount| !amount.is_zero());
            let (mut level, mut count) = ([Fine::default(); 6], 0usize);
            for (slot, amount) in level.iter_mut().zip(others) {
                *slot = amount;
                count = count.saturating_add(1);
            }
            let level = level.get_mut(..count).filter(|level| level.len() >= SERIES)?;
            level.sort_unstable();
            level.get(level.len().saturating_sub(1).checked_div(2)?).copied()
        };
        self.0.iter().enumerate().filter_map(move |(index, (tick, point))| Some((*tick, point, level(index, *tick)?)))
    }

    /// The first and the last month: a shop may have opened or closed in the middle of them.
    pub(super) fn ends(&self) -> Option<(Tick, Tick)> {
        self.0.first().zip(self.0.last()).map(|((first, _), (last, _))| (*first, *last))
    }
}

/// The run that these months are.
fn run<P>(months: &[(Tick, Point<P>)]) -> Option<Run<'_, P>> {
    let ((first, point), (last, _)) = months.first().zip(months.last())?;
    Some(Run { first: *first, last: *last, point, months: months.len() })
}

/// Whether months hold so many different amounts that they are no constant.
fn hold_different<P>(months: &[(Tick, Point<P>)]) -> bool {
    let mut met = [None; DIFFERENT];
    for (_, point) in months {
        if let Some(slot) = met.iter_mut().find(|held| held.is_none_or(|held| held == point.amount)) {
            *slot = Some(point.amount);
        }
        // they fill up one after another
        if met.last().is_some_and(Option::is_some) {
            return true;
        }
    }
    false
}

/// The months missing between the first and the last of those that are there: the first of them and how many; none where more
/// are missing than there, as that is no monthly series. The months are given in order, each once.
pub(super) fn missing(there: &[Tick]) -> Option<(Tick, usize)> {
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
        Line::of(points.collect())
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
        let runs = |amounts: &[i64]| line((2023, 1), amounts).constant().map(|run| run.months).collect::<Vec<_>>();
        assert_eq!(runs(&[7, 5, 5, 5, 5, 5]), [0; 0]);
        assert_eq!(runs(&[7, 5, 5, 5, 5, 5, 5, 8]), [6]);
        assert_eq!(runs(&[5; 7]), [7]);
        assert_eq!(runs(&[0; 12]), [0; 0]);
        let mut gap = line((2023, 1), &[5; 8]);
        gap.0.remove(3);
        assert_eq!(gap.constant().count(), 0);
    }

    #[test]
    fn half_a_year_of_last_years_amounts_is_copied() {
        let of = |changed: usize| {
            let year: Vec<i64> = (1..=12).map(|month| month * 10).collect();
            let mut next = year.clone();
            next[changed] = 1;
            line((2022, 1), &[year, next].concat()).copied().map(|run| run.months).collect::<Vec<_>>()
        };
        assert_eq!(of(0), [11]);
        assert_eq!(of(5), [6]);
        assert_eq!(of(6), [6]);
        let short = line((2022, 1), &[[1, 2, 3, 4, 5, 9, 9, 9, 9, 9, 9, 9].as_slice(), &[1, 2, 3, 4, 5, 8]].concat());
        assert_eq!(short.copied().count(), 0);
        assert_eq!(line((2022, 1), &[5; 24]).copied().count(), 0);
    }

    #[test]
    fn half_years_hold_months_one_after_another() {
        assert_eq!(line((2023, 1), &[1, 2, 3, 4, 5]).half_years().count(), 0);
        assert_eq!(line((2023, 1), &[1, 2, 3, 4, 5, 6, 7]).half_years().count(), 2);
        assert_eq!(line((2023, 1), &[1, 1, 1, 2, 2, 2]).half_years().count(), 0);
        assert_eq!(line((2023, 1), &[1, 2, 3, 0, 5, 6]).half_years().count(), 0);
    }

    #[test]
    fn the_level_around_a_month_leaves_the_month_out() {
        let level = |amounts: &[i64], place: usize| {
            let line = line((2023, 1), amounts);
            let found = line.with_level_around().find(|(_, point, _)| point.place == place);
            found.map(|(.., level)| level.param().to_string())
        };
        assert_eq!(level(&[10, 20, 30, 999, 40, 50, 60, 70], 3).as_deref(), Some("30"));
        assert_eq!(level(&[999, 40, 50, 60, 1], 0).as_deref(), Some("50"));
        assert_eq!(level(&[999, 40, 50], 0), None);
        assert_eq!(level(&[999, 40, 0, 50], 0), None);
        assert_eq!(line((2023, 1), &[1, 2, 3]).ends(), Some((Tick::of(2023, 1), Tick::of(2023, 3))));
    }

    #[test]
    fn months_missing_inside_a_series_are_counted() {
        let of = |months: &[u32]| {
            let there: Vec<Tick> = months.iter().map(|month| Tick::of(2023, *month)).collect();
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
