//! The corpus: no verdict and no finding of three hundred dossiers changes unless it was accepted by name.

use std::collections::BTreeSet;
use std::path::Path;

use eken_tests::corpus::{Asked, Changes, EACH, Law, Pin, Pins, file, named_in};

fn pins() -> Pins {
    let text = std::fs::read_to_string(file()).expect("the pins: cargo xtask corpus --accept NAME writes them");
    Pins::read(&text).expect("lines of the corpus")
}

fn made(asked: impl Iterator<Item = Asked>) -> Vec<Pin> {
    let law = Law::default();
    asked.map(|asked| asked.pin(&law).unwrap_or_else(|error| panic!("{}: {error}", asked.name()))).collect()
}

#[test]
fn every_dossier_is_as_it_was_accepted() {
    let pins = pins().pins;
    let now = made(pins.iter().map(|pin| pin.asked.clone()));
    let changes = Changes::between(&pins, &now);
    assert!(changes.is_none(), "\n{}", changes.text());
}

#[test]
fn the_pins_are_those_that_were_accepted_by_name() {
    let pins = pins();
    assert!(pins.is_as_accepted(), "tests/corpus/pins.txt was changed by hand: run cargo xtask corpus --accept NAME");
    let changelog = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../CHANGELOG.md")).unwrap();
    for name in &pins.accepted {
        assert!(named_in(&changelog, name).is_some(), "CHANGELOG.md has no line that holds `corpus {name}`");
    }
    assert!(!pins.accepted.is_empty());
}

#[test]
fn the_corpus_has_every_kind_in_every_tier() {
    let pins = pins().pins;
    let kinds: BTreeSet<(&str, &str)> =
        pins.iter().map(|pin| (pin.asked.kind.as_str(), eken_core::model::kind::Code::code(pin.asked.tier))).collect();
    assert_eq!((kinds.len(), pins.len() as u64), (9, 3 * EACH));
    let planted: BTreeSet<&str> = pins.iter().flat_map(|pin| pin.asked.faults.iter().map(String::as_str)).collect();
    assert!(planted.len() > 70, "{}", planted.len());
    // the clean ones are clean, the broken ones are not
    assert!(pins.iter().all(|pin| pin.findings.is_empty() == (pin.asked.kind != "broken")));
}

#[test]
fn a_changed_generator_and_a_changed_verdict_are_told_apart() {
    let law = Law::default();
    let pins = pins().pins;
    let pin = pins.iter().find(|pin| pin.asked.kind == "broken").unwrap();
    let mut other_bytes = pin.clone();
    other_bytes.bytes.replace_range(..1, "x");
    let mut other_verdict = pin.clone();
    other_verdict.verdicts.replace_range(15..16, "A");
    let mut other_finding = pin.clone();
    let code = other_finding.findings.keys().next().unwrap().clone();
    other_finding.findings.remove(&code);
    other_finding.findings.insert("x.new".to_owned(), 2);
    let now = pin.asked.pin(&law).unwrap();
    let changes = |before: &Pin| Changes::between(std::slice::from_ref(before), std::slice::from_ref(&now));
    let (bytes, verdict, finding) = (changes(&other_bytes), changes(&other_verdict), changes(&other_finding));
    assert_eq!((bytes.bytes.len(), bytes.verdicts.len(), bytes.findings.len()), (1, 0, 0));
    assert_eq!((verdict.bytes.len(), verdict.verdicts.len(), verdict.findings.len()), (0, 1, 0));
    assert!(verdict.text().contains("16 A→"), "{}", verdict.text());
    assert_eq!((finding.bytes.len(), finding.verdicts.len(), finding.findings.len()), (0, 0, 1));
    assert!(
        finding.text().contains("x.new 2→0") && finding.text().contains(&format!("{code} 0→")),
        "{}",
        finding.text()
    );
    assert!(finding.text().contains("cargo xtask corpus --accept NAME"));
}

#[test]
fn an_acceptance_is_an_entry_of_the_changelog() {
    let changelog = "# Changelog\n\n- ★ A rule: wrapped\n  over lines, `corpus one`.\n- Another, `corpus two`.\n";
    assert_eq!(named_in(changelog, "one"), Some(true));
    assert_eq!(named_in(changelog, "two"), Some(false));
    assert_eq!(named_in(changelog, "on"), None);
}
