//! Parquet and Arrow IPC files as grids, whatever program wrote them.
//!
//! The libraries make room for what a file claims and may panic on what is damaged. So each file is looked through first by
//! code that takes no memory (`pages`, `ipc`), and a panic inside of them ends in an error.

mod budget;
pub(super) mod cells;
mod decimal;
mod fault;
mod float;
pub(super) mod guard;
mod ipc;
mod lengths;
pub mod limits;
mod moment;
mod pages;
mod parquet;
mod reasons;
mod source;
mod thrift;

use self::fault::BYTES;
use self::limits::ColumnarLimits;
use crate::error::Result;
use crate::grid::Grid;

/// Reads a Parquet file as the grid of that name.
///
/// Each row that holds something becomes a row of cells behind a first row of the names of the columns; rows are counted from the
/// first one on. Decimals, whole numbers and texts are taken exactly; a binary float as the number of a workbook is. A column
/// `area.missing` gives the reasons for what is missing in `area`.
///
/// # Errors
/// `columnar.damaged` for a file that is none, `columnar.codec` and `columnar.type` for what is not read, `file.encrypted`, and
/// `columnar.…` for more than the limits allow.
pub fn parquet(bytes: Vec<u8>, name: &str, limits: &ColumnarLimits) -> Result<Grid> {
    if bytes.len() > limits.bytes {
        return Err(BYTES);
    }
    let limits = limits.of(bytes.len());
    parquet::read(bytes, name, &limits)
}

/// Reads an Arrow IPC file, an Arrow IPC stream, or a Feather file of version 2, as [`parquet`] reads its files.
///
/// # Errors
/// As [`parquet`], and `columnar.feather` for Feather of version 1.
pub fn ipc(bytes: Vec<u8>, name: &str, limits: &ColumnarLimits) -> Result<Grid> {
    if bytes.len() > limits.bytes {
        return Err(BYTES);
    }
    let limits = limits.of(bytes.len());
    ipc::read(bytes, name, &limits)
}
