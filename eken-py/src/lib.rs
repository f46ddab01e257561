//! `eken._eken`: the native part of the Python package. Each function converts, calls the core or eken-io, and converts.

mod assessment;
mod call;
mod checked;
mod dossier;
mod error;
mod frame;
mod limits;
mod lines;
mod many;
mod model;
mod plan;
mod words;
mod write;

use std::ffi::OsString;
use std::path::PathBuf;

use eken_core::code::mask_personal;
use eken_core::plan::{DEFAULT, builtin_ids};
use eken_core::report::RuleDocument;
use eken_core::validate::catalogue;
use pyo3::prelude::*;

/// Native part of eken: use the package `eken`.
#[pymodule(gil_used = false)]
mod _eken {
    #[pymodule_export]
    use super::assessment::Assessment;
    #[pymodule_export]
    use super::checked::{Checked, check_record};
    #[pymodule_export]
    use super::dossier::Dossier;
    #[pymodule_export]
    use super::frame::Frame;
    #[pymodule_export]
    use super::limits::Limits;
    #[pymodule_export]
    use super::lines::Lines;
    #[pymodule_export]
    use super::many::assess_many;
    #[pymodule_export]
    use super::model::kinds;
    #[pymodule_export]
    use super::plan::{Plan, Profile};
    use super::*;

    /// Runs the command `eken` with these arguments and gives its exit code.
    #[pyfunction]
    fn run(py: Python<'_>, arguments: Vec<OsString>) -> u8 {
        py.detach(|| eken_cli::run(arguments))
    }

    /// Every rule as JSON, its words in one language.
    #[pyfunction]
    fn rules(py: Python<'_>, lang: &str) -> PyResult<String> {
        let lang = words::lang(py, lang)?;
        let rules: Vec<RuleDocument> = catalogue().into_iter().map(|spec| RuleDocument::new(spec, lang)).collect();
        assessment::json(py, &rules)
    }

    /// A published JSON Schema as text.
    #[pyfunction]
    fn schema(py: Python<'_>, name: &str) -> PyResult<String> {
        eken_core::schema::text(name).map_err(|refused| error::core(py, &refused))
    }

    /// The fields of a form as JSON.
    #[pyfunction]
    fn form_fields(py: Python<'_>, form: &str, lang: &str) -> PyResult<String> {
        let fields = eken_core::report::form_fields(form, words::lang(py, lang)?);
        assessment::json(py, &fields.map_err(|refused| error::core(py, &refused))?)
    }

    /// Ids of the built-in plans.
    #[pyfunction]
    fn plan_ids() -> Vec<&'static str> {
        builtin_ids().to_vec()
    }

    /// A text with every personal number in it masked.
    #[pyfunction]
    fn masked(text: &str) -> String {
        mask_personal(text).into_owned()
    }

    /// Writes a file whole or not at all.
    #[pyfunction]
    fn write_file(py: Python<'_>, path: PathBuf, data: &[u8]) -> PyResult<()> {
        write::bytes_to(&path, data).map_err(|refused| error::file(py, &refused, "WriteError"))
    }

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        // the text of a panic may hold a value of the data
        std::panic::set_hook(Box::new(|_| {}));
        module.add("__version__", env!("CARGO_PKG_VERSION"))?;
        module.add("DEFAULT_PLAN", DEFAULT)
    }
}
