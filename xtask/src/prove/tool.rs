//! Commands and files that proofs use.

use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::generated::root;

/// Cargo, the one that runs this program.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// What a program printed, without what is no text.
pub fn legible(bytes: &[u8]) -> String {
    bytes.utf8_chunks().map(|chunk| chunk.valid()).collect()
}

/// Runs a command to its end and gives what it prints.
///
/// # Errors
/// When it cannot be run, or fails: then in its own words.
pub fn output(command: &mut Command) -> Result<String, String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let done = command.current_dir(root()).output().map_err(|error| format!("{name}: {error}"))?;
    let text = |bytes: &[u8]| legible(bytes).trim_end().to_owned();
    if done.status.success() { Ok(text(&done.stdout)) } else { Err(format!("{name}: {}", text(&done.stderr))) }
}

/// Where cargo builds.
pub fn target_dir() -> PathBuf {
    let folder = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    root().join(folder)
}

/// The triple of this machine.
///
/// # Errors
/// When the compiler does not tell.
pub fn host() -> Result<String, String> {
    let told = output(Command::new("rustc").arg("-vV"))?;
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| "rustc does not tell its host".to_owned())
}

/// A tool of cargo in this version, installed below the folder that cargo builds in if it is not there yet.
///
/// # Errors
/// When it cannot be installed.
pub fn installed(name: &str, version: &str) -> Result<PathBuf, String> {
    let below = target_dir().join("tools");
    let program = below.join("bin").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    // some tell it only when called as cargo would call them
    let tell = |arguments: &[&str]| output(Command::new(&program).args(arguments));
    let told = tell(&["--version"]).or_else(|_| tell(&[name.trim_start_matches("cargo-"), "--version"]));
    if !told.is_ok_and(|told| told.ends_with(version)) {
        let mut install = cargo();
        install.args(["install", "--quiet", "--locked", "--force", "--version", version, "--root"]);
        output(install.arg(&below).arg(name))?;
    }
    Ok(program)
}

/// The command `eken`, built if it is not.
///
/// # Errors
/// When it cannot be built, in the words of the compiler.
pub fn eken() -> Result<PathBuf, String> {
    // the whole workspace, whose features are those that the tests were compiled with
    built(&["--workspace", "--lib", "--bins"], "debug")
}

/// The command `eken` as users have it, built if it is not.
///
/// # Errors
/// As [`eken`].
pub fn eken_released() -> Result<PathBuf, String> {
    built(&["--package", "eken-cli", "--release"], "release")
}

fn built(what: &[&str], folder: &str) -> Result<PathBuf, String> {
    output(cargo().args(["build", "--quiet", "--locked"]).args(what))?;
    Ok(target_dir().join(folder).join(format!("eken{}", std::env::consts::EXE_SUFFIX)))
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
