//! The corpus of the fuzzer, replayed: what once broke a door never breaks it again.

use eken_tests::fuzz::{TARGETS, corpus};

#[test]
fn every_input_that_is_kept_holds() {
    let mut wrong = Vec::new();
    for target in TARGETS {
        let kept = corpus(target.name);
        assert!(kept.len() >= 5, "tests/fuzz/corpus/{}: keep some inputs", target.name);
        for (name, bytes) in kept {
            if let Err(fault) = (target.run)(&bytes) {
                wrong.push(format!("{}/{name}: {fault}", target.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_folder_of_the_corpus_has_its_target() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(TARGETS.iter().any(|target| target.name == name), "{name}");
    }
}
