//! Every change of a threshold, operator, tier cell, code or condition of a plan fails a vector.
//!
//! `EKEN_ONLY=16,T3` looks at these indicators and targets alone, for work on their vectors.

use std::collections::BTreeMap;

use eken_core::plan::{Indicator, Plan, builtin};
use eken_tests::mutants::{Mutant, mutants};
use eken_tests::vectors::{Case, cases};

/// The plan with only one indicator or target in it, so that a run is short.
fn alone(plan: &Plan, indicator: &Indicator) -> Plan {
    let is_target = plan.targets.iter().any(|target| target.id == indicator.id);
    let (indicators, targets) =
        if is_target { (vec![], vec![indicator.clone()]) } else { (vec![indicator.clone()], vec![]) };
    Plan { indicators, targets, clauses: vec![], ..plan.clone() }
}

fn notices(case: &Case, mutant: &Mutant, plan: &Plan) -> bool {
    let mut only = case.clone();
    only.expect.retain(|path, _| path.split('/').next() == Some(mutant.id.as_str()));
    !only.expect.is_empty() && !only.differences(plan).is_empty()
}

#[test]
fn every_mutant_of_the_plan_fails_a_vector() {
    let plan = builtin("yuanqu-2023").expect("the county plan");
    let all = cases();
    let mut by_id: BTreeMap<&str, Vec<&Case>> = BTreeMap::new();
    for case in &all {
        for id in case.ids() {
            by_id.entry(id).or_default().push(case);
        }
    }
    let only = std::env::var("EKEN_ONLY").unwrap_or_default();
    let wanted = |id: &str| only.is_empty() || only.split(',').any(|one| one == id);
    let mutants: Vec<Mutant> = mutants(&plan).into_iter().filter(|mutant| wanted(&mutant.id)).collect();
    let survivors: Vec<&str> = mutants
        .iter()
        .filter(|mutant| {
            let changed = alone(&plan, &mutant.indicator);
            let cases = by_id.get(mutant.id.as_str()).map_or(&[][..], Vec::as_slice);
            !cases.iter().any(|case| notices(case, mutant, &changed))
        })
        .map(|mutant| mutant.what.as_str())
        .collect();
    println!("plan mutants: {} cases, {} survivors", mutants.len(), survivors.len());
    assert!(
        survivors.is_empty(),
        "{} of {} changes of the plan go unnoticed; add a vector to tests/vectors/verdicts for each:\n{}",
        survivors.len(),
        mutants.len(),
        survivors.join("\n")
    );
}
