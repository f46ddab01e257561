//! Columns of few different texts, kept as a dictionary of them.

use std::sync::Arc;

use arrow_array::types::{Int8Type, Int16Type, Int32Type};
use arrow_array::{Array, ArrayRef, DictionaryArray, Int8Array, Int16Array, StringArray};
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
    pub(super) fn of(column: &[Option<String>]) -> (DataType, ArrayRef) {
        let array: DictionaryArray<Int32Type> = column.iter().map(Option::as_deref).collect();
        (array.data_type().clone(), Arc::new(array))
    }

    fn is_small(&self) -> bool {
        self.texts.len() < 128
    }
}
