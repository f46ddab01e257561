//! Branches by their place in the source. What several programs and several instances of one function counted is summed.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

/// The file that llvm-cov writes, as far as it is read.
#[derive(Deserialize)]
struct Export {
    data: Vec<Data>,
}

#[derive(Deserialize)]
struct Data {
    functions: Vec<Function>,
}

#[derive(Deserialize)]
struct Function {
    filenames: Vec<String>,
    /// Line and column of begin and end, times that it was so, times that it was not, number of the file, and two more.
    branches: Vec<Vec<u64>>,
}

/// Where a condition stands: line and column of its begin and end.
type Span = [u64; 4];

/// Conditions, each with how often it was so and was not; a condition is two branches.
#[derive(Default)]
pub struct Branches(BTreeMap<String, BTreeMap<Span, [u64; 2]>>);

/// A file and its branches.
pub struct Room {
    /// The file, from the folder of the sources.
    pub file: String,
    /// Its branches.
    pub all: u64,
    /// Those never taken.
    pub missed: u64,
}

impl Branches {
    /// The conditions of the files below a folder, those of tests left out.
    ///
    /// # Errors
    /// When the export or a source cannot be read.
    pub fn read(export: &str, sources: &Path) -> Result<Self, String> {
        let export: Export = serde_json::from_str(export).map_err(|error| format!("llvm-cov: {error}"))?;
        let mut branches = Self::default();
        let mut tests: BTreeMap<String, Option<u64>> = BTreeMap::new();
        for function in export.data.iter().flat_map(|data| &data.functions) {
            for branch in &function.branches {
                let [line, column, to_line, to_column, so, not, file, ..] = *branch.as_slice() else {
                    return Err("llvm-cov writes branches in another form".to_owned());
                };
                let file = usize::try_from(file).ok().and_then(|file| function.filenames.get(file));
                let Some(file) = file.and_then(|file| Path::new(file).strip_prefix(sources).ok()) else { continue };
                let name = file.to_string_lossy().into_owned();
                if is_of_tests(&name) {
                    continue;
                }
                let from = match tests.get(&name) {
                    Some(from) => *from,
                    None => {
                        let path = sources.join(file);
                        let text = std::fs::read_to_string(&path);
                        let from = tests_from(&text.map_err(|error| format!("{}: {error}", path.display()))?);
                        tests.insert(name.clone(), from);
                        from
                    }
                };
                if from.is_none_or(|from| line < from) {
                    branches.add(&name, [line, column, to_line, to_column], [so, not]);
                }
            }
        }
        Ok(branches)
    }

    /// Adds what was counted of one condition.
    pub fn add(&mut self, file: &str, span: Span, counted: [u64; 2]) {
        let held = self.0.entry(file.to_owned()).or_default().entry(span).or_default();
        for (held, more) in held.iter_mut().zip(counted) {
            *held = held.saturating_add(more);
        }
    }

    /// How many branches there are, and how many were never taken.
    pub fn count(&self) -> (u64, u64) {
        let sum = |of: fn(&Room) -> u64| self.rooms().iter().map(of).fold(0, u64::saturating_add);
        (sum(|room| room.all), sum(|room| room.missed))
    }

    /// Every branch that was never taken, a line each: file, line, column, which way.
    pub fn missed(&self) -> String {
        let mut told = String::new();
        for (file, conditions) in &self.0 {
            for ([line, column, ..], [so, not]) in conditions {
                for (times, way) in [(so, "so"), (not, "not so")] {
                    if *times == 0 {
                        told.push_str(&format!("{file}:{line}:{column}: never {way}\n"));
                    }
                }
            }
        }
        told
    }

    /// The files, in order.
    pub fn rooms(&self) -> Vec<Room> {
        let room = |(file, conditions): (&String, &BTreeMap<Span, [u64; 2]>)| {
            let taken = conditions.values().flatten();
            let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
            Room {
                file: file.clone(),
                all: count(conditions.len().saturating_mul(2)),
                missed: count(taken.filter(|times| **times == 0).count()),
            }
        };
        self.0.iter().map(room).collect()
    }
}

/// Whether a whole file is of tests.
fn is_of_tests(name: &str) -> bool {
    let parts = Path::new(name).components().map(|part| part.as_os_str());
    parts.into_iter().any(|part| part == "tests" || part == "tests.rs" || part == "testing.rs")
}

/// The line from which a file is tests: they stand at its end.
fn tests_from(text: &str) -> Option<u64> {
    let mut marked = None;
    for (number, line) in (1u64..).zip(text.lines()) {
        if line == "#[cfg(test)]" {
            marked = Some(number);
        } else if !line.starts_with("#[") {
            if marked.is_some() && line.starts_with("mod ") && line.ends_with('{') {
                return marked;
            }
            marked = None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_left_out_and_instances_summed() {
        assert_eq!(tests_from("fn a() {}\n#[cfg(test)]\nmod testing;\n\n#[cfg(test)]\nmod tests {\n}\n"), Some(5));
        assert_eq!(tests_from("#[cfg(test)]\n#[allow(dead_code)]\nmod tests {\n}\n"), Some(1));
        assert_eq!(tests_from("fn a() {}\n"), None);
        assert!(is_of_tests("report/testing.rs") && is_of_tests("plan/tests/load.rs") && !is_of_tests("plan/test.rs"));
        let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/prove/coverage");
        let here = sources.join("mod.rs").display().to_string();
        let export = format!(
            r#"{{"data":[{{"functions":[
                {{"filenames":["{here}"],"branches":[[3,1,3,9,1,0,0,0,4],[4,1,4,9,0,0,0,0,4]]}},
                {{"filenames":["/x.rs","{here}"],"branches":[[3,1,3,9,0,2,1,0,4],[9,1,9,9,0,0,0,0,4]]}}]}}]}}"#
        );
        let branches = Branches::read(&export, &sources).unwrap();
        assert_eq!(branches.count(), (4, 2));
        assert_eq!(branches.missed(), "mod.rs:4:1: never so\nmod.rs:4:1: never not so\n");
        assert!(Branches::read(r#"{"data":[{"functions":[{"filenames":[],"branches":[[1]]}]}]}"#, &sources).is_err());
    }
}
