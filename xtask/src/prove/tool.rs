//! Commands and files that proofs use.

use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::generated::root;

/// The command `eken`, built if it is not.
///
/// # Errors
/// When it cannot be built, in the words of the compiler.
pub fn eken() -> Result<PathBuf, String> {
    built(&[], "debug")
}

/// The command `eken` as users have it, built if it is not.
///
/// # Errors
/// As [`eken`].
pub fn eken_released() -> Result<PathBuf, String> {
    built(&["--release"], "release")
}

fn built(profile: &[&str], folder: &str) -> Result<PathBuf, String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut build = Command::new(cargo);
    build.args(["build", "--quiet", "--locked", "--package", "eken-cli"]).args(profile).current_dir(root());
    let done = build.output().map_err(|error| format!("cargo: {error}"))?;
    if !done.status.success() {
        return Err(String::from_utf8(done.stderr).unwrap_or_else(|_| "eken-cli does not build".to_owned()));
    }
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    Ok(root().join(target).join(folder).join(format!("eken{}", std::env::consts::EXE_SUFFIX)))
}

/// This program; from its own tests, the one that is built beside them.
///
/// # Errors
/// When it is not there.
pub fn xtask() -> Result<PathBuf, String> {
    let here = std::env::current_exe().map_err(|error| error.to_string())?;
    if !cfg!(test) {
        return Ok(here);
    }
    let folder = here.parent().and_then(Path::parent).ok_or_else(|| "the tests run in no folder".to_owned())?;
    Ok(folder.join(format!("xtask{}", std::env::consts::EXE_SUFFIX)))
}

/// Writes a file of a proof's own folder.
///
/// # Errors
/// When it cannot be written.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    File::create(path)
        .and_then(|mut file| file.write_all(bytes))
        .map_err(|error| format!("{}: {error}", path.display()))
}
