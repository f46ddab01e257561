//! Every vector of a finding gives the findings that it expects, and every kind of finding has one.

use std::collections::BTreeSet;
use std::path::PathBuf;

use eken_core::limits::Limits;
use eken_core::parse::{STRUCTURE, parse};
use eken_core::plan::{Plan, builtin};
use eken_core::validate::{rules, validate};
use eken_tests::vectors::folder;
use serde_json::Value;

/// A vector file: what it is about, a faulty dossier (`text` where the JSON itself is odd), the findings in the order of the
/// text, and a clean dossier, as near to the fault as may be. `limits` may set `unknown_fields`.
fn files() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder().join("findings"))
        .expect("the folder of findings")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    files
}

fn name(file: &std::path::Path) -> &str {
    file.file_stem().and_then(|stem| stem.to_str()).expect("a name")
}

fn read(file: &std::path::Path) -> Value {
    let text = std::fs::read_to_string(file).expect("a readable vector");
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", name(file)))
}

fn found(text: &str, limits: &Limits, plan: &Plan) -> Vec<(String, String)> {
    let parsed = parse(text.as_bytes(), limits).unwrap_or_else(|error| panic!("{error}: {text}"));
    let checked = validate(parsed, plan);
    checked.findings().iter().map(|finding| (finding.code().to_owned(), finding.pointer.clone())).collect()
}

fn expected(vector: &Value) -> Vec<(String, String)> {
    let text = |value: &Value, key: &str| value[key].as_str().expect("code and pointer").to_owned();
    let list = vector["expect"].as_array().expect("a list of findings");
    list.iter().map(|each| (text(each, "code"), text(each, "pointer"))).collect()
}

#[test]
fn every_vector_gives_its_findings_and_its_clean_dossier_gives_none() {
    let plan = builtin("yuanqu-2023").expect("the county plan");
    let mut faults = Vec::new();
    for file in files() {
        let (code, vector) = (name(&file).to_owned(), read(&file));
        let mut limits = Limits::default();
        if let Some(fields) = vector["limits"]["unknown_fields"].as_u64() {
            limits.unknown_fields = usize::try_from(fields).expect("a limit");
        }
        let text = vector["text"].as_str().map_or_else(|| vector["dossier"].to_string(), str::to_owned);
        let (expected, given) = (expected(&vector), found(&text, &limits, &plan));
        if expected != given {
            faults.push(format!("{code}: expected {expected:?}\n  found {given:?}"));
        }
        if !expected.iter().any(|(each, _)| *each == code) {
            faults.push(format!("{code}: expect the code that the file is named after"));
        }
        let clean = found(&vector["clean"].to_string(), &limits, &plan);
        if !clean.is_empty() {
            faults.push(format!("{code}: the clean dossier has findings: {clean:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_kind_of_finding_has_a_vector() {
    let codes: BTreeSet<&str> =
        STRUCTURE.iter().map(|spec| spec.code).chain(rules().map(|rule| rule.spec.code)).collect();
    let files = files();
    let named: BTreeSet<&str> = files.iter().map(|file| name(file)).collect();
    let bare: Vec<&&str> = codes.difference(&named).collect();
    assert!(
        bare.is_empty(),
        "add tests/vectors/findings/<code>.json with a faulty and a clean dossier for each of these: {bare:?}"
    );
    let stray: Vec<&&str> = named.difference(&codes).collect();
    assert!(stray.is_empty(), "no finding has these codes; rename or remove their vectors: {stray:?}");
}
