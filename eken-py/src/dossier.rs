//! A dossier that was read.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eken_core::json::{canonical, digest_of};
use eken_core::limits::Limits as Bounds;
use eken_core::model::kind::Value;
use eken_core::model::{Dossier as Facts, Opened};
use eken_core::parse::{Parsed, edited, with_record};
use eken_core::validate::validate_with;
use eken_io::arrow::frame as table;
use eken_io::document::{Document, Options, Sheets, Unread, open, read, read_tables};
use eken_io::file::format::{Format, recognise};
use eken_io::file::read::bytes;
use eken_io::table::Refused;
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::call::detached;
use crate::checked::Checked;
use crate::frame::{self, Frame};
use crate::limits::{Limits, bounds};
use crate::plan::{Plan, Profile};
use crate::words::unknown;
use crate::{error, write};

/// A record as Python takes it: its index, its JSON, the pointers of what could not be read.
type Taken = (usize, String, Vec<String>);
/// What became of the records of sheets: read, refused, and each refused one with its cell and the code that says why.
type Account = (usize, usize, Vec<(String, String)>);

/// A table of a source: its key, or the name of the file, and the bytes.
type Table<'py> = (String, Bound<'py, PyBytes>);

/// What a dossier was read from, so that it can be read again elsewhere.
#[derive(Clone)]
enum Source {
    /// The text that it keeps.
    Text,
    /// One file of tables.
    File(String, Arc<[u8]>),
    /// Arrow tables by their keys.
    Tables(Arc<Vec<(String, Vec<u8>)>>),
    /// A folder, which is not kept.
    Folder(String),
}

/// A dossier, as it was read.
#[pyclass(frozen, module = "eken._eken")]
pub struct Dossier {
    parsed: Parsed,
    sheets: Option<Arc<Sheets>>,
    /// What became of the records of the file, also of one that was edited since.
    account: Option<Arc<Account>>,
    source: Source,
    limits: Bounds,
    format: &'static str,
    size: usize,
}

impl Dossier {
    /// A document that was read from JSON of so many bytes.
    pub fn of(document: Document, size: usize, limits: Bounds) -> Self {
        Self::from(document, size, limits, Source::Text)
    }

    fn from(document: Document, size: usize, limits: Bounds, source: Source) -> Self {
        let Document { parsed, format, sheets } = document;
        let account = sheets.as_ref().map(|sheets| Arc::new(account(sheets)));
        Self { parsed, sheets: sheets.map(Arc::new), account, source, limits, format: format.extension(), size }
    }

    fn facts(&self) -> &Facts {
        self.parsed.dossier()
    }

    /// What an edit made of it. What was found in its cells is gone with them; the account of its records stays.
    fn with(&self, py: Python<'_>, made: Result<Parsed, eken_core::error::Error>) -> PyResult<Self> {
        let parsed = made.map_err(|refused| error::core(py, &refused))?;
        Ok(Self {
            parsed,
            sheets: None,
            account: self.account.clone(),
            source: Source::Text,
            limits: self.limits,
            format: self.format,
            size: self.size,
        })
    }
}

fn account(sheets: &Sheets) -> Account {
    let (read, refused) = sheets.records();
    let each = |refused: &Refused| (refused.spot.to_string(), refused.code.to_owned());
    (read, refused, sheets.refused.iter().map(each).collect())
}

fn options(limits: Bounds) -> Options {
    Options { limits, ..Options::default() }
}

/// Opens a file or a folder, and keeps the bytes of a file of tables.
fn opened(path: &Path, limits: Bounds) -> Result<(Document, Source), Unread> {
    if path.is_dir() {
        let folder = Source::Folder(path.to_string_lossy().into_owned());
        return open(path, &options(limits)).map(|document| (document, folder));
    }
    let (bytes, name) = (bytes(path, limits.bytes)?, path.to_string_lossy());
    let kept = (recognise(&bytes) != Format::Json).then(|| Arc::from(bytes.as_slice()));
    let document = read(bytes, &name, &options(limits))?;
    let source = match kept {
        Some(kept) if document.sheets.is_some() => Source::File(name.into_owned(), kept),
        _ => Source::Text,
    };
    Ok((document, source))
}

fn taken(opened: Opened) -> Taken {
    (opened.index, opened.tree.to_text(), opened.faulty)
}

#[pymethods]
impl Dossier {
    /// Reads a dossier from the bytes of a file of any kind.
    #[staticmethod]
    #[pyo3(signature = (data, name, limits=None))]
    fn read(py: Python<'_>, data: &[u8], name: String, limits: Option<&Limits>) -> PyResult<Self> {
        let (bytes, size, limits, named) = (data.to_vec(), data.len(), bounds(limits), name.clone());
        let document = detached(py, size, move || read(bytes, &named, &options(limits)))?;
        let document = document.map_err(|unread| error::unread(py, &unread))?;
        let source = if document.sheets.is_some() { Source::File(name, Arc::from(data)) } else { Source::Text };
        Ok(Self::from(document, size, limits, source))
    }

    /// Reads a dossier from a file of any kind or a folder of CSV files.
    #[staticmethod]
    #[pyo3(signature = (path, limits=None))]
    fn open(py: Python<'_>, path: PathBuf, limits: Option<&Limits>) -> PyResult<Self> {
        let limits = bounds(limits);
        let length = std::fs::metadata(&path).map(|found| if found.is_dir() { u64::MAX } else { found.len() });
        let size = usize::try_from(length.unwrap_or_default()).unwrap_or(usize::MAX);
        let (document, source) =
            detached(py, size, move || opened(&path, limits))?.map_err(|unread| error::unread(py, &unread))?;
        Ok(Self::from(document, size, limits, source))
    }

    /// What it was read from: the name of the file, and its tables by their keys, or the file itself without one. Of a folder
    /// its path alone.
    fn source<'py>(&self, py: Python<'py>) -> (String, Vec<Table<'py>>) {
        let bytes = |bytes: &[u8]| PyBytes::new(py, bytes);
        let one = |kept| vec![(String::new(), bytes(kept))];
        match &self.source {
            Source::Text => ("text.json".to_owned(), one(self.parsed.text().as_bytes())),
            Source::File(name, kept) => (name.clone(), one(kept)),
            Source::Tables(tables) => {
                (String::new(), tables.iter().map(|(key, kept)| (key.clone(), bytes(kept))).collect())
            }
            Source::Folder(path) => (path.clone(), Vec::new()),
        }
    }

    /// The limits that it was read under.
    #[getter]
    fn limits(&self) -> Vec<(&'static str, usize)> {
        Limits::of(self.limits).all()
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
                Some(sheets) => checked.placed(sheets.places.spots()),
                None => checked,
            }
        })?;
        Ok(Checked::new(checked, plan, self.size))
    }

    /// The same with the value at a JSON Pointer set to another, or taken out.
    #[pyo3(signature = (pointer, json=None))]
    fn edited(&self, py: Python<'_>, pointer: String, json: Option<String>) -> PyResult<Self> {
        let (parsed, limits) = (self.parsed.clone(), self.limits);
        let made = detached(py, self.size, move || edited(parsed.dossier(), &pointer, json.as_deref(), &limits))?;
        self.with(py, made)
    }

    /// The same with a record in a section, in place of the one of its identifier, else the last.
    fn with_record(&self, py: Python<'_>, section: String, json: String) -> PyResult<Self> {
        let (parsed, limits) = (self.parsed.clone(), self.limits);
        let made = detached(py, self.size, move || with_record(parsed.dossier(), &section, &json, &limits))?;
        self.with(py, made.map(|(parsed, _)| parsed))
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
    #[pyo3(signature = (tables, limits=None))]
    fn of_tables(py: Python<'_>, tables: Vec<(String, Vec<u8>)>, limits: Option<&Limits>) -> PyResult<Self> {
        let size = tables.iter().map(|(_, bytes)| bytes.len()).max().unwrap_or_default();
        let (limits, kept) = (bounds(limits), Arc::new(tables.clone()));
        let document = detached(py, size, move || read_tables(tables, &options(limits)))?;
        let document = document.map_err(|unread| error::unread(py, &unread))?;
        Ok(Self::from(document, size, limits, Source::Tables(kept)))
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
        self.account.as_deref().cloned()
    }

    /// The same with the account of another, which it was made from.
    fn with_account(&self, account: Option<Account>) -> Self {
        Self {
            parsed: self.parsed.clone(),
            sheets: self.sheets.clone(),
            account: account.map(Arc::new),
            source: self.source.clone(),
            limits: self.limits,
            format: self.format,
            size: self.size,
        }
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
