//! Plans and profiles.

use std::path::PathBuf;
use std::sync::Arc;

use eken_core::assess::measure::specs;
use eken_core::plan::{Plan as Law, PlanSource, builtin, diff};
use eken_core::validate::Profile as Rules;
use eken_io::plan::source;
use pyo3::prelude::*;

use crate::error;

/// A plan.
#[pyclass(frozen, module = "eken._eken")]
pub struct Plan(Arc<Law>);

impl Plan {
    /// The plan itself.
    pub fn shared(&self) -> Arc<Law> {
        Arc::clone(&self.0)
    }

    fn loaded(py: Python<'_>, source: &PlanSource) -> PyResult<Self> {
        let plan = Law::load_with(source, None, Some(&specs()));
        plan.map(|plan| Self(Arc::new(plan))).map_err(|refused| error::core(py, &refused))
    }
}

#[pymethods]
impl Plan {
    /// The built-in plan of an id.
    #[staticmethod]
    fn builtin(py: Python<'_>, id: &str) -> PyResult<Self> {
        builtin(id).map(|plan| Self(Arc::new(plan))).map_err(|refused| error::core(py, &refused))
    }

    /// The plan in a folder or a file.
    #[staticmethod]
    fn open(py: Python<'_>, path: PathBuf) -> PyResult<Self> {
        let source = source(&path).map_err(|refused| error::unread(py, &refused.why))?;
        Self::loaded(py, &source)
    }

    /// The plan in a text of TOML or JSON.
    #[staticmethod]
    fn read(py: Python<'_>, text: String, name: String) -> PyResult<Self> {
        Self::loaded(py, &PlanSource::single(name, text))
    }

    /// Its id.
    #[getter]
    fn id(&self) -> &str {
        &self.0.id
    }

    /// It as JSON, in its single-file form.
    fn json(&self) -> String {
        self.0.to_json().to_string()
    }

    /// What another changes: path, before, after.
    fn diff(&self, other: &Self) -> Vec<(Vec<String>, Option<String>, Option<String>)> {
        diff(&self.0, &other.0).into_iter().map(|change| (change.path, change.before, change.after)).collect()
    }
}

/// A profile: severities and waivers.
#[pyclass(frozen, module = "eken._eken")]
pub struct Profile(pub Rules);

#[pymethods]
impl Profile {
    /// The profile in a text of TOML.
    #[staticmethod]
    fn read(py: Python<'_>, text: &str) -> PyResult<Self> {
        Rules::load(text).map(Self).map_err(|refused| error::core(py, &refused))
    }
}
