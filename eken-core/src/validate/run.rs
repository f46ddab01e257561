//! The run of all rules over one dossier.

use std::collections::BTreeMap;

use super::checked::{Checked, NotEvaluated};
use super::context::Context;
use super::rule::{Found, Rule, Skip};
use super::{
    brand, date, document, entity, facility, industry, institution, instrument, judgement, leading, pavilion, payment,
    record, reference, session, statistic, tier, town, trainee,
};
use crate::finding::{Finding, Severity};
use crate::json::locate;
use crate::parse::Parsed;
use crate::plan::Plan;

/// Pointers kept for what was not evaluated, a rule and reason.
const POINTERS: usize = 10;

/// Every rule, subject by subject.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().copied().flatten()
}

/// One line a subject.
static RULES: &[&[Rule]] = &[
    brand::RULES,
    date::RULES,
    document::RULES,
    entity::RULES,
    facility::RULES,
    industry::RULES,
    institution::RULES,
    instrument::RULES,
    judgement::RULES,
    leading::RULES,
    pavilion::RULES,
    payment::RULES,
    record::RULES,
    reference::RULES,
    session::RULES,
    statistic::RULES,
    tier::RULES,
    town::RULES,
    trainee::RULES,
];

/// Applies every rule to a dossier. The findings of the reading are kept, those of the rules added, all in the order of the
/// text.
pub fn validate(parsed: Parsed, plan: &Plan) -> Checked {
    let context = Context::new(&parsed.dossier, plan);
    let (mut found, mut skipped) = (Vec::new(), Vec::new());
    for rule in rules() {
        (rule.check)(&context, &mut Found::new(&rule.spec, &mut found, &mut skipped));
    }
    let mut totals = count(&found);
    let structural = count(&parsed.findings);
    for (total, more) in totals.iter_mut().zip(structural) {
        *total = total.saturating_add(more);
    }
    let beyond = parsed.total.saturating_sub(parsed.findings.len());
    if let Some(errors) = totals.first_mut() {
        *errors = errors.saturating_add(beyond);
    }
    found.truncate(parsed.limits.findings);
    place(&mut found, &parsed);
    let mut findings = parsed.findings;
    findings.extend(found);
    findings.sort_by(|a, b| (a.place, &a.pointer, a.code()).cmp(&(b.place, &b.pointer, b.code())));
    findings.truncate(parsed.limits.findings);
    Checked { dossier: parsed.dossier, findings, not_evaluated: gather(skipped), totals }
}

fn count(findings: &[Finding]) -> [usize; 3] {
    Severity::ALL.map(|severity| findings.iter().filter(|finding| finding.severity == severity).count())
}

fn place(findings: &mut [Finding], parsed: &Parsed) {
    let pointers: Vec<&str> = findings.iter().map(|finding| finding.pointer.as_str()).collect();
    let places = locate(&parsed.text.0, &pointers, &parsed.limits);
    for (finding, place) in findings.iter_mut().zip(places) {
        finding.place = place;
    }
}

fn gather(skipped: Vec<(&'static str, Skip, String)>) -> Vec<NotEvaluated> {
    let mut groups: BTreeMap<(&'static str, Skip), Vec<String>> = BTreeMap::new();
    for (code, why, pointer) in skipped {
        groups.entry((code, why)).or_default().push(pointer);
    }
    groups
        .into_iter()
        .map(|((code, why), mut pointers)| {
            let total = pointers.len();
            pointers.truncate(POINTERS);
            NotEvaluated { code, why, pointers, total }
        })
        .collect()
}
