//! What the rules reported: as many findings as the limits keep, the count of all, and what was not looked at.

use std::collections::BTreeMap;

use super::checked::NotEvaluated;
use super::profile::Profile;
use super::rule::Skip;
use super::waiver::{Waived, Waivers};
use crate::finding::{Finding, Severity, Spec};
use crate::json::Param;
use crate::limits::Limits;

/// Pointers kept for what was not evaluated, a rule and reason.
const POINTERS: usize = 10;

/// What was reported so far.
#[derive(Debug)]
pub(super) struct Report {
    pub(super) profile: Profile,
    pub(super) waivers: Waivers,
    pub(super) findings: Vec<Finding>,
    pub(super) totals: [usize; 3],
    pub(super) by_code: BTreeMap<&'static str, usize>,
    pub(super) waived: Vec<Waived>,
    pub(super) waived_total: usize,
    skipped: BTreeMap<(&'static str, Skip), Skipped>,
    pub(super) limits: Limits,
}

/// What a rule could not look at for one reason: the first pointers, and how many there are.
#[derive(Debug, Default)]
struct Skipped {
    pointers: Vec<String>,
    total: usize,
}

impl Report {
    pub(super) fn new(limits: &Limits, profile: &Profile, waivers: Waivers) -> Self {
        Self {
            profile: profile.clone(),
            waivers,
            findings: Vec::new(),
            totals: [0; 3],
            by_code: BTreeMap::new(),
            waived: Vec::new(),
            waived_total: 0,
            skipped: BTreeMap::new(),
            limits: *limits,
        }
    }

    /// A fault at a pointer.
    pub(super) fn fault(&mut self, spec: &'static Spec, pointer: String, params: Vec<(&'static str, Param)>) {
        let waiver = self.waivers.covers(spec.code, &pointer);
        if waiver.is_none() && !self.keeps(spec.code) {
            self.count(spec, 1);
            return;
        }
        let finding = Finding::new(spec, pointer, params);
        self.file(finding, waiver);
    }

    /// Files a finding made elsewhere.
    pub(super) fn take(&mut self, finding: Finding) {
        let waiver = self.waivers.covers(finding.spec.code, &finding.pointer);
        self.file(finding, waiver);
    }

    fn file(&mut self, mut finding: Finding, waiver: Option<usize>) {
        self.profile.apply(&mut finding);
        match waiver {
            Some(waiver) => {
                self.waived_total = self.waived_total.saturating_add(1);
                if self.waived.len() < self.limits.findings {
                    self.waived.push(Waived { finding, waiver });
                }
            }
            None => {
                let keeps = self.keeps(finding.spec.code);
                self.count(finding.spec, 1);
                if keeps {
                    self.findings.push(finding);
                }
            }
        }
    }

    /// Counts findings that are not kept.
    pub(super) fn count(&mut self, spec: &'static Spec, more: usize) {
        let severity = self.profile.severity(spec);
        for (total, _) in self.totals.iter_mut().zip(Severity::ALL).filter(|(_, of)| *of == severity) {
            *total = total.saturating_add(more);
        }
        let of_it = self.by_code.entry(spec.code).or_default();
        *of_it = of_it.saturating_add(more);
    }

    fn keeps(&self, code: &str) -> bool {
        self.by_code.get(code).is_none_or(|held| *held < self.limits.findings_of_a_kind)
            && self.findings.len() < self.limits.findings
    }

    /// Something at a pointer that a rule could not look at.
    pub(super) fn skip(&mut self, code: &'static str, pointer: impl Into<String>, why: Skip) {
        let skipped = self.skipped.entry((code, why)).or_default();
        skipped.total = skipped.total.saturating_add(1);
        if skipped.pointers.len() < POINTERS {
            skipped.pointers.push(pointer.into());
        }
    }

    /// What was not looked at, by rule and reason.
    pub(super) fn not_evaluated(&mut self) -> Vec<NotEvaluated> {
        std::mem::take(&mut self.skipped)
            .into_iter()
            .map(|((code, why), Skipped { pointers, total })| NotEvaluated { code, why, pointers, total })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::parse;
    use crate::plan::builtin;
    use crate::validate::{Checked, validate_with};

    /// Four brands with the identifier of the first, and two unknown fields; at most so many findings, and of one kind.
    fn under(findings: usize, findings_of_a_kind: usize, profile: &str) -> Checked {
        let brand = |name: &str| format!(r#"{{"id": "B1", "name": "{name}", "level": "category"}}"#);
        let text = format!(
            r#"{{"schema_version": 1, "as_of": "2024-06-30", "x": 1, "y": 2, "brands": {{"items": [{}]}}}}"#,
            ["甲", "乙", "丙", "丁"].map(brand).join(", ")
        );
        let limits = Limits { findings, findings_of_a_kind, ..Limits::default() };
        let parsed = parse(text.as_bytes(), &limits).unwrap();
        validate_with(parsed, &builtin("yuanqu-2023").unwrap(), &Profile::load(profile).unwrap())
    }

    fn waived(rule: &str) -> String {
        let rest = "at = \"\"\nreason = \"r\"\nauthority = \"a\"\nuntil = \"2024-12-31\"\n";
        format!("[[waiver]]\nrule = \"{rule}\"\n{rest}")
    }

    fn kept(checked: &Checked, code: &str) -> usize {
        checked.findings().iter().filter(|finding| finding.code() == code).count()
    }

    #[test]
    fn beyond_the_caps_findings_are_counted_and_not_kept() {
        let (twice, unknown) = ("record.duplicate-id", "structure.unknown-field");
        for (findings, of_a_kind, kept_twice, kept_unknown) in [(99, 99, 3, 2), (99, 2, 2, 2), (99, 1, 1, 1)] {
            let checked = under(findings, of_a_kind, "");
            assert_eq!((kept(&checked, twice), kept(&checked, unknown)), (kept_twice, kept_unknown), "{of_a_kind}");
            assert_eq!((checked.by_code()[twice], checked.by_code()[unknown]), (3, 2));
            assert_eq!(checked.total(Severity::Error), 3);
            let unlisted = checked.unlisted();
            let more = |code| unlisted.get(code).copied().unwrap_or_default();
            assert_eq!((more(twice), more(unknown)), (3 - kept_twice, 2 - kept_unknown));
        }
        let checked = under(2, 99, "");
        assert_eq!(checked.findings().len(), 2);
        assert_eq!((checked.by_code()[twice], checked.by_code()[unknown]), (3, 2));
    }

    #[test]
    fn waived_findings_are_counted_beyond_the_cap_and_take_no_place_from_others() {
        let all = under(99, 99, &waived("record.duplicate-id"));
        assert_eq!((all.waived().len(), all.waived_total()), (3, 3));
        let capped = under(2, 99, &waived("record.duplicate-id"));
        assert_eq!((capped.waived().len(), capped.waived_total()), (2, 3));
        assert_eq!(kept(&capped, "structure.unknown-field"), 2);
        assert_eq!(capped.total(Severity::Error), 0);
    }
}
