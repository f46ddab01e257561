//! Files as people make them: each of tests/vectors/files/dossiers is read as the dossier that its sender meant, with the findings of
//! its reading and the account of its records.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use eken_core::plan::builtin;
use eken_core::validate::Profile;
use eken_io::convert::json;
use eken_io::csv::delimiter::Delimiter;
use eken_io::csv::encoding::Encoding;
use eken_io::csv::read::ReadOptions;
use eken_io::document::{Document, Options, read};
use serde_json::{Value, json};

/// Findings of the reading.
const READING: [&str; 4] = ["table.", "cell.", "structure.", "limit."];

fn home() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("vectors/files/dossiers")
}

fn names() -> Vec<String> {
    let entries = fs::read_dir(home()).expect("the folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8")).collect();
    names.sort();
    names
}

fn options(chosen: &Value) -> Options {
    let encoding = match chosen["encoding"].as_str() {
        None => Encoding::Auto,
        Some("utf16le") => Encoding::Utf16Le,
        Some(other) => panic!("no encoding {other}"),
    };
    let delimiter = match chosen["delimiter"].as_str() {
        None => Delimiter::Auto,
        Some("bar") => Delimiter::Bar,
        Some(other) => panic!("no delimiter {other}"),
    };
    Options { csv: ReadOptions { encoding, delimiter, ..ReadOptions::default() }, ..Options::default() }
}

/// What was read, in the words of the file beside it.
fn found(document: Document, rules: &Value) -> Value {
    let mut dossier: Value = serde_json::from_str(&json(document.parsed.dossier())).expect("JSON");
    assert_eq!(dossier.as_object_mut().expect("an object").remove("schema_version"), Some(json!(1)));
    let plan = builtin("yuanqu-2023").expect("a plan");
    let (checked, sheets) = document.check(&plan, &Profile::default());
    let sheets = sheets.expect("sheets");
    assert!(sheets.tallies.iter().all(eken_io::table::Tally::is_whole), "{:?}", sheets.tallies);
    let sorted = |mut texts: Vec<String>| {
        texts.sort();
        texts
    };
    let told: Vec<String> =
        checked.findings().iter().map(|found| format!("{} {}", found.code(), found.shown_place())).collect();
    let of_reading = told.iter().filter(|text| READING.iter().any(|start| text.starts_with(start))).cloned();
    let refused = sheets.refused.iter().map(|each| format!("{} {}", each.spot, each.code)).collect();
    let (read, count) = sheets.records();
    assert_eq!(count, sheets.refused.len());
    let mut out = json!({
        "expect": dossier,
        "findings": sorted(of_reading.collect()),
        "records": {"read": read, "refused": sorted(refused)},
    });
    if let Some(rules) = rules.as_array() {
        let there = rules.iter().filter(|rule| told.iter().any(|text| Some(text.as_str()) == rule.as_str()));
        out["rules"] = there.cloned().collect();
    }
    out
}

#[test]
fn every_file_is_read_as_its_sender_meant_it() {
    let (mut files, mut cases, mut wrong) = (BTreeSet::new(), 0, Vec::new());
    for name in names().iter().filter(|name| name.ends_with(".json")) {
        let case: Value = serde_json::from_slice(&fs::read(home().join(name)).expect(name)).expect(name);
        let mut expected = case.clone();
        for member in ["about", "files", "choose"] {
            expected.as_object_mut().expect(name).remove(member);
        }
        cases += 1;
        for file in case["files"].as_array().expect(name) {
            let file = file.as_str().expect(name);
            files.insert(file.to_owned());
            let bytes = fs::read(home().join(file)).expect(file);
            let called = case["choose"]["name"].as_str().unwrap_or(file);
            let found = match read(bytes, called, &options(&case["choose"])) {
                Ok(document) => found(document, &case["rules"]),
                Err(unread) => json!({"error": unread.to_string()}),
            };
            if found != expected {
                let [found, expected] = [found, expected.clone()].map(|value| format!("{value:#}"));
                wrong.push(format!("{file}\n--- expected\n{expected}\n--- found\n{found}"));
            }
        }
    }
    let wrong_count = wrong.len();
    assert!(wrong.is_empty(), "{wrong_count} files\n{}", wrong.join("\n"));
    assert!(cases >= 120 && files.len() >= 180, "{cases} cases, {} files: run make.py", files.len());
    let rest: Vec<String> = names()
        .into_iter()
        .filter(|name| !name.ends_with(".json") && !name.ends_with(".py") && !files.contains(name))
        .collect();
    assert!(rest.is_empty(), "no case names {rest:?}");
}
