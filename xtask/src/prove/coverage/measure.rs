//! The measure: the tests built with counters in the core, run, and what they counted.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

use super::branches::Branches;
use crate::generated::root;
use crate::prove::tool::{cargo, host, output, target_dir};

/// The suites beside the core's own tests. Left out is `mutation`, which takes long and adds little.
const SUITES: &[&str] = &[
    "cli",
    "conformance",
    "corpus",
    "csv",
    "examples",
    "findings",
    "formats",
    "fuzz",
    "information",
    "injection",
    "limits",
    "properties",
    "report",
    "sheets",
    "spoilt",
    "traceability",
    "verdicts",
];

/// What cargo says of something that it built.
#[derive(Deserialize)]
struct Built {
    executable: Option<PathBuf>,
}

/// Runs the tests and gives the branches of the core. The planted fault leaves out all suites and the tests of a room.
///
/// # Errors
/// When the tests cannot be built or fail, or the tools of LLVM are not there.
pub fn measure(sabotage: bool) -> Result<Branches, String> {
    let [profdata, cov] = tools()?;
    let below = target_dir().join("coverage");
    let raw = below.join("raw");
    if raw.exists() {
        std::fs::remove_dir_all(&raw).map_err(|error| error.to_string())?;
    }
    output(tests(sabotage, &raw).args(sabotage.then_some(["--quiet", "--", "--skip", "assess"]).iter().flatten()))?;
    let told = output(tests(sabotage, &raw).args(["--no-run", "--message-format", "json"]))?;
    let built = told.lines().filter_map(|line| serde_json::from_str::<Built>(line).ok());
    let programs: Vec<PathBuf> = built.filter_map(|built| built.executable).collect();

    let merged = below.join("merged.profdata");
    let counted = files(&raw)?;
    output(Command::new(profdata).args(["merge", "-sparse", "-o"]).arg(&merged).args(counted))?;
    let sources = root().join("eken-core/src");
    let Some((first, others)) = programs.split_first() else { return Err("cargo built no tests".to_owned()) };
    let mut export = Command::new(cov);
    export.arg("export").arg("-instr-profile").arg(&merged).arg(first);
    for program in others {
        export.arg("-object").arg(program);
    }
    Branches::read(&output(export.arg(&sources))?, &sources)
}

/// The call of cargo. It takes the whole workspace, so that foreign crates are those of an ordinary run, built once; the
/// compiler of members is the one beside this file.
fn tests(sabotage: bool, raw: &Path) -> Command {
    let mut command = cargo();
    command.args(["test", "--locked", "--workspace", "--lib"]);
    if !sabotage {
        command.args(SUITES.iter().flat_map(|suite| ["--test", suite]));
    }
    command.env("RUSTC_WORKSPACE_WRAPPER", root().join("xtask/src/prove/coverage/rustc"));
    // some files for all processes of a program: a suite starts hundreds of them
    command.env("LLVM_PROFILE_FILE", raw.join("%4m.profraw"));
    command
}

/// llvm-profdata and llvm-cov of the compiler's own LLVM, added to the toolchain if they are not there.
fn tools() -> Result<[PathBuf; 2], String> {
    let below = PathBuf::from(output(Command::new("rustc").args(["--print", "sysroot"]))?);
    let below = below.join("lib/rustlib").join(host()?).join("bin");
    let tools = ["llvm-profdata", "llvm-cov"].map(|name| below.join(format!("{name}{}", std::env::consts::EXE_SUFFIX)));
    if !tools.iter().all(|tool| tool.exists()) {
        let added = output(Command::new("rustup").args(["component", "add", "llvm-tools"]));
        added.map_err(|error| format!("llvm-tools are missing and cannot be added to the toolchain: {error}"))?;
    }
    Ok(tools)
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let told = |error: std::io::Error| format!("{}: {error}", folder.display());
    let entries = std::fs::read_dir(folder).map_err(told)?;
    entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>().map_err(told)
}
