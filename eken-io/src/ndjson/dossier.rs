//! One record as a dossier: parsed and validated, every place that of the file.

use eken_core::limits::Limits;
use eken_core::parse::parse_owned;
use eken_core::plan::Plan;
use eken_core::validate::{Checked, Profile, validate_with};

use super::error::Error;
use super::run::Record;

/// Parses and validates the dossier of a record. Lines of findings and errors are those of the file.
///
/// # Errors
/// When the record is no dossier.
pub fn checked(record: Record, limits: &Limits, plan: &Plan, profile: &Profile) -> Result<Checked, Error> {
    let Record { line, bytes, .. } = record;
    let parsed = parse_owned(bytes, limits).map_err(|error| Error::Core(error.on_line(line)))?;
    Ok(validate_with(parsed, plan, profile).on_line(line))
}
