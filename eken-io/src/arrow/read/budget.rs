//! What may still be read.

use super::fault::{CELL, CELLS, ROWS, SLOTS, TEXT};
use super::limits::ColumnarLimits;
use crate::error::Result;

/// What is left of the limits of a file.
pub(super) struct Budget {
    rows: usize,
    slots: u64,
    cells: usize,
    text: usize,
    /// Bytes of the text of one cell.
    pub(super) cell: usize,
}

impl Budget {
    pub(super) const fn new(limits: &ColumnarLimits) -> Self {
        let ColumnarLimits { rows, slots, cells, text, cell, .. } = *limits;
        Self { rows, slots, cells, text, cell }
    }

    /// Takes rows.
    pub(super) fn rows(&mut self, count: usize) -> Result<()> {
        self.rows = self.rows.checked_sub(count).ok_or(ROWS)?;
        Ok(())
    }

    /// Takes places for values.
    pub(super) fn slots(&mut self, count: usize) -> Result<()> {
        let count = u64::try_from(count).unwrap_or(u64::MAX);
        self.slots = self.slots.checked_sub(count).ok_or(SLOTS)?;
        Ok(())
    }

    /// Takes a cell that holds something.
    pub(super) fn cell(&mut self) -> Result<()> {
        self.cells = self.cells.checked_sub(1).ok_or(CELLS)?;
        Ok(())
    }

    /// Takes the text of a cell.
    pub(super) fn text(&mut self, bytes: usize) -> Result<()> {
        if bytes > self.cell {
            return Err(CELL);
        }
        self.text = self.text.checked_sub(bytes).ok_or(TEXT)?;
        Ok(())
    }
}
