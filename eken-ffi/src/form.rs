//! Forms: everything to draw one, and the findings of a record while it is filled in.

use std::sync::Arc;

use eken_core::limits::Limits;
use eken_core::report;
pub use eken_core::report::{Choice, FormField, FormInput};
use eken_core::validate::check_record as check;

use crate::call::{Result, guarded};
use crate::finding::Finding;
use crate::law::{Plan, law};
use crate::words::{Count, Lang};

/// A field of a form.
#[uniffi::remote(Record)]
pub struct FormField {
    /// Name in JSON.
    pub name: String,
    /// What stands before it.
    pub label: String,
    /// What it means and how it is filled in.
    pub help: String,
    /// How it is filled in.
    pub input: FormInput,
    /// Whether it takes a list of such values.
    pub many: bool,
    /// Whether a record without it is faulty.
    pub required: bool,
    /// Whether a reason may stand in place of a value that is missing: the form `missing`.
    pub missable: bool,
    /// Clauses and standards that it answers to.
    pub clauses: Vec<String>,
}

/// How a field is filled in.
#[uniffi::remote(Enum)]
pub enum FormInput {
    /// A text of so many characters at most.
    Text {
        /// Characters.
        most: Count,
    },
    /// The identifier of the record, used once in its section.
    Id,
    /// The identifier of a record of another section.
    Reference {
        /// The section.
        section: String,
    },
    /// Personal data: no more than is needed; never shown in findings and reports.
    Personal,
    /// One of a list of codes.
    Choice {
        /// The codes, in order.
        choices: Vec<Choice>,
    },
    /// Yes or no.
    Flag,
    /// A day, `YYYY-MM-DD`.
    Date,
    /// A day, month, quarter or year: `2023-05-31`, `2023-05`, `2023Q2`, `2023`.
    PartialDate,
    /// A month, `YYYY-MM`.
    Month,
    /// A time of day, `HH:MM`.
    Time,
    /// An exact number.
    Number {
        /// Code of the unit.
        unit: String,
        /// The unit in words.
        unit_label: String,
        /// The least number, as decimal text.
        least: String,
        /// The greatest number, as decimal text.
        most: String,
        /// Digits after the point, at most; none where it counts.
        places: Count,
        /// Whether an object with value, status, source and note may stand in its place: the form `figure`.
        figure: bool,
    },
    /// A record within the record: the form of this name.
    Record {
        /// The form.
        form: String,
    },
    /// A GeoJSON geometry.
    Geometry,
    /// The version of the format, a whole number.
    Version,
}

/// A code that may be chosen.
#[uniffi::remote(Record)]
pub struct Choice {
    /// The code, as it is written.
    pub code: String,
    /// What it is called.
    pub label: String,
}

/// The fields of a form, in order: of a section (`sessions`), of what stands once (`town`), of records within others
/// (`trainees.follow_up`), of the dossier itself (`dossier`), of a figure with its source (`figure`), of the reason in place of
/// a missing value (`missing`).
///
/// # Errors
/// `Call` where there is no such form.
#[uniffi::export]
pub fn form_fields(form: &str, lang: Lang) -> Result<Vec<FormField>> {
    guarded(|| Ok(report::form_fields(form, lang)?))
}

/// The findings of one record by itself, while it is filled in: pointers and lines are those of its text. References into the rest
/// of the dossier are not looked at.
///
/// # Errors
/// `Call` where there is no such section, `Read` where the text is no JSON value.
#[uniffi::export(default(plan = None))]
pub fn check_record(section: &str, json: &str, lang: Lang, plan: Option<Arc<Plan>>) -> Result<Vec<Finding>> {
    guarded(|| {
        let law = law(plan.as_ref())?;
        let found = check(section, json, &law, &Limits::default())?;
        Ok(found.iter().map(|each| Finding::of(each, &law, lang)).collect())
    })
}
