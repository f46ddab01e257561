//! Limits of what is read from a workbook: numbers in one struct, on by default.

/// Bounds on a workbook. A file beyond one of them is refused with a clear error before memory is taken for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file. Default 256 MiB.
    pub bytes: usize,
    /// Entries of the zip. Default 2,000.
    pub entries: usize,
    /// Bytes inflated in all, counted as they come out. Default 512 MiB.
    pub inflated: u64,
    /// How many bytes may come out for one that went in, once an entry has given 1 MiB. Default 200.
    pub ratio: u64,
    /// Sheets. Default 500.
    pub sheets: usize,
    /// Cells that hold something, over all sheets. Default 1,000,000; a town files some 100,000 values.
    pub cells: usize,
    /// Texts of the shared table. Default 1,000,000.
    pub strings: usize,
    /// Bytes of all texts, those of the shared table and those of the cells. Default 64 MiB.
    pub text: usize,
    /// Bytes of the text of one cell. Default 1 MiB; a workbook holds at most 32,767 characters in one.
    pub cell: usize,
    /// Merged ranges, over all sheets. Default 100,000.
    pub merged: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 256 << 20,
            entries: 2_000,
            inflated: 512 << 20,
            ratio: 200,
            sheets: 500,
            cells: 1_000_000,
            strings: 1_000_000,
            text: 64 << 20,
            cell: 1 << 20,
            merged: 100_000,
        }
    }
}
