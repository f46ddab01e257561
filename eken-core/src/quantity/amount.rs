//! The figures of a dossier: one row a quantity, with its unit and its bounds.

use rust_decimal::Decimal;

use super::Unit;
use crate::json::{NumberFault, decimal_of_text, decimal_of_token};

/// Bounds of a quantity: what the reader checks and the schema states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Unit of the figure.
    pub unit: Unit,
    /// Digits before the point, at most: the figure is below 10 to this power.
    pub whole: u32,
    /// Digits after the point, at most; none for counts.
    pub places: u32,
    /// Whether figures below zero exist.
    pub signed: bool,
}

/// A quantity: an exact decimal with its unit in the type.
pub trait Quantity: Copy + Clone + std::fmt::Debug + PartialEq + Eq + PartialOrd + Ord {
    /// Unit and bounds.
    const BOUNDS: Bounds;
    /// Name in the schema.
    const NAME: &'static str;

    /// The quantity of a number in its unit.
    ///
    /// # Errors
    /// When the number has more digits than the bounds allow, or is negative where no negative figure exists.
    fn new(number: Decimal) -> Result<Self, NumberFault>;

    /// The number in the unit.
    fn number(self) -> Decimal;

    /// Reads a JSON number token.
    ///
    /// # Errors
    /// As [`Quantity::new`].
    fn of_token(token: &str) -> Result<Self, NumberFault> {
        let Bounds { whole, places, signed, .. } = Self::BOUNDS;
        Self::new(decimal_of_token(token, whole, places, signed)?)
    }

    /// Reads the figure written as text.
    ///
    /// # Errors
    /// `Grammar` when it is not plain decimal digits within the bounds.
    fn of_text(text: &str) -> Result<Self, NumberFault> {
        let Bounds { whole, places, signed, .. } = Self::BOUNDS;
        Self::new(decimal_of_text(text, whole, places, signed)?)
    }
}

macro_rules! quantities {
    ($($(#[$doc:meta])* $name:ident: $unit:ident, whole $whole:literal, places $places:literal, signed $signed:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Decimal);

        impl Quantity for $name {
            const BOUNDS: Bounds = Bounds { unit: Unit::$unit, whole: $whole, places: $places, signed: $signed };
            const NAME: &'static str = stringify!($name);

            fn new(number: Decimal) -> Result<Self, NumberFault> {
                let written = number.normalize().to_string();
                decimal_of_token(&written, $whole, $places, $signed).map(Self)
            }

            fn of_token(token: &str) -> Result<Self, NumberFault> {
                decimal_of_token(token, $whole, $places, $signed).map(Self)
            }

            fn of_text(text: &str) -> Result<Self, NumberFault> {
                decimal_of_text(text, $whole, $places, $signed).map(Self)
            }

            fn number(self) -> Decimal {
                self.0
            }
        }
    )*};
}

quantities! {
    /// Money in yuan (元), zero or more, below 10¹³, at most 12 decimals.
    Money: Yuan, whole 13, places 12, signed false;
    /// An area in square metres (平方米), zero or more, below 10¹².
    Area: SquareMetre, whole 12, places 12, signed false;
    /// A rate in percent (%), between −10⁶ and 10⁶: `12.5` is 12.5 %.
    Ratio: Percent, whole 6, places 12, signed true;
    /// A share in percent (%), zero or more, below 10³.
    Share: Percent, whole 3, places 12, signed false;
    /// A duration in hours (小时), zero or more, below 10⁵.
    Hours: Hour, whole 5, places 6, signed false;
    /// A number of things, zero or more, below 10¹²; a whole number.
    Count: Item, whole 12, places 0, signed false;
}

impl Count {
    /// The count as a number of the machine.
    pub fn get(self) -> u64 {
        u64::try_from(self.0.mantissa()).unwrap_or(u64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_area_that_exists_is_valid() {
        assert_eq!(Area::of_token("312.5").unwrap().number().to_string(), "312.5");
        assert_eq!(Area::of_token("-1"), Err(NumberFault::Negative));
        assert_eq!(Area::of_token("1e12"), Err(NumberFault::Range));
        assert_eq!(Area::new(Decimal::new(-1, 0)), Err(NumberFault::Negative));
    }

    #[test]
    fn a_count_is_whole() {
        assert_eq!(Count::of_token("12.0").unwrap().get(), 12);
        assert_eq!(Count::of_token("1.2e1").unwrap().get(), 12);
        assert_eq!(Count::of_token("1.5"), Err(NumberFault::Digits));
    }
}
