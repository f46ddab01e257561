//! The list of operations, which every binding is held against, has each function that eken-ffi exports, and no other.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

/// The functions and methods that a source file exports.
fn exported(text: &str) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    let (mut next_is_exported, mut class) = (false, None);
    for line in text.lines() {
        let name = |rest: &str| rest.split(['(', '<']).next().unwrap_or_default().to_owned();
        if line.starts_with("#[uniffi::export") {
            next_is_exported = true;
        } else if let Some(rest) = line.strip_prefix("pub fn ").filter(|_| next_is_exported) {
            out.insert(format!("eken_ffi::{}", name(rest)));
            next_is_exported = false;
        } else if let Some(rest) = line.strip_prefix("impl ").filter(|_| next_is_exported) {
            class = rest.strip_suffix(" {").map(str::to_owned);
            next_is_exported = false;
        } else if line == "}" {
            (class, next_is_exported) = (None, false);
        } else if let (Some(class), Some(rest)) = (&class, line.strip_prefix("    pub fn ")) {
            out.insert(format!("eken_ffi::{class}::{}", name(rest)));
        }
    }
    out
}

#[test]
fn every_exported_function_is_an_operation_and_every_operation_a_function() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let sources =
        std::fs::read_dir(root.join("eken-ffi/src")).expect("the sources").map(|entry| entry.expect("an entry").path());
    let functions: BTreeSet<String> =
        sources.flat_map(|path| exported(&std::fs::read_to_string(path).expect("a source"))).collect();
    let list = std::fs::read_to_string(root.join("tests/vectors/operations.json")).expect("the list");
    let list: Value = serde_json::from_str(&list).expect("JSON");
    let operations = list.get("operations").and_then(Value::as_array).expect("operations");
    let mut rust = BTreeSet::new();
    let mut names = BTreeSet::new();
    for operation in operations {
        let of =
            |key: &str| operation.get(key).and_then(Value::as_str).unwrap_or_else(|| panic!("{key} of {operation}"));
        for key in ["python", "kotlin", "swift"] {
            assert!(!of(key).is_empty(), "{key} of {operation}");
        }
        assert!(names.insert(of("name").to_owned()), "{} stands twice", of("name"));
        rust.insert(of("rust").to_owned());
    }
    assert_eq!(functions, rust);
}
