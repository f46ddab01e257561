//! What validation gives.

use super::rule::Skip;
use crate::finding::{Finding, Severity};
use crate::model::Dossier;

/// A rule that could not be evaluated on something.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NotEvaluated {
    /// Code of the rule.
    pub code: &'static str,
    /// Why.
    pub why: Skip,
    /// JSON Pointers of what could not be looked at: the first ten.
    pub pointers: Vec<String>,
    /// How many there are in all.
    pub total: usize,
}

/// A dossier with all its findings. Only `assess` goes on from here.
#[derive(Clone, Debug)]
pub struct Checked {
    pub(super) dossier: Dossier,
    pub(super) findings: Vec<Finding>,
    pub(super) not_evaluated: Vec<NotEvaluated>,
    pub(super) totals: [usize; 3],
}

impl Checked {
    /// The dossier.
    pub fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    /// The findings, in the order of the text; at most as many as the limits keep.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// What was not evaluated, and why.
    pub fn not_evaluated(&self) -> &[NotEvaluated] {
        &self.not_evaluated
    }

    /// How many findings of a severity there are in all, those beyond the cap included.
    pub fn total(&self, severity: Severity) -> usize {
        let [error, warning, info] = self.totals;
        match severity {
            Severity::Error => error,
            Severity::Warning => warning,
            Severity::Info => info,
        }
    }
}
