//! How much text, and how many cells, a workbook may still bring.

use super::fault;
use super::limits::Limits;
use crate::error::Result;

/// How many bytes of text, cells and merged ranges are still taken.
pub struct Budget {
    text: usize,
    cell: usize,
    cells: usize,
    merged: usize,
}

impl Budget {
    /// What the limits allow.
    pub const fn new(limits: &Limits) -> Self {
        Self { text: limits.text, cell: limits.cell, cells: limits.cells, merged: limits.merged }
    }

    /// Takes so many bytes of text.
    pub fn take(&mut self, bytes: usize) -> Result<()> {
        self.text = self.text.checked_sub(bytes).ok_or(fault::text())?;
        Ok(())
    }

    /// Takes so many cells.
    pub fn cells(&mut self, count: usize) -> Result<()> {
        self.cells = self.cells.checked_sub(count).ok_or(fault::cells())?;
        Ok(())
    }

    /// Takes one merged range.
    pub fn merged(&mut self) -> Result<()> {
        self.merged = self.merged.checked_sub(1).ok_or(fault::cells())?;
        Ok(())
    }

    /// Bytes of the text of one cell.
    pub const fn cell(&self) -> usize {
        self.cell
    }
}
