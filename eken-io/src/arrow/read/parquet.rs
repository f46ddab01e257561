//! Parquet files, looked through before they are read.

use std::sync::Arc;

use arrow_array::RecordBatchReader;
use arrow_schema::{DataType, Field, FieldRef, Fields, Schema};
use bytes::Bytes;
use parquet::arrow::arrow_reader::{ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReaderBuilder};

use super::cells::Cells;
use super::fault::DAMAGED;
use super::guard::caught;
use super::lengths;
use super::limits::ColumnarLimits;
use super::pages::survey;
use crate::error::Result;
use crate::grid::Grid;

/// Rows that are unpacked at once.
const BATCH: usize = 1_024;

/// Reads a Parquet file.
///
/// # Errors
/// Those of [`survey`] and of [`Cells`], and `columnar.damaged` for whatever the library finds.
pub(super) fn read(bytes: Vec<u8>, name: &str, limits: &ColumnarLimits) -> Result<Grid> {
    let lengths = survey(&bytes, limits)?;
    let bytes = Bytes::from(bytes);
    if lengths && caught(|| lengths::hold(&bytes)).flatten() != Some(true) {
        return Err(DAMAGED);
    }
    let mut reader = caught(|| {
        // the schema that arrow programs put beside the file's own is of no use here
        let options = ArrowReaderOptions::new().with_skip_arrow_metadata(true);
        let metadata = ArrowReaderMetadata::load(&bytes, options).ok()?;
        // views share the text of a page, where other arrays would copy it for each row
        let schema = Schema::new(views(metadata.schema().fields()));
        let options = ArrowReaderOptions::new().with_schema(Arc::new(schema));
        let metadata = ArrowReaderMetadata::try_new(Arc::clone(metadata.metadata()), options).ok()?;
        let builder = ParquetRecordBatchReaderBuilder::new_with_metadata(bytes.clone(), metadata);
        builder.with_batch_size(BATCH).build().ok()
    })
    .flatten()
    .ok_or(DAMAGED)?;
    let mut cells = Cells::new(&reader.schema(), limits)?;
    while let Some(batch) = caught(|| reader.next()).ok_or(DAMAGED)? {
        let batch = batch.map_err(|_| DAMAGED)?;
        caught(|| cells.take(&batch)).ok_or(DAMAGED)??;
    }
    Ok(cells.finish(name))
}

/// The same fields with texts as views.
fn views(fields: &Fields) -> Fields {
    fields.iter().map(view).collect()
}

fn view(field: &FieldRef) -> FieldRef {
    let kind = match field.data_type() {
        DataType::Utf8 | DataType::LargeUtf8 => DataType::Utf8View,
        DataType::Struct(fields) => DataType::Struct(views(fields)),
        DataType::List(item) => DataType::List(view(item)),
        DataType::LargeList(item) => DataType::LargeList(view(item)),
        other => other.clone(),
    };
    Arc::new(Field::clone(field).with_data_type(kind))
}
