//! The run of all rules over one dossier.

use std::sync::OnceLock;

use super::checked::Checked;
use super::context::Context;
use super::profile::Profile;
use super::report::Report;
use super::rule::{Found, Rule};
use super::waiver::Waivers;
use super::{
    appropriation, brand, date, declaration, disclosure, document, entity, event, evidence, facility, industry,
    inspection, institution, instrument, investment, issue, judgement, leading, organisation, pavilion, payment,
    person, phase, product, project, record, reference, sales, session, site, statistic, tier, town, trainee,
};
use crate::finding::Finding;
use crate::json::locate;
use crate::limits::Limits;
use crate::parse::{Parsed, structure};
use crate::plan::Plan;

/// Every rule, subject by subject.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().copied().flatten()
}

/// One line a subject.
static RULES: &[&[Rule]] = &[
    appropriation::RULES,
    brand::RULES,
    date::RULES,
    declaration::RULES,
    disclosure::RULES,
    document::RULES,
    entity::RULES,
    event::RULES,
    evidence::RULES,
    facility::RULES,
    industry::RULES,
    inspection::RULES,
    institution::RULES,
    instrument::RULES,
    investment::RULES,
    issue::RULES,
    judgement::RULES,
    leading::RULES,
    organisation::RULES,
    pavilion::RULES,
    payment::RULES,
    person::RULES,
    phase::RULES,
    product::RULES,
    project::RULES,
    record::RULES,
    reference::RULES,
    sales::RULES,
    session::RULES,
    site::RULES,
    statistic::RULES,
    tier::RULES,
    town::RULES,
    trainee::RULES,
];

/// Applies every rule to a dossier. The findings of the reading are kept, those of the rules added, all in the order of the
/// text.
pub fn validate(parsed: Parsed, plan: &Plan) -> Checked {
    validate_with(parsed, plan, &Profile::default())
}

/// As [`validate`], with the severities and waivers of a profile. A waived finding stands apart and counts nowhere; a waiver
/// that has expired, or matches no finding, is a finding itself. No waiver touches a verdict.
pub fn validate_with(parsed: Parsed, plan: &Plan, profile: &Profile) -> Checked {
    let context = Context::new(&parsed.dossier, plan);
    let mut report = Report::new(&parsed.limits, profile, Waivers::of(profile, &context));
    for rule in rules() {
        (rule.check)(&context, &mut Found::new(&rule.spec, &mut report));
    }
    place(&mut report.findings, &parsed);
    let mut waived: Vec<Finding> = report.waived.iter().map(|each| each.finding.clone()).collect();
    place(&mut waived, &parsed);
    for (held, placed) in report.waived.iter_mut().zip(waived) {
        held.finding.place = placed.place;
    }
    // the findings of the reading are bounded already
    let read = Limits { findings: usize::MAX, findings_of_a_kind: usize::MAX, ..parsed.limits };
    report.limits = read;
    for finding in parsed.findings {
        report.take(finding);
    }
    for (code, more) in &parsed.beyond {
        report.count(structure(code), *more);
    }
    for finding in report.waivers.faults(profile, context.as_of()) {
        report.take(finding);
    }
    let not_evaluated = report.not_evaluated();
    let Report { mut findings, totals, by_code, waived, waived_total, .. } = report;
    findings.sort_by(|a, b| (a.place, &a.pointer, a.code()).cmp(&(b.place, &b.pointer, b.code())));
    findings.truncate(parsed.limits.findings);
    let waivers = profile.waivers.clone();
    let (dossier, digest) = (parsed.dossier, OnceLock::new());
    Checked { dossier, digest, findings, not_evaluated, totals, by_code, waived, waived_total, waivers }
}

fn place(findings: &mut [Finding], parsed: &Parsed) {
    let pointers: Vec<&str> = findings.iter().map(|finding| finding.pointer.as_str()).collect();
    let places = locate(&parsed.text.0, &pointers, &parsed.limits);
    for (finding, place) in findings.iter_mut().zip(places) {
        finding.place = place;
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::finding::Severity;
    use crate::parse::parse;
    use crate::plan::builtin;

    fn checked(text: &str, limits: &Limits) -> Checked {
        validate(parse(text.as_bytes(), limits).unwrap(), &builtin("yuanqu-2023").unwrap())
    }

    /// Every rule's example in one dossier, section by section.
    fn every_fault() -> String {
        let mut sections: BTreeMap<String, Vec<serde_json::Value>> = BTreeMap::new();
        for rule in rules() {
            let example: serde_json::Value = serde_json::from_str(rule.spec.example).unwrap();
            for (name, value) in example.as_object().unwrap() {
                if let Some(items) = value.get("items").and_then(serde_json::Value::as_array) {
                    sections.entry(name.clone()).or_default().extend(items.clone());
                }
            }
        }
        let sections: serde_json::Map<String, serde_json::Value> =
            sections.into_iter().map(|(name, items)| (name, serde_json::json!({ "items": items }))).collect();
        let mut dossier = serde_json::Value::Object(sections);
        dossier["schema_version"] = 1.into();
        dossier["as_of"] = "2023-12-31".into();
        dossier.to_string()
    }

    #[test]
    fn findings_of_reading_and_of_the_rules_stand_in_the_order_of_the_text() {
        let text = r#"{"schema_version": 1,
            "entities": {"items": [{"id": "E1", "code": "91140827MA0EKEN03Y"}, {"id": "E2", "name": 5},
                {"id": "E1", "code": "91140827ma0eken03x"}]},
            "town": {"name": "例", "division": "140800"}}"#;
        let checked = checked(text, &Limits::default());
        let found: Vec<_> = checked.findings().iter().map(|finding| (finding.place.line, finding.code())).collect();
        assert_eq!(
            found,
            [
                (2, "entity.code-check"),
                (2, "structure.type"),
                (3, "record.duplicate-id"),
                (3, "entity.code-repairable"),
                (4, "town.division-not-county"),
            ]
        );
        let totals = Severity::ALL.map(|severity| checked.total(severity));
        assert_eq!(totals, [4, 1, 0]);
    }

    #[test]
    fn what_was_not_evaluated_is_gathered_by_rule_and_reason() {
        let text = r#"{"schema_version": 1, "facilities": {"items": [{"id": "F1", "evidence": ["D1", "D2"], "opened": "soon"}]}}"#;
        let checked = checked(text, &Limits::default());
        let skipped: Vec<_> =
            checked.not_evaluated().iter().map(|skip| (skip.code, skip.why.code(), skip.total)).collect();
        assert_eq!(skipped, [("date.end-before-begin", "faulty", 1), ("reference.unresolved", "section-absent", 2)]);
    }

    #[test]
    fn the_cap_bounds_the_findings_and_not_the_totals() {
        let limits = Limits { findings: 3, ..Limits::default() };
        let checked = checked(&every_fault(), &limits);
        assert_eq!(checked.findings().len(), 3);
        let total: usize = Severity::ALL.iter().map(|severity| checked.total(*severity)).sum();
        assert!(total > 60, "{total}");
    }

    #[test]
    fn no_finding_shows_a_personal_value() {
        let text = every_fault().replace(r#"{"id":"T1""#, r#"{"name":"某甲乙","phone":"13800001111","id":"T1""#);
        let checked = checked(&text, &Limits::default());
        let shown = format!("{:?} {:?}", checked.findings(), checked.not_evaluated());
        for value in ["142733197001010017", "14082720011111405", "1970", "13900000000", "13800001111", "某甲乙"] {
            // examples of the rules hold some of them; what is reported must not
            let reported: Vec<_> = checked
                .findings()
                .iter()
                .flat_map(|finding| {
                    finding.params.iter().map(|(_, param)| param.to_string()).chain([finding.pointer.clone()])
                })
                .filter(|text| text.contains(value))
                .collect();
            assert!(reported.is_empty(), "{value}: {reported:?}");
        }
        assert!(!shown.contains("某甲乙"));
    }

    #[test]
    fn a_dossier_within_a_file_has_its_lines_in_the_file() {
        let (alone, within) =
            (checked(&every_fault(), &Limits::default()), checked(&every_fault(), &Limits::default()).on_line(7));
        for (alone, within) in alone.findings().iter().zip(within.findings()) {
            assert_eq!((alone.place.line + 6, alone.place.column), (within.place.line, within.place.column));
        }
        let error = parse(b"{\n!", &Limits::default()).unwrap_err();
        assert_eq!(error.clone().on_line(1), error);
        assert!(matches!(error.on_line(3), crate::error::Error::Read { line: 4, column: 1, .. }));
    }

    #[test]
    fn the_same_dossier_gives_the_same_findings() {
        let text = every_fault();
        let (one, other) = (checked(&text, &Limits::default()), checked(&text, &Limits::default()));
        assert_eq!(one.findings(), other.findings());
        assert_eq!(one.not_evaluated(), other.not_evaluated());
    }
}
