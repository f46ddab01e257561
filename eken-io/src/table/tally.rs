//! How many rows there were and what became of each: nothing is lost unsaid.

use eken_core::finding::Spot;

/// A record that was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Where it stands.
    pub spot: Spot,
    /// Code of the finding that says why.
    pub code: &'static str,
}

/// What became of the rows of one sheet or file. `rows` is the sum of all the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Name of the sheet or file.
    pub name: String,
    /// Key of the kind of fact, such as `entities.sales`; none where it is unknown.
    pub kind: Option<String>,
    /// Rows that hold something.
    pub rows: usize,
    /// Records that were read.
    pub read: usize,
    /// Records that were not read.
    pub refused: usize,
    /// Titles, headers and unit rows.
    pub heads: usize,
    /// Rows of sums.
    pub totals: usize,
    /// Notes, signatures and examples.
    pub notes: usize,
}

impl Tally {
    /// How many records the sheet or file has: those that were read and those that were not.
    pub const fn records(&self) -> usize {
        self.read.saturating_add(self.refused)
    }

    /// Whether every row has been accounted for.
    pub fn is_whole(&self) -> bool {
        let parts = [self.read, self.refused, self.heads, self.totals, self.notes];
        parts.iter().fold(0_usize, |sum, part| sum.saturating_add(*part)) == self.rows
    }
}
