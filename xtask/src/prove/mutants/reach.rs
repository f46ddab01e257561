//! Which tests come by which mutants: each test is run once alone, with no mutant on.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::Duration;

use super::build::Program;
use super::trial::{Run, end_of};
use crate::prove::proof::each;
use crate::prove::tool::{output, target_dir};

/// A test may take so long with no mutant on.
const PATIENCE: Duration = Duration::from_secs(300);

/// A test.
#[derive(Clone)]
pub struct Test {
    /// The number of its program.
    pub program: usize,
    /// Its name.
    pub name: String,
    /// How long it took.
    pub took: Duration,
    /// Mutants that it comes by.
    pub met: BTreeSet<u32>,
}

/// The tests by the mutants that they come by.
pub struct Reach {
    /// All of them.
    pub tests: Vec<Test>,
    /// Numbers of tests by the mutant.
    pub by_mutant: BTreeMap<u32, Vec<usize>>,
    /// Tests that fail with no mutant on, and serve for nothing.
    pub failing: Vec<String>,
}

/// Runs all tests, or those that the filter lets through.
///
/// # Errors
/// When a program does not list its tests.
pub fn reach(programs: &[Program], filter: &(dyn Fn(&str) -> bool + Sync)) -> Result<Reach, String> {
    let mut names = Vec::new();
    for (number, program) in programs.iter().enumerate() {
        let listed = output(std::process::Command::new(&program.path).args(["--list", "--format", "terse"]))?;
        let tests = listed.lines().filter_map(|line| line.strip_suffix(": test"));
        names.extend(tests.filter(|name| filter(name)).map(|name| (number, name.to_owned())));
    }
    let folder = target_dir().join("mutants/met");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let numbered: Vec<(usize, &(usize, String))> = names.iter().enumerate().collect();
    let ran = each(&numbered, |(place, (number, name))| {
        let Some(program) = programs.get(*number) else { return Err("a program is lost".to_owned()) };
        one(program, *number, name, &folder.join(place.to_string()))
    });
    let mut reach = Reach { tests: Vec::new(), by_mutant: BTreeMap::new(), failing: Vec::new() };
    for test in ran {
        match test? {
            Ok(test) => reach.tests.push(test),
            Err(name) => reach.failing.push(name),
        }
    }
    for (number, test) in reach.tests.iter().enumerate() {
        for mutant in &test.met {
            reach.by_mutant.entry(*mutant).or_default().push(number);
        }
    }
    Ok(reach)
}

fn one(program: &Program, number: usize, name: &str, met: &Path) -> Result<Result<Test, String>, String> {
    let run = Run { program, names: &[name], mutant: None, met: Some(met), patience: PATIENCE };
    let (end, took) = end_of(&run)?;
    if !end.passed() {
        return Ok(Err(format!("{}: {name}", program.name)));
    }
    let text = std::fs::read_to_string(met).unwrap_or_default();
    let met = text.lines().filter_map(|line| line.parse().ok()).collect();
    Ok(Ok(Test { program: number, name: name.to_owned(), took, met }))
}
