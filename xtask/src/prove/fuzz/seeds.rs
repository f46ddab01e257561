//! What libFuzzer begins with beside the kept corpus: the dossiers of the vectors and examples, the plans, and the words of
//! the schemas. They are made anew from where they stand, so that none of them grows old.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use eken_core::plan::{builtin, builtin_ids, builtin_source};
use eken_core::schema;
use eken_tests::vectors;
use serde_json::Value;

use crate::generated::root;
use crate::prove::tool::write;

/// Longest seed: a fuzzer goes through small ones faster.
const LONGEST: usize = 16_384;

/// Seeds of one kind.
pub struct Kind {
    /// The folder with the seeds.
    pub folder: PathBuf,
    /// The file with the words.
    pub words: PathBuf,
}

/// The seeds of all doors.
pub struct Seeds {
    dossiers: Kind,
    plans: Kind,
}

impl Seeds {
    /// The seeds of a door; codes and quantities have their kept corpus.
    pub fn of(&self, target: &str) -> Option<&Kind> {
        match target {
            "parse" | "assess" | "render" => Some(&self.dossiers),
            "plan" => Some(&self.plans),
            _ => None,
        }
    }
}

/// Writes them below a folder.
///
/// # Errors
/// When a file cannot be written, or a plan not read.
pub fn write_all(below: &Path) -> Result<Seeds, String> {
    Ok(Seeds {
        dossiers: kind(below, "dossier", dossiers()?, "dossier")?,
        plans: kind(below, "plan", plans()?, "plan")?,
    })
}

fn kind(below: &Path, name: &str, texts: BTreeSet<String>, schema: &str) -> Result<Kind, String> {
    let folder = below.join("seeds").join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(|error| error.to_string())?;
    }
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for (number, text) in (0..).zip(texts.iter().filter(|text| text.len() <= LONGEST)) {
        let number: u32 = number;
        write(&folder.join(format!("{number:04}")), text.as_bytes())?;
    }
    let words = below.join(format!("{name}.dict"));
    write(&words, dictionary(schema)?.as_bytes())?;
    Ok(Kind { folder, words })
}

/// Dossiers of one file that are taken: more of them are much alike, and a fuzzer goes through all before it begins.
const OF_A_FILE: usize = 2;

fn dossiers() -> Result<BTreeSet<String>, String> {
    let mut texts = BTreeSet::new();
    let mut of_file: BTreeMap<String, usize> = BTreeMap::new();
    for case in vectors::cases() {
        let file = case.name.split(':').next().unwrap_or_default().to_owned();
        let taken = of_file.entry(file).or_default();
        *taken = taken.saturating_add(1);
        if *taken <= OF_A_FILE {
            texts.insert(case.dossier.to_string());
        }
    }
    let findings = files(&vectors::folder().join("findings"))?;
    for file in findings.into_iter().chain(files(&root().join("examples/data/broken"))?) {
        let text = std::fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let Ok(value) = serde_json::from_slice::<Value>(&text) else { continue };
        // a vector of findings holds its dossiers; an example is one
        let mut found = Vec::new();
        gathered(&value, &mut found);
        texts.extend(found.into_iter().take(OF_A_FILE));
    }
    Ok(texts)
}

/// Every object with a version in it is taken for a dossier.
fn gathered(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::Object(members) if members.contains_key("schema_version") => texts.push(value.to_string()),
        Value::Object(members) => members.values().for_each(|value| gathered(value, texts)),
        Value::Array(items) => items.iter().for_each(|value| gathered(value, texts)),
        _ => {}
    }
}

fn plans() -> Result<BTreeSet<String>, String> {
    let mut texts = BTreeSet::new();
    for id in builtin_ids() {
        let source = builtin_source(id).map_err(|error| error.to_string())?;
        texts.extend(source.files.into_iter().map(|file| file.text));
        texts.insert(builtin(id).map_err(|error| error.to_string())?.to_json().to_string());
    }
    Ok(texts)
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let told = |error: std::io::Error| format!("{}: {error}", folder.display());
    let entries = std::fs::read_dir(folder).map_err(told)?;
    let mut files =
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>().map_err(told)?;
    files.sort();
    Ok(files)
}

/// The names of fields and the codes of a schema, each as a word of JSON.
fn dictionary(name: &str) -> Result<String, String> {
    let schema = schema::schema(name).map_err(|error| error.to_string())?;
    let mut words = BTreeSet::new();
    collected(&schema, &mut words);
    Ok(words.iter().map(|word| format!("\"\\\"{word}\\\"\"\n")).collect())
}

fn collected(value: &Value, words: &mut BTreeSet<String>) {
    let plain = |word: &str| word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-');
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                match (key.as_str(), value) {
                    ("properties", Value::Object(fields)) => {
                        words.extend(fields.keys().filter(|key| plain(key)).cloned())
                    }
                    ("const", Value::String(code)) if plain(code) => {
                        words.insert(code.clone());
                    }
                    ("enum", Value::Array(codes)) => {
                        let codes = codes.iter().filter_map(Value::as_str).filter(|code| plain(code));
                        words.extend(codes.map(str::to_owned));
                    }
                    _ => {}
                }
                collected(value, words);
            }
        }
        Value::Array(items) => items.iter().for_each(|value| collected(value, words)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_those_of_the_schema_and_the_dossiers_those_of_the_vectors() {
        let words = dictionary("dossier").unwrap();
        assert!(words.contains("\"\\\"facilities\\\"\"\n") && words.contains("display_experience"), "{words}");
        assert!(dictionary("plan").unwrap().contains("indicator"));
        assert!(dossiers().unwrap().len() > 100);
        assert!(plans().unwrap().len() > 30);
    }
}
