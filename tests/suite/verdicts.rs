//! Every vector gives the verdicts that it expects.

use std::collections::BTreeMap;

use eken_core::plan::Plan;
use eken_tests::vectors::cases;

#[test]
fn every_vector_gives_its_verdicts() {
    let mut plans: BTreeMap<String, Plan> = BTreeMap::new();
    let mut failures = Vec::new();
    let all = cases();
    for case in &all {
        let plan = plans.entry(case.plan.clone()).or_insert_with(|| case.plan());
        failures.extend(case.differences(plan).into_iter().map(|difference| format!("{}: {difference}", case.name)));
    }
    assert!(failures.is_empty(), "{} of {} cases differ:\n{}", failures.len(), all.len(), failures.join("\n"));
}

#[test]
fn names_of_cases_are_unique() {
    let mut seen = BTreeMap::new();
    for case in cases() {
        *seen.entry(case.name).or_insert(0) += 1;
    }
    let twice: Vec<_> = seen.into_iter().filter(|(_, times)| *times > 1).collect();
    assert!(twice.is_empty(), "give each case a name of its own: {twice:?}");
}
