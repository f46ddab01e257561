//! What a proof is: a name, what it claims, a run over so many cases, and what came of it.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::thread;

use eken_core::model::CountyTier;
use eken_core::plan::{Plan, builtin};
use eken_gen::{Kind, Size, Spec, generate};

/// Failures that are shown; all are counted.
const SHOWN: usize = 20;

/// What is asked of a proof.
#[derive(Clone, Copy, Debug)]
pub struct Ask {
    /// Seed of all that is made up.
    pub seed: u64,
    /// Whether to take the long form.
    pub long: bool,
    /// Whether to plant the fault that the proof must find.
    pub sabotage: bool,
}

impl Ask {
    /// One of three sizes: with the planted fault a few cases do.
    pub const fn size(&self, sabotaged: u64, short: u64, long: u64) -> u64 {
        match self {
            Self { sabotage: true, .. } => sabotaged,
            Self { long: true, .. } => long,
            _ => short,
        }
    }

    /// The seed of a case.
    pub const fn seed_of(&self, case: u64) -> u64 {
        self.seed.wrapping_mul(1_000_003).wrapping_add(case)
    }
}

/// What came of a proof.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Cases looked at.
    pub cases: u64,
    /// Failures among them; one case may fail in several ways.
    pub failures: u64,
    /// The first failures in words, with the number of the case.
    pub shown: Vec<(u64, String)>,
    /// What is worth telling beside the counts.
    pub notes: Vec<String>,
}

impl Tally {
    /// Counts one case with its failures.
    pub fn case(&mut self, number: u64, failures: impl IntoIterator<Item = String>) {
        self.cases = self.cases.saturating_add(1);
        for failure in failures {
            self.failures = self.failures.saturating_add(1);
            if self.shown.len() < SHOWN {
                self.shown.push((number, failure));
            }
        }
    }

    /// Takes in what another part of the proof counted.
    pub fn and(&mut self, other: Self) {
        self.cases = self.cases.saturating_add(other.cases);
        self.failures = self.failures.saturating_add(other.failures);
        self.shown.extend(other.shown);
        self.shown.sort();
        self.shown.truncate(SHOWN);
        self.notes.extend(other.notes);
    }
}

/// A proof.
pub struct Proof {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it claims.
    pub about: &'static str,
    /// Runs it.
    pub run: fn(&Ask) -> Result<Tally, String>,
}

/// Runs so many cases on all processors. A case that panics is a failure of the proof, not its end.
pub fn over(cases: u64, each: impl Fn(u64) -> Vec<String> + Sync) -> Tally {
    let next = AtomicU64::new(0);
    let work = || {
        let mut tally = Tally::default();
        loop {
            let case = next.fetch_add(1, Ordering::Relaxed);
            if case >= cases {
                return tally;
            }
            let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| each(case)));
            tally.case(case, done.unwrap_or_else(|_| vec!["the case panicked".to_owned()]));
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let mut sum = Tally::default();
    thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        for done in running {
            match done.join() {
                Ok(tally) => sum.and(tally),
                Err(_) => sum.case(cases, ["a thread of the proof died".to_owned()]),
            }
        }
    });
    sum
}

/// Does a piece of work for each of some things, as many at a time as there are processors; the results in their order.
pub fn each<T: Sync, R: Send>(things: &[T], work: impl Fn(&T) -> Result<R, String> + Sync) -> Vec<Result<R, String>> {
    let next = AtomicUsize::new(0);
    let one = || {
        let mut done = Vec::new();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            match things.get(number) {
                Some(thing) => done.push((number, work(thing))),
                None => return done,
            }
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let mut all: Vec<(usize, Result<R, String>)> = thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(one)).collect();
        let died = |_| vec![(usize::MAX, Err("a thread of the proof died".to_owned()))];
        running.into_iter().flat_map(|done| done.join().unwrap_or_else(died)).collect()
    });
    all.sort_by_key(|(number, _)| *number);
    all.into_iter().map(|(_, done)| done).collect()
}

/// The county's plan, loaded once.
///
/// # Errors
/// When it cannot be loaded.
pub fn plan() -> Result<&'static Plan, String> {
    static PLAN: OnceLock<Result<Plan, String>> = OnceLock::new();
    PLAN.get_or_init(|| builtin("yuanqu-2023").map_err(|error| error.to_string())).as_ref().map_err(Clone::clone)
}

/// A made-up dossier: in turn clean and small, at the thresholds, with faults of every kind; the tiers in turn too.
///
/// # Errors
/// When it cannot be made.
pub fn dossier(seed: u64, case: u64) -> Result<String, String> {
    let third = |number: u64| number.checked_rem(3).unwrap_or_default();
    let tier = match third(case.checked_div(3).unwrap_or_default()) {
        0 => CountyTier::KeyAssistance,
        1 => CountyTier::GeneralPromotion,
        _ => CountyTier::PilotDemonstration,
    };
    let (kind, size) = match third(case) {
        0 => (Kind::AllFaults { count: 1 }, eken_gen::LEAST_WHOLE),
        1 => (Kind::Clean, eken_gen::LEAST),
        _ => (Kind::Boundary, eken_gen::LEAST_WHOLE),
    };
    let spec = Spec { kind, ..Spec::clean(tier, seed, Size(size)) };
    generate(&spec).map(|made| made.text).map_err(|error| error.to_string())
}
