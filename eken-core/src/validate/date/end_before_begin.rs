//! An end that is dated before its beginning: one rule over a table of pairs.

use crate::finding::{Severity, Spec};
use crate::model::kind::{Leaf, Step, Walker};
use crate::quantity::PartialDate;
use crate::validate::tour::Noted;
use crate::validate::{Rule, Skip};
use crate::words::Label;

/// Record, field of the beginning, field of the end; in the order of the records.
const PAIRS: &[Pair] = &[
    ("Brand", "launched", "withdrawn"),
    ("Case", "occurred", "decided"),
    ("Case", "occurred", "rectified"),
    ("Certification", "issued", "expires"),
    ("Channel", "started", "ended"),
    ("ComplianceDeclaration", "from", "until"),
    ("Expert", "engaged", "until"),
    ("Facility", "opened", "closed"),
    ("FosteredPerson", "fostered", "ended"),
    ("Industry", "since", "until"),
    ("Institution", "opened", "closed"),
    ("Instrument", "effective", "expires"),
    ("Instrument", "issued", "expires"),
    ("Instrument", "issued", "repealed"),
    ("IssueItem", "found", "due"),
    ("IssueItem", "found", "rectified"),
    ("MarketEntity", "moved_in", "deregistered"),
    ("MarketEntity", "moved_in", "moved_out"),
    ("MarketEntity", "registered", "deregistered"),
    ("OnlineProduct", "listed", "delisted"),
    ("Pavilion", "opened", "closed"),
    ("Phase", "started", "ended"),
    ("Project", "started", "due"),
    ("Project", "started", "finished"),
    ("SupplyChain", "established", "ended"),
    ("Town", "programme_start", "completed"),
    ("Trademark", "registered", "expires"),
];

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["GB/T 7408.1-2023", "附件1-二-县统计局"],
        summary: Label::new("结束时间早于开始时间", "an end is dated before its beginning"),
        message: Label::new(
            "{end_field} 的时间 {end} 早于 {begin_field} 的时间 {begin}",
            "{end_field}, {end}, is before {begin_field}, {begin}",
        ),
        help: Label::new("核对两个时间，可能填反了", "check both dates; they may have been swapped"),
        example: r#"{"schema_version": 1, "facilities": {"items": [{"id": "F1", "opened": "2023-06", "closed": "2023-05-01"}]}}"#,
        ..Spec::new("date.end-before-begin", Severity::Error)
    },
    check: |context, found| Noted::tell(&context.tour().ends, found),
};

/// A pair of [`PAIRS`].
type Pair = (&'static str, &'static str, &'static str);

/// A record that is being walked over, with those of its dates that stand in a pair.
#[derive(Debug)]
struct Open {
    depth: usize,
    pairs: &'static [Pair],
    dates: Vec<(&'static str, PartialDate)>,
}

/// The pairs of dates met on the walk.
#[derive(Debug, Default)]
pub(in crate::validate) struct Pairs {
    open: Vec<Open>,
    /// The name of the last record and its pairs.
    last: (&'static str, &'static [Pair]),
    /// What is to be reported.
    pub(in crate::validate) noted: Vec<Noted>,
}

impl Walker for Pairs {
    fn record(&mut self, at: &Step<'_>, record: &'static str) {
        if self.last.0 != record {
            self.last = (record, pairs_of(record));
        }
        let (_, pairs) = self.last;
        if pairs.is_empty() && self.open.is_empty() {
            return;
        }
        let depth = depth(at);
        while self.open.pop_if(|open| open.depth >= depth).is_some() {}
        if !pairs.is_empty() {
            self.open.push(Open { depth, pairs, dates: Vec::new() });
        }
    }

    fn leaf(&mut self, at: &Step<'_>, leaf: Leaf<'_>) {
        let date = match leaf {
            Leaf::Date(date) => Some(PartialDate::Day(date)),
            Leaf::PartialDate(date) => Some(date),
            Leaf::Faulty => None,
            _ => return,
        };
        let Step::Key(parent, field) = at else { return };
        // most dates stand in no pair, and the depth of a place is found by going up from it
        let pairs = || self.open.iter().flat_map(|open| open.pairs);
        if !pairs().any(|(_, begin, end)| begin == field || end == field) {
            return;
        }
        let depth = depth(parent);
        while self.open.pop_if(|open| open.depth > depth).is_some() {}
        let Some(open) = self.open.last_mut().filter(|open| open.depth == depth) else { return };
        let mut name = None;
        for (_, begin, end) in open.pairs {
            if begin != field && end != field {
                continue;
            }
            let Some(date) = date else {
                self.noted.push(Noted::Skipped(at.pointer(), Skip::Faulty));
                return;
            };
            let (this, other) = if begin == field { (*begin, *end) } else { (*end, *begin) };
            name = Some(this);
            let Some((_, other)) = open.dates.iter().find(|(name, _)| *name == other) else { continue };
            let (from, until) = if begin == field { (date, *other) } else { (*other, date) };
            // only what is wrong on every day that the dates may mean
            if until.last().zip(from.first()).is_some_and(|(until, from)| until < from) {
                let mut pointer = parent.pointer();
                crate::json::child(&mut pointer, end);
                let params = vec![
                    ("end_field", (*end).into()),
                    ("end", until.to_string().into()),
                    ("begin_field", (*begin).into()),
                    ("begin", from.to_string().into()),
                ];
                self.noted.push(Noted::Fault(pointer, params));
            }
        }
        if let (Some(name), Some(date)) = (name, date) {
            open.dates.push((name, date));
        }
    }
}

/// The pairs of a record.
fn pairs_of(record: &str) -> &'static [Pair] {
    let first = PAIRS.partition_point(|(name, ..)| *name < record);
    let from = PAIRS.get(first..).unwrap_or_default();
    from.get(..from.partition_point(|(name, ..)| *name == record)).unwrap_or_default()
}

fn depth(at: &Step<'_>) -> usize {
    match at {
        Step::Root => 0,
        Step::Key(parent, _) | Step::Index(parent, _) => depth(parent).saturating_add(1),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::model::Dossier;
    use crate::model::kind::{FieldKind, Record, RecordInfo};
    use crate::validate::testing::{found, skipped};

    /// Dates of records with several dates that have no order among themselves, or are plans.
    const NO_ORDER: &[(&str, &str)] = &[
        // a declaration may be made before or after its period ends
        ("ComplianceDeclaration", "declared"),
        ("MarketEntity", "above_designated_size_since"),
        ("Milestone", "due"),
        ("Milestone", "done"),
        ("OfficerReport", "due"),
        ("OfficerReport", "sent"),
    ];

    #[test]
    fn a_facility_that_closed_before_the_month_of_its_opening_is_found() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/facilities/items/0/closed end_field=closed end=2023-05-01 begin_field=opened begin=2023-06"]
        );
    }

    #[test]
    fn what_may_be_right_is_clean() {
        let dossier = r#"{"facilities": {"items": [{"opened": "2023-06", "closed": "2023"}, {"opened": "2023-06", "closed": "2023Q2"},
            {"opened": "2023-06-01", "closed": "2023-06-01"}, {"opened": "2023"}, {"closed": "2001"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }

    #[test]
    fn records_within_records_are_not_mixed_up() {
        let dossier = r#"{"town": {"programme_start": "2023-04", "completed": "2022"},
            "brands": {"items": [{"launched": "2023", "trademark": {"registered": "2020-01-01", "expires": "2030-01-01"},
                "certifications": [{"issued": "2023-05-01", "expires": "2022-05-01"}, {"issued": "2020-01-01"}], "withdrawn": "2022"}]}}"#;
        assert_eq!(
            found(&RULE, dossier),
            [
                "/town/completed end_field=completed end=2022 begin_field=programme_start begin=2023-04",
                "/brands/items/0/withdrawn end_field=withdrawn end=2022 begin_field=launched begin=2023",
                "/brands/items/0/certifications/0/expires end_field=expires end=2022-05-01 begin_field=issued begin=2023-05-01",
            ]
        );
    }

    #[test]
    fn a_faulty_date_is_noted_and_harms_no_other() {
        let dossier = r#"{"issues": {"items": [{"found": "soon", "due": "2023-01-01"}, {"found": "2023-02-01", "rectified": "2023-01-01"}]}}"#;
        assert_eq!(skipped(&RULE, dossier), ["faulty /issues/items/0/found"]);
        assert_eq!(found(&RULE, dossier).len(), 1);
    }

    #[test]
    fn every_record_with_several_dates_is_in_the_table() {
        let mut records = BTreeMap::new();
        collect(&Dossier::info(), &mut records);
        for (record, begin, end) in PAIRS {
            let dates: &Vec<&str> = records.get(record).unwrap_or_else(|| panic!("no record {record}"));
            assert!(
                dates.contains(begin) && dates.contains(end),
                "{record} has no dates {begin} and {end}: mend PAIRS"
            );
        }
        for (record, dates) in records.iter().filter(|(_, dates)| dates.len() > 1) {
            for date in dates {
                let paired = PAIRS.iter().any(|(name, begin, end)| name == record && (begin == date || end == date));
                assert!(
                    paired || NO_ORDER.contains(&(record, date)),
                    "{record}.{date}: add its pair to PAIRS, or to NO_ORDER if it has none"
                );
            }
        }
    }

    fn collect(info: &RecordInfo, into: &mut BTreeMap<&'static str, Vec<&'static str>>) {
        if into.contains_key(info.name) {
            return;
        }
        into.insert(info.name, Vec::new());
        for field in &info.fields {
            let mut kind = &field.kind;
            while let FieldKind::List(inner) = kind {
                kind = inner;
            }
            match kind {
                FieldKind::Date | FieldKind::PartialDate => into.get_mut(info.name).unwrap().push(field.name),
                FieldKind::Record(of) | FieldKind::Section(of) => collect(&of(), into),
                _ => {}
            }
        }
    }

    #[test]
    fn the_dates_of_a_record_are_paired_in_whatever_order_they_are_walked() {
        let date = |text: &str| Leaf::Date(crate::quantity::Date::parse(text).unwrap());
        let brand = Step::Root;
        let (mark, other) = (Step::Key(&brand, "trademark"), Step::Key(&brand, "other"));
        let mut pairs = Pairs::default();
        pairs.record(&brand, "Brand");
        pairs.leaf(&Step::Key(&brand, "withdrawn"), date("2022-01-01"));
        pairs.record(&mark, "Trademark");
        pairs.leaf(&Step::Key(&mark, "expires"), date("2020-01-01"));
        // a field of that name in a record within is another
        pairs.leaf(&Step::Key(&mark, "launched"), date("2024-01-01"));
        pairs.leaf(&Step::Key(&mark, "registered"), date("2021-01-01"));
        // back in the brand, after the record within it
        pairs.leaf(&Step::Key(&brand, "launched"), date("2023-01-01"));
        pairs.record(&other, "Limits");
        pairs.leaf(&Step::Key(&other, "withdrawn"), date("2001-01-01"));
        let told = pairs.noted.iter().map(|noted| match noted {
            Noted::Fault(pointer, params) => (pointer.as_str(), params.iter().map(|(_, p)| p.to_string()).collect()),
            Noted::Skipped(pointer, _) => (pointer.as_str(), vec![]),
        });
        let told: Vec<(&str, Vec<String>)> = told.collect();
        assert_eq!(
            told,
            [
                (
                    "/trademark/expires",
                    ["expires", "2020-01-01", "registered", "2021-01-01"].map(str::to_owned).to_vec()
                ),
                ("/withdrawn", ["withdrawn", "2022-01-01", "launched", "2023-01-01"].map(str::to_owned).to_vec()),
            ]
        );
    }
}
