//! Clean dossiers: the same bytes for the same seed, no error and no warning, every indicator met, of the size asked for.

use eken_core::assess::{Assessor, Options};
use eken_core::limits::Limits;
use eken_core::model::CountyTier;
use eken_core::parse::parse;
use eken_core::plan::builtin;
use eken_core::validate::{Checked, validate};
use eken_gen::{Generated, ResidentIds, Size, Spec, generate};

const TIERS: [CountyTier; 3] =
    [CountyTier::PilotDemonstration, CountyTier::GeneralPromotion, CountyTier::KeyAssistance];

fn made(tier: CountyTier, seed: u64, size: u64) -> Generated {
    generate(&Spec::clean(tier, seed, Size(size))).unwrap()
}

fn checked(text: &str) -> Checked {
    validate(parse(text.as_bytes(), &Limits::default()).unwrap(), &builtin("yuanqu-2023").unwrap())
}

fn findings(text: &str) -> Vec<String> {
    checked(text).findings().iter().map(|finding| format!("{} {}", finding.code(), finding.pointer)).collect()
}

#[test]
fn no_clean_dossier_has_a_finding() {
    let sizes = [10_000, 12_000, 20_000, 30_000, 40_000, 60_000, 150_000, 250_000];
    for tier in TIERS {
        for seed in 0..50 {
            let size = sizes[usize::try_from(seed).unwrap() % sizes.len()];
            let found = findings(&made(tier, seed, size).text);
            assert!(found.is_empty(), "{tier:?}, seed {seed}, {size} bytes: {found:#?}");
        }
    }
}

#[test]
fn a_dossier_with_every_section_meets_every_indicator() {
    let plan = builtin("yuanqu-2023").unwrap();
    let assessor = Assessor::new(&plan);
    for tier in TIERS {
        for (seed, size) in [(1, 60_000), (2, 130_000), (3, 300_000), (4, 60_000)] {
            let assessment = assessor.assess(&checked(&made(tier, seed, size).text), &Options::year(2023)).unwrap();
            let others: Vec<_> = assessment
                .indicators
                .iter()
                .filter(|standing| !standing.verdict.is_passed())
                .map(|standing| (&standing.id, standing.verdict, standing.missing()))
                .collect();
            assert!(others.is_empty(), "{tier:?}, seed {seed}, {size} bytes: {others:#?}");
        }
    }
}

#[test]
fn the_size_is_met_within_a_tenth() {
    let mut far = Vec::new();
    for size in [
        10_000, 10_500, 11_000, 13_000, 16_000, 20_000, 27_000, 40_000, 48_000, 75_000, 150_000, 600_000, 2_000_000,
        4_000_000,
    ] {
        for (seed, tier) in (0..if size > 100_000 { 1 } else { 8 }).zip(TIERS.iter().cycle()) {
            let bytes = u64::try_from(made(*tier, seed, size).text.len()).unwrap();
            if bytes.abs_diff(size) * 10 > size {
                far.push((size, seed, bytes));
            }
        }
    }
    assert!(far.is_empty(), "{far:?}");
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_gives_others() {
    let one = made(CountyTier::KeyAssistance, 7, 30_000).text;
    assert_eq!(one, made(CountyTier::KeyAssistance, 7, 30_000).text);
    assert_ne!(one, made(CountyTier::KeyAssistance, 8, 30_000).text);
    assert_ne!(one, made(CountyTier::GeneralPromotion, 7, 30_000).text);
}

#[test]
fn whole_resident_ids_hold_too() {
    let spec = Spec { resident_ids: ResidentIds::Full, ..Spec::clean(CountyTier::KeyAssistance, 3, Size(150_000)) };
    let text = generate(&spec).unwrap().text;
    assert!(text.contains("resident_id"));
    // whole numbers may be called more than is needed, and are sound
    let found: Vec<_> =
        findings(&text).into_iter().filter(|it| !it.starts_with("record.personal-data-not-needed")).collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn another_year_is_as_clean() {
    for year in [2022, 2024, 2030] {
        let spec = Spec { year, ..Spec::clean(CountyTier::KeyAssistance, 11, Size(60_000)) };
        let found = findings(&generate(&spec).unwrap().text);
        assert!(found.is_empty(), "{year}: {found:#?}");
    }
}
