//! What a columnar file may hold at most.

/// Bounds on a Parquet or Arrow IPC file, checked before memory is taken for what they bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColumnarLimits {
    /// Bytes of the file. Default 256 MiB.
    pub bytes: usize,
    /// Bytes that all its pages or buffers unpack to. Default 512 MiB; and a file of few bytes no more than 32 MiB and a
    /// hundred for each byte.
    pub unpacked: u64,
    /// Rows. Default 1,000,000.
    pub rows: usize,
    /// Columns, those inside structs counted one by one. Default 2,000.
    pub columns: usize,
    /// Places for values, those without one among them: rows times columns, and the items of lists. Default 20,000,000.
    pub slots: u64,
    /// Cells that hold something. Default 3,000,000; and a file of few bytes no more than 200,000 and twenty for each byte.
    pub cells: usize,
    /// Bytes of all texts. Default 128 MiB; and a file of few bytes no more than 8 MiB and fifty for each byte.
    pub text: usize,
    /// Bytes of the text of one cell. Default 1 MiB.
    pub cell: usize,
    /// Entries of the metadata: schema elements, row groups, columns of row groups, messages. Default 300,000.
    pub entries: usize,
}

impl Default for ColumnarLimits {
    fn default() -> Self {
        Self {
            bytes: 256 << 20,
            unpacked: 512 << 20,
            rows: 1_000_000,
            columns: 2_000,
            slots: 20_000_000,
            cells: 3_000_000,
            text: 128 << 20,
            cell: 1 << 20,
            entries: 300_000,
        }
    }
}

impl ColumnarLimits {
    /// The same for a file of so many bytes: what is small cannot hold much, however it is packed.
    pub(super) fn of(self, bytes: usize) -> Self {
        let within = |base: usize, each: usize, most: usize| most.min(base.saturating_add(bytes.saturating_mul(each)));
        let unpacked = within(32 << 20, 100, usize::try_from(self.unpacked).unwrap_or(usize::MAX));
        Self {
            unpacked: u64::try_from(unpacked).unwrap_or(u64::MAX),
            cells: within(200_000, 20, self.cells),
            text: within(8 << 20, 50, self.text),
            ..self
        }
    }
}
