//! Generated files: written whole, or held against what they should be.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// A file with the text that it should have.
pub struct Generated {
    /// Where it stands, from the root of the repository.
    pub path: PathBuf,
    /// What it should say.
    pub text: String,
}

/// Writes what differs, or, when only checking, names it and fails. `again` is the command that makes the files.
pub fn settle(files: &[Generated], check: bool, again: &str) -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut stale = 0usize;
    for file in files {
        let path = root.join(&file.path);
        if fs::read_to_string(&path).is_ok_and(|text| text == file.text) {
            continue;
        }
        stale = stale.saturating_add(1);
        if check {
            println!("{}: out of date, run `{again}`", file.path.display());
        } else if let Err(error) = write(&path, &file.text) {
            eprintln!("{}: {error}", file.path.display());
            return ExitCode::from(2);
        } else {
            println!("{}: written", file.path.display());
        }
    }
    println!("{} generated files, {stale} {}", files.len(), if check { "out of date" } else { "written" });
    if check && stale > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn write(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let fresh = path.with_extension("tmp");
    let mut file = fs::File::create(&fresh)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(&fresh, path)
}
