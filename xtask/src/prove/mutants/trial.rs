//! One mutant switched on, and the tests that come by it run until one fails.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::build::Program;
use super::reach::{Reach, Test};

/// A run takes ten times as long as with no mutant on, and this, before it is ended.
const GRACE: Duration = Duration::from_secs(20);
/// Tests that run in one process, the nearest to the mutant first, until one fails.
const HANDFULS: &[usize] = &[3, 12, 60, 300];
/// Kilobytes of address space: a mutant may never stop taking memory.
const MEMORY: &str = "4000000";

/// What came of a mutant.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Outcome {
    /// A test failed.
    Caught,
    /// The tests did not come to an end.
    Endless,
    /// All tests passed.
    Survived,
    /// No test comes by it.
    Unmet,
}

impl Outcome {
    /// Whether no test noticed.
    pub const fn passed(&self) -> bool {
        matches!(self, Self::Survived | Self::Unmet)
    }
}

/// A run of some tests of a program.
pub struct Run<'a> {
    /// The program.
    pub program: &'a Program,
    /// Names of the tests.
    pub names: &'a [&'a str],
    /// The mutant that is on.
    pub mutant: Option<u32>,
    /// Where the mutants are written that the tests come by.
    pub met: Option<&'a Path>,
    /// How long it may take.
    pub patience: Duration,
}

/// How a run ended.
pub enum End {
    /// All tests passed.
    Passed,
    /// A test failed, or the process died.
    Failed,
    /// It was ended.
    Ended,
}

impl End {
    /// Whether all passed.
    pub const fn passed(&self) -> bool {
        matches!(self, Self::Passed)
    }
}

/// Runs tests to their end, or ends them.
///
/// # Errors
/// When they cannot be started.
pub fn end_of(run: &Run<'_>) -> Result<(End, Duration), String> {
    let mut command = if cfg!(target_os = "linux") {
        let mut shell = Command::new("sh");
        shell.args(["-c", "ulimit -v \"$0\" && exec \"$@\"", MEMORY]).arg(&run.program.path);
        shell
    } else {
        Command::new(&run.program.path)
    };
    command.args(run.names).args(["--exact", "--quiet", "--test-threads", "1"]).current_dir(&run.program.folder);
    command.env_remove("RUST_BACKTRACE").env("RUST_MIN_STACK", "8388608");
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if let Some(mutant) = run.mutant {
        command.env("EKEN_MUTANT", mutant.to_string());
    }
    if let Some(met) = run.met {
        command.env("EKEN_MUTANTS_MET", met);
    }
    let begun = Instant::now();
    let mut child = command.spawn().map_err(|error| format!("{}: {error}", run.program.path.display()))?;
    let mut pause = Duration::from_millis(1);
    loop {
        if let Some(status) = child.try_wait().map_err(|error| error.to_string())? {
            return Ok((if status.success() { End::Passed } else { End::Failed }, begun.elapsed()));
        }
        if begun.elapsed() > run.patience {
            child.kill().and_then(|()| child.wait()).map_err(|error| error.to_string())?;
            return Ok((End::Ended, begun.elapsed()));
        }
        std::thread::sleep(pause);
        pause = pause.saturating_mul(2).min(Duration::from_millis(20));
    }
}

/// Tries a mutant.
///
/// # Errors
/// When the tests cannot be started.
pub fn try_one(mutant: u32, programs: &[Program], reach: &Reach) -> Result<Outcome, String> {
    let Some(numbers) = reach.by_mutant.get(&mutant) else { return Ok(Outcome::Unmet) };
    let mut tests: Vec<&Test> = numbers.iter().filter_map(|number| reach.tests.get(*number)).collect();
    tests.sort_by_key(|test| (test.program, test.took > Duration::from_millis(500), test.met.len(), test.took));
    let mut sizes = HANDFULS.iter().copied();
    while !tests.is_empty() {
        let program = tests.first().map_or(0, |test| test.program);
        let size = sizes.next().unwrap_or(usize::MAX);
        let size = tests.iter().take(size).take_while(|test| test.program == program).count().max(1);
        let rest = tests.split_off(size.min(tests.len()));
        let names: Vec<&str> = tests.iter().map(|test| test.name.as_str()).collect();
        let took: Duration = tests.iter().map(|test| test.took).sum();
        let Some(program) = programs.get(program) else { return Err("a program is lost".to_owned()) };
        let patience = took.saturating_mul(10).saturating_add(GRACE);
        let run = Run { program, names: &names, mutant: Some(mutant), met: None, patience };
        match end_of(&run)?.0 {
            End::Passed => tests = rest,
            End::Failed => return Ok(Outcome::Caught),
            End::Ended => return Ok(Outcome::Endless),
        }
    }
    Ok(Outcome::Survived)
}
