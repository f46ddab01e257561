//! Recall: planted faults are found where they were planted, every hard one and nearly every slip of the unit; sound dossiers
//! raise no alarm.

use std::collections::BTreeSet;
use std::sync::Mutex;

use eken_core::finding::Severity;
use eken_core::limits::Limits;
use eken_core::model::CountyTier;
use eken_core::parse::parse;
use eken_core::plan::Plan;
use eken_core::validate::{Checked, validate};
use eken_gen::{Fault, Kind, LEAST_WHOLE, Size, Spec, faults, generate};

use super::proof::{Ask, Proof, Tally, over, plan};

/// The proof.
pub const PROOF: Proof = Proof {
    name: "recall",
    about: "planted faults are found in their place: hard ones all, unit slips 95 %; sound dossiers raise no alarm",
    run,
};

/// Of a hundred slips of the unit, those that must be found.
const SLIPS_FOUND: u64 = 95;
/// Of a hundred sound dossiers, those that may raise the alarm of a slip of the unit.
const FALSE_ALARMS: u64 = 1;
/// Sizes of dossiers with faults, in turn.
const SIZES: [u64; 3] = [LEAST_WHOLE, 90_000, 150_000];
const TIERS: [CountyTier; 3] =
    [CountyTier::KeyAssistance, CountyTier::GeneralPromotion, CountyTier::PilotDemonstration];

/// A planted fault that by chance is another one: a ring whose area is that of the site in another unit is told as the slip
/// of the unit that it looks like.
const BY_CHANCE: (&str, &str, &str) = ("site.polygon-area-differs", "site.area-unit-slip", "/town/site/area");

/// What was counted beside the failures.
#[derive(Clone, Copy, Debug, Default)]
struct Counted {
    hard: u64,
    slips: u64,
    slips_missed: u64,
    sound: u64,
    alarms: u64,
}

fn run(ask: &Ask) -> Result<Tally, String> {
    let plan = plan()?;
    let counted = Mutex::new(Counted::default());
    let add = |more: Counted| {
        if let Ok(mut sum) = counted.lock() {
            *sum = sum.plus(more);
        }
    };
    // each fault alone, then all together in dossiers of every tier and size, then sound ones
    let single: Vec<&'static Fault> = faults().filter(|fault| fault.is_looked_for()).collect();
    let rounds = ask.size(0, 1, 40);
    let number = u64::try_from(single.len()).unwrap_or_default();
    let mut tally = over(rounds.saturating_mul(number), |case| {
        let fault = case.checked_rem(number).and_then(|place| single.get(usize::try_from(place).ok()?));
        let kind = Kind::Faults { faults: fault.into_iter().copied().collect(), count: 1 };
        told(broken(ask, plan, case, kind), &add)
    });
    tally.and(over(ask.size(2, 45, 3_000), |case| told(broken(ask, plan, case, Kind::AllFaults { count: 2 }), &add)));
    tally.and(over(ask.size(2, 200, 10_000), |case| told(sound(ask, plan, case), &add)));
    let sum = counted.into_inner().map_err(|_| "a thread of the proof died".to_owned())?;
    tally.cases = sum.hard.saturating_add(sum.slips).saturating_add(sum.sound);
    tally.notes.push(sum.text());
    tally.failures = tally.failures.saturating_add(sum.judged(&mut tally.shown));
    Ok(tally)
}

fn told(done: Result<(Vec<String>, Counted), String>, add: &impl Fn(Counted)) -> Vec<String> {
    match done {
        Ok((failures, counted)) => {
            add(counted);
            failures
        }
        Err(error) => vec![error],
    }
}

fn is_slip(code: &str) -> bool {
    code.ends_with("unit-slip")
}

fn nth<T: Copy>(of: [T; 3], number: u64) -> T {
    let [first, second, third] = of;
    match number.checked_rem(3) {
        Some(1) => second,
        Some(2) => third,
        _ => first,
    }
}

fn check(text: &str, plan: &Plan) -> Result<Checked, String> {
    Ok(validate(parse(text.as_bytes(), &Limits::default()).map_err(|error| error.to_string())?, plan))
}

/// A dossier with known faults: each must be found where it was planted.
fn broken(ask: &Ask, plan: &Plan, case: u64, kind: Kind) -> Result<(Vec<String>, Counted), String> {
    let (tier, size) = (nth(TIERS, case), nth(SIZES, case.checked_div(3).unwrap_or_default()));
    let seed = ask.seed_of(case);
    let spec = Spec { kind, ..Spec::clean(tier, seed, Size(size)) };
    let made = generate(&spec).map_err(|error| error.to_string())?;
    let checked = check(&made.text, plan)?;
    let seen = |code: &str| !(ask.sabotage && (code == "entity.code-check" || is_slip(code)));
    let found: BTreeSet<(&str, &str)> = checked
        .findings()
        .iter()
        .filter(|finding| seen(finding.code()))
        .map(|finding| (finding.code(), finding.pointer.as_str()))
        .collect();
    let (mut failures, mut counted) = (Vec::new(), Counted::default());
    for planted in &made.planted {
        let (code, by_chance, at) = BY_CHANCE;
        let is_found = found.contains(&(planted.fault.code, planted.pointer.as_str()))
            || (planted.fault.code == code && found.contains(&(by_chance, at)));
        if is_slip(planted.fault.code) {
            counted.slips = counted.slips.saturating_add(1);
            counted.slips_missed = counted.slips_missed.saturating_add(u64::from(!is_found));
        } else {
            counted.hard = counted.hard.saturating_add(1);
            if !is_found {
                let (name, at) = (planted.fault.name(), &planted.pointer);
                failures.push(format!("{name} is not found at {at} ({} bytes, seed {seed})", size));
            }
        }
    }
    Ok((failures, counted))
}

/// A sound dossier: no error, no warning, and no slip of the unit but in one of a hundred.
fn sound(ask: &Ask, plan: &Plan, case: u64) -> Result<(Vec<String>, Counted), String> {
    let kind = if case.is_multiple_of(4) { Kind::Boundary } else { Kind::Clean };
    let size = if kind == Kind::Boundary { LEAST_WHOLE } else { nth([10_000, 40_000, 90_000], case) };
    let seed = ask.seed_of(case);
    let made = generate(&Spec { kind, ..Spec::clean(nth(TIERS, case), seed, Size(size)) });
    let checked = check(&made.map_err(|error| error.to_string())?.text, plan)?;
    let alarm = checked.findings().iter().any(|finding| is_slip(finding.code())) || ask.sabotage;
    let grave = checked.findings().iter().filter(|finding| finding.severity != Severity::Info);
    let failures = grave
        .filter(|finding| !is_slip(finding.code()))
        .map(|finding| {
            format!("{} at {} of a sound dossier ({size} bytes, seed {seed})", finding.code(), finding.pointer)
        })
        .collect();
    Ok((failures, Counted { sound: 1, alarms: u64::from(alarm), ..Counted::default() }))
}

impl Counted {
    const fn plus(self, other: Self) -> Self {
        Self {
            hard: self.hard.saturating_add(other.hard),
            slips: self.slips.saturating_add(other.slips),
            slips_missed: self.slips_missed.saturating_add(other.slips_missed),
            sound: self.sound.saturating_add(other.sound),
            alarms: self.alarms.saturating_add(other.alarms),
        }
    }

    fn text(self) -> String {
        let Self { hard, slips, slips_missed, sound, alarms } = self;
        let found = slips.saturating_sub(slips_missed);
        format!(
            "{hard} hard faults planted; {found} of {slips} unit slips found; {alarms} of {sound} sound dossiers raise a false alarm of one"
        )
    }

    /// Judges the shares: how many of the two bounds are passed.
    fn judged(self, shown: &mut Vec<(u64, String)>) -> u64 {
        let share = |part: u64, whole: u64, percent: u64| part.saturating_mul(100) > whole.saturating_mul(percent);
        let mut failures = 0;
        for (fails, text) in [
            (share(self.slips_missed, self.slips, 100u64.saturating_sub(SLIPS_FOUND)), "too few unit slips are found"),
            (share(self.alarms, self.sound, FALSE_ALARMS), "too many false alarms of unit slips"),
        ] {
            if fails {
                shown.push((0, text.to_owned()));
                failures = u64::saturating_add(failures, 1);
            }
        }
        failures
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_of_the_three_planted_faults_is_found() {
        let tally = run(&Ask { seed: 1, long: false, sabotage: true }).unwrap();
        for part in ["entity.code-check", "too few unit slips", "too many false alarms"] {
            assert!(tally.shown.iter().any(|(_, failure)| failure.contains(part)), "{part}");
        }
    }

    #[test]
    fn the_shares_are_judged_at_their_bounds() {
        let failures = |slips_missed, alarms| {
            Counted { slips: 100, slips_missed, sound: 100, alarms, ..Counted::default() }.judged(&mut Vec::new())
        };
        assert_eq!((failures(5, 1), failures(6, 1), failures(5, 2), failures(6, 2)), (0, 1, 1, 2));
    }
}
