//! Dossiers at the thresholds: sound, and the verdict of every indicator is the one that its figure asks for.

use std::collections::BTreeMap;

use eken_core::assess::{Assessor, Options};
use eken_core::limits::Limits;
use eken_core::model::CountyTier;
use eken_core::parse::parse;
use eken_core::plan::builtin;
use eken_core::validate::validate;
use eken_gen::{Kind, LEAST_WHOLE, Size, Spec, generate};

const TIERS: [CountyTier; 3] =
    [CountyTier::PilotDemonstration, CountyTier::GeneralPromotion, CountyTier::KeyAssistance];

#[test]
fn below_at_and_above_give_the_verdicts_they_must() {
    let plan = builtin("yuanqu-2023").unwrap();
    let assessor = Assessor::new(&plan);
    let mut wrong = Vec::new();
    let mut seen: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
    for tier in TIERS {
        for seed in 0..30 {
            let made = generate(&Spec { kind: Kind::Boundary, ..Spec::clean(tier, seed, Size(LEAST_WHOLE)) }).unwrap();
            let checked = validate(parse(made.text.as_bytes(), &Limits::default()).unwrap(), &plan);
            assert!(checked.findings().is_empty(), "{tier:?}, seed {seed}: {:#?}", checked.findings());
            let assessment = assessor.assess(&checked, &Options::year(2023)).unwrap();
            assert_eq!(made.landings.len(), 28);
            for landing in &made.landings {
                let standing = assessment.standing(landing.indicator).unwrap();
                let expected = if landing.met { "met" } else { "not_met" };
                seen.entry(landing.indicator).or_default()[usize::from(landing.met)] += 1;
                if standing.verdict.code() != expected {
                    wrong.push(format!("{tier:?}, seed {seed}: {:?} but {}", landing, standing.verdict.code()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // every indicator was met under some seed and missed under another
    assert!(seen.values().all(|[missed, met]| *missed > 0 && *met > 0), "{seen:?}");
}

#[test]
fn the_size_is_met_within_a_tenth_here_too() {
    for tier in TIERS {
        for (seed, size) in
            (0..).zip([LEAST_WHOLE, LEAST_WHOLE, 60_000, 90_000, 200_000, LEAST_WHOLE, LEAST_WHOLE, LEAST_WHOLE])
        {
            let made = generate(&Spec { kind: Kind::Boundary, ..Spec::clean(tier, seed, Size(size)) }).unwrap();
            let bytes = u64::try_from(made.text.len()).unwrap();
            assert!(bytes.abs_diff(size) * 10 <= size, "{tier:?}: {bytes} of {size}");
        }
    }
}
