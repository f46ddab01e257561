//! The example dossiers do what their README says: every finding and every verdict of its tables, and no other.

use std::path::{Path, PathBuf};

use eken_core::assess::{Assessment, Options, assess};
use eken_core::error::Error;
use eken_core::limits::Limits;
use eken_core::parse::parse;
use eken_core::plan::{Plan, builtin};
use eken_core::validate::{Checked, validate};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/data")
}

fn checked(name: &str, plan: &Plan) -> Checked {
    let bytes = std::fs::read(folder().join(name)).unwrap();
    validate(parse(&bytes, &Limits::default()).unwrap(), plan)
}

fn assessed(name: &str, plan: &str) -> Assessment {
    let plan = builtin(plan).unwrap();
    assess(&checked(name, &plan), &plan, &Options::year(2023)).unwrap()
}

/// The rows of the table under a heading of the README, as cells without their code marks.
fn table(heading: &str) -> Vec<Vec<String>> {
    let readme = std::fs::read_to_string(folder().join("README.md")).unwrap();
    let (_, after) = readme.split_once(&format!("\n## {heading}")).unwrap();
    let part = after.split("\n## ").next().unwrap();
    let rows = part.lines().filter(|line| line.starts_with('|')).skip(2);
    rows.map(|row| row.trim_matches('|').split(" | ").map(|cell| cell.trim().replace('`', "")).collect()).collect()
}

#[test]
fn the_whole_dossier_has_the_findings_of_the_table_and_no_other() {
    let plan = builtin("yuanqu-2023").unwrap();
    let found: Vec<(String, String)> = checked("yuanqu-2023.json", &plan)
        .findings()
        .iter()
        .map(|finding| (finding.pointer.clone(), finding.code().to_owned()))
        .collect();
    let rows = table("埋下的差错").into_iter().chain(table("其他提示"));
    let told: Vec<(String, String)> = rows.map(|row| (row[0].clone(), row[1].clone())).collect();
    let untold: Vec<_> = found.iter().filter(|finding| !told.contains(finding)).collect();
    let missing: Vec<_> = told.iter().filter(|finding| !found.contains(finding)).collect();
    assert!(untold.is_empty() && missing.is_empty(), "add to the README: {untold:#?}\nnot found: {missing:#?}");
}

#[test]
fn every_entity_that_trades_has_sales_for_each_month_of_its_time() {
    let text = std::fs::read_to_string(folder().join("yuanqu-2023.json")).unwrap();
    let dossier: serde_json::Value = serde_json::from_str(&text).unwrap();
    let entities = dossier["entities"]["items"].as_array().unwrap();
    let (mut trading, mut whole) = (0, 0);
    for entity in entities.iter().filter(|entity| entity["form"] != "rural_collective") {
        let day = |key: &str| entity[key].as_str().and_then(|day| day.get(..7));
        let (from, until) = (day("registered").unwrap(), day("deregistered").or(day("moved_out")).unwrap_or("2099-12"));
        let due: Vec<String> = (2022..=2023)
            .flat_map(|year| (1..=12).map(move |month| format!("{year}-{month:02}")))
            .filter(|month| from < month.as_str() && month.as_str() <= until)
            .collect();
        let sales = entity["sales"].as_array().into_iter().flatten();
        let mut filed: Vec<String> = sales.map(|row| row["month"].as_str().unwrap().to_owned()).collect();
        filed.sort();
        filed.dedup();
        assert_eq!(filed, due, "{}", entity["id"]);
        trading += 1;
        whole += usize::from(due.len() == 24);
    }
    assert_eq!((entities.len(), trading, whole), (120, 112, 76), "say so in examples/data/README.md");
}

#[test]
fn the_other_dossiers_have_no_findings_but_the_minimal_ones() {
    let plan = builtin("shanxi-2022").unwrap();
    for name in ["tier-pilot-demonstration.json", "tier-general-promotion.json", "minimal.json"] {
        let checked = checked(name, &plan);
        let found: Vec<_> = checked.findings().iter().map(|finding| (finding.code(), &finding.pointer)).collect();
        assert!(found.is_empty(), "{name}: {found:#?}");
    }
}

#[test]
fn every_verdict_is_the_one_of_the_tables() {
    let mut differing = Vec::new();
    for (heading, name, plan) in [
        ("28项指标的结论", "yuanqu-2023.json", "yuanqu-2023"),
        ("县级目标的结论", "yuanqu-2023.json", "yuanqu-2023"),
        ("先行示范县", "tier-pilot-demonstration.json", "shanxi-2022"),
        ("整体推进县", "tier-general-promotion.json", "shanxi-2022"),
    ] {
        let assessment = assessed(name, plan);
        let rows = table(heading);
        assert!(!rows.is_empty(), "no table under {heading}");
        let of_targets = rows.iter().any(|row| row[0].starts_with('T'));
        let standings = if of_targets { &assessment.targets } else { &assessment.indicators };
        for standing in standings {
            // what a table leaves out is met
            let told = rows.iter().find(|row| row[0] == standing.id).map_or("met", |row| &row[1]);
            if standing.verdict.code() != told {
                differing.push(format!("{name} {}: {}, the README says {told}", standing.id, standing.verdict.code()));
            }
        }
        let known = |row: &&Vec<String>| standings.iter().any(|standing| standing.id == row[0]);
        assert_eq!(rows.iter().filter(known).count(), rows.len(), "a row of {heading} names nothing");
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

#[test]
fn each_broken_file_has_its_fault_and_no_other() {
    let plan = builtin("shanxi-2022").unwrap();
    for row in table("坏文件") {
        let bytes = std::fs::read(folder().join(&row[0])).unwrap();
        let mut codes: Vec<String> = match parse(&bytes, &Limits::default()) {
            Err(Error::Read { code, .. }) => vec![code.to_owned()],
            Err(other) => panic!("{}: {other}", row[0]),
            Ok(parsed) => validate(parsed, &plan).findings().iter().map(|finding| finding.code().to_owned()).collect(),
        };
        codes.sort();
        codes.dedup();
        assert_eq!(codes.join(", "), row[1], "{}", row[0]);
    }
}
