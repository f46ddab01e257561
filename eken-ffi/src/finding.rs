//! Findings and the account of a file's records.

use std::collections::HashMap;

use eken_core::finding;
use eken_core::plan::Plan;
use eken_core::report::{FindingDocument, NotEvaluatedDocument, RecordsDocument, RefusedDocument};
use eken_core::validate::Checked;
use eken_core::words::Lang;

use crate::words::{Count, Severity};

/// A rule that could not be evaluated on something.
pub type Skipped = NotEvaluatedDocument;
/// A record that was refused.
pub type RefusedRecord = RefusedDocument;

/// One fault in the data.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Finding {
    /// Code: subject, full stop, fault.
    pub code: String,
    /// How grave it is.
    pub severity: Severity,
    /// JSON Pointer of the value (RFC 6901).
    pub pointer: String,
    /// Line, from 1; the row of a sheet.
    pub line: Count,
    /// Column in characters, from 1; that of a sheet.
    pub column: Count,
    /// The cell, where it was read from a sheet or a CSV file.
    pub cell: Option<String>,
    /// Parameters of the message, by name.
    pub params: HashMap<String, String>,
    /// Clauses and standards that it rests on.
    pub clauses: Vec<String>,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub help: String,
}

/// What was found in a dossier.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Findings {
    /// The findings in the order of the text; beyond a cap they are only counted.
    pub findings: Vec<Finding>,
    /// How many errors there are, those not listed included.
    pub errors: Count,
    /// How many warnings.
    pub warnings: Count,
    /// How many notes.
    pub notes: Count,
    /// Rules that could not be evaluated on something.
    pub not_evaluated: Vec<Skipped>,
    /// Records that were read: with those refused they are all that the file has.
    pub records_read: Count,
    /// Records that were refused.
    pub records_refused: Count,
    /// Where and why, the first thousand.
    pub refused: Vec<RefusedRecord>,
}

/// A rule that could not be evaluated on something.
#[uniffi::remote(Record)]
pub struct Skipped {
    /// Code of the rule.
    pub code: String,
    /// Why not: `section-absent`, `section-incomplete`, `faulty`.
    pub why: String,
    /// Why not, in words.
    pub message: String,
    /// JSON Pointers of the first.
    pub pointers: Vec<String>,
    /// On how many.
    pub total: Count,
}

/// A record that was refused.
#[uniffi::remote(Record)]
pub struct RefusedRecord {
    /// The cell; in JSON line and column.
    pub cell: String,
    /// Code of the finding that says why.
    pub code: String,
}

impl Finding {
    /// A finding in one language.
    pub fn of(found: &finding::Finding, plan: &Plan, lang: Lang) -> Self {
        let params = found.params.iter().map(|(name, param)| ((*name).to_owned(), param.to_string())).collect();
        let FindingDocument { code, pointer, line, column, cell, clauses, message, help, .. } =
            FindingDocument::new(found, plan, lang);
        Self { code, severity: found.severity, pointer, line, column, cell, params, clauses, message, help }
    }
}

impl Findings {
    /// What was found, in one language.
    pub fn of(checked: &Checked, records: RecordsDocument, plan: &Plan, lang: Lang) -> Self {
        Self {
            findings: checked.findings().iter().map(|found| Finding::of(found, plan, lang)).collect(),
            errors: checked.total(Severity::Error),
            warnings: checked.total(Severity::Warning),
            notes: checked.total(Severity::Info),
            not_evaluated: checked.not_evaluated().iter().map(|each| Skipped::new(each, lang)).collect(),
            records_read: records.read,
            records_refused: records.refused,
            refused: records.refused_records,
        }
    }
}
