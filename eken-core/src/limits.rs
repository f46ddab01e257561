//! Limits of what is read: numbers in one struct, on by default.

/// Bounds on the input. A file beyond one of them is refused with a clear error before memory is taken for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one dossier. Default 256 MiB.
    pub bytes: usize,
    /// Nested arrays and objects. Default 32; a dossier needs at most 9, a GeoJSON polygon 8.
    pub depth: usize,
    /// Bytes of one text, escapes included. Default 1 MiB. The schema states a tighter length for each field.
    pub text: usize,
    /// Records (objects in lists) of one dossier. Default 250,000.
    pub records: usize,
    /// Values of one dossier: members of objects and elements of arrays. Default 2,000,000; a town files some 100,000.
    pub values: usize,
    /// Characters of one number. Default 512. Figures hold at most 13 digits before the point and 12 after it.
    pub number: usize,
    /// Bytes of what the model does not read and keeps as it was written: unknown fields, fields met twice, faulty values.
    /// Each value counts 64 and the length of its text. Default 16 MiB, which is some 250,000 values.
    pub kept: usize,
    /// Unknown fields of one object, fields met twice among them. Default 1,000.
    pub unknown_fields: usize,
    /// Faults and findings kept with their places. Default 10,000; the counts go on and are the true totals.
    pub findings: usize,
    /// Of these, findings of one kind, so that one kind does not hide the others. Default 1,000.
    pub findings_of_a_kind: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 256 << 20,
            depth: 32,
            text: 1 << 20,
            records: 250_000,
            values: 2_000_000,
            number: 512,
            kept: 16 << 20,
            unknown_fields: 1_000,
            findings: 10_000,
            findings_of_a_kind: 1_000,
        }
    }
}
