//! Exact numbers: what measures compute with and thresholds are compared in.
#![allow(
    clippy::arithmetic_side_effects,
    reason = "big rationals neither overflow nor round; divisors are checked or constant"
)]

use std::cmp::Ordering;
use std::fmt;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};
use rust_decimal::Decimal;

/// An exact rational number. Sums, differences, products and ratios of it never round; only [`Exact::rounded`] does, and
/// says so by its name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exact(BigRational);

impl Exact {
    /// Zero.
    pub fn zero() -> Self {
        Self(BigRational::zero())
    }

    /// A whole number.
    pub fn whole(number: i128) -> Self {
        Self(BigRational::from_integer(BigInt::from(number)))
    }

    /// A count of things.
    pub fn count(number: usize) -> Self {
        Self(BigRational::from_integer(BigInt::from(number)))
    }

    /// A decimal, exactly.
    pub fn decimal(number: Decimal) -> Self {
        let denominator = BigInt::from(10u8).pow(number.scale());
        Self(BigRational::new(BigInt::from(number.mantissa()), denominator))
    }

    /// `self + other`.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        Self(binary(&self.0, &other.0, |a, b| a + b))
    }

    /// `self − other`.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        Self(binary(&self.0, &other.0, |a, b| a - b))
    }

    /// `self × other`.
    #[must_use]
    pub fn times(&self, other: &Self) -> Self {
        Self(binary(&self.0, &other.0, |a, b| a * b))
    }

    /// `self ÷ other`, or `None` when `other` is zero.
    #[must_use]
    pub fn over(&self, other: &Self) -> Option<Self> {
        if other.0.is_zero() { None } else { Some(Self(binary(&self.0, &other.0, |a, b| a / b))) }
    }

    /// Growth from `before` to `self` in percent, or `None` on a base of zero.
    #[must_use]
    pub fn growth_from(&self, before: &Self) -> Option<Self> {
        self.minus(before).times(&Self::whole(100)).over(before)
    }

    /// Whether the number is below zero.
    pub fn is_negative(&self) -> bool {
        self.0.is_negative()
    }

    /// Whether the number is zero.
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// The number as a decimal, when it is one of at most 28 digits.
    pub fn to_decimal(&self) -> Option<Decimal> {
        let mut denominator = self.0.denom().clone();
        let (mut twos, mut fives) = (0u32, 0u32);
        for (factor, times) in [(2u8, &mut twos), (5u8, &mut fives)] {
            let factor = BigInt::from(factor);
            while rem(&denominator, &factor).is_zero() && *times < 64 {
                denominator = quotient(&denominator, &factor);
                *times = times.saturating_add(1);
            }
        }
        let scale = twos.max(fives);
        if denominator != BigInt::from(1u8) || scale > 28 {
            return None;
        }
        self.scaled(scale).and_then(|mantissa| Decimal::try_from_i128_with_scale(mantissa, scale).ok())
    }

    /// The number rounded half away from zero to `places` decimals, for showing only.
    pub fn rounded(&self, places: u32) -> Option<Decimal> {
        let ten = BigRational::from_integer(BigInt::from(10u8).pow(places));
        let mantissa = binary(&self.0, &ten, |a, b| a * b).round().to_integer().to_i128()?;
        Decimal::try_from_i128_with_scale(mantissa, places).ok()
    }

    fn scaled(&self, scale: u32) -> Option<i128> {
        let ten = BigRational::from_integer(BigInt::from(10u8).pow(scale));
        binary(&self.0, &ten, |a, b| a * b).to_integer().to_i128()
    }
}

fn binary(a: &BigRational, b: &BigRational, f: impl Fn(&BigRational, &BigRational) -> BigRational) -> BigRational {
    f(a, b)
}

fn rem(a: &BigInt, b: &BigInt) -> BigInt {
    a % b
}

fn quotient(a: &BigInt, b: &BigInt) -> BigInt {
    a / b
}

impl fmt::Display for Exact {
    /// The decimal where there is one, else the fraction.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to_decimal() {
            Some(decimal) => write!(f, "{}", decimal.normalize()),
            None => write!(f, "{}/{}", self.0.numer(), self.0.denom()),
        }
    }
}

impl From<Decimal> for Exact {
    fn from(number: Decimal) -> Self {
        Self::decimal(number)
    }
}

/// How `a` compares with `b`, exactly. Every threshold of a plan is compared here.
pub fn compare(a: &Exact, b: &Exact) -> Ordering {
    a.cmp(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Exact {
        Exact::decimal(Decimal::from_str_exact(text).unwrap())
    }

    #[test]
    fn growth_of_ten_percent_is_exactly_ten() {
        let growth = decimal("22000000").growth_from(&decimal("20000000")).unwrap();
        assert_eq!(compare(&growth, &Exact::whole(10)), Ordering::Equal);
        let below = decimal("21999999.99").growth_from(&decimal("20000000")).unwrap();
        assert_eq!(compare(&below, &Exact::whole(10)), Ordering::Less);
    }

    #[test]
    fn growth_on_a_base_of_zero_is_none() {
        assert_eq!(decimal("5").growth_from(&Exact::zero()), None);
    }

    #[test]
    fn a_third_has_no_decimal_and_rounds_only_on_request() {
        let third = Exact::whole(1).over(&Exact::whole(3)).unwrap();
        assert_eq!(third.to_decimal(), None);
        assert_eq!(third.to_string(), "1/3");
        assert_eq!(third.rounded(2).unwrap().to_string(), "0.33");
        assert_eq!(Exact::whole(-5).over(&Exact::whole(1000)).unwrap().rounded(2).unwrap().to_string(), "-0.01");
    }

    #[test]
    fn a_decimal_comes_back_as_it_went_in() {
        for text in ["0", "0.5", "-12.000001", "9999999999999.999999999999", "1250"] {
            assert_eq!(decimal(text).to_string(), text.to_owned());
        }
    }

    #[test]
    fn a_number_of_more_than_twenty_eight_places_is_no_decimal() {
        let half_to_the = |power: u32| (0..power).fold(Exact::whole(1), |sum, _| sum.over(&Exact::whole(2)).unwrap());
        assert_eq!(half_to_the(28).to_decimal().unwrap().to_string(), "0.0000000037252902984619140625");
        assert_eq!([29, 63, 64, 65, 70].map(|power| half_to_the(power).to_decimal()), [None; 5]);
    }
}
