//! Tables as Apache Arrow, handed over by the PyCapsule interface without a copy.

use std::sync::Arc;

use arrow_array::builder::{Decimal128Builder, StringDictionaryBuilder};
use arrow_array::ffi::FFI_ArrowSchema;
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::types::Int32Type;
use arrow_array::{ArrayRef, BooleanArray, Int64Array, RecordBatch, RecordBatchIterator, StringArray};
use arrow_schema::{DataType, Field, Schema};
use eken_io::arrow::Frame as Table;
use eken_io::arrow::FrameOptions;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use crate::{error, words};

/// Digits of a decimal column, and those behind the point.
const DIGITS: (u8, i8) = (38, 12);

/// A table.
#[pyclass(frozen, module = "eken._eken")]
pub struct Frame {
    batch: RecordBatch,
    title: (String, String),
}

impl Frame {
    /// A table of eken-io.
    pub fn of(table: Table) -> Self {
        Self { batch: table.batch, title: (table.title.zh, table.title.en) }
    }
}

/// How frames are made, by what Python names.
///
/// # Errors
/// `eken.UnknownError` for a language that is none.
pub fn options(
    py: Python<'_>,
    labels: Option<&str>,
    headings: Option<&str>,
    all_columns: bool,
    spans: bool,
    pointers: bool,
) -> PyResult<FrameOptions> {
    let lang = |code: Option<&str>| code.map(|code| words::lang(py, code)).transpose();
    Ok(FrameOptions { all_columns, spans, pointers, labels: lang(labels)?, headings: lang(headings)? })
}

/// A column of values as text: its name, its kind (`text`, `code`, `whole`, `flag`, `decimal`), the values.
type Column = (String, String, Vec<Option<String>>);

#[pymethods]
impl Frame {
    /// A table of columns of one length.
    #[staticmethod]
    fn made(py: Python<'_>, columns: Vec<Column>, zh: String, en: String) -> PyResult<Self> {
        let mut fields = Vec::new();
        let mut arrays = Vec::new();
        for (name, kind, values) in columns {
            let array = array(&kind, &values).ok_or_else(|| error::internal(py))?;
            fields.push(Field::new(name, array.data_type().clone(), true));
            arrays.push(array);
        }
        let batch = RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays).map_err(|_| error::internal(py))?;
        Ok(Self { batch, title: (zh, en) })
    }

    /// Its title in both languages.
    #[getter]
    fn title(&self) -> (&str, &str) {
        (&self.title.0, &self.title.1)
    }

    /// The names of its columns.
    fn columns(&self) -> Vec<String> {
        self.batch.schema().fields().iter().map(|field| field.name().clone()).collect()
    }

    fn __len__(&self) -> usize {
        self.batch.num_rows()
    }

    /// Its schema, as the Arrow PyCapsule interface has it.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = FFI_ArrowSchema::try_from(self.batch.schema().as_ref()).map_err(|_| error::internal(py))?;
        PyCapsule::new_with_value(py, schema, c"arrow_schema")
    }

    /// Its rows, as the Arrow PyCapsule interface has it. Another schema that is asked for is a wish, and is not granted.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        let batches = RecordBatchIterator::new([Ok(self.batch.clone())], self.batch.schema());
        PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(batches)), c"arrow_array_stream")
    }
}

fn array(kind: &str, values: &[Option<String>]) -> Option<ArrayRef> {
    let texts = || values.iter().map(Option::as_deref);
    Some(match kind {
        "text" => Arc::new(texts().collect::<StringArray>()),
        "code" => {
            let mut codes = StringDictionaryBuilder::<Int32Type>::new();
            texts().for_each(|text| codes.append_option(text));
            Arc::new(codes.finish())
        }
        "whole" => {
            let whole = texts().map(|text| text.map(str::parse).transpose());
            Arc::new(whole.collect::<Result<Int64Array, _>>().ok()?)
        }
        "flag" => Arc::new(texts().map(|text| text.map(|text| text == "true")).collect::<BooleanArray>()),
        "decimal" => {
            let (digits, places) = DIGITS;
            let mut figures = Decimal128Builder::new().with_data_type(DataType::Decimal128(digits, places));
            for text in texts() {
                figures.append_option(match text {
                    Some(text) => Some(scaled(text)?),
                    None => None,
                });
            }
            Arc::new(figures.finish())
        }
        _ => return None,
    })
}

/// A figure in units of the last place of a decimal column.
fn scaled(text: &str) -> Option<i128> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let places = usize::try_from(DIGITS.1).ok()?;
    (part.len() <= places).then(|| format!("{whole}{part:0<places$}").parse().ok())?
}
