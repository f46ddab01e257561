//! The corpus of the fuzzer, replayed: what once broke a door never breaks it again.

use std::collections::BTreeSet;

use eken_core::model::CountyTier;
use eken_gen::{Kind, LEAST, LEAST_WHOLE, Size, Spec, generate};
use eken_tests::fuzz::{TARGETS, corpus, target};
use eken_tests::vectors;

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

/// Dossiers that were made for other tests: those of the vectors, which stand at every threshold, and generated ones.
fn dossiers() -> Vec<(String, String)> {
    let mut seen = BTreeSet::new();
    let cases = vectors::cases().into_iter().map(|case| (case.name, case.dossier.to_string()));
    let mut all: Vec<(String, String)> = cases.filter(|(_, text)| seen.insert(text.clone())).collect();
    let tiers = [CountyTier::KeyAssistance, CountyTier::GeneralPromotion, CountyTier::PilotDemonstration];
    for (seed, tier) in (1u64..).zip(tiers) {
        for (kind, size) in
            [(Kind::Clean, LEAST), (Kind::Boundary, LEAST_WHOLE), (Kind::AllFaults { count: 1 }, LEAST_WHOLE)]
        {
            let spec = Spec { kind, ..Spec::clean(tier, seed, Size(size)) };
            all.push((format!("{spec:?}"), generate(&spec).expect("a dossier").text));
        }
    }
    all
}

#[test]
fn every_dossier_of_the_other_tests_reads_back() {
    let dossiers = dossiers();
    assert!(dossiers.len() > 300, "{}", dossiers.len());
    let held = |(of, text): (String, String)| Some(format!("{of}: {}", (target("parse").run)(text.as_bytes()).err()?));
    let wrong: Vec<String> = dossiers.into_iter().filter_map(held).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
