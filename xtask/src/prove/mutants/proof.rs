//! Some mutants, chosen by the seed, or all of them, and what came of each.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use super::build::{Program, build, own_tests, suites};
use super::copy::Copy;
use super::explained::Explained;
use super::listed::{Mutant, list};
use super::reach::reach;
use super::trial::{Outcome, try_one};
use crate::prove::proof::{Ask, Proof, Tally, each};
use crate::prove::tool::target_dir;

/// How the programs that hold a mutant are made from the copy.
type Asked = fn(&Copy) -> Result<Vec<Program>, String>;

/// The proof.
pub const PROOF: Proof = Proof {
    name: "mutants",
    about: "a test notices 95 of 100 small changes of assess, validate, quantity and code; each other one is explained",
    run,
};

/// Mutants of the short form and with the planted fault.
const SOME: [u64; 2] = [60, 12];
/// Of a hundred so many may go unnoticed, in the long form.
const MAY_MISS: u64 = 5;
/// With the planted fault only tests of this room are run.
const SPARED: &str = "json::";
/// Survivors that are told on the screen.
const SHOWN: usize = 30;

fn run(ask: &Ask) -> Result<Tally, String> {
    let explained = Explained::read()?;
    let (mutants, texts) = list()?;
    let frame = ["eken-core/src/lib.rs", "eken-core/src/mutant_switch.rs", "eken-core/Cargo.toml"].map(str::to_owned);
    let copy = Copy::make(&texts.keys().cloned().chain(frame).collect())?;
    let built = build(&copy, &mutants, &texts)?;
    let chosen = chosen(ask, &mutants, &built.woven)?;
    let ledger = Ledger::open(if ask.sabotage { "planted" } else { "outcomes" }, &copy.digest)?;
    let mut open: Vec<(u32, &Mutant)> = Vec::new();
    let mut outcomes: Vec<(&Mutant, Outcome)> = Vec::new();
    for number in chosen {
        let mutant = usize::try_from(number).ok().and_then(|place| mutants.get(place)).ok_or("a mutant is lost")?;
        match ledger.known.get(&told(mutant)) {
            Some(outcome) => outcomes.push((mutant, outcome.clone())),
            None => open.push((number, mutant)),
        }
    }
    let mut failing = Vec::new();
    let asked: [Asked; 2] = [own_tests, suites];
    for (round, programs) in asked.into_iter().enumerate() {
        let last = round > 0 || ask.sabotage;
        if open.is_empty() || (round > 0 && ask.sabotage) {
            break;
        }
        let programs = programs(&copy)?;
        let reach = reach(&programs, &|name| !ask.sabotage || name.starts_with(SPARED))?;
        let tried = each(&open, |(number, mutant)| {
            let outcome = try_one(*number, &programs, &reach)?;
            if last || !outcome.passed() {
                ledger.note(mutant, &outcome)?;
            }
            Ok(outcome)
        });
        let tried = tried.into_iter().collect::<Result<Vec<_>, _>>()?;
        for ((number, mutant), outcome) in std::mem::take(&mut open).into_iter().zip(tried) {
            if last || !outcome.passed() {
                outcomes.push((mutant, outcome));
            } else {
                open.push((number, mutant));
            }
        }
        failing.extend(reach.failing);
    }
    let mut tally = tally(&outcomes, &explained, ask.long);
    for stale in explained.stale(&mutants) {
        tally.failures = tally.failures.saturating_add(1);
        tally.shown.push((tally.cases, stale));
    }
    let [refused, apart] = [&built.refused, &built.apart].map(BTreeSet::len);
    let listed = mutants.len();
    tally
        .notes
        .push(format!("{listed} are listed; {refused} do not compile, {apart} cannot be switched (docs/proofs.md)"));
    if !failing.is_empty() {
        tally.notes.push(format!("not asked, because they fail in the copy: {}", failing.join(", ")));
    }
    tally.notes.push(format!("all that was tried is listed in {}", ledger.path.display()));
    Ok(tally)
}

/// The mutants to try: those that a file names, or all, or some by the seed.
fn chosen(ask: &Ask, mutants: &[Mutant], woven: &BTreeSet<u32>) -> Result<Vec<u32>, String> {
    let mut all: Vec<(u32, &Mutant)> = (0u32..).zip(mutants).filter(|(number, _)| woven.contains(number)).collect();
    if let Some(path) = std::env::var_os("EKEN_MUTANTS") {
        let text =
            std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", Path::new(&path).display()))?;
        let named: BTreeSet<&str> = text.lines().collect();
        all.retain(|(_, mutant)| named.contains(mutant.told().as_str()));
    } else if !ask.long || ask.sabotage {
        let [short, planted] = SOME;
        let count = usize::try_from(ask.size(planted, short, 0)).map_err(|error| error.to_string())?;
        // the order of a shuffle that the seed and the name of each alone decide
        all.sort_by_cached_key(|(_, mutant)| {
            use sha2::{Digest as _, Sha256};
            Sha256::digest(format!("{} {}", ask.seed, told(mutant))).to_vec()
        });
        all.truncate(count);
    }
    Ok(all.into_iter().map(|(number, _)| number).collect())
}

/// A mutant in a line of the ledger.
fn told(mutant: &Mutant) -> String {
    format!("{}\t{}", mutant.told(), mutant.code.replace('\t', " "))
}

fn tally(outcomes: &[(&Mutant, Outcome)], explained: &Explained, all: bool) -> Tally {
    let mut tally = Tally::default();
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    let mut missed = 0u64;
    for (number, (mutant, outcome)) in (0u64..).zip(outcomes) {
        tally.cases = tally.cases.saturating_add(1);
        let gone = outcome.passed();
        let known = gone && explained.has(mutant);
        missed = missed.saturating_add(u64::from(gone));
        let count = counts.entry(if known { "explained" } else { word(outcome) }).or_default();
        *count = count.saturating_add(1);
        if gone && !known {
            tally.failures = tally.failures.saturating_add(1);
            if tally.shown.len() < SHOWN {
                tally.shown.push((number, format!("{} {}: {}", word(outcome), mutant.told(), mutant.code)));
            }
        }
    }
    let may = tally.cases.saturating_mul(MAY_MISS).checked_div(100).unwrap_or_default();
    if all && missed > may {
        tally.shown.push((tally.cases, format!("{missed} of {} go unnoticed, {may} may", tally.cases)));
        tally.failures = tally.failures.max(1);
    }
    if tally.cases == 0 {
        tally.failures = tally.failures.max(1);
    }
    let counts: Vec<String> = counts.into_iter().map(|(word, count)| format!("{count} {word}")).collect();
    tally.notes.push(counts.join(", "));
    tally
}

const fn word(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Caught => "caught",
        Outcome::Endless => "endless",
        Outcome::Survived => "survived",
        Outcome::Unmet => "unmet",
    }
}

/// What came of each mutant, written down as it comes, so that a long run that was broken off goes on.
struct Ledger {
    path: PathBuf,
    known: BTreeMap<String, Outcome>,
    file: Mutex<File>,
}

impl Ledger {
    /// Opens it; what another state of the house left is put aside.
    fn open(name: &str, digest: &str) -> Result<Self, String> {
        let path = target_dir().join("mutants").join(name).with_extension("tsv");
        let shown = |error: std::io::Error| format!("{}: {error}", path.display());
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let same = text.lines().next() == Some(digest);
        let known = text.lines().skip(1).filter(|_| same).filter_map(|line| {
            let (outcome, told) = line.split_once('\t')?;
            let all = [Outcome::Caught, Outcome::Endless, Outcome::Survived, Outcome::Unmet];
            Some((told.to_owned(), all.into_iter().find(|one| word(one) == outcome)?))
        });
        let known = known.collect();
        let mut file =
            File::options().create(true).append(same).truncate(!same).write(true).open(&path).map_err(shown)?;
        if !same {
            writeln!(file, "{digest}").map_err(shown)?;
        }
        Ok(Self { path, known, file: Mutex::new(file) })
    }

    fn note(&self, mutant: &Mutant, outcome: &Outcome) -> Result<(), String> {
        let mut file = self.file.lock().map_err(|error| error.to_string())?;
        writeln!(file, "{}\t{}", word(outcome), told(mutant)).map_err(|error| error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prove::mutants::listed::{Genre, Position, Span};

    #[test]
    fn what_no_test_notices_is_a_failure_and_so_are_too_many_in_the_long_form() {
        let place = Position { line: 1, column: 1 };
        let mutant = Mutant {
            file: "eken-core/src/a.rs".to_owned(),
            change: "x".to_owned(),
            line: 1,
            code: "y".to_owned(),
            span: Span { start: place, end: place },
            replacement: String::new(),
            genre: Genre::FnValue,
        };
        let explained = Explained::read().unwrap();
        let of = |gone: usize, all: bool| {
            let outcome = |number| if number < gone { Outcome::Survived } else { Outcome::Caught };
            let outcomes: Vec<(&Mutant, Outcome)> = (0..20).map(|number| (&mutant, outcome(number))).collect();
            tally(&outcomes, &explained, all)
        };
        assert_eq!((of(0, true).failures, of(1, false).failures, of(2, true).failures), (0, 1, 2));
        assert_eq!(of(1, true).shown.len(), 1);
        assert!(of(2, true).shown.iter().any(|(_, said)| said == "2 of 20 go unnoticed, 1 may"));
        assert_eq!(tally(&[], &explained, true).failures, 1, "a trial of nothing proves nothing");
    }
}
