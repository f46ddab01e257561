//! What validation gives.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::profile::Waiver;
use super::rule::Skip;
use super::waiver::Waived;
use crate::finding::{Finding, Severity, Spot};
use crate::json::{Param, Place, digest_of};
use crate::model::Dossier;
use crate::model::kind::Value;

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
    pub(super) dossier: Arc<Dossier>,
    pub(super) digest: OnceLock<String>,
    pub(super) findings: Vec<Finding>,
    pub(super) not_evaluated: Vec<NotEvaluated>,
    pub(super) totals: [usize; 3],
    pub(super) by_code: BTreeMap<&'static str, usize>,
    pub(super) waived: Vec<Waived>,
    pub(super) waived_total: usize,
    pub(super) waivers: Vec<Waiver>,
}

impl Checked {
    /// The same for a dossier that stands in a file from this line on, counted from 1: the lines of its findings are those in the
    /// file.
    #[must_use]
    pub fn on_line(mut self, first: usize) -> Self {
        let waived = self.waived.iter_mut().map(|each| &mut each.finding);
        for finding in self.findings.iter_mut().chain(waived) {
            finding.place.line = finding.place.line.saturating_add(first.saturating_sub(1));
        }
        self
    }

    /// The dossier.
    pub fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    /// SHA-256 of the RFC 8785 bytes of the dossier, as `sha256:` and 64 hex digits. It is computed when it is first asked for.
    pub fn digest(&self) -> &str {
        self.digest.get_or_init(|| digest_of(|out| self.dossier.write(out)))
    }

    /// The findings, in the order of the text; at most as many as the limits keep.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The same with the cell of each finding that has none yet, found by its pointer: for a dossier that was read from sheets
    /// or CSV files. The findings then stand in the order of the cells, and a record that one of them names beside its own is
    /// named by its cell too. It is asked for the findings one after the other, in the order of the text.
    #[must_use]
    pub fn placed(mut self, mut spot: impl FnMut(&str) -> Option<Spot>) -> Self {
        let waived = self.waived.iter_mut().map(|each| &mut each.finding);
        for finding in self.findings.iter_mut().chain(waived).filter(|finding| finding.spot.is_none()) {
            if let Some(spot) = spot(&finding.pointer) {
                finding.place = Place { line: spot.row, column: spot.column };
                finding.spot = Some(Box::new(spot));
            }
            for (_, param) in &mut finding.params {
                if let Param::Text(text) = param
                    && text.starts_with('/')
                    && text.contains("/items/")
                    && let Some(spot) = spot(text)
                {
                    *text = spot.to_string();
                }
            }
        }
        self.findings
            .sort_by(|a, b| (&a.spot, a.place, &a.pointer, a.code()).cmp(&(&b.spot, b.place, &b.pointer, b.code())));
        self
    }

    /// What was not evaluated, and why.
    pub fn not_evaluated(&self) -> &[NotEvaluated] {
        &self.not_evaluated
    }

    /// The findings that a waiver of the profile passes over; at most as many as the limits keep. They count nowhere else.
    pub fn waived(&self) -> &[Waived] {
        &self.waived
    }

    /// How many findings are waived in all.
    pub fn waived_total(&self) -> usize {
        self.waived_total
    }

    /// The waivers of the profile that was used.
    pub fn waivers(&self) -> &[Waiver] {
        &self.waivers
    }

    /// How many findings there are of each kind, those beyond the caps included.
    pub fn by_code(&self) -> &BTreeMap<&'static str, usize> {
        &self.by_code
    }

    /// How many findings of each kind are beyond the caps; none where all are listed.
    pub fn unlisted(&self) -> BTreeMap<&'static str, usize> {
        let mut more = self.by_code.clone();
        for finding in &self.findings {
            let left = more.entry(finding.code()).or_default();
            *left = left.saturating_sub(1);
        }
        more.retain(|_, left| *left > 0);
        more
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

#[cfg(test)]
mod tests {
    use super::Checked;
    use crate::finding::Spot;
    use crate::json::digest;
    use crate::limits::Limits;
    use crate::model::kind::Value;
    use crate::parse::parse;
    use crate::plan::builtin;
    use crate::validate::validate;

    #[test]
    fn a_record_that_a_finding_names_has_its_cell_too() {
        let plan = builtin("yuanqu-2023").unwrap();
        let text = br#"{"schema_version":1,"brands":{"items":[{"id":"B1"},{"id":"B1"}]}}"#;
        let checked = validate(parse(text, &Limits::default()).unwrap(), &plan);
        let spot = |pointer: &str| {
            let nth: usize = pointer.split('/').nth(3)?.parse().ok()?;
            Some(Spot { nth: 0, row: nth + 2, column: 1, table: "品牌".into(), sheet: true, heading: None })
        };
        let checked = checked.placed(spot);
        let twice = checked.findings().iter().find(|finding| finding.code() == "record.duplicate-id").unwrap();
        assert_eq!((twice.shown_place().as_str(), &twice.params), ("品牌!A3", &vec![("first", "品牌!A2".into())]));
    }

    #[test]
    fn the_digest_is_that_of_the_tree_whatever_is_faulty_missing_or_unknown() {
        let plan = builtin("yuanqu-2023").unwrap();
        for text in [
            r#"{"schema_version":1}"#,
            r#"{"town":{"name":"例\n\"\\\u0001","id":"T","site":{"area":"12.50","core_area":{"value":0.000001,"status":"final"},
                "built_area":{"missing":"withheld","note":"x"},"floor_area":-1,"limits":{"east":"a","north":"b"},
                "boundary":{"type":"Polygon","coordinates":[[[111.650,35],[112,35],[112,36],[111.65,35]]]}}},
                "$schema":"s","schema_version":1,"as_of":"2023-12-31"}"#,
            r#"{"schema_version":1.0,"zz":{"b":1e2,"a":[null,true]},"facilities":{"note":"n","items":[7,{"id":"F1","x":1},null],
                "complete":false,"source":"s","as_of":"2023-01-31"},"industries":5,"brands":{"items":[],"y":1}}"#,
            r#"{"schema_version":1,"entities":{"complete":true,"items":[{"id":"E1","registered":"2023Q2","sales":[
                {"month":"2023-05","amount":999999999999999,"platform":"p","channel":"social"},
                {"channel":"offline","amount":1234567890123.456,"month":"2023-13"},{"amount":"0.10","amount":2}],
                "legal_person":true,"roles":[],"evidence":["D1",2]}]},"sessions":{"items":[{"id":"S","starts":"09:30","hours":1.5}]},
                "brands":{"missing":"not_collected"},"channels":{"items":{}}}"#,
        ] {
            let checked = validate(parse(text.as_bytes(), &Limits::default()).unwrap(), &plan);
            assert_eq!(checked.digest(), digest(&checked.dossier().tree()), "{text}");
        }
    }

    #[test]
    fn what_has_no_cell_stays_as_it_is() {
        let plan = builtin("yuanqu-2023").unwrap();
        let text = br#"{"schema_version":1,"/town":1,"brands":{"items":[{"id":"B1"},{"id":"B1"},{"id":"B1"}]}}"#;
        let checked = validate(parse(text, &Limits::default()).unwrap(), &plan);
        let at = |checked: &Checked, pointer: &str| {
            let finding = checked.findings().iter().find(|finding| finding.pointer == pointer).unwrap();
            (finding.shown_place(), finding.params.iter().map(|(_, param)| param.to_string()).collect::<Vec<_>>())
        };
        let [unknown, second, third] = ["/~1town", "/brands/items/1/id", "/brands/items/2/id"];
        let before = [unknown, second].map(|pointer| at(&checked, pointer));
        assert_eq!(before[1].1, ["/brands/items/0"]);
        // only the last record has a cell: the first, which the findings name, has none
        let row = |pointer: &str| pointer.starts_with("/brands/items/2").then_some(4);
        let spot = |pointer: &str| {
            let row = row(pointer)?;
            Some(Spot { nth: 0, row, column: 1, table: "品牌".into(), sheet: true, heading: None })
        };
        let checked = checked.placed(spot);
        assert_eq!([unknown, second].map(|pointer| at(&checked, pointer)), before);
        assert_eq!(at(&checked, third), ("品牌!A4".to_owned(), vec!["/brands/items/0".to_owned()]));
    }
}
