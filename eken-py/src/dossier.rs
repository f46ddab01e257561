//! A dossier that was read.

use std::path::PathBuf;
use std::sync::Arc;

use eken_core::json::{canonical, digest_of};
use eken_core::model::kind::Value;
use eken_core::model::{Dossier as Facts, Opened};
use eken_core::parse::Parsed;
use eken_core::validate::validate_with;
use eken_io::arrow::frame as table;
use eken_io::document::{Document, Options, Sheets, open, read, read_tables};
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::call::detached;
use crate::checked::Checked;
use crate::frame::{self, Frame};
use crate::plan::{Plan, Profile};
use crate::words::unknown;
use crate::{edit, error, write};

/// A record as Python takes it: its index, its JSON, the pointers of what could not be read.
type Taken = (usize, String, Vec<String>);
/// What became of the records of sheets: read, refused, and each refused one with its cell and the code that says why.
type Account = (usize, usize, Vec<(String, &'static str)>);

/// A dossier, as it was read.
#[pyclass(frozen, module = "eken._eken")]
pub struct Dossier {
    parsed: Parsed,
    sheets: Option<Arc<Sheets>>,
    format: &'static str,
    size: usize,
}

impl Dossier {
    /// A document that was read from so many bytes.
    pub fn of(document: Document, size: usize) -> Self {
        let Document { parsed, format, sheets } = document;
        Self { parsed, sheets: sheets.map(Arc::new), format: format.extension(), size }
    }

    fn facts(&self) -> &Facts {
        self.parsed.dossier()
    }
}

fn taken(opened: Opened) -> Taken {
    (opened.index, opened.tree.to_text(), opened.faulty)
}

#[pymethods]
impl Dossier {
    /// Reads a dossier from the bytes of a file of any kind.
    #[staticmethod]
    fn read(py: Python<'_>, data: &[u8], name: String) -> PyResult<Self> {
        let (bytes, size) = (data.to_vec(), data.len());
        let document = detached(py, size, move || read(bytes, &name, &Options::default()))?;
        document.map(|document| Self::of(document, size)).map_err(|unread| error::unread(py, &unread))
    }

    /// Reads a dossier from a file of any kind or a folder of CSV files.
    #[staticmethod]
    fn open(py: Python<'_>, path: PathBuf) -> PyResult<Self> {
        let length = std::fs::metadata(&path).map(|found| if found.is_dir() { u64::MAX } else { found.len() });
        let size = usize::try_from(length.unwrap_or_default()).unwrap_or(usize::MAX);
        let document = detached(py, size, move || open(&path, &Options::default()))?;
        document.map(|document| Self::of(document, size)).map_err(|unread| error::unread(py, &unread))
    }

    /// Validates it under a plan.
    #[pyo3(signature = (plan, profile=None))]
    fn check(&self, py: Python<'_>, plan: &Plan, profile: Option<&Profile>) -> PyResult<Checked> {
        let (parsed, sheets, plan) = (self.parsed.clone(), self.sheets.clone(), plan.shared());
        let profile = profile.map(|profile| profile.0.clone()).unwrap_or_default();
        let law = Arc::clone(&plan);
        let checked = detached(py, self.size, move || {
            let checked = validate_with(parsed, &law, &profile);
            match sheets {
                Some(sheets) => checked.placed(|pointer| sheets.places.spot(pointer)),
                None => checked,
            }
        })?;
        Ok(Checked::new(checked, plan, self.size))
    }

    /// The same with the value at a JSON Pointer set to another, or taken out.
    #[pyo3(signature = (pointer, json=None))]
    fn edited(&self, py: Python<'_>, pointer: String, json: Option<String>) -> PyResult<Self> {
        let parsed = self.parsed.clone();
        let edited = detached(py, self.size, move || edit::edited(parsed.dossier(), &pointer, json.as_deref()))?;
        match edited {
            Ok(parsed) => Ok(Self { parsed, sheets: None, format: self.format, size: self.size }),
            Err(refused) => Err(error::core(py, &refused)),
        }
    }

    /// One table of its facts, such as `facilities` or `entities.sales`; none where there is no such kind of fact.
    #[pyo3(signature = (key, labels, headings, all_columns, spans, pointers))]
    #[allow(clippy::too_many_arguments, reason = "the arguments of the Python function, one by one")]
    fn frame(
        &self,
        py: Python<'_>,
        key: String,
        labels: Option<&str>,
        headings: Option<&str>,
        all_columns: bool,
        spans: bool,
        pointers: bool,
    ) -> PyResult<Option<Frame>> {
        let options = frame::options(py, labels, headings, all_columns, spans, pointers)?;
        let parsed = self.parsed.clone();
        let made = detached(py, self.size, move || table(parsed.dossier(), &key, &options))?;
        made.map(|made| made.map(Frame::of)).map_err(|refused| error::file(py, &refused, "BuildError"))
    }

    /// Reads a dossier from the bytes of Arrow files, one for each kind of fact, by its key.
    #[staticmethod]
    fn of_tables(py: Python<'_>, tables: Vec<(String, Vec<u8>)>) -> PyResult<Self> {
        let size = tables.iter().map(|(_, bytes)| bytes.len()).max().unwrap_or_default();
        let document = detached(py, size, move || read_tables(tables, &Options::default()))?;
        document.map(|document| Self::of(document, size)).map_err(|unread| error::unread(py, &unread))
    }

    /// The dossier's own fields.
    fn once(&self) -> Taken {
        taken(Opened::once(self.facts()))
    }

    /// How many records of a section were read.
    fn records(&self, section: &str) -> Option<usize> {
        self.facts().records(section)
    }

    /// The record of a section that was read as the n-th.
    fn record(&self, section: &str, nth: usize) -> Option<Taken> {
        self.facts().record(section, nth).map(taken)
    }

    /// Where the record of an identifier was read.
    fn find(&self, section: &str, id: &str) -> Option<usize> {
        let facts = self.facts();
        (0..facts.records(section)?).find(|nth| facts.record_id(section, *nth) == Some(id))
    }

    /// What a section says of itself.
    fn head(&self, section: &str) -> Option<Taken> {
        self.facts().head(section).map(taken)
    }

    /// Whether a section is given, how many of its records were refused, and whether its list could not be read.
    fn state(&self, section: &str) -> Option<(bool, usize, bool)> {
        self.facts().section(section).map(|state| (state.given, state.refused, state.unread))
    }

    /// What became of the records of sheets or CSV files.
    fn account(&self) -> Option<Account> {
        let sheets = self.sheets.as_ref()?;
        let (read, refused) = sheets.records();
        Some((read, refused, sheets.refused.iter().map(|each| (each.spot.to_string(), each.code)).collect()))
    }

    /// Extension of files of the kind that it was read from.
    #[getter]
    fn format(&self) -> &'static str {
        self.format
    }

    /// SHA-256 of its RFC 8785 bytes.
    fn digest(&self) -> String {
        digest_of(|out| self.facts().write(out))
    }

    /// Its RFC 8785 bytes.
    fn canonical<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, canonical(&self.facts().tree()).as_bytes())
    }

    /// It as JSON text, on lines of their own or compact.
    fn json(&self, pretty: bool) -> String {
        let tree = self.facts().tree();
        if pretty { tree.to_pretty() } else { tree.to_text() }
    }

    /// Writes it to a file or a folder of the kind that the path says.
    fn write(&self, py: Python<'_>, path: PathBuf, lang: &str, tables: &str) -> PyResult<()> {
        let (parsed, lang) = (self.parsed.clone(), crate::words::lang(py, lang)?);
        let tables =
            write::Tables::of(tables).ok_or_else(|| unknown(py, "kind of tables", tables, write::Tables::NAMES))?;
        let written = detached(py, self.size, move || write::write(parsed.dossier(), &path, lang, tables))?;
        written.map_err(|refused| error::file(py, &refused, "WriteError"))
    }
}
