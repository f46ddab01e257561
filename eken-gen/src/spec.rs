//! What is asked for: tier, seed, size, kind.

use eken_core::model::CountyTier;

use crate::error::Error;
use crate::fault::Fault;

/// Fewest bytes of a clean dossier.
pub const LEAST: u64 = 10_000;
/// Fewest bytes of a dossier at the thresholds or with faults, which has every section.
pub const LEAST_WHOLE: u64 = 60_000;
/// Most bytes of one dossier; what is larger is a stream of dossiers, one a line (NDJSON).
pub const MOST_SINGLE: u64 = 4_000_000;
/// Most bytes of all.
pub const MOST: u64 = 1_000_000_000;
/// Years that a dossier may be of.
pub const YEARS: std::ops::RangeInclusive<i32> = 2022..=2030;

/// A size in bytes: a number and a unit, `20kB`, `2MB`, `1GB`, in powers of ten. It is met within a tenth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Size(pub u64);

impl std::str::FromStr for Size {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let digits = text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
        let unit = text.get(digits.len()..).unwrap_or_default().to_ascii_lowercase();
        let factor = match unit.as_str() {
            "" | "b" => 1,
            "kb" => 1_000,
            "mb" => 1_000_000,
            "gb" => 1_000_000_000,
            _ => return Err(Error::SizeForm),
        };
        let plain = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
        let number = digits.parse::<u64>().ok().filter(|_| plain).ok_or(Error::SizeForm)?;
        number.checked_mul(factor).map(Self).ok_or(Error::SizeForm)
    }
}

/// How the numbers of residents stand in the files of trainees.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ResidentIds {
    /// None at all.
    None,
    /// Masked, hashed or none, as counties file them.
    #[default]
    Masked,
    /// In full, made up, with sound check characters.
    Full,
}

/// What a dossier is made for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Sound: no error and no warning.
    #[default]
    Clean,
    /// Sound, with a figure of each indicator just below, at or just above its threshold.
    Boundary,
    /// With known faults: each of these so many times.
    Faults {
        /// The faults.
        faults: Vec<&'static Fault>,
        /// How many of each.
        count: usize,
    },
    /// With every known fault that is looked for and has a place: so many of each, in an order that the seed chooses.
    AllFaults {
        /// How many of each, at most.
        count: usize,
    },
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spec {
    /// Tier of the county.
    pub tier: CountyTier,
    /// Seed: the same one gives the same bytes, on every machine.
    pub seed: u64,
    /// Size in bytes.
    pub size: Size,
    /// Year that the dossier is of; it speaks up to the end of it.
    pub year: i32,
    /// Numbers of residents.
    pub resident_ids: ResidentIds,
    /// What it is made for.
    pub kind: Kind,
}

impl Spec {
    /// A clean dossier of 2023.
    pub fn clean(tier: CountyTier, seed: u64, size: Size) -> Self {
        Self { tier, seed, size, year: 2023, resident_ids: ResidentIds::default(), kind: Kind::Clean }
    }

    /// Whether every section is needed, however small the dossier.
    pub(crate) fn is_whole(&self) -> bool {
        self.kind != Kind::Clean
    }

    /// Whether it asks for a stream of dossiers, one a line.
    pub fn is_stream(&self) -> bool {
        self.size.0 > MOST_SINGLE
    }

    /// Whether it can be made.
    ///
    /// # Errors
    /// When the size or the year is out of range.
    pub fn check(&self) -> Result<(), Error> {
        let least = if self.is_whole() { LEAST_WHOLE } else { LEAST };
        if !(least..=MOST).contains(&self.size.0) {
            return Err(Error::SizeRange { least, most: MOST });
        }
        if !YEARS.contains(&self.year) {
            return Err(Error::Year { least: *YEARS.start(), most: *YEARS.end() });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_a_number_and_a_unit() {
        let size = |text: &str| text.parse::<Size>().ok().map(|size| size.0);
        assert_eq!(size("10kB"), Some(10_000));
        assert_eq!(size("2MB"), Some(2_000_000));
        assert_eq!(size("1gb"), Some(1_000_000_000));
        assert_eq!(size("12345"), Some(12_345));
        for wrong in ["", "kB", "1.5MB", "10 kB", "+1kB", "10TB", "99999999999GB", "１MB"] {
            assert_eq!(size(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn bounds_are_told() {
        let spec = |size, kind| Spec { kind, ..Spec::clean(CountyTier::KeyAssistance, 1, Size(size)) };
        assert!(spec(LEAST, Kind::Clean).check().is_ok() && spec(MOST, Kind::Clean).check().is_ok());
        assert!(matches!(spec(9_999, Kind::Clean).check(), Err(Error::SizeRange { least: LEAST, .. })));
        assert!(matches!(spec(10_000, Kind::Boundary).check(), Err(Error::SizeRange { least: LEAST_WHOLE, .. })));
        assert!(matches!(spec(MOST + 1, Kind::Clean).check(), Err(Error::SizeRange { .. })));
        assert!(matches!(Spec { year: 1999, ..spec(LEAST, Kind::Clean) }.check(), Err(Error::Year { .. })));
    }
}
