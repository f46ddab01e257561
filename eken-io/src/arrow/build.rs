//! Tables that are no facts, column by column.

use std::sync::Arc;

use arrow_array::builder::{Decimal128Builder, ListBuilder, StringBuilder};
use arrow_array::{ArrayRef, BooleanArray, Int64Array, StringArray};
use arrow_schema::{DataType, Field};
use eken_core::quantity::Exact;
use eken_core::words::{Label, Words};
use rust_decimal::Decimal;

use super::codes::Codes;
use super::fault::FRAME;
use super::frame::{Frame, FrameOptions, metadata};
use super::values::units;
use crate::error::Result;

/// Precision and scale of figures of an assessment.
const PRECISION: u8 = 38;
const SCALE: i8 = 12;
const PLACES: u32 = 12;

/// A table being made.
pub(super) struct Columns<'a> {
    options: &'a FrameOptions,
    out: Vec<(Field, ArrayRef)>,
}

impl<'a> Columns<'a> {
    /// A table without columns yet.
    pub(super) const fn new(options: &'a FrameOptions) -> Self {
        Self { options, out: Vec::new() }
    }

    /// The frame of the columns.
    pub(super) fn frame(self, key: &str, title: Label, rows: usize) -> Result<Frame> {
        Frame::new(key, Words::from(title), self.out, rows)
    }

    /// A column of texts.
    pub(super) fn texts<T: Into<String>>(&mut self, name: &str, label: Label, texts: impl Iterator<Item = Option<T>>) {
        let array: StringArray = texts.map(|text| text.map(Into::into)).collect();
        self.add(name, label, DataType::Utf8, Arc::new(array));
    }

    /// A column of texts of which few differ.
    pub(super) fn repeated(&mut self, name: &str, label: Label, texts: impl Iterator<Item = Option<String>>) {
        let (kind, array) = Codes::of(&texts.collect::<Vec<_>>());
        self.add(name, label, kind, array);
    }

    /// A column of a closed list: for each row the number of its text.
    pub(super) fn codes(
        &mut self,
        name: &str,
        label: Label,
        codes: &Codes,
        numbers: impl Iterator<Item = Option<usize>>,
    ) -> Result<()> {
        let array = codes.array(&numbers.collect::<Vec<_>>())?;
        self.add(name, label, codes.data_type(), array);
        Ok(())
    }

    /// A column of whole numbers.
    pub(super) fn whole(&mut self, name: &str, label: Label, numbers: impl Iterator<Item = Option<i64>>) {
        self.add(name, label, DataType::Int64, Arc::new(numbers.collect::<Int64Array>()));
    }

    /// A column of yes and no.
    pub(super) fn flags(&mut self, name: &str, label: Label, flags: impl Iterator<Item = bool>) {
        let array: BooleanArray = flags.map(Some).collect();
        self.add(name, label, DataType::Boolean, Arc::new(array));
    }

    /// A column of lists of texts.
    pub(super) fn lists<'t>(&mut self, name: &str, label: Label, lists: impl Iterator<Item = Vec<&'t str>>) {
        let mut out = ListBuilder::new(StringBuilder::new());
        for list in lists {
            list.iter().for_each(|text| out.values().append_value(text));
            out.append(true);
        }
        let kind = DataType::List(Arc::new(Field::new_list_field(DataType::Utf8, true)));
        self.add(name, label, kind, Arc::new(out.finish()));
    }

    /// A column of figures with twelve decimals; what has more is rounded, which [`is_rounded`] tells.
    pub(super) fn figures<'t>(
        &mut self,
        name: &str,
        label: Label,
        figures: impl Iterator<Item = Option<&'t Exact>>,
    ) -> Result<()> {
        let out = Decimal128Builder::new().with_precision_and_scale(PRECISION, SCALE).map_err(|_| FRAME)?;
        let mut out = out;
        figures.for_each(|figure| out.append_option(figure.and_then(figure_units)));
        self.add(name, label, DataType::Decimal128(PRECISION, SCALE), Arc::new(out.finish()));
        Ok(())
    }

    fn add(&mut self, name: &str, label: Label, kind: DataType, array: ArrayRef) {
        let about = [("label.zh", label.zh), ("label.en", label.en)];
        let name = self.options.headings.map_or(name, |lang| label.get(lang));
        self.out.push((Field::new(name, kind, true).with_metadata(metadata(&about)), array));
    }
}

/// Whether a figure has more decimals than its column, or more digits.
pub(super) fn is_rounded(figure: &Exact) -> bool {
    exactly(figure).is_none()
}

fn exactly(figure: &Exact) -> Option<i128> {
    fitting(figure.to_decimal()?)
}

fn figure_units(figure: &Exact) -> Option<i128> {
    exactly(figure).or_else(|| fitting(figure.rounded(PLACES)?))
}

fn fitting(number: Decimal) -> Option<i128> {
    units(number, PLACES).filter(|units| units.unsigned_abs() < 10_u128.pow(u32::from(PRECISION)))
}
