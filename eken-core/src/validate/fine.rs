//! Amounts as whole numbers of the finest part that a dossier can write, so that sums and ratios are exact and cheap.

use rust_decimal::Decimal;

use crate::json::Param;
use crate::quantity::Exact;
use crate::validate::figure::figure;

/// One yuan in parts.
const YUAN: i128 = 1_000_000_000_000;
/// One 分 in parts: most amounts are whole numbers of it, and small enough for the machine's own division.
const CENT: u64 = 10_000_000_000;
/// [`YUAN`] for small amounts.
const SHORT_YUAN: u64 = 1_000_000_000_000;
/// The parts of one of each decimal place, none first.
const POWERS: [i128; 13] = [
    1_000_000_000_000,
    100_000_000_000,
    10_000_000_000,
    1_000_000_000,
    100_000_000,
    10_000_000,
    1_000_000,
    100_000,
    10_000,
    1_000,
    100,
    10,
    1,
];
/// Ratios are kept in millionths, rounded down.
pub(super) const MILLION: i128 = 1_000_000;

/// An amount in 10⁻¹² yuan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fine(i128);

impl Fine {
    /// The amount of a decimal in yuan.
    pub(super) fn of(amount: Decimal) -> Self {
        let up = usize::try_from(amount.scale()).ok().and_then(|scale| POWERS.get(scale)).copied().unwrap_or(1);
        Self(amount.mantissa().saturating_mul(up))
    }

    /// The sum with another.
    #[must_use]
    pub(super) const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// How far it is from another.
    #[must_use]
    pub(super) const fn distance(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0).saturating_abs())
    }

    /// So many times the amount.
    #[must_use]
    pub(super) const fn times(self, factor: i128) -> Self {
        Self(self.0.saturating_mul(factor))
    }

    /// A part of it, rounded down; the whole for a divisor of zero.
    #[must_use]
    pub(super) fn over(self, divisor: i128) -> Self {
        Self(self.0.checked_div(divisor).unwrap_or(self.0))
    }

    /// A number that few amounts have in common, to be mixed.
    pub(super) fn digest(self) -> u64 {
        let bytes = self.0.to_le_bytes();
        let (words, _) = bytes.as_chunks::<8>();
        words.iter().fold(0, |sum: u64, word| sum.rotate_left(32) ^ u64::from_le_bytes(*word))
    }

    /// Whether it is surely less than a number of times another, both above nothing.
    pub(super) const fn is_within(self, times: i128, of: Self) -> bool {
        of.0 > 0 && self.0 > 0 && self.0 < of.0.saturating_mul(times)
    }

    /// Whether it is nothing.
    pub(super) const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Its ratio to another in millionths, none to nothing.
    pub(super) fn ratio_to(self, other: Self) -> Option<i128> {
        match (self.cents(), other.cents()) {
            (Some(now), Some(before)) => now.checked_mul(1_000_000)?.checked_div(before).map(i128::from),
            _ => self.0.saturating_mul(MILLION).checked_div(other.0),
        }
    }

    /// The amount in 分, where it is a whole number of them and small.
    fn cents(self) -> Option<u64> {
        let parts = u64::try_from(self.0).ok()?;
        parts.is_multiple_of(CENT).then(|| parts.checked_div(CENT)).flatten()
    }

    /// The whole square root of its yuan, at least one.
    pub(super) fn root(self) -> i128 {
        if let Ok(parts) = u64::try_from(self.0) {
            return i128::from(parts.checked_div(SHORT_YUAN).unwrap_or_default().isqrt().max(1));
        }
        let yuan = self.0.unsigned_abs().checked_div(YUAN.unsigned_abs()).unwrap_or_default();
        i128::try_from(yuan.isqrt()).unwrap_or(i128::MAX).max(1)
    }

    /// Half of the place to which it was rounded: the largest power of ten yuan that divides it, though no more than a
    /// hundredth of it, as a figure in 万元 or 亿元 has three places at least.
    #[must_use]
    pub(super) fn rounding(self) -> Self {
        let hundredth = self.0.saturating_abs().checked_div(100).unwrap_or_default();
        let mut grain = 1i128;
        loop {
            let next = grain.saturating_mul(10);
            if next > hundredth || self.0.checked_rem(next) != Some(0) {
                break;
            }
            grain = next;
        }
        Self(grain.checked_div(2).unwrap_or_default())
    }

    /// The amount in yuan.
    pub(super) fn exact(self) -> Exact {
        let yuan = Exact::whole(YUAN);
        Exact::whole(self.0).over(&yuan).unwrap_or_else(Exact::zero)
    }

    /// The amount as a parameter of a message.
    pub(super) fn param(self) -> Param {
        figure(&self.exact())
    }
}

/// A ratio of millionths as a parameter: two decimals, or three digits below one.
pub(super) fn ratio_param(millionths: i128) -> Param {
    let mut ratio = Decimal::try_from_i128_with_scale(millionths, 6).unwrap_or(Decimal::MAX);
    let places = if millionths.saturating_abs() < MILLION { 6 } else { 2 };
    ratio = ratio.round_dp(places);
    if ratio < Decimal::ONE {
        ratio = ratio.round_sf(3).unwrap_or(ratio);
    }
    figure(&Exact::decimal(ratio))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fine(text: &str) -> Fine {
        Fine::of(Decimal::from_str_exact(text).unwrap())
    }

    #[test]
    fn an_amount_comes_back_as_it_went_in() {
        for text in ["0", "23910006", "0.01", "9999999999999.999999999999"] {
            assert_eq!(fine(text).param().to_string(), text);
        }
        assert_eq!(fine("1.5").plus(fine("2.25")), fine("3.75"));
        assert_eq!(fine("1").distance(fine("3")), fine("2"));
    }

    #[test]
    fn the_rounding_is_half_of_the_last_place_and_at_most_a_two_hundredth() {
        for (amount, half) in [
            ("128600000", "50000"),
            ("129000000", "500000"),
            ("20000000", "50000"),
            ("23910006", "0.5"),
            ("1234.56", "0.005"),
            ("100", "0.5"),
        ] {
            assert_eq!(fine(amount).rounding(), fine(half), "{amount}");
        }
        assert!(fine("0").rounding().is_zero());
    }

    #[test]
    fn ratios_are_shown_short() {
        for (now, before, shown) in
            [("3", "2", "1.5"), ("1", "3", "0.333"), ("1", "30000", "0.000033"), ("10", "3", "3.33")]
        {
            assert_eq!(ratio_param(fine(now).ratio_to(fine(before)).unwrap()).to_string(), shown);
        }
        assert_eq!(fine("3").ratio_to(Fine::default()), None);
    }

    #[test]
    fn the_root_is_whole_and_never_nothing() {
        assert_eq!([fine("0"), fine("3.9"), fine("10000"), fine("9999")].map(Fine::root), [1, 1, 100, 99]);
        // where the machine's own numbers end, at some 18 million yuan, nothing changes
        let large = [fine("16000000"), fine("25000000"), fine("24999999.99"), fine("9999999999999")];
        assert_eq!(large.map(Fine::root), [4_000, 5_000, 4_999, 3_162_277]);
    }

    #[test]
    fn only_amounts_above_nothing_lie_within_a_number_of_times_each_other() {
        let within = |amount: &str, of: &str| fine(amount).is_within(10, fine(of));
        assert_eq!([within("99.99", "10"), within("100", "10"), within("1", "10")], [true, false, true]);
        assert_eq!([within("5", "0"), within("5", "-1"), within("0", "10"), within("-5", "10")], [false; 4]);
    }
}
