//! Names that Python gives, as types of the core.

use std::collections::BTreeMap;

use eken_core::assess::Options;
use eken_core::error::Error;
use eken_core::report::Style;
use eken_core::words::Lang;
use pyo3::prelude::*;

use crate::error;

/// The language of a code.
///
/// # Errors
/// `eken.UnknownError` for another than `zh` and `en`.
pub fn lang(py: Python<'_>, code: &str) -> PyResult<Lang> {
    match code {
        "zh" => Ok(Lang::Zh),
        "en" => Ok(Lang::En),
        _ => Err(unknown(py, "language", code, ["zh", "en"])),
    }
}

/// The style of a text of so many columns.
///
/// # Errors
/// As [`lang`].
pub fn style(py: Python<'_>, code: &str, width: usize, color: bool) -> PyResult<Style> {
    Ok(Style { lang: lang(py, code)?, color, width })
}

/// The options of an assessment.
///
/// # Errors
/// `eken.UnknownError` for a tier that does not exist, `eken.OptionError` for a day that is none.
pub fn options(
    py: Python<'_>,
    year: i32,
    as_of: Option<&str>,
    readings: BTreeMap<String, String>,
    tier: Option<&str>,
) -> PyResult<Options> {
    Options::named(year, as_of, readings, tier).map_err(|refused| error::core(py, &refused))
}

/// The error of a name that does not exist.
pub fn unknown<'a>(py: Python<'_>, kind: &'static str, name: &str, known: impl IntoIterator<Item = &'a str>) -> PyErr {
    let known = known.into_iter().map(str::to_owned).collect();
    error::core(py, &Error::Unknown { kind, name: name.to_owned(), known })
}
