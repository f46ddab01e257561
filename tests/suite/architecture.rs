//! The house keeps its floors: imports point downward, rules and measures stay in rooms of their own.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The rooms of the core, lowest first; those on one floor do not import each other.
const FLOORS: &[&[&str]] = &[
    &["error", "words", "limits"],
    &["code", "json"],
    &["quantity"],
    &["model", "plan"],
    &["finding"],
    &["parse", "validate"],
    &["assess"],
    &["report"],
    &["schema"],
];

/// Imports along a floor that are part of the design, from and to.
const ALONG: &[(&str, &str)] = &[
    ("error", "words"),
    ("json", "code"),
    ("json", "limits"),
    // validation takes what reading gives
    ("validate", "parse"),
];

/// The crates, each with those of the house that it may import; no other house crate, and none for the core.
const CRATES: &[(&str, &[&str])] = &[
    ("eken-core", &[]),
    ("eken-gen", &["eken_core"]),
    ("eken-io", &["eken_core"]),
    ("eken-cli", &["eken_core", "eken_gen", "eken_io"]),
    ("eken-py", &["eken_cli", "eken_core", "eken_io"]),
    ("eken-ffi", &["eken_core", "eken_io"]),
];

fn core() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../eken-core/src")
}

/// Every source file of the crates.
fn sources() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    CRATES.iter().flat_map(|(name, _)| files(&root.join(name).join("src"))).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut out = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            out.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            out.push(path);
        }
    }
    out.sort();
    out
}

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&room))
}

/// The room of a file: the first step below `src`.
fn room(file: &Path) -> String {
    let first = file.strip_prefix(core()).expect("a file of the core").components().next().expect("a step");
    first.as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()
}

/// The rooms that a file names after `crate::`, its tests left out.
fn imports(text: &str) -> Vec<String> {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    let mut out = Vec::new();
    for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
        for part in line.split("crate::").skip(1) {
            let name: String = part.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            if !name.is_empty() {
                out.push(name);
            }
        }
    }
    out
}

#[test]
fn imports_point_downward() {
    let mut wrong = Vec::new();
    for file in files(&core()) {
        let here = room(&file);
        if here == "lib" {
            continue;
        }
        let level =
            floor(&here).unwrap_or_else(|| panic!("room {here} has no floor: add it to FLOORS and to docs/design.md"));
        for there in imports(&std::fs::read_to_string(&file).expect("a readable file")) {
            let Some(other) = floor(&there) else { continue };
            let along = ALONG.contains(&(here.as_str(), there.as_str()));
            if there != here && other >= level && !along {
                wrong.push(format!("{} imports {there}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "imports must point to a lower floor (docs/design.md section 5):\n{}", wrong.join("\n"));
}

#[test]
fn crates_import_only_the_floors_below() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut wrong = Vec::new();
    for (name, allowed) in CRATES {
        for file in files(&root.join(name).join("src")) {
            let text = std::fs::read_to_string(&file).expect("a readable file");
            // a program calls the library of its own crate
            let own = if file.ends_with("src/main.rs") { name.replace('-', "_") } else { String::new() };
            for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
                for (other, _) in CRATES {
                    let other = other.replace('-', "_");
                    if line.contains(&format!("{other}::")) && !allowed.contains(&other.as_str()) && own != other {
                        wrong.push(format!("{}: {}", file.display(), line.trim()));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "a crate imports only those below it (docs/design.md section 5):\n{}", wrong.join("\n"));
}

#[test]
fn the_generator_reads_and_writes_no_file_and_asks_no_clock() {
    // the same bytes for the same seed on every machine: nothing of the machine may enter
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../eken-gen/src");
    let mut wrong = Vec::new();
    for file in files(&root) {
        let text = std::fs::read_to_string(&file).expect("a readable file");
        for word in ["std::fs", "std::env", "std::time", "std::thread", "HashMap", "HashSet", "f64", "f32"] {
            if text.lines().any(|line| !line.trim_start().starts_with("//") && line.contains(word)) {
                wrong.push(format!("{}: {word}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "the generator takes a seed and gives bytes, nothing else:\n{}", wrong.join("\n"));
}

#[test]
fn exchanged_files_know_no_rule_no_measure_and_no_assessment() {
    // what a record means is the core's business; a room of eken-io reads bytes and hands records on; only where cells become
    // values are there figures, whose units are converted or whose types are those of a table; the table of an assessment lays out
    // what was assessed
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../eken-io/src");
    let mut wrong = Vec::new();
    for file in files(&root) {
        let text = std::fs::read_to_string(&file).expect("a readable file");
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        let within = |room: &str| file.components().any(|part| part.as_os_str() == room);
        let converts = file.ends_with("xlsx/serial.rs") || within("value") || within("arrow");
        let lays_out = file.ends_with("arrow/assessment.rs");
        for word in ["eken_core::assess", "eken_core::plan::Measure", "rules()", "Decimal"] {
            if (word == "Decimal" && converts) || (word == "eken_core::assess" && lays_out) {
                continue;
            }
            if text.lines().any(|line| !line.trim_start().starts_with("//") && line.contains(word)) {
                wrong.push(format!("{}: {word}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "eken-io holds no rule and no arithmetic of the law:\n{}", wrong.join("\n"));
}

#[test]
fn rules_import_no_rule_and_measures_no_measure() {
    let mut wrong = Vec::new();
    for (folder, shared) in [("validate", &[][..]), ("assess/measure", &["registry", "testing"][..])] {
        for file in files(&core().join(folder)) {
            // beside the subjects' folders stand the frame and what rules share
            if folder == "validate" && file.parent() == Some(core().join(folder).as_path()) {
                continue;
            }
            let stem = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
            if stem == "mod" || shared.contains(&stem.as_str()) {
                continue;
            }
            let text = std::fs::read_to_string(&file).expect("a readable file");
            let text = text.split("#[cfg(test)]").next().unwrap_or_default();
            for line in text.lines().filter(|line| line.trim_start().starts_with("use super::")) {
                let to: String = line
                    .trim_start()
                    .trim_start_matches("use ")
                    .trim_start_matches("super::")
                    .chars()
                    .take_while(|c| c.is_ascii_lowercase() || *c == '_')
                    .collect();
                let sibling = file.parent().is_some_and(|folder| folder.join(format!("{to}.rs")).exists());
                if sibling && !shared.contains(&to.as_str()) {
                    wrong.push(format!("{}: {}", file.display(), line.trim()));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "what two rooms need becomes a method of the fact, one floor down:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn no_number_of_the_law_stands_in_a_measure() {
    // thresholds belong to the plan; a measure or rule that compares with a large literal has taken one over
    let mut wrong = Vec::new();
    for file in files(&core().join("assess")) {
        let text = std::fs::read_to_string(&file).expect("a readable file");
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for number in ["500", "1000", "1_000", "300", "2025", "100_000", "000_000"] {
                let found = line.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').any(|word| word == number);
                if found {
                    wrong.push(format!("{}: {}", file.display(), line.trim()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "move the figure into the plan's data:\n{}", wrong.join("\n"));
}

#[test]
fn no_room_is_too_long() {
    let mut long = BTreeMap::new();
    for file in sources() {
        let lines = std::fs::read_to_string(&file).expect("a readable file").lines().count();
        if lines > 600 {
            long.insert(file.display().to_string(), lines);
        }
    }
    assert!(long.is_empty(), "divide these rooms (docs/design.md, style): {long:?}");
}

#[test]
fn the_bindings_for_phones_and_the_jvm_stay_thin() {
    let folder = core().join("../../eken-ffi/src");
    let mut lines = 0;
    for file in files(&folder) {
        let text = std::fs::read_to_string(&file).expect("a readable file");
        assert!(!text.contains("unsafe"), "{}: the scaffolding of uniffi has all that is unsafe", file.display());
        assert!(!text.contains("f64") && !text.contains("f32"), "{}: figures are exact decimals", file.display());
        // what is said of the code, what it imports and what uniffi is told of it are not counted
        let mut imports = false;
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            imports |= ["use ", "pub use ", "mod "].iter().any(|start| line.starts_with(start));
            lines += usize::from(!imports && !line.starts_with("//") && !line.starts_with("#["));
            imports &= !line.ends_with(';');
        }
    }
    assert!(
        lines <= 600,
        "{lines} lines: a binding converts, calls and converts; what does more belongs into a crate below"
    );
}

#[test]
fn nothing_lies_beside_the_folders_of_a_crate() {
    let root = core().join("../..");
    let mut stray = Vec::new();
    for entry in std::fs::read_dir(&root).expect("the repository").map(|entry| entry.expect("an entry").path()) {
        if !entry.join("Cargo.toml").is_file() {
            continue;
        }
        for inside in std::fs::read_dir(&entry).expect("a crate").map(|inside| inside.expect("an entry").path()) {
            let known =
                ["Cargo.toml", "Cargo.lock", "README.md", "pyproject.toml", "uniffi.toml", ".gitignore", "swift"];
            let is_known = inside.file_name().and_then(|name| name.to_str()).is_some_and(|name| known.contains(&name));
            // what a measured program leaves behind when its surroundings were emptied is ignored by git, too
            let is_other = inside.extension().is_some_and(|end| end == "py" || end == "profraw");
            if inside.is_file() && !is_known && !is_other {
                stray.push(inside.display().to_string());
            }
        }
    }
    assert!(stray.is_empty(), "scratch files, or files in the wrong room: {stray:?}");
}

#[test]
fn every_file_says_what_it_is() {
    let mute: Vec<String> = sources()
        .into_iter()
        .filter(|file| !std::fs::read_to_string(file).expect("a readable file").starts_with("//!"))
        .map(|file| file.display().to_string())
        .collect();
    assert!(mute.is_empty(), "begin each file with a //! line: {mute:?}");
}

#[test]
fn numbers_are_never_floats_nor_rounded_on_reading() {
    let mut wrong = Vec::new();
    for file in files(&core()) {
        let text = std::fs::read_to_string(&file).expect("a readable file");
        let canonical = file.ends_with("json/canonical.rs");
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            let float = line.contains("f64") || line.contains("f32");
            if (float && !canonical) || line.contains("Decimal::from_str(") {
                wrong.push(format!("{}: {}", file.display(), line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "figures are exact decimals, read by json::decimal_of_token:\n{}", wrong.join("\n"));
}
