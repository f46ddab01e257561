//! The copy with all mutants in it, built. What the compiler refuses is no mutant: it is taken out, and the rest built again.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::Command;

use serde::Deserialize;

use super::copy::Copy;
use super::listed::Mutant;
use super::site::{Sites, sites};
use super::weave::{Woven, weave};
use crate::generated::root;
use crate::prove::tool::{cargo, legible, target_dir, write};

/// Suites that hold the core's verdicts and findings: they are asked of what its own tests let through.
const SUITES: &[&str] = &["verdicts", "findings", "limits", "corpus", "properties", "traceability"];
/// So often the compiler is asked: it tells faults of types before those of borrowing.
const ROUNDS: usize = 40;
/// What is put before the core's first line.
const HEAD: &str = "#![feature(core_intrinsics, const_eval_select)]\n#![allow(warnings, internal_features, arithmetic_overflow, \
                    unconditional_panic, clippy::all)]\n";

#[derive(Deserialize)]
struct Said {
    message: Option<Message>,
    executable: Option<PathBuf>,
    target: Option<Target>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
}

#[derive(Deserialize)]
struct Message {
    level: String,
    message: String,
    #[serde(default)]
    spans: Vec<Place>,
}

#[derive(Deserialize)]
struct Place {
    file_name: String,
    byte_start: usize,
    is_primary: bool,
}

/// A program of tests.
pub struct Program {
    /// Its name.
    pub name: String,
    /// The file.
    pub path: PathBuf,
    /// The folder that cargo would run it in.
    pub folder: PathBuf,
}

/// What was woven in.
pub struct Built {
    /// Mutants that are in them.
    pub woven: BTreeSet<u32>,
    /// Those that the compiler refuses in their own text.
    pub refused: BTreeSet<u32>,
    /// Those that could not be woven in beside the others: nothing is known of them.
    pub apart: BTreeSet<u32>,
}

/// Weaves all mutants into the copy and builds it.
///
/// # Errors
/// When something else than a mutant cannot be built.
pub fn build(copy: &Copy, mutants: &[Mutant], texts: &BTreeMap<String, String>) -> Result<Built, String> {
    let mut weaver = Weaver::new(copy, mutants, texts)?;
    weaver.frame(mutants.len())?;
    for _ in 0..ROUNDS {
        weaver.write()?;
        let mut once = call(copy, &["build", "--locked", "--package", "eken-core", "--message-format", "json"]);
        let done = once.output().map_err(|error| format!("cargo: {error}"))?;
        if done.status.success() {
            weaver.remember()?;
            return Ok(weaver.finish());
        }
        weaver.take_out(&legible(&done.stdout), &legible(&done.stderr))?;
    }
    Err(format!("the compiler still refuses mutants after {ROUNDS} rounds"))
}

fn call(copy: &Copy, arguments: &[&str]) -> Command {
    let mut command = cargo();
    command.args(arguments).current_dir(&copy.root);
    command.env("CARGO_TARGET_DIR", target_dir());
    // the tests are small: to compile them with care would cost more than it saves
    for package in ["eken-core", "eken-gen", "eken-io", "eken-tests"] {
        for setting in ["opt-level=0", "debug=0"] {
            command.arg("--config").arg(format!("profile.dev.package.{package}.{setting}"));
        }
    }
    command.env("RUSTC_WORKSPACE_WRAPPER", root().join("xtask/src/prove/mutants/rustc"));
    command
}

struct Weaver<'a> {
    copy: &'a Copy,
    mutants: &'a [Mutant],
    texts: &'a BTreeMap<String, String>,
    sites: BTreeMap<&'a str, Sites>,
    woven: BTreeMap<&'a str, Woven>,
    stale: BTreeSet<&'a str>,
    refused: BTreeSet<u32>,
    apart: BTreeSet<u32>,
}

impl<'a> Weaver<'a> {
    fn new(copy: &'a Copy, mutants: &'a [Mutant], texts: &'a BTreeMap<String, String>) -> Result<Self, String> {
        let mut found = BTreeMap::new();
        for (file, text) in texts {
            found.insert(file.as_str(), sites(text).map_err(|error| format!("{file}: {error}"))?);
        }
        let mut weaver = Self {
            copy,
            mutants,
            texts,
            sites: found,
            woven: BTreeMap::new(),
            stale: texts.keys().map(String::as_str).collect(),
            refused: BTreeSet::new(),
            apart: BTreeSet::new(),
        };
        // what an earlier run found of the same mutants; a type that has changed since may let more through next time
        let known = std::fs::read_to_string(memory()).unwrap_or_default();
        let known: BTreeSet<&str> = known.lines().collect();
        for (number, mutant) in (0u32..).zip(mutants) {
            let told = mutant.told();
            if known.contains(format!("refused {told}").as_str()) {
                weaver.refused.insert(number);
            } else if known.contains(format!("apart {told}").as_str()) {
                weaver.apart.insert(number);
            }
        }
        Ok(weaver)
    }

    /// The switch, the head of the crate, and no lints of the house: what is woven in keeps none.
    fn frame(&self, count: usize) -> Result<(), String> {
        let switch = format!("{}\nconst COUNT: usize = {count};\n", include_str!("switch.in"));
        self.copy.put("eken-core/src/mutant_switch.rs", &switch)?;
        let read = |name: &str| std::fs::read_to_string(root().join(name)).map_err(|error| format!("{name}: {error}"));
        let front = read("eken-core/src/lib.rs")?;
        self.copy.put("eken-core/src/lib.rs", &format!("{HEAD}{front}\npub mod mutant_switch;\n"))?;
        let manifest = read("eken-core/Cargo.toml")?;
        self.copy.put("eken-core/Cargo.toml", &manifest.replace("[lints]\nworkspace = true", ""))
    }

    fn write(&mut self) -> Result<(), String> {
        for file in std::mem::take(&mut self.stale) {
            let (Some(text), Some(sites)) = (self.texts.get(file), self.sites.get(file)) else { continue };
            let of_file = (0u32..).zip(self.mutants).filter(|(number, mutant)| {
                mutant.file == file && !self.refused.contains(number) && !self.apart.contains(number)
            });
            let (woven, unknown) = weave(text, sites, &of_file.collect::<Vec<_>>());
            self.apart.extend(unknown);
            self.copy.put(file, &woven.text)?;
            self.woven.insert(file, woven);
        }
        Ok(())
    }

    /// Takes out what the compiler refuses: the mutant in whose own text a fault begins, else all of the place around it.
    fn take_out(&mut self, said: &str, otherwise: &str) -> Result<(), String> {
        let known = self.refused.len().saturating_add(self.apart.len());
        let said = said.lines().filter_map(|line| serde_json::from_str::<Said>(line).ok());
        let mut other = String::new();
        for message in said.filter_map(|said| said.message).filter(|message| message.level == "error") {
            let mut places: Vec<&Place> = message.spans.iter().collect();
            places.sort_by_key(|place| !place.is_primary);
            let woven = |place: &Place| self.woven.get_key_value(place.file_name.as_str());
            let own =
                places.iter().filter_map(|place| woven(place).map(|(file, woven)| (*file, woven.at(place.byte_start))));
            let own = own.into_iter().find(|(_, found)| !found.is_empty());
            let around = places
                .iter()
                .filter_map(|place| woven(place).map(|(file, woven)| (*file, woven.around(place.byte_start))));
            let around = around.into_iter().find(|(_, found)| !found.is_empty());
            match (own, around) {
                (Some((file, found)), _) => {
                    self.stale.insert(file);
                    self.refused.extend(found);
                }
                (None, Some((file, found))) => {
                    self.stale.insert(file);
                    self.apart.extend(found);
                }
                (None, None) => other = message.message,
            }
        }
        if self.refused.len().saturating_add(self.apart.len()) == known {
            return Err(format!("the copy with mutants cannot be built: {other}\n{otherwise}"));
        }
        Ok(())
    }

    fn remember(&self) -> Result<(), String> {
        let told = |kind: &str, number: &u32| {
            let mutant = usize::try_from(*number).ok().and_then(|number| self.mutants.get(number));
            mutant.map(|mutant| format!("{kind} {}\n", mutant.told()))
        };
        let refused = self.refused.iter().filter_map(|number| told("refused", number));
        let text: String = refused.chain(self.apart.iter().filter_map(|number| told("apart", number))).collect();
        write(&memory(), text.as_bytes())
    }

    fn finish(self) -> Built {
        let all = (0u32..).zip(self.mutants).map(|(number, _)| number);
        let woven = all.filter(|number| !self.refused.contains(number) && !self.apart.contains(number)).collect();
        Built { woven, refused: self.refused, apart: self.apart }
    }
}

/// The core's own tests in the copy, built.
///
/// # Errors
/// When they cannot be built.
pub fn own_tests(copy: &Copy) -> Result<Vec<Program>, String> {
    programs(copy, &["--package", "eken-core", "--lib"])
}

/// The suites that hold the core's verdicts and findings, in the copy, built.
///
/// # Errors
/// When they cannot be built.
pub fn suites(copy: &Copy) -> Result<Vec<Program>, String> {
    let mut arguments = vec!["--package", "eken-tests"];
    arguments.extend(SUITES.iter().flat_map(|suite| ["--test", suite]));
    programs(copy, &arguments)
}

fn programs(copy: &Copy, which: &[&str]) -> Result<Vec<Program>, String> {
    let mut build = call(copy, &["test", "--no-run", "--locked", "--message-format", "json"]);
    let done = build.args(which).output().map_err(|error| format!("cargo: {error}"))?;
    if !done.status.success() {
        return Err(format!("the tests of the copy cannot be built: {}", legible(&done.stderr)));
    }
    let said = legible(&done.stdout);
    let said = said.lines().filter_map(|line| serde_json::from_str::<Said>(line).ok());
    let programs = said.filter_map(|said| {
        let (path, name) = (said.executable?, said.target?.name);
        let package = if name == "eken_core" { "eken-core" } else { "tests" };
        Some(Program { name, path, folder: copy.root.join(package) })
    });
    Ok(programs.collect())
}

/// What the compiler refused the last time.
fn memory() -> PathBuf {
    target_dir().join("mutants/refused.txt")
}
