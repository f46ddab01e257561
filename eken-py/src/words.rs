//! Names that Python gives, as types of the core.

use std::collections::BTreeMap;

use eken_core::assess::Options;
use eken_core::error::Error;
use eken_core::model::CountyTier;
use eken_core::model::kind::Code;
use eken_core::quantity::Date;
use eken_core::report::Style;
use eken_core::words::{Lang, Words};
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
    let day = |text: &str| {
        Date::parse(text).ok_or_else(|| {
            let words = Words::new("评估时点不是1900至2099年间存在的日期", "as_of is no day from 1900 to 2099");
            let help = Words::new("写成 datetime.date(2023, 12, 31)", "give datetime.date(2023, 12, 31)");
            error::core(py, &Error::Option { words, help })
        })
    };
    let named = |code: &str| {
        CountyTier::from_code(code)
            .ok_or_else(|| unknown(py, "tier", code, CountyTier::INFO.iter().map(|info| info.code)))
    };
    Ok(Options { year, as_of: as_of.map(day).transpose()?, readings, tier: tier.map(named).transpose()? })
}

/// The error of a name that does not exist.
pub fn unknown<'a>(py: Python<'_>, kind: &'static str, name: &str, known: impl IntoIterator<Item = &'a str>) -> PyErr {
    let known = known.into_iter().map(str::to_owned).collect();
    error::core(py, &Error::Unknown { kind, name: name.to_owned(), known })
}
