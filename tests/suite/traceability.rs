//! Clause → indicator or rule → vectors → message: nothing of the law is left without an answer.

use std::collections::BTreeSet;

use eken_core::assess::measure;
use eken_core::plan::{ClauseClass, builtin};
use eken_core::validate::rules;
use eken_tests::vectors::cases;

#[test]
fn every_computable_clause_has_an_indicator_or_a_rule() {
    let plan = builtin("yuanqu-2023").expect("the county plan");
    let codes: BTreeSet<&str> = rules().map(|rule| rule.spec.code).collect();
    let bare: Vec<&str> = plan.uncovered_clauses().iter().map(|clause| clause.id.as_str()).collect();
    assert!(bare.is_empty(), "cite these clauses in an indicator or target, or name a rule: {bare:?}");
    let missing: Vec<String> = plan
        .clauses
        .iter()
        .filter(|clause| clause.class == ClauseClass::Computable)
        .filter_map(|clause| {
            clause.rule.as_deref().filter(|code| !codes.contains(code)).map(|code| format!("{}: {code}", clause.id))
        })
        .collect();
    assert!(missing.is_empty(), "these clauses name rules that do not exist: {missing:?}");
}

#[test]
fn every_rule_rests_on_a_clause_or_a_standard_that_exists() {
    let plan = builtin("yuanqu-2023").expect("the county plan");
    let known: BTreeSet<&str> = plan.clauses.iter().map(|clause| clause.id.as_str()).collect();
    let mut wrong = Vec::new();
    for rule in rules() {
        if rule.spec.clauses.is_empty() {
            wrong.push(format!("{} names neither clause nor standard", rule.spec.code));
        }
        for clause in rule.spec.clauses {
            let standard = ["GB", "RFC", "ISO", "JSON", "eken"].iter().any(|prefix| clause.starts_with(prefix));
            if !standard && !known.contains(clause) {
                wrong.push(format!("{} cites {clause}, which is not in the register", rule.spec.code));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_indicator_and_target_has_vectors_for_met_and_for_not_met_or_open() {
    let plan = builtin("yuanqu-2023").expect("the county plan");
    let mut seen: BTreeSet<(String, String)> = BTreeSet::new();
    for case in cases() {
        for (path, expected) in &case.expect {
            let verdict = expected.as_str().or_else(|| expected.get("verdict").and_then(serde_json::Value::as_str));
            seen.insert((path.clone(), verdict.unwrap_or_default().to_owned()));
        }
    }
    let mut bare = Vec::new();
    for item in plan.indicators.iter().chain(&plan.targets) {
        for verdict in ["met", "not_met", "open"] {
            if !seen.contains(&(item.id.clone(), verdict.to_owned())) {
                bare.push(format!("{}: no vector expects {verdict}", item.id));
            }
        }
    }
    assert!(bare.is_empty(), "add a case to tests/vectors/verdicts:\n{}", bare.join("\n"));
}

#[test]
fn every_option_of_every_reading_is_used_by_a_vector() {
    let plan = builtin("yuanqu-2023").expect("the county plan");
    let used: BTreeSet<(String, String)> =
        cases().into_iter().flat_map(|case| case.options.readings.into_iter().collect::<Vec<_>>()).collect();
    let mut bare = Vec::new();
    for reading in &plan.readings {
        for option in reading.options.iter().filter(|option| option.id != reading.default) {
            if !used.contains(&(reading.id.clone(), option.id.clone())) {
                bare.push(format!("{}={}", reading.id, option.id));
            }
        }
    }
    assert!(bare.is_empty(), "add a vector for each option: {bare:?}");
}

#[test]
fn every_measure_of_the_plan_exists_and_every_measure_is_used() {
    let plan = builtin("yuanqu-2023").expect("the county plan");
    let mut named = BTreeSet::new();
    for item in plan.indicators.iter().chain(&plan.targets) {
        for criterion in &item.criteria {
            criterion.visit(&mut |each| {
                if let eken_core::plan::Kind::Leaf { measure, .. } = &each.kind {
                    named.insert(measure.clone());
                }
            });
        }
    }
    let known: BTreeSet<String> = measure::all().iter().map(|measure| measure.id.to_owned()).collect();
    let missing: Vec<_> = named.difference(&known).collect();
    assert!(missing.is_empty(), "measures without a room: {missing:?}");
    let idle: Vec<_> = known.difference(&named).collect();
    assert!(idle.is_empty(), "measures that no built-in plan uses: {idle:?}");
}
