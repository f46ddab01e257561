//! Faults: each planted alone gives its finding at its place and nothing else; all together each is still found.

use std::collections::BTreeSet;

use eken_core::limits::Limits;
use eken_core::model::CountyTier;
use eken_core::parse::{TABLES, parse};
use eken_core::plan::builtin;
use eken_core::validate::{catalogue, validate};
use eken_gen::{Fault, Generated, Kind, LEAST_WHOLE, Size, Spec, faults, generate};

/// Kinds of finding without a fault that plants them: what cannot stand in a dossier, and what takes several changes of a clean
/// one, which the vector of its rule makes.
const WITHOUT: &[&str] = &[
    "declaration.case-against-it",
    "declaration.period-gap",
    "declaration.signed-before-period-end",
    "facility.building-twice",
    "facility.overlap-exceeds-area",
    "facility.overlaps-differ",
    "facility.zones-exceed-role",
    "instrument.document-differs",
    "instrument.number-twice",
    "instrument.support-without-standard",
    "instrument.used-after-repeal",
    "instrument.used-before-issue",
    "investment.completed-exceeds-planned",
    "investment.final-too-early",
    "judgement.no-basis",
    "limit.unknown-fields",
    "payment.before-payee-registered",
    "payment.payee-deregistered",
    "payment.purpose-mixed",
    "payments.exceed-investment",
    "person.expert-twice",
    "person.fostered-twice",
    "phase.out-of-order",
    "phase.start-against-programme",
    "product.brand-ended",
    "project.undertaker-missing",
    "record.personal-data-not-needed",
    "sales.beyond-statistic",
    "sales.copied",
    "sales.jump",
    "sales.year-copied",
    "session.head-count-slip",
    "session.same-hour",
    "session.too-long",
    "session.trainer-same-hour",
    "session.twice",
    "site.floor-against-area",
    "site.polygon-not-one-ring",
    "site.polygon-outside-china",
    "site.polygon-outside-county",
    "site.polygon-self-crossing",
    "statistic.cumulative-falls",
    "statistic.estimate-as-final",
    "statistic.jump",
    "statistic.months-against-cumulative",
    "statistic.months-against-year",
    "statistic.months-missing",
    "statistic.part-exceeds-whole",
    "statistic.revised-without-note",
    "statistic.series-constant",
    "statistic.series-copied",
    "structure.surrogate",
    "structure.year",
    "trainee.no-session",
    "waiver.expired",
    "waiver.undated",
    "waiver.unmatched",
];

fn found(text: &str) -> BTreeSet<(String, String)> {
    let plan = builtin("yuanqu-2023").unwrap();
    let checked = validate(parse(text.as_bytes(), &Limits::default()).unwrap(), &plan);
    checked.findings().iter().map(|finding| (finding.code().to_owned(), finding.pointer.clone())).collect()
}

fn with(faults: Vec<&'static Fault>, count: usize, seed: u64, size: u64) -> Generated {
    let spec = Spec::clean(CountyTier::KeyAssistance, seed, Size(size));
    generate(&Spec { kind: Kind::Faults { faults, count }, ..spec }).unwrap()
}

#[test]
fn each_fault_planted_alone_is_found_and_nothing_else() {
    let mut wrong = Vec::new();
    for fault in faults().filter(|fault| fault.is_looked_for()) {
        for (seed, size) in [(1, LEAST_WHOLE), (2, 90_000)] {
            let made = with(vec![fault], 1, seed, size);
            let pointer = made.planted[0].pointer.clone();
            let mut found = found(&made.text);
            if !found.remove(&(fault.code.to_owned(), pointer.clone())) {
                wrong.push(format!("{}, seed {seed}: not found at {pointer}", fault.name()));
            }
            found.retain(|(code, _)| !fault.companions.contains(&code.as_str()));
            for (code, at) in found {
                wrong.push(format!("{}, seed {seed}, planted at {pointer}: also {code} at {at}", fault.name()));
            }
        }
    }
    assert!(wrong.is_empty(), "mend the row of the fault (eken-gen/src/fault):\n{}", wrong.join("\n"));
}

#[test]
fn all_faults_together_are_found_each_at_its_place() {
    let mut names = BTreeSet::new();
    for (seed, count, size) in (0..)
        .zip([(1, LEAST_WHOLE), (1, LEAST_WHOLE), (1, 150_000), (3, 600_000)])
        .map(|(seed, (count, size))| (seed, count, size))
    {
        let spec = Spec::clean(CountyTier::KeyAssistance, seed, Size(size));
        let made = generate(&Spec { kind: Kind::AllFaults { count }, ..spec }).unwrap();
        let found = found(&made.text);
        let missing: Vec<_> = made
            .planted
            .iter()
            .filter(|planted| !found.contains(&(planted.fault.code.to_owned(), planted.pointer.clone())))
            .collect();
        assert!(missing.is_empty(), "seed {seed}: {missing:#?}");
        // what stands in the town itself has one place only, and four faults share one
        assert!(made.planted.len() > 60, "{}", made.planted.len());
        names.extend(made.planted.iter().map(|planted| planted.fault.name()));
    }
    // some share their place with others, so that not every one had its turn
    let looked_for = faults().filter(|fault| fault.is_looked_for()).count();
    assert!(names.len() * 10 > looked_for * 9, "{} of {looked_for}", names.len());
}

#[test]
fn every_kind_of_finding_has_a_fault_or_is_named_without_one() {
    let planted: BTreeSet<&str> = faults().map(|fault| fault.code).collect();
    let without: BTreeSet<&str> = WITHOUT.iter().copied().collect();
    let lacking: Vec<&str> = catalogue()
        .iter()
        .map(|spec| spec.code)
        .filter(|code| !planted.contains(code) && !without.contains(code))
        // what only sheets and cells can have, no JSON has
        .filter(|code| TABLES.iter().all(|spec| spec.code != *code))
        .collect();
    assert!(
        lacking.is_empty(),
        "add a row that plants it to a table of eken-gen/src/fault, or name it in WITHOUT: {lacking:?}"
    );
    let idle: Vec<_> = without.intersection(&planted).collect();
    assert!(idle.is_empty(), "these have a fault now, take them out of WITHOUT: {idle:?}");
}

#[test]
fn a_fault_whose_rule_is_still_to_come_changes_the_dossier_where_it_says() {
    let clean = serde_json::from_str::<serde_json::Value>(
        &generate(&Spec::clean(CountyTier::KeyAssistance, 5, Size(90_000))).unwrap().text,
    )
    .unwrap();
    for fault in faults() {
        let made = with(vec![fault], 1, 5, 90_000);
        let dossier: serde_json::Value = serde_json::from_str(&made.text).unwrap();
        assert_ne!(dossier, clean, "{}", fault.name());
        let pointer = &made.planted[0].pointer;
        assert!(dossier.pointer(pointer).is_some(), "{}: nothing at {pointer}", fault.name());
    }
}
