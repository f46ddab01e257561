//! The formats for other tools are what their standards say: SARIF 2.1.0 by its schema and by another implementation, JUnit as
//! XML, all of them over every example dossier.

use std::path::PathBuf;
use std::process::Command;

use eken_core::finding::Severity;
use eken_core::limits::Limits;
use eken_core::parse::parse;
use eken_core::plan::builtin;
use eken_core::report::{ErrorDocument, FileDocument, FindingsFile, junit_text, ndjson_lines, sarif_text};
use eken_core::validate::{catalogue, validate};
use eken_core::words::Lang;
use serde_json::Value;

/// Every example dossier, the broken ones among them, one of them unreadable.
fn files(lang: Lang) -> FindingsFile {
    let plan = builtin("yuanqu-2023").expect("the county plan");
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../examples/data");
    let mut paths: Vec<PathBuf> = ["", "broken"]
        .iter()
        .flat_map(|folder| std::fs::read_dir(root.join(folder)).expect("examples"))
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .collect();
    paths.sort();
    let read = |path: &PathBuf| {
        let bytes = std::fs::read(path).expect("a dossier");
        let name = path.strip_prefix(&root).expect("an example").display().to_string();
        match parse(&bytes, &Limits::default()) {
            Ok(parsed) => FileDocument::read(&name, &validate(parsed, &plan), &plan, lang),
            Err(error) => FileDocument::unread(&name, ErrorDocument::new(&error, lang)),
        }
    };
    let mut files: Vec<FileDocument> = paths.iter().map(read).collect();
    let torn = parse(b"{", &Limits::default()).expect_err("torn");
    files.push(FileDocument::unread("报 \"送\"<1>.json", ErrorDocument::new(&torn, lang)));
    FindingsFile { files }
}

fn findings(files: &FindingsFile) -> usize {
    files
        .files
        .iter()
        .map(|file| match file {
            FileDocument::Read(read) => read.findings.len(),
            FileDocument::Unread(_) => 0,
        })
        .sum()
}

/// The schema of SARIF 2.1.0 as another implementation ships it.
fn schema() -> Value {
    let told = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--manifest-path"])
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"))
        .output()
        .expect("cargo metadata");
    let metadata: Value = serde_json::from_slice(&told.stdout).expect("metadata");
    let packages = metadata["packages"].as_array().expect("packages");
    let found = packages.iter().find(|package| package["name"] == "serde-sarif").expect("serde-sarif");
    let manifest = PathBuf::from(found["manifest_path"].as_str().expect("a path"));
    let text = std::fs::read_to_string(manifest.with_file_name("src").join("schema.json")).expect("its schema");
    // a bracket that is closed twice there: JavaScript takes the second as itself, stricter readers ask for an escape
    serde_json::from_str(&text.replace("{2}]?$", "{2}\\\\]?$")).expect("a schema")
}

#[test]
fn sarif_fits_its_schema_and_another_implementation_reads_it() {
    let schema = schema();
    let validator = jsonschema::validator_for(&schema).expect("a validator");
    for lang in [Lang::Zh, Lang::En] {
        let files = files(lang);
        let log: Value = serde_json::from_str(&sarif_text(&files, lang)).expect("JSON");
        let faults: Vec<String> =
            validator.iter_errors(&log).map(|fault| format!("{} {fault}", fault.instance_path())).collect();
        assert!(faults.is_empty(), "{faults:?}");
        let read: serde_sarif::sarif::Sarif = serde_json::from_value(log.clone()).expect("a SARIF log");
        assert_eq!(read.runs[0].results.as_ref().map(Vec::len), Some(findings(&files)));
        let mut torn = log;
        torn["runs"][0]["results"][0]["level"] = "grave".into();
        assert!(!validator.is_valid(&torn), "the schema tells levels apart");
    }
}

#[test]
fn junit_is_xml_with_one_case_a_rule_and_a_file() {
    let files = files(Lang::Zh);
    let text = junit_text(&files, &[Severity::Error], Lang::Zh);
    let document = roxmltree::Document::parse(&text).expect("XML");
    let root = document.root_element();
    let count = |name: &str| document.descendants().filter(|node| node.has_tag_name(name)).count();
    let told = |name: &str| root.attribute(name).and_then(|text| text.parse::<usize>().ok()).expect("a number");
    assert_eq!(count("testsuite"), files.files.len());
    let read = files.files.iter().filter(|file| matches!(file, FileDocument::Read(_))).count();
    assert_eq!(told("tests"), read * catalogue().len() + (files.files.len() - read));
    assert_eq!(told("tests"), count("testcase"));
    assert_eq!(told("failures"), count("failure"));
    assert_eq!(told("errors"), count("error"));
    assert_eq!(told("skipped"), count("skipped"));
    assert!(told("failures") > 10 && told("errors") > 0);
    assert!(document.descendants().any(|node| node.attribute("name") == Some("报 \"送\"<1>.json")));
}

#[test]
fn every_finding_is_a_line() {
    let files = files(Lang::En);
    let lines: Vec<String> = files.files.iter().map(ndjson_lines).collect();
    let lines: Vec<Value> =
        lines.iter().flat_map(|text| text.lines()).map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let unread = files.files.iter().filter(|file| matches!(file, FileDocument::Unread(_))).count();
    assert_eq!(lines.len(), findings(&files) + unread);
    assert!(lines.iter().all(|line| line["file"].is_string()));
}
