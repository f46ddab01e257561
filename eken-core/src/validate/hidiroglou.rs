//! Outliers among ratios of one period to another, after Hidiroglou and Berthelot.
//!
//! M. A. Hidiroglou and J.-M. Berthelot, "Statistical editing and imputation for periodic business surveys", Survey
//! Methodology 12 (1986), 73–83. Of each unit `i` the ratio `r = now ÷ before` is taken; it is made symmetric about the median
//! `m` of the ratios: `s = r/m − 1` from the median upwards, `s = 1 − m/r` below it; the effect is `E = s · max(now, before)^U`.
//! With the quartiles `Q1, M, Q3` of the effects, an effect below `M − c·max(M − Q1, |A·M|)` or above
//! `M + c·max(Q3 − M, |A·M|)` is an outlier.
//!
//! All of it is reckoned in whole millionths: no float, the same on every machine.

use crate::validate::fine::{Fine, MILLION};

/// Observations needed, at least: with eight, the quartiles stand on the second and the sixth, so that neither a lone outlier
/// below nor two above can move the bounds to themselves.
pub(super) const LEAST: usize = 8;
/// `A` of the method is a twentieth: it keeps the bounds apart where the quartiles fall together.
const A: i128 = 20;
/// An outlier is more than double the median, or less than half of it: with `U = 0` the effects' median is nought, `A` keeps
/// nothing apart, and figures that grow alike would all be outliers of each other. What is less than that, a good month or a
/// late festival brings about.
const FLOOR: i128 = 1_000_000;

/// `U` of the method: how much the size of a unit weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Size {
    /// `U = 0`: it does not. For the months of one series, which are of one size.
    Ignored,
    /// `U = 1/2`, by the whole square root of the yuan. For units of many sizes: a small shop may treble its sales any month,
    /// a large one hardly does. A half is the usual choice, and has a root in whole numbers.
    Root,
}

/// A ratio beyond the bound. Ratios are in millionths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Outlier {
    /// Its place among the observations.
    pub(super) index: usize,
    /// The ratio.
    pub(super) ratio: i128,
    /// The bound that it passes, as a ratio of a unit of its size.
    pub(super) bound: i128,
    /// The median of the ratios.
    pub(super) median: i128,
}

impl Outlier {
    /// Whether it lies above the median.
    pub(super) const fn is_high(&self) -> bool {
        self.ratio > self.median
    }
}

/// The outliers among pairs of figures, now and before; those with a zero are left out. None with fewer than [`LEAST`].
pub(super) fn outliers(pairs: &[(Fine, Fine)], size: Size, c: i128) -> Vec<Outlier> {
    let ratios: Vec<(usize, i128, i128)> = pairs
        .iter()
        .enumerate()
        .filter(|(_, (now, _))| !now.is_zero())
        .filter_map(|(index, (now, before))| {
            let weight = if size == Size::Root { (*now).max(*before).root() } else { 1 };
            Some((index, now.ratio_to(*before)?.max(1), weight))
        })
        .collect();
    if ratios.len() < LEAST {
        return Vec::new();
    }
    beyond_bounds(&ratios, c).unwrap_or_default()
}

/// The outliers among ratios with their places and weights; none without any.
fn beyond_bounds(ratios: &[(usize, i128, i128)], c: i128) -> Option<Vec<Outlier>> {
    let mut order: Vec<i128> = ratios.iter().map(|(_, ratio, _)| *ratio).collect();
    let median = quartile(&mut order, 2)?;
    let effects: Vec<i128> =
        ratios.iter().map(|(_, ratio, weight)| symmetric(*ratio, median).saturating_mul(*weight)).collect();
    order.clone_from(&effects);
    let mut of = |which| quartile(&mut order, which);
    let (low, middle, high) = (of(1)?, of(2)?, of(3)?);
    let least = middle.saturating_abs().checked_div(A).unwrap_or_default();
    let below = middle.saturating_sub(c.saturating_mul(middle.saturating_sub(low).max(least)));
    let above = middle.saturating_add(c.saturating_mul(high.saturating_sub(middle).max(least)));
    let mut found = Vec::new();
    for ((index, ratio, weight), effect) in ratios.iter().zip(&effects) {
        let bound = if *effect > above {
            above.checked_div(*weight).unwrap_or_default().max(FLOOR)
        } else if *effect < below {
            below.checked_div(*weight).unwrap_or_default().min(FLOOR.saturating_neg())
        } else {
            continue;
        };
        if symmetric(*ratio, median).saturating_abs() > bound.saturating_abs() {
            found.push(Outlier { index: *index, ratio: *ratio, bound: as_ratio(bound, median), median });
        }
    }
    Some(found)
}

/// How far a ratio lies from the median, the same up and down.
fn symmetric(ratio: i128, median: i128) -> i128 {
    let (apart, least) = (ratio.saturating_sub(median), median.min(ratio));
    // the machine's own division is much faster
    let short = |number: i128| i64::try_from(number).ok();
    if let (Some(apart), Some(least)) = (short(apart).and_then(|apart| apart.checked_mul(1_000_000)), short(least)) {
        return i128::from(apart.checked_div(least).unwrap_or_default());
    }
    apart.saturating_mul(MILLION).checked_div(least).unwrap_or_default()
}

/// The ratio that lies so far from the median.
fn as_ratio(symmetric: i128, median: i128) -> i128 {
    let part = MILLION.saturating_add(symmetric.saturating_abs());
    let ratio = if symmetric < 0 {
        median.saturating_mul(MILLION).checked_div(part)
    } else {
        median.saturating_mul(part).checked_div(MILLION)
    };
    ratio.unwrap_or_default()
}

/// A quartile by the nearest rank, one to three.
fn quartile(values: &mut [i128], which: usize) -> Option<i128> {
    let last = values.len().checked_sub(1)?;
    let rank = values.len().saturating_mul(which).div_ceil(4).saturating_sub(1);
    let (_, value, _) = values.select_nth_unstable(rank.min(last));
    Some(*value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::Decimal;

    fn pairs(all: &[(i64, i64)]) -> Vec<(Fine, Fine)> {
        let fine = |number: i64| Fine::of(Decimal::from(number));
        all.iter().map(|(now, before)| (fine(*now), fine(*before))).collect()
    }

    /// Eight ratios of 0.90 to 1.10 and one more: the median is 1.00 and the quartiles stand at 0.95 and 1.05 or near.
    fn with(now: i64, before: i64) -> Vec<(Fine, Fine)> {
        let mut all: Vec<(i64, i64)> =
            [9_000, 9_400, 9_600, 10_000, 10_000, 10_400, 10_600, 11_000].map(|now| (now, 10_000)).to_vec();
        all.push((now, before));
        pairs(&all)
    }

    #[test]
    fn the_transform_is_the_same_up_and_down() {
        assert_eq!(symmetric(2 * MILLION, MILLION), MILLION);
        assert_eq!(symmetric(MILLION / 2, MILLION), -MILLION);
        // so far apart that the machine's own numbers do not hold it
        assert_eq!(symmetric(20_000_000 * MILLION, MILLION), 19_999_999 * MILLION);
        assert_eq!(symmetric(MILLION, 20_000_000 * MILLION), -19_999_999 * MILLION);
        assert_eq!(as_ratio(MILLION, MILLION), 2 * MILLION);
        assert_eq!(as_ratio(-MILLION, MILLION), MILLION / 2);
    }

    #[test]
    fn quartiles_stand_on_observations() {
        assert_eq!([1, 2, 3].map(|which| quartile(&mut (1..=8).collect::<Vec<_>>(), which).unwrap()), [2, 4, 6]);
        assert_eq!([1, 2, 3].map(|which| quartile(&mut (1..=9).collect::<Vec<_>>(), which).unwrap()), [3, 5, 7]);
        assert_eq!(quartile(&mut [], 2), None);
    }

    #[test]
    fn a_ratio_is_an_outlier_only_beyond_the_bound() {
        // third quartile at 1.06, so the bound with c = 20 is 2.2
        let of = |now| outliers(&with(now, 10_000), Size::Ignored, 20);
        assert_eq!(of(21_999), []);
        assert_eq!(of(22_000), []);
        let found = of(22_001);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].index, found[0].bound, found[0].median), (8, 2_200_000, MILLION));
        assert_eq!(found[0].ratio, 2_200_100);
        assert_eq!(of(4_000).len(), 1);
    }

    #[test]
    fn what_is_near_the_median_is_none_however_close_the_others_lie() {
        let of = |now| outliers(&pairs(&[[(100, 100); 8].as_slice(), &[(now, 100)]].concat()), Size::Ignored, 10);
        assert_eq!(of(199), []);
        assert_eq!(of(200), []);
        assert_eq!(of(201).len(), 1);
        assert_eq!((of(50), of(49).len()), (vec![], 1));
    }

    #[test]
    fn fewer_than_the_least_observations_tell_nothing() {
        let line = |count: usize| [vec![(100, 100); count - 1], vec![(900, 100)]].concat();
        assert_eq!(outliers(&pairs(&line(LEAST - 1)), Size::Ignored, 10), []);
        assert_eq!(outliers(&pairs(&line(LEAST)), Size::Ignored, 10).len(), 1);
        // a zero is no observation
        let mut zeros = line(LEAST - 1);
        zeros.extend([(0, 100), (100, 0)]);
        assert_eq!(outliers(&pairs(&zeros), Size::Ignored, 10), []);
    }

    #[test]
    fn by_their_size_small_units_are_let_pass_and_large_ones_not() {
        let small = outliers(&with(300, 100), Size::Root, 10);
        let large = outliers(&with(3_000_000, 1_000_000), Size::Root, 10);
        assert_eq!((small.len(), large.len()), (0, 1));
        assert_eq!(large[0].index, 8);
    }
}
