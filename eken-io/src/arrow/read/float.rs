//! Binary floats of a file as the decimals that they stand for.
#![allow(clippy::disallowed_types, reason = "columns of other programs hold binary floats; none is calculated with")]

use crate::grid::Cell;
use crate::xlsx::number;

/// A double as a cell: its shortest decimal of at most 15 digits, as of a number in a workbook. What is no finite number is an
/// error value.
pub(super) fn double(number: f64) -> Cell {
    number::cell(&number.to_string()).unwrap_or_else(|| Cell::Fault(number.to_string()))
}

/// A float of half the width as a cell: the shortest decimal that is the same float.
pub(super) fn single(number: f32) -> Cell {
    number::cell(&number.to_string()).unwrap_or_else(|| Cell::Fault(number.to_string()))
}
