//! Slips of the unit (单位错误): a figure that differs from what it should be near by a factor between units.

use crate::validate::fine::Fine;

/// The factors between units that forms mix up, with how far a ratio may lie from one, squared.
///
/// 100 is 分 for 元, 10⁴ is 万元 for 元, 10⁶ is 百万元 for 元 and 分 taken for 万元, 10⁸ is 亿元 for 元. A ratio counts for
/// the power of ten that is nearest to it, so up to √10 to either side (a square of 10): growth and season may move a figure by
/// that much beside the slip. For 100 it is half to double (a square of 4), as a rise of thirtyfold happens among small
/// sellers and one of a hundredfold hardly does.
const FACTORS: [(i128, i128); 4] = [(100, 4), (10_000, 10), (1_000_000, 10), (100_000_000, 10)];

/// Figures of the line looked at on each side.
const WINDOW: usize = 3;
/// The figures of a side agree where the largest is less than so many times the smallest.
const ALIKE: i128 = 10;
/// No ratio below it counts for a factor: half of the smallest.
const LEAST: i128 = 50;

/// What a figure would be in the right unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slip {
    /// The factor between the units.
    pub(super) factor: i128,
    /// What it was compared with.
    pub(super) reference: Fine,
    /// The figure as it would read.
    pub(super) reading: Fine,
}

/// The slip that would explain how a figure stands to one that it should be near.
pub(super) fn slip(figure: Fine, reference: Fine) -> Option<Slip> {
    let (small, large) = if figure < reference { (figure, reference) } else { (reference, figure) };
    if small.is_zero() {
        return None;
    }
    let factor = factor(small, large)?;
    let reading = if figure < reference { figure.times(factor) } else { figure.over(factor) };
    Some(Slip { factor, reference, reading })
}

/// The factor near which a ratio lies.
fn factor(small: Fine, large: Fine) -> Option<i128> {
    let ratio = large.ratio_to(small)?;
    FACTORS.into_iter().find_map(|(factor, spread)| {
        let centre = factor.saturating_mul(crate::validate::fine::MILLION);
        // ratio ≤ centre·√spread and ratio ≥ centre/√spread, squared
        let (ratio, centre) = (square(ratio), square(centre));
        (ratio <= centre.saturating_mul(spread) && ratio.saturating_mul(spread) >= centre).then_some(factor)
    })
}

/// A square that fits: ratios beyond every factor need not be told apart.
const fn square(number: i128) -> i128 {
    number.saturating_mul(number)
}

/// The figures of a line, in order and none of them zero, that differ by a factor from what stands before and from what
/// stands after them. Of two figures only the later is named; and at either end of a line, a hundredth may be a month that has
/// only begun.
pub(super) fn slips(line: &[Fine]) -> Vec<(usize, Slip)> {
    let mut found = Vec::new();
    if line.iter().max().zip(line.iter().min()).is_none_or(|(most, least)| most.is_within(LEAST, *least)) {
        return found;
    }
    for (index, figure) in line.iter().enumerate() {
        if line.len() == 2 && index == 0 {
            continue;
        }
        let (before, after) = line.split_at(index);
        let before = Side::of(before.iter().rev().take(WINDOW));
        let after = Side::of(after.iter().skip(1).take(WINDOW));
        let against = |side: Side| match side {
            Side { count: 0, .. } => Some(None),
            side => side.level().and_then(|level| slip(*figure, level)).map(Some),
        };
        let (Some(before), Some(after)) = (against(before), against(after)) else { continue };
        let (Some(first), at_an_end) = (before.or(after), before.is_none() || after.is_none()) else { continue };
        let begun = at_an_end && line.len() > 2 && first.factor == 100 && first.reading > *figure;
        if after.is_none_or(|after| after.factor == first.factor) && !begun {
            found.push((index, first));
        }
    }
    found
}

/// The figures on one side of another.
struct Side {
    figures: [Fine; WINDOW],
    count: usize,
}

impl Side {
    fn of<'f>(all: impl Iterator<Item = &'f Fine>) -> Self {
        let mut side = Self { figures: [Fine::default(); WINDOW], count: 0 };
        for (slot, figure) in side.figures.iter_mut().zip(all) {
            *slot = *figure;
            side.count = side.count.saturating_add(1);
        }
        side
    }

    /// The median of figures that agree, the lower one of two.
    fn level(mut self) -> Option<Fine> {
        let figures = self.figures.get_mut(..self.count)?;
        figures.sort_unstable();
        let (least, most) = (figures.first()?, figures.last()?);
        if *most >= least.times(ALIKE) {
            return None;
        }
        figures.get(figures.len().saturating_sub(1).checked_div(2)?).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::Decimal;

    fn fine(number: i64) -> Fine {
        Fine::of(Decimal::from(number))
    }

    fn lines(line: &[i64]) -> Vec<(usize, i128)> {
        let line: Vec<Fine> = line.iter().map(|number| fine(*number)).collect();
        slips(&line).into_iter().map(|(index, slip)| (index, slip.factor)).collect()
    }

    #[test]
    fn a_ratio_counts_for_the_nearest_factor_up_to_its_bounds() {
        let factor = |small: i64, large: i64| slip(fine(large), fine(small)).map(|slip| slip.factor);
        // 100: half to double
        assert_eq!([4_999, 5_000, 20_000, 20_001].map(|large| factor(100, large)), [None, Some(100), Some(100), None]);
        // the others: √10 is 3.1622776…
        assert_eq!([3_162, 3_163].map(|large| factor(1, large)), [None, Some(10_000)]);
        assert_eq!([31_622, 31_623].map(|large| factor(1, large)), [Some(10_000), None]);
        assert_eq!(
            [316_227, 316_228, 3_162_277, 3_162_278].map(|large| factor(1, large)),
            [None, Some(1_000_000), Some(1_000_000), None]
        );
        assert_eq!(
            [31_622_776, 31_622_777, 316_227_766, 316_227_767].map(|large| factor(1, large)),
            [None, Some(100_000_000), Some(100_000_000), None]
        );
        assert_eq!(slip(fine(0), fine(5)), None);
        assert_eq!(slip(fine(3), fine(40_000)).unwrap().reading, fine(30_000));
        assert_eq!(slip(fine(40_000), fine(3)).unwrap().reading, fine(4));
    }

    #[test]
    fn a_figure_must_differ_from_both_sides() {
        assert_eq!(lines(&[100, 120, 1_100_000, 90, 110]), [(2, 10_000)]);
        assert_eq!(lines(&[100, 120, 110, 90, 11_000]), [(4, 100)]);
        // a line that changes its level in the middle: which half is right is not known
        assert_eq!(lines(&[100, 120, 110, 1_200_000, 1_000_000, 1_100_000]), []);
        assert_eq!(lines(&[100, 1_000_000]), [(1, 10_000)]);
        assert_eq!(lines(&[100]), []);
        assert_eq!(lines(&[]), []);
    }

    #[test]
    fn a_month_that_has_only_begun_is_no_slip() {
        assert_eq!(lines(&[1, 110, 100, 120]), []);
        assert_eq!(lines(&[110, 100, 120, 1]), []);
        assert_eq!(lines(&[110, 100, 1, 120]), [(2, 100)]);
        assert_eq!(lines(&[1, 11_000, 10_000, 12_000]), [(0, 10_000)]);
    }

    #[test]
    fn sides_that_disagree_tell_nothing() {
        assert_eq!(lines(&[1, 100, 10_000, 100, 1]), []);
        // ten thousand times what stands before it, and a hundred times what stands after it
        assert_eq!(lines(&[100, 120, 1_000_000, 11_000, 10_000]), []);
        assert_eq!(lines(&[100, 120, 1_000_000, 110, 100]), [(2, 10_000)]);
    }
}
