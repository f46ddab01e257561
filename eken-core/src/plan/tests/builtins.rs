//! The plans that the crate carries hold what the law says.

use std::collections::BTreeSet;
use std::path::Path;

use crate::error::Error;
use crate::plan::{Clause, ClauseClass, Criterion, Kind, Plan, builtin, builtin_ids, builtin_source};

fn plan(id: &str) -> Plan {
    builtin(id).unwrap_or_else(|error| panic!("{error}"))
}

fn criteria(plan: &Plan) -> Vec<&Criterion> {
    let mut found = Vec::new();
    for item in plan.indicators.iter().chain(&plan.targets) {
        item.criteria.iter().for_each(|criterion| criterion.visit(&mut |each| found.push(each)));
    }
    found
}

#[test]
fn the_built_in_plans_load_without_a_fault() {
    builtin_ids().iter().for_each(|id| assert_eq!(plan(id).id, *id));
    assert!(matches!(builtin("henan"), Err(Error::Unknown { kind: "plan", .. })));
}

#[test]
fn the_list_of_files_is_the_folder() {
    for id in builtin_ids() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("plan").join(id);
        let mut found = BTreeSet::new();
        for folder in ["", "indicators", "targets"] {
            let Ok(entries) = std::fs::read_dir(root.join(folder)) else { continue };
            for entry in entries.map(Result::unwrap).filter(|entry| entry.path().is_file()) {
                let name = entry.file_name().into_string().unwrap();
                found.insert(if folder.is_empty() { name } else { format!("{folder}/{name}") });
            }
        }
        let listed: BTreeSet<String> = builtin_source(id).unwrap().files.into_iter().map(|file| file.name).collect();
        assert_eq!(listed, found, "list the files of plan/{id} in builtin.rs");
    }
}

#[test]
fn the_indicators_stand_in_the_order_of_the_annex() {
    for id in builtin_ids() {
        let plan = plan(id);
        let numbers: Vec<u32> = plan.indicators.iter().filter_map(|item| item.no).collect();
        assert_eq!(numbers, (1..=28).collect::<Vec<_>>());
        let mut groups: Vec<&str> = plan.indicators.iter().filter_map(|item| item.group.as_deref()).collect();
        groups.dedup();
        assert_eq!(groups, plan.groups.iter().map(|group| group.id.as_str()).collect::<Vec<_>>());
        assert_eq!(groups.len(), 14);
    }
    let county = plan("yuanqu-2023");
    let targets: Vec<&str> = county.targets.iter().map(|item| item.id.as_str()).collect();
    assert_eq!(targets, (1..=16).map(|n| format!("T{n}")).collect::<Vec<_>>());
    assert!(plan("shanxi-2022").targets.is_empty());
}

#[test]
fn every_indicator_cites_its_clause_and_names_who_answers() {
    for item in plan("yuanqu-2023").indicators.iter().chain(&plan("yuanqu-2023").targets) {
        assert!(!item.clauses.is_empty() && item.departments.inferred, "{}", item.id);
        assert_eq!(item.departments.lead.as_deref(), Some("industry-commerce"));
        assert_eq!(item.departments.unassigned, item.id == "20");
        assert_eq!(item.departments.cites.is_empty(), item.id == "20", "{}", item.id);
        if let Some(no) = item.no {
            assert_eq!(item.clauses.first().unwrap(), &format!("附件2-{no}"));
        }
    }
}

#[test]
fn every_computable_clause_is_cited() {
    for id in builtin_ids() {
        let plan = plan(id);
        let left: Vec<&str> = plan.uncovered_clauses().iter().map(|clause| clause.id.as_str()).collect();
        assert_eq!(left, [""; 0], "{id}: cite these clauses, or name the rule that answers for them");
    }
}

#[test]
fn a_computable_clause_that_nothing_cites_needs_a_rule() {
    let mut plan = super::plan_of(super::SMALL, None);
    let cited = plan.clauses[0].clone();
    let rule = Some("site.unclosed".to_owned());
    plan.clauses.push(Clause { id: "甲-2".to_owned(), rule: rule.clone(), ..cited.clone() });
    plan.clauses.push(Clause { id: "甲-3".to_owned(), ..cited.clone() });
    plan.clauses.push(Clause { id: "甲-4".to_owned(), class: ClauseClass::Evidence, ..cited });
    let left: Vec<&str> = plan.uncovered_clauses().iter().map(|clause| clause.id.as_str()).collect();
    assert_eq!(left, ["甲-3"]);
}

#[test]
fn every_clause_has_its_span_and_digest() {
    for clause in plan("yuanqu-2023").clauses {
        assert!(clause.span.is_some() && clause.digest.is_some(), "{}", clause.id);
        assert_eq!(clause.document.as_deref(), Some("垣政办发〔2023〕8号"));
    }
}

#[test]
fn the_register_of_readings_is_whole_and_every_reading_matters() {
    let plan = plan("yuanqu-2023");
    let mut wanted: Vec<String> = (1..=32).filter(|n| *n != 17).map(|n| format!("R{n}")).collect();
    wanted.insert(0, "R17".to_owned());
    assert_eq!(plan.readings.iter().map(|reading| reading.id.clone()).collect::<Vec<_>>(), wanted);
    let all = criteria(&plan);
    let used: BTreeSet<&str> = all.iter().flat_map(|criterion| criterion.depends_on()).collect();
    for reading in &plan.readings {
        // Plain statements without a choice: the tier is declared, and there is no overall result.
        let plain = ["R16", "R32"].contains(&reading.id.as_str());
        assert_eq!(reading.options.len() == 1, plain, "{}", reading.id);
        assert_eq!(used.contains(reading.id.as_str()), !plain, "{}", reading.id);
        assert_eq!(reading.default, reading.options[0].id, "{}", reading.id);
        assert!(!reading.clauses.is_empty(), "{}", reading.id);
    }
}

#[test]
fn a_question_is_asked_in_one_sense_only() {
    let plan = plan("yuanqu-2023");
    for item in plan.indicators.iter().chain(&plan.targets) {
        item.criteria.iter().for_each(|criterion| {
            criterion.visit(&mut |each| {
                assert!(each.title.is_some(), "{}", item.id);
                if let Kind::Leaf { measure, params, .. } = &each.kind {
                    let question = params.text("question");
                    // recognition by the city or above needs no judgement beside it
                    let recognised = ("R10".to_owned(), vec!["recognised".to_owned()]);
                    let asked = match measure.as_str() {
                        "judgement" => true,
                        "leading-enterprises" => !each.when.contains(&recognised),
                        _ => false,
                    };
                    assert_eq!(question.is_some(), asked, "{}", item.id);
                    assert!(question.is_none_or(|id| id.starts_with(&format!("{}-", item.id))), "{question:?}");
                }
            });
        });
    }
}

#[test]
fn the_phases_run_to_the_month_and_overlap_where_the_plan_says() {
    let phases = plan("yuanqu-2023").phases;
    let months: Vec<String> = phases.iter().map(|phase| format!("{} {}", phase.from, phase.until)).collect();
    assert_eq!(months, ["2023-04 2023-05", "2023-05 2023-11", "2023-11 2023-12", "2024-01 2024-03"]);
}
