//! libFuzzer over the doors: built by cargo-fuzz, run as many at a time as there are processors.

use std::path::{Path, PathBuf};
use std::process::Command;

use eken_tests::fuzz::{TARGETS, Target, folder};

use super::seeds::{self, Seeds};
use crate::generated::root;
use crate::prove::proof::{Ask, Tally, each};
use crate::prove::tool::{cargo, host, installed, legible, output, target_dir};

/// cargo-fuzz, as it is installed.
const CARGO_FUZZ: &str = "0.13.2";
/// Seconds that one input may take.
const PATIENCE: u64 = 20;
/// Megabytes that a fuzzer may take, and with the address sanitizer, which holds back what was freed.
const MEMORY: [u64; 2] = [2_048, 4_096];
/// Longest input: the doors take seconds over much larger ones, and the kept corpus has none.
const LONGEST: u64 = 16_384;
/// What libFuzzer says of how many inputs it tried.
const TRIED: &str = "stat::number_of_executed_units:";

/// Runs every door for a minute or its number of tries, or in the long form for ten with the address sanitizer.
///
/// # Errors
/// When the targets cannot be built, or the planted fault is not come upon.
pub fn run(ask: &Ask) -> Result<Tally, String> {
    let folder = build(ask.long)?;
    let seeds = seeds::write_all(&target_dir().join("fuzz"))?;
    let mut tally = Tally::default();
    let done = each(TARGETS, |target| fuzz(target, &folder, &seeds, ask));
    for (number, (target, done)) in (0u64..).zip(TARGETS.iter().zip(done)) {
        let done = done?;
        if ask.sabotage && done.fault.is_none() {
            return Err(format!("{}: the fuzzer did not come upon the planted fault", target.name));
        }
        tally.cases = tally.cases.saturating_add(done.tried);
        tally.notes.push(format!("{}: libFuzzer tried {} inputs", target.name, done.tried));
        if let Some(fault) = done.fault {
            tally.failures = tally.failures.saturating_add(1);
            tally.shown.push((number, fault));
        }
    }
    Ok(tally)
}

/// Builds the targets and gives the folder that they are in. Without a sanitizer the stable compiler does; the address
/// sanitizer is an option of the compiler that it asks to be told of.
fn build(with_sanitizer: bool) -> Result<PathBuf, String> {
    let tool = installed("cargo-fuzz", CARGO_FUZZ)?;
    let sanitizer = if with_sanitizer { "address" } else { "none" };
    let target = target_dir().join("fuzz").join(sanitizer);
    // cargo-fuzz has no --locked of its own
    output(cargo().args(["fetch", "--quiet", "--locked", "--manifest-path"]).arg(root().join("fuzz/Cargo.toml")))?;
    let mut build = Command::new(tool);
    build.args(["fuzz", "build", "--sanitizer", sanitizer, "--codegen-units", "4", "--fuzz-dir"]);
    build.arg(root().join("fuzz")).arg("--target-dir").arg(&target).current_dir(root());
    if with_sanitizer {
        build.env("RUSTC_BOOTSTRAP", "1");
    }
    output(&mut build)?;
    Ok(target.join(host()?).join("release"))
}

/// What came of one target.
struct Done {
    tried: u64,
    fault: Option<String>,
}

fn fuzz(target: &Target, programs: &Path, seeds: &Seeds, ask: &Ask) -> Result<Done, String> {
    let name = target.name;
    let work = target_dir().join("fuzz");
    // what an earlier run found is built on, but a planted fault is to be found anew
    let found = work.join(if ask.sabotage { "planted" } else { "corpus" }).join(name);
    if ask.sabotage && found.exists() {
        std::fs::remove_dir_all(&found).map_err(|error| error.to_string())?;
    }
    let broken = work.join("broken").join(name);
    for folder in [&found, &broken] {
        std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let mut command = Command::new(programs.join(name));
    let [plain, sanitized] = MEMORY;
    command
        .arg(format!("-max_total_time={}", ask.size(120, 60, 600)))
        .arg(format!("-timeout={PATIENCE}"))
        .arg(format!("-rss_limit_mb={}", if ask.long { sanitized } else { plain }))
        .arg(format!("-max_len={LONGEST}"))
        .arg(format!("-seed={}", ask.seed.checked_rem(u64::from(u32::MAX)).unwrap_or_default().max(1)))
        .arg(format!("-artifact_prefix={}/", broken.display()))
        .args(["-print_final_stats=1", "-verbosity=0"])
        .env_remove("RUST_BACKTRACE");
    command.arg(&found);
    if !ask.long && !ask.sabotage {
        command.arg(format!("-runs={}", target.tries));
    }
    if ask.sabotage {
        // from nothing, so that only the counters lead to the planted fault
        command.env("EKEN_SABOTAGE", "1");
    } else {
        let own = seeds.of(name);
        if let Some(own) = own {
            command.arg(format!("-dict={}", own.words.display()));
        }
        command.arg(folder(name)).args(own.map(|own| own.folder.as_path()));
    }
    let done = command.output().map_err(|error| format!("{name}: {error}"))?;
    let said = legible(&done.stderr);
    let tried = said.lines().find_map(|line| line.strip_prefix(TRIED)).and_then(|count| count.trim().parse().ok());
    let fault = (!done.status.success()).then(|| told(name, &said));
    Ok(Done { tried: tried.unwrap_or(1), fault })
}

/// What libFuzzer says of a fault: the panic, the kind of end, where the input is.
fn told(name: &str, said: &str) -> String {
    let starts = |start: &str| said.lines().find(|line| line.contains(start)).unwrap_or_default().trim().to_owned();
    let panicked = said.lines().skip_while(|line| !line.contains("panicked at")).nth(1).unwrap_or_default();
    let parts = [panicked.to_owned(), starts("ERROR: "), starts("SUMMARY: "), starts("Test unit written to ")];
    let text: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if text.is_empty() {
        format!("{name}: it ended without a word")
    } else {
        text.join("; ").chars().take(600).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_told_with_the_place_of_its_input() {
        let said = "INFO: x\nthread '<unnamed>' panicked at tests/src/fuzz/target.rs:50:9:\nparse: a field is lost\nnote: run\n\
                    ==1== ERROR: libFuzzer: deadly signal\nSUMMARY: libFuzzer: deadly signal\nTest unit written to /a/crash-1\n";
        let told = told("parse", said);
        assert!(told.starts_with("parse: a field is lost; "), "{told}");
        assert!(told.ends_with("Test unit written to /a/crash-1"), "{told}");
        assert_eq!(super::told("parse", ""), "parse: it ended without a word");
    }
}
