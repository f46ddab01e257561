//! Schema and reader agree on structure; each class of change leads to the verdict it must. `tests/conformance/run` does the
//! same over more documents and with the validators of other languages.

use std::collections::BTreeMap;

use eken_core::assess::{Options, assess};
use eken_core::error::Error;
use eken_core::limits::Limits;
use eken_core::parse::parse;
use eken_core::plan::builtin;
use eken_core::report::{AssessmentDocument, ErrorDocument, FileDocument, FindingsFile};
use eken_core::schema::schema;
use eken_core::validate::validate;
use eken_core::words::{Lang, Words};
use eken_tests::documents::{document, inexact, sound};
use eken_tests::vectors::cases;

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

#[test]
fn what_check_writes_fits_its_schema() {
    let validator = jsonschema::validator_for(&schema("findings").unwrap()).unwrap();
    let plan = builtin("yuanqu-2023").unwrap();
    let mut files = Vec::new();
    for index in 0..200 {
        let lang = if index % 2 == 0 { Lang::Zh } else { Lang::En };
        files.push(match parse(document(5, index).text.as_bytes(), &Limits::default()) {
            Ok(parsed) => FileDocument::read("a.json", &validate(parsed, &plan), &plan, lang),
            Err(error) => FileDocument::unread("a.json", ErrorDocument::new(&error, lang)),
        });
    }
    files.push(FileDocument::unread(
        "-",
        ErrorDocument::new(&Error::Option { words: Words::new("甲", "a"), help: Words::new("乙", "b") }, Lang::En),
    ));
    let written = serde_json::to_value(FindingsFile { files }).unwrap();
    let faults: Vec<String> =
        validator.iter_errors(&written).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn what_assess_writes_fits_its_schema() {
    let validator = jsonschema::validator_for(&schema("assessment").unwrap()).unwrap();
    let plan = builtin("yuanqu-2023").unwrap();
    let fits = |name: &str, document: AssessmentDocument| {
        let written = serde_json::to_value(document).unwrap();
        let faults: Vec<String> =
            validator.iter_errors(&written).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
        assert!(faults.is_empty(), "{name}: {faults:#?}");
    };
    for index in 0..40 {
        let Ok(parsed) = parse(document(6, index).text.as_bytes(), &Limits::default()) else { continue };
        let checked = validate(parsed, &plan);
        let assessment = assess(&checked, &plan, &Options::year(2023)).unwrap();
        fits("made up", AssessmentDocument::new(&assessment, &checked, &plan, Lang::En));
    }
    for case in cases().into_iter().step_by(25) {
        let plan = case.plan();
        let parsed = parse(case.dossier.to_string().as_bytes(), &Limits::default()).unwrap();
        let checked = validate(parsed, &plan);
        let assessment = assess(&checked, &plan, &case.options).unwrap();
        fits(&case.name, AssessmentDocument::new(&assessment, &checked, &plan, Lang::Zh));
    }
}
