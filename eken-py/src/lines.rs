//! A file of a dossier a line, read one by one.

use std::fs::File;
use std::path::PathBuf;
use std::sync::Mutex;

use eken_core::limits::Limits as Bounds;
use eken_core::parse::parse_owned;
use eken_io::document::Document;
use eken_io::file::format::Format;
use eken_io::file::read::fault;
use eken_io::ndjson::{Content, Error, LINE, Lines as Inner};
use pyo3::prelude::*;

use crate::dossier::Dossier;
use crate::error;
use crate::limits::{Limits, bounds};

/// A line: its number, and its dossier or the error.
type Told = (usize, Option<Dossier>, Option<PyErr>);

/// The lines of a file, each with its dossier or why there is none.
#[pyclass(frozen, module = "eken._eken")]
pub struct Lines(Mutex<Inner<File>>, Bounds);

#[pymethods]
impl Lines {
    /// Opens a file.
    #[new]
    #[pyo3(signature = (path, limits=None))]
    fn new(py: Python<'_>, path: PathBuf, limits: Option<&Limits>) -> PyResult<Self> {
        let file = File::open(&path).map_err(|refused| error::file(py, &fault(&refused), "ReadError"))?;
        Ok(Self(Mutex::new(Inner::new(file, LINE)), bounds(limits)))
    }

    /// The next line that is not blank: its number, and its dossier or the error. None after the last.
    fn next(&self, py: Python<'_>) -> PyResult<Option<Told>> {
        let read = py.detach(|| {
            let mut lines = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            lines.find(|line| !matches!(line, Ok(line) if line.content == Content::Blank))
        });
        let line = match read {
            None => return Ok(None),
            Some(Err(refused)) => return Err(error::record(py, &refused)),
            Some(Ok(line)) => line,
        };
        let number = line.number;
        let Content::Bytes(bytes) = line.content else {
            let refused = Error::LineTooLong { line: number, limit: LINE };
            return Ok(Some((number, None, Some(error::record(py, &refused)))));
        };
        let size = bytes.len();
        let parsed = py.detach(|| parse_owned(bytes, &self.1));
        Ok(Some(match parsed {
            Ok(parsed) => {
                let document = Document { parsed, format: Format::Ndjson, sheets: None };
                (number, Some(Dossier::of(document, size, self.1)), None)
            }
            Err(refused) => (number, None, Some(error::core(py, &refused.on_line(number)))),
        }))
    }
}
