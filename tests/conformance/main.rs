//! Makes the documents of `tests/conformance/run` with eken's own verdicts, and compares those of the other validators.
//!
//! usage: conformance make FOLDER COUNT SEED | conformance compare FOLDER

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use eken_core::json::canonical;
use eken_core::model::Dossier;
use eken_core::model::kind::{Record, RecordInfo};
use eken_tests::documents::{CLASSES, document, inexact, odd_dossier, sound};

/// Dossiers whose canonical bytes are compared.
const CANONICAL: u64 = 500;

/// How often each class and each field must be hit.
const OFTEN: usize = 50;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["make", folder, count, seed] => make(Path::new(folder), count, seed),
        ["compare", folder] => compare(Path::new(folder)),
        _ => Err("usage: conformance make FOLDER COUNT SEED | conformance compare FOLDER".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn create(folder: &Path, name: &str) -> Result<BufWriter<File>, String> {
    File::create(folder.join(name)).map(BufWriter::new).map_err(|error| format!("{name}: {error}"))
}

/// Writes documents, the expected verdicts with the classes, the reader's verdicts and those of the `jsonschema` crate.
fn make(folder: &Path, count: &str, seed: &str) -> Result<(), String> {
    let number = |text: &str| text.parse::<u64>().map_err(|error| format!("{text}: {error}"));
    let (count, seed) = (number(count)?, number(seed)?);
    let schema = eken_core::schema::schema("dossier").map_err(|error| error.to_string())?;
    let validator = jsonschema::validator_for(&schema).map_err(|error| error.to_string())?;
    let mut documents = create(folder, "documents.ndjson")?;
    let (mut expected, mut reader, mut rust) =
        (create(folder, "expected.txt")?, create(folder, "reader.txt")?, create(folder, "rust.txt")?);
    let (mut changes, mut fields) = (create(folder, "changes.txt")?, create(folder, "fields.txt")?);
    let io = |error: std::io::Error| error.to_string();
    for index in 0..count {
        let document = document(seed, index);
        if let Some(token) = inexact(&document.tree) {
            return Err(format!("document {index}: {token} is no number of I-JSON"));
        }
        let value = serde_json::from_str(&document.text).map_err(|error| format!("document {index}: {error}"))?;
        writeln!(documents, "{}", document.text).map_err(io)?;
        let read = sound(&document.text);
        writeln!(expected, "{}", u8::from(document.expected().unwrap_or(read))).map_err(io)?;
        writeln!(reader, "{}", u8::from(read)).map_err(io)?;
        writeln!(rust, "{}", u8::from(validator.is_valid(&value))).map_err(io)?;
        let classes: Vec<String> =
            document.changes.iter().map(|change| format!("{}\t{}", change.class.name, change.site.pointer())).collect();
        writeln!(changes, "{}", classes.join("\t")).map_err(io)?;
        let names: BTreeSet<&String> = document.names.iter().collect();
        writeln!(fields, "{}", names.into_iter().cloned().collect::<Vec<_>>().join("\t")).map_err(io)?;
    }
    let (mut odd, mut bytes) = (create(folder, "odd.ndjson")?, create(folder, "odd.eken")?);
    for index in 0..CANONICAL {
        let tree = odd_dossier(seed, index);
        if let Some(token) = inexact(&tree) {
            return Err(format!("odd dossier {index}: {token} is no number of I-JSON"));
        }
        writeln!(odd, "{}", tree.to_text()).map_err(io)?;
        writeln!(bytes, "{}", canonical(&tree)).map_err(io)?;
    }
    Ok(())
}

fn lines(folder: &Path, name: &str) -> Result<Vec<String>, String> {
    let text = std::fs::read_to_string(folder.join(name)).map_err(|error| format!("{name}: {error}"))?;
    Ok(text.strip_suffix('\n').unwrap_or(&text).split('\n').map(str::to_owned).collect())
}

fn compare(folder: &Path) -> Result<(), String> {
    let names = ["expected", "reader", "rust", "ajv", "python"];
    let verdicts: Vec<Vec<String>> =
        names.iter().map(|name| lines(folder, &format!("{name}.txt"))).collect::<Result<_, _>>()?;
    let changes = lines(folder, "changes.txt")?;
    let count = changes.len();
    for (name, verdicts) in names.iter().zip(&verdicts) {
        if verdicts.len() != count {
            return Err(format!("{name} gave {} verdicts on {count} documents", verdicts.len()));
        }
    }
    let mut wrong = Vec::new();
    for (index, change) in changes.iter().enumerate() {
        let here: Vec<&str> = verdicts.iter().map(|verdicts| verdicts[index].as_str()).collect();
        if here.iter().any(|verdict| *verdict != here[0]) {
            let verdicts: Vec<String> =
                names.iter().zip(here).map(|(name, verdict)| format!("{name}={verdict}")).collect();
            wrong.push(format!("document {}: {} {change:?}", index + 1, verdicts.join(" ")));
        }
    }
    if !wrong.is_empty() {
        let shown = wrong.iter().take(20).cloned().collect::<Vec<_>>().join("\n");
        return Err(format!("schema: {count} documents, {} disagreements (1 = sound)\n{shown}", wrong.len()));
    }
    let classes = hits(changes.iter().flat_map(|change| change.split('\t').step_by(2)));
    let rare: Vec<&str> = CLASSES
        .iter()
        .map(|class| class.name)
        .filter(|name| classes.get(name).is_none_or(|hits| *hits < OFTEN))
        .collect();
    if !rare.is_empty() {
        return Err(format!("classes hit less than {OFTEN} times: {}", rare.join(", ")));
    }
    let fields = lines(folder, "fields.txt")?;
    let fields = hits(fields.iter().flat_map(|names| names.split('\t')));
    let (mut known, mut seen) = (BTreeSet::new(), BTreeSet::new());
    names_of(&Dossier::info(), &mut known, &mut seen);
    let rare: Vec<&String> =
        known.iter().filter(|name| fields.get(name.as_str()).is_none_or(|hits| *hits < OFTEN)).collect();
    if !rare.is_empty() {
        return Err(format!("fields met less than {OFTEN} times: {rare:?}"));
    }
    let sound = verdicts[0].iter().filter(|verdict| *verdict == "1").count();
    let shown: Vec<String> =
        classes.iter().filter(|(name, _)| !name.is_empty()).map(|(name, hits)| format!("{name}: {hits}")).collect();
    println!("schema: {count} documents, 0 disagreements, classes {{{}}}", shown.join(", "));
    println!(
        "schema: {sound} sound, {} refused; {} fields, each met at least {OFTEN} times",
        count - sound,
        known.len()
    );
    let ours = lines(folder, "odd.eken")?;
    for theirs in ["odd.node", "odd.python"] {
        let theirs_lines = lines(folder, theirs)?;
        if let Some(index) = (0..ours.len()).find(|index| theirs_lines.get(*index) != ours.get(*index)) {
            return Err(format!(
                "{theirs} line {}: canonical bytes differ:\n{}\n{}",
                index + 1,
                ours[index],
                theirs_lines[index]
            ));
        }
    }
    println!("rfc 8785: {} dossiers, the same bytes from eken, canonicalize and rfc8785", ours.len());
    Ok(())
}

fn hits<'a>(names: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    let mut out = BTreeMap::new();
    for name in names {
        *out.entry(name).or_insert(0) += 1;
    }
    out
}

/// The names of all fields that can be reached from a record.
fn names_of(info: &RecordInfo, names: &mut BTreeSet<String>, seen: &mut BTreeSet<&'static str>) {
    if !seen.insert(info.name) {
        return;
    }
    for field in &info.fields {
        names.insert(format!("{}.{}", info.name, field.name));
        if let Some(info) = field.kind.record() {
            names_of(&info, names, seen);
        }
    }
}
