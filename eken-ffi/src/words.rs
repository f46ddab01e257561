//! Words of the core as enums and records of the foreign languages, and the options of an assessment.

use std::collections::HashMap;

use eken_core::assess::{self, Verdict};
pub use eken_core::finding::Severity;
pub use eken_core::words::{Lang, Words};
use rust_decimal::Decimal;

use crate::call::Result;

/// How a town stands on a requirement.
pub type Outcome = Verdict;
/// A number of things; more than 2,147,483,647 are told as so many.
pub type Count = usize;

uniffi::custom_type!(Count, i32, {
    remote,
    lower: |number| i32::try_from(number).unwrap_or(i32::MAX),
    try_lift: |number| usize::try_from(number).map_err(Into::into),
});
uniffi::custom_type!(Decimal, String, {
    remote,
    lower: |number| number.to_string(),
    try_lift: |text| Decimal::from_str_exact(&text).map_err(Into::into),
});

/// Language of what is said: Chinese or English.
#[uniffi::remote(Enum)]
pub enum Lang {
    /// Simplified Chinese.
    Zh,
    /// English.
    En,
}

/// One text in both languages.
#[uniffi::remote(Record)]
pub struct Words {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

/// How grave a finding is.
#[uniffi::remote(Enum)]
pub enum Severity {
    /// A fault: what it concerns is not counted on.
    Error,
    /// Most likely a fault.
    Warning,
    /// Worth knowing.
    Info,
}

/// How a town stands on a requirement.
#[uniffi::remote(Enum)]
pub enum Outcome {
    /// Reached, whatever is missing.
    Met,
    /// Below a floor that holds in principle, passed by a recorded exemption.
    MetByExemption,
    /// Not reached, whatever is missing.
    NotMet,
    /// It depends on what is missing.
    Open,
    /// The question does not arise.
    NotApplicable,
    /// Sources disagree.
    Conflict,
}

/// What an assessment is asked for.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Options {
    /// Acceptance year, 1900 to 2099, which annual criteria look at.
    pub year: i32,
    /// Day up to which facts count, `YYYY-MM-DD`; that of the dossier where none is given.
    #[uniffi(default = None)]
    pub as_of: Option<String>,
    /// Options of readings by their ids, such as `R4` to `both`; the plan's default of each other.
    #[uniffi(default)]
    pub readings: HashMap<String, String>,
    /// Code of a county tier to suppose; the declared one where none is given.
    #[uniffi(default = None)]
    pub tier: Option<String>,
}

impl Options {
    /// The options of the core.
    ///
    /// # Errors
    /// `Option` for a day that is none, `Unknown` for a tier that does not exist.
    pub fn taken(self) -> Result<assess::Options> {
        let readings = self.readings.into_iter().collect();
        Ok(assess::Options::named(self.year, self.as_of.as_deref(), readings, self.tier.as_deref())?)
    }
}
