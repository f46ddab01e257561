//! What reading gives.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::finding::Finding;
use crate::limits::Limits;
use crate::model::Dossier;

/// How many faults of each code there are beyond those that were kept.
pub(crate) type Beyond = BTreeMap<&'static str, usize>;

/// A dossier that was read, with the structural findings and the text they point into. Only `validate` goes on from here.
/// A clone shares dossier and text, so that one reading can be validated under several plans.
#[derive(Clone, Debug)]
pub struct Parsed {
    pub(crate) dossier: Arc<Dossier>,
    pub(crate) findings: Vec<Finding>,
    pub(crate) beyond: Beyond,
    pub(crate) text: Arc<Text>,
    pub(crate) limits: Limits,
}

impl Parsed {
    /// What was read from the text.
    pub(super) fn new(
        (dossier, findings, beyond): (Dossier, Vec<Finding>, Beyond),
        text: String,
        limits: &Limits,
    ) -> Self {
        Self { dossier: Arc::new(dossier), findings, beyond, text: Arc::new(Text(text)), limits: *limits }
    }

    /// The dossier as it was read.
    pub fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    /// The text that it was read from, without byte order mark: reading it again gives the same. It holds all that the file holds.
    pub fn text(&self) -> &str {
        &self.text.0
    }

    /// The structural findings, in the order of the text.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The same with further findings of the reading: those of sheets and cells, each with its spot. As many of a kind are
    /// kept as the limits say, the others counted.
    #[must_use]
    pub fn with_findings(mut self, findings: Vec<Finding>) -> Self {
        let mut kept: BTreeMap<&'static str, usize> = BTreeMap::new();
        for finding in findings {
            let kept = kept.entry(finding.code()).or_default();
            if *kept < self.limits.findings_of_a_kind && self.findings.len() < self.limits.findings {
                *kept = kept.saturating_add(1);
                self.findings.push(finding);
            } else {
                let beyond = self.beyond.entry(finding.code()).or_default();
                *beyond = beyond.saturating_add(1);
            }
        }
        self
    }

    /// How many structural faults there are; more than the findings when the cap was reached.
    pub fn total(&self) -> usize {
        self.beyond.values().fold(self.findings.len(), |sum, more| sum.saturating_add(*more))
    }
}

/// The text of a dossier, kept to find lines and columns. `Debug` shows its length only.
#[derive(Clone)]
pub(crate) struct Text(pub(crate) String);

impl std::fmt::Debug for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Text({} bytes)", self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Severity, Spec};
    use crate::parse::parse;

    static ONE: Spec = Spec::new("table.one", Severity::Warning);
    static TWO: Spec = Spec::new("table.two", Severity::Warning);

    /// How many findings are kept, and how many there are, of a dossier with one fault to which three and two are added.
    fn of(findings: usize, findings_of_a_kind: usize) -> (usize, usize) {
        let limits = Limits { findings, findings_of_a_kind, ..Limits::default() };
        let parsed = parse(br#"{"schema_version":1,"x":1}"#, &limits).unwrap();
        let added = [&ONE, &ONE, &TWO, &ONE, &TWO].map(|spec| Finding::new(spec, String::new(), vec![]));
        let parsed = parsed.with_findings(added.to_vec());
        (parsed.findings().len(), parsed.total())
    }

    #[test]
    fn findings_of_cells_are_kept_up_to_the_caps_and_counted_beyond_them() {
        assert_eq!(of(99, 99), (6, 6));
        // three of one kind, two of the other
        assert_eq!([of(99, 3), of(99, 2), of(99, 1)], [(6, 6), (5, 6), (3, 6)]);
        // one of all is the fault of the structure
        assert_eq!([of(6, 99), of(5, 99), of(1, 99)], [(6, 6), (5, 6), (1, 6)]);
    }
}
