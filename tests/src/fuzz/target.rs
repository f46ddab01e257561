//! The doors by name.

use std::sync::OnceLock;

use super::{assess, codes, parse, plan, quantities, render};

/// What holds, or in words what does not.
pub type Held = Result<(), String>;

/// A door: its name, and what must hold.
pub struct Target {
    /// Name, and folder of the corpus.
    pub name: &'static str,
    /// Hands bytes in and says what does not hold.
    pub run: fn(&[u8]) -> Held,
    /// Inputs that the short form has libFuzzer try at most: about what a minute allows. With one seed and an empty folder of
    /// findings they are the same on every machine, a slower one tries fewer of them.
    pub tries: u32,
}

/// The doors.
pub const TARGETS: &[Target] = &[
    Target { name: "parse", run: parse::run, tries: 300_000 },
    Target { name: "plan", run: plan::run, tries: 50_000 },
    Target { name: "assess", run: assess::run, tries: 2_500 },
    Target { name: "render", run: render::run, tries: 450 },
    Target { name: "codes", run: codes::run, tries: 150_000 },
    Target { name: "quantities", run: quantities::run, tries: 65_000 },
];

/// A door by its name.
///
/// # Panics
/// When there is none of that name.
pub fn target(name: &str) -> &'static Target {
    TARGETS.iter().find(|target| target.name == name).expect("a target of that name")
}

/// What libFuzzer calls: it ends the process when something does not hold. With `EKEN_SABOTAGE` in the environment there is
/// another door in its place, which breaks upon four signs at the beginning, a branch each: by chance one input in four
/// thousand million, so that only a fuzzer that is guided by coverage comes upon it.
///
/// # Panics
/// When something does not hold.
pub fn enter(name: &str, bytes: &[u8]) {
    static PLANTED: OnceLock<bool> = OnceLock::new();
    if *PLANTED.get_or_init(|| std::env::var_os("EKEN_SABOTAGE").is_some()) {
        assert!(!is_planted(bytes), "{name}: the planted fault");
    } else if let Err(fault) = (target(name).run)(bytes) {
        panic!("{name}: {fault}");
    }
}

fn is_planted(bytes: &[u8]) -> bool {
    // one branch a sign, so that the fuzzer sees each step
    if bytes.first() != Some(&b'E') {
        return false;
    }
    if bytes.get(1) != Some(&b'K') {
        return false;
    }
    if bytes.get(2) != Some(&b'E') {
        return false;
    }
    bytes.get(3) == Some(&b'N')
}

/// Nothing when it is so, else the words.
pub(super) fn holds(is: bool, what: &str) -> Held {
    if is { Ok(()) } else { Err(what.to_owned()) }
}
