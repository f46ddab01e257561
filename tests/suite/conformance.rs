//! Schema and reader agree on structure; each class of change leads to the verdict it must. `tests/conformance/run` does the
//! same over more documents and with the validators of other languages.

use std::collections::BTreeMap;

use eken_core::schema::schema;
use eken_tests::documents::{document, inexact, sound};

const DOCUMENTS: u64 = 1_000;

#[test]
fn schema_and_reader_agree_on_a_thousand_documents() {
    let validator = jsonschema::validator_for(&schema("dossier").unwrap()).unwrap();
    let (mut wrong, mut hits) = (Vec::new(), BTreeMap::new());
    for index in 0..DOCUMENTS {
        let document = document(1, index);
        assert_eq!(inexact(&document.tree), None, "document {index} is not I-JSON");
        let classes: Vec<_> =
            document.changes.iter().map(|change| (change.class.name, change.site.pointer())).collect();
        let read = sound(&document.text);
        let valid = validator.is_valid(&serde_json::from_str(&document.text).unwrap());
        let expected = document.expected();
        if read != valid || expected.is_some_and(|expected| read != expected) {
            wrong.push(format!("{index}: expected {expected:?}, reader {read}, schema {valid}: {classes:?}"));
        }
        for (class, _) in classes {
            *hits.entry(class).or_insert(0usize) += 1;
        }
    }
    assert!(wrong.is_empty(), "{} disagreements:\n{}", wrong.len(), wrong.join("\n"));
    for class in eken_tests::documents::CLASSES.iter() {
        assert!(hits.contains_key(class.name), "no document of the class {:?}", class.name);
    }
}

#[test]
fn every_example_of_a_schema_is_valid_and_every_schema_is_one() {
    for name in eken_core::schema::names() {
        let schema = schema(name).unwrap();
        assert!(jsonschema::meta::is_valid(&schema), "{name}");
        let validator = jsonschema::validator_for(&schema).unwrap();
        for example in schema["examples"].as_array().unwrap() {
            let faults: Vec<String> = validator.iter_errors(example).map(|error| error.to_string()).collect();
            assert!(faults.is_empty(), "{name}: {faults:?}");
        }
    }
}
