//! What is to be said of a cell beside its value.

use eken_core::finding::{Severity, Spec};
use eken_core::json::Param;
use eken_core::parse::TABLES;

/// What is to be said of a cell beside its value; it becomes a finding at the cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The kind of finding, one of the core's `parse::TABLES`.
    pub spec: &'static Spec,
    /// The parameters of its sentence: units, digits, months; never a value.
    pub params: Vec<(&'static str, Param)>,
}

/// The kinds of mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    BinaryNoise,
    Cumulative,
    DamagedNumber,
    Dash,
    DateAmbiguous,
    DateInText,
    ErrorValue,
    FormatUnit,
    Formula,
    NotCalculated,
    Rounded,
    Scaled,
    SerialDate,
    UnitForeign,
    UnitTwice,
}

impl Said {
    const fn code(self) -> &'static str {
        match self {
            Self::BinaryNoise => "cell.binary-noise",
            Self::Cumulative => "cell.cumulative",
            Self::DamagedNumber => "cell.damaged-number",
            Self::Dash => "cell.dash",
            Self::DateAmbiguous => "cell.date-ambiguous",
            Self::DateInText => "cell.date-in-text",
            Self::ErrorValue => "cell.error-value",
            Self::FormatUnit => "cell.format-unit",
            Self::Formula => "cell.formula",
            Self::NotCalculated => "cell.not-calculated",
            Self::Rounded => "cell.rounded",
            Self::Scaled => "cell.scaled",
            Self::SerialDate => "cell.serial-date",
            Self::UnitForeign => "cell.unit-foreign",
            Self::UnitTwice => "cell.unit-twice",
        }
    }

    /// The mark without parameters.
    pub(super) fn mark(self) -> Mark {
        self.with(Vec::new())
    }

    /// The mark with its parameters.
    pub(super) fn with(self, params: Vec<(&'static str, Param)>) -> Mark {
        static UNKNOWN: Spec = Spec::new("cell.unknown", Severity::Error);
        Mark { spec: TABLES.iter().find(|spec| spec.code == self.code()).unwrap_or(&UNKNOWN), params }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_core_has_words_for_every_mark() {
        for said in [
            Said::BinaryNoise,
            Said::Cumulative,
            Said::DamagedNumber,
            Said::Dash,
            Said::DateAmbiguous,
            Said::DateInText,
            Said::ErrorValue,
            Said::FormatUnit,
            Said::Formula,
            Said::NotCalculated,
            Said::Rounded,
            Said::Scaled,
            Said::SerialDate,
            Said::UnitForeign,
            Said::UnitTwice,
        ] {
            assert_eq!(said.mark().spec.code, said.code());
        }
    }
}
