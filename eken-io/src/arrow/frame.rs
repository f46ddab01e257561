//! A table with its name, and how it is made.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, RecordBatchOptions};
use arrow_schema::{Field, Schema};
use eken_core::words::{Lang, Words};

use super::fault::FRAME;
use crate::error::Result;

/// One kind of fact, or another table, as a record batch.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Key, such as `entities.sales`; the name of its file.
    pub key: String,
    /// Title, such as 市场主体·月度销售.
    pub title: Words,
    /// Its rows. The metadata of the schema hold `key`, `title.zh` and `title.en`; those of a field hold `label.zh`, `label.en` and,
    /// where there are such, `unit`, `clauses`, `references` (the section referred to), `kind` and `personal` = `true`.
    pub batch: RecordBatch,
}

/// How frames are made. By default as for a program: columns named as in JSON, codes as codes, and only the columns that
/// every dossier has beside those that this one needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FrameOptions {
    /// Every column that a frame may have, whatever the dossier holds, so that frames of several dossiers have one schema: for
    /// each figure its status, source, day, former value and note, and for each column that may lack its values the reason
    /// (`floor_area.missing`). Else such columns are there only where a record has something to say in them.
    pub all_columns: bool,
    /// For each partial date (`2023`, `2023Q2`, `2023-05`) the first and the last day that it may mean, as dates:
    /// `established.first`, `established.last`.
    pub spans: bool,
    /// A first column `pointer` with the JSON Pointer of each record, by which findings and evidence are joined.
    pub pointers: bool,
    /// Labels of codes in this language instead of the codes.
    pub labels: Option<Lang>,
    /// Columns named by their headings in this language instead of the names in JSON.
    pub headings: Option<Lang>,
}

impl Frame {
    /// A frame of columns of one length.
    pub(super) fn new(key: &str, title: Words, columns: Vec<(Field, ArrayRef)>, rows: usize) -> Result<Self> {
        let (fields, arrays): (Vec<Field>, Vec<ArrayRef>) = columns.into_iter().unzip();
        let about = [("key", key), ("title.zh", &title.zh), ("title.en", &title.en)];
        let schema = Schema::new_with_metadata(fields, metadata(&about));
        let options = RecordBatchOptions::new().with_row_count(Some(rows));
        let batch = RecordBatch::try_new_with_options(Arc::new(schema), arrays, &options)
            .map_err(|_| FRAME.at(key.to_owned()))?;
        Ok(Self { key: key.to_owned(), title, batch })
    }
}

/// Metadata of a field or a schema; empty ones are left out.
pub(super) fn metadata(pairs: &[(&str, &str)]) -> HashMap<String, String> {
    let held = pairs.iter().filter(|(_, value)| !value.is_empty());
    held.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}
