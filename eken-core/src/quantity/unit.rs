//! Units of the figures that eken measures, requires and shows.

use crate::words::Label;

/// Unit of a figure. Money is kept in yuan, areas in square metres, rates in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    /// Yuan (元).
    Yuan,
    /// Square metre (平方米).
    SquareMetre,
    /// Percent (%).
    Percent,
    /// Percentage point (百分点): a difference of two rates.
    PercentagePoint,
    /// Hour (小时).
    Hour,
    /// Attendance (人次): one person at three sessions counts three.
    PersonTime,
    /// Person (人).
    Person,
    /// A plain number of things (个).
    Item,
}

impl Unit {
    /// Every unit, in the order of the documentation.
    pub const ALL: [Self; 8] = [
        Self::Yuan,
        Self::SquareMetre,
        Self::Percent,
        Self::PercentagePoint,
        Self::Hour,
        Self::PersonTime,
        Self::Person,
        Self::Item,
    ];

    /// The code used in plan files and in JSON.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Yuan => "yuan",
            Self::SquareMetre => "m2",
            Self::Percent => "percent",
            Self::PercentagePoint => "percentage-point",
            Self::Hour => "hour",
            Self::PersonTime => "person-time",
            Self::Person => "person",
            Self::Item => "item",
        }
    }

    /// The unit of a code, if it is one.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.code() == code)
    }

    /// The word shown after a figure.
    pub const fn label(self) -> Label {
        match self {
            Self::Yuan => Label::new("元", "yuan"),
            Self::SquareMetre => Label::new("平方米", "m²"),
            Self::Percent => Label::new("%", "%"),
            Self::PercentagePoint => Label::new("个百分点", "percentage points"),
            Self::Hour => Label::new("小时", "hours"),
            Self::PersonTime => Label::new("人次", "person-times"),
            Self::Person => Label::new("人", "persons"),
            Self::Item => Label::new("个", ""),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_is_found_by_its_code() {
        for unit in Unit::ALL {
            assert_eq!(Unit::from_code(unit.code()), Some(unit));
        }
        assert_eq!(Unit::from_code("万元"), None);
    }
}
