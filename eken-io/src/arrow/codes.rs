//! Columns of few different texts, kept as a dictionary of them.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::types::{Int8Type, Int16Type};
use arrow_array::{ArrayRef, DictionaryArray, Int8Array, Int16Array, StringArray};
use arrow_schema::DataType;

use super::fault::FRAME;
use crate::error::Result;

/// A closed list of texts; every column of it has the whole list as its dictionary, in one order.
pub(super) struct Codes {
    texts: Vec<String>,
}

impl Codes {
    /// The list of these texts, which differ.
    pub(super) fn new(texts: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { texts: texts.into_iter().map(Into::into).collect() }
    }

    /// The type of its columns.
    pub(super) fn data_type(&self) -> DataType {
        let keys = if self.is_small() { DataType::Int8 } else { DataType::Int16 };
        DataType::Dictionary(Box::new(keys), Box::new(DataType::Utf8))
    }

    /// A column by the numbers of its texts.
    pub(super) fn array(&self, numbers: &[Option<usize>]) -> Result<ArrayRef> {
        let texts = Arc::new(StringArray::from(self.texts.iter().map(String::as_str).collect::<Vec<_>>()));
        let fault = |_| FRAME;
        if self.is_small() {
            let keys: Int8Array = numbers.iter().map(|number| i8::try_from((*number)?).ok()).collect();
            let array = DictionaryArray::<Int8Type>::try_new(keys, texts).map_err(fault)?;
            return Ok(Arc::new(array));
        }
        let keys: Int16Array = numbers.iter().map(|number| i16::try_from((*number)?).ok()).collect();
        Ok(Arc::new(DictionaryArray::<Int16Type>::try_new(keys, texts).map_err(fault)?))
    }

    /// A column of texts that are no closed list: its dictionary holds those that occur, in the order in which they do.
    pub(super) fn of(column: &[Option<String>]) -> Result<(DataType, ArrayRef)> {
        let mut texts: Vec<String> = Vec::new();
        let mut known: HashMap<&str, usize> = HashMap::new();
        let mut numbers = Vec::new();
        for text in column {
            numbers.push(text.as_deref().map(|text| {
                *known.entry(text).or_insert_with(|| {
                    texts.push(text.to_owned());
                    texts.len().saturating_sub(1)
                })
            }));
        }
        let codes = Self { texts };
        // one type whatever occurs
        let values = Arc::new(StringArray::from(codes.texts.iter().map(String::as_str).collect::<Vec<_>>()));
        let keys: arrow_array::Int32Array =
            numbers.iter().map(|number: &Option<usize>| i32::try_from((*number)?).ok()).collect();
        let array = DictionaryArray::<arrow_array::types::Int32Type>::try_new(keys, values).map_err(|_| FRAME)?;
        let kind = DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8));
        Ok((kind, Arc::new(array)))
    }

    fn is_small(&self) -> bool {
        self.texts.len() < 128
    }
}
