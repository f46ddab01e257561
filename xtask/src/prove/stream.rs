//! Stream: a file of a dossier a line goes through the command in flat memory, in order, with every line accounted for, and with the
//! same bytes on one thread and on eight.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use eken_core::model::CountyTier;
use eken_gen::{Kind, Size, Spec, stream};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::proof::{Ask, Proof, Tally};
use super::tool;

/// The proof.
pub const PROOF: Proof = Proof {
    name: "stream",
    about: "a dossier a line: at most 64 MB on two threads, results in order, every line accounted for, the same bytes on any number of threads",
    run,
};

/// Numbers of threads that the command is given, each with the most memory that it may take, in kB: every thread beyond two keeps
/// what a dossier of 1 MB needs.
const THREADS: [(&str, u64); 3] = [("1", 64 << 10), ("2", 64 << 10), ("8", 136 << 10)];
/// Calls, each with whether it writes a document a line.
const CALLS: [(&[&str], bool); 3] = [
    (&["check", "--fail-on", "never", "--format", "ndjson"], true),
    (&["assess", "--year", "2023", "--format", "ndjson"], true),
    (&["check", "--fail-on", "never"], false),
];
/// Sound dossiers between two lines that are none.
const BETWEEN: usize = 20;

fn run(ask: &Ask) -> Result<Tally, String> {
    let eken = if ask.sabotage { tool::eken() } else { tool::eken_released() }?;
    let folder = Folder(std::env::temp_dir().join(format!("eken-stream-{}", std::process::id())));
    std::fs::create_dir_all(&folder.0).map_err(|error| error.to_string())?;
    let path = folder.0.join("many.ndjson");
    let size = ask.size(5_000_000, 50_000_000, 1_000_000_000);
    let wanted = write(&path, size, ask.seed)?;
    let mut tally = Tally::default();
    for (call, is_json) in CALLS {
        let mut first = None;
        for (threads, kilobytes) in THREADS {
            let mut done = one(&eken, &folder.0, call, threads, is_json)?;
            if ask.sabotage {
                misreport(&mut done, threads);
            }
            let name = format!("{} on {threads} threads", call.join(" "));
            let first = first.get_or_insert_with(|| done.digest.clone());
            let mut failures = held(&done, &wanted, first, is_json);
            if done.cost.kilobytes > kilobytes {
                failures.push(format!("{} MB of memory", done.cost.kilobytes.div_ceil(1 << 10)));
            }
            tally.case(tally.cases, failures.into_iter().map(|failure| format!("{name}: {failure}")));
            if is_json {
                let Cost { user, wall, kilobytes } = done.cost;
                let megabytes = kilobytes >> 10;
                tally
                    .notes
                    .push(format!("{name}: {} ms of the clock, {} ms of processors, {megabytes} MB", wall, user));
            }
        }
    }
    tally.notes.push(format!("{} bytes in {} lines", wanted.bytes, wanted.lines));
    Ok(tally)
}

/// The planted faults: results out of order, one that is lost, bytes that differ, memory beyond the bound.
fn misreport(done: &mut Seen, threads: &str) {
    match threads {
        "1" => done.cost.kilobytes = u64::MAX,
        "2" => done.results.reverse(),
        _ => {
            done.results.pop();
            done.digest.push('x');
        }
    }
}

/// What a call must give.
struct Wanted {
    /// Each line that is not blank, and the code with which it is refused.
    results: Vec<(usize, Option<String>)>,
    lines: usize,
    blank: usize,
    bytes: u64,
}

/// What a call gave.
struct Seen {
    results: Vec<(usize, Option<String>)>,
    digest: String,
    /// What was told beside the results.
    told: String,
    cost: Cost,
}

#[derive(Clone, Copy, Debug, Default)]
struct Cost {
    /// Milliseconds of the clock.
    wall: u128,
    /// Milliseconds of processors.
    user: u64,
    kilobytes: u64,
}

fn held(done: &Seen, wanted: &Wanted, first: &str, is_json: bool) -> Vec<String> {
    let mut out = Vec::new();
    if done.digest != first {
        out.push("other bytes than on the first number of threads".to_owned());
    }
    let refused = wanted.results.iter().filter(|(_, code)| code.is_some()).count();
    let (lines, blank) = (wanted.lines, wanted.blank);
    let read = wanted.results.len().saturating_sub(refused);
    let sum = format!("{read} + {refused} + {blank} = {lines}");
    if !done.told.contains(&sum) {
        out.push(format!("the totals do not say {sum}"));
    }
    if is_json && done.results != wanted.results {
        let pairs = done.results.iter().zip(&wanted.results);
        let at = pairs.take_while(|(one, other)| one == other).count();
        let (got, want) = (done.results.len(), wanted.results.len());
        out.push(format!("{got} results for {want} records, the first {at} as they must be"));
    }
    out
}

/// Writes a file of made-up dossiers with other lines between them, and says what must come of each line.
fn write(path: &Path, size: u64, seed: u64) -> Result<Wanted, String> {
    let file = File::create(path).map_err(|error| error.to_string())?;
    let wanted = Wanted { results: Vec::new(), lines: 0, blank: 0, bytes: 0 };
    let mut salted = Salted { out: BufWriter::new(file), wanted };
    let spec = Spec::clean(CountyTier::KeyAssistance, seed, Size(size));
    let spec = Spec { kind: Kind::AllFaults { count: 1 }, ..spec };
    stream(&spec, &mut salted, &mut std::io::sink()).map_err(|error| error.to_string())?;
    salted.flush().map_err(|error| error.to_string())?;
    Ok(salted.wanted)
}

/// A sink that puts a line of another kind between dossiers.
struct Salted {
    out: BufWriter<File>,
    wanted: Wanted,
}

impl Salted {
    fn line(&mut self, bytes: &[u8], code: Option<&str>, is_blank: bool) -> std::io::Result<()> {
        self.out.write_all(bytes)?;
        let wanted = &mut self.wanted;
        wanted.lines = wanted.lines.saturating_add(1);
        wanted.bytes = wanted.bytes.saturating_add(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        if is_blank {
            wanted.blank = wanted.blank.saturating_add(1);
        } else {
            wanted.results.push((wanted.lines, code.map(str::to_owned)));
        }
        Ok(())
    }
}

impl Write for Salted {
    fn write(&mut self, dossier: &[u8]) -> std::io::Result<usize> {
        let number = self.wanted.lines;
        self.line(dossier, None, false)?;
        if number.checked_rem(BETWEEN) == Some(0) {
            match number.checked_div(BETWEEN).and_then(|turn| turn.checked_rem(6)) {
                Some(0) => self.line(b" \t\r\n", None, true)?,
                Some(1) => self.line(b"{\"id\": \"\0\"}\n", Some("json.syntax"), false)?,
                Some(2) => self.line(b"{\"id\": \"\xff\"}\n", Some("json.utf-8"), false)?,
                Some(3) => self.line(b"[{}]\n", Some("json.not-an-object"), false)?,
                Some(4) => {
                    let mut long = vec![b'['; 17 << 20];
                    long.push(b'\n');
                    self.line(&long, Some("ndjson.line-too-long"), false)?;
                }
                _ => self.line(b"{\"schema_version\": 9}\r\n", Some("version.newer"), false)?,
            }
        }
        Ok(dossier.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.out.flush()
    }
}

/// The part of a result that is looked at.
#[derive(Deserialize)]
struct Head {
    line: usize,
    error: Option<BTreeMap<String, serde_json::Value>>,
}

/// One call of the command.
fn one(eken: &Path, folder: &Path, call: &[&str], threads: &str, is_json: bool) -> Result<Seen, String> {
    let (begun, failed) = (Instant::now(), |error: std::io::Error| error.to_string());
    let mut command = Command::new(eken);
    command.args(call).args(["many.ndjson", "--threads", threads, "--lang", "en"]).current_dir(folder);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(failed)?;
    let (Some(out), Some(mut err)) = (child.stdout.take(), child.stderr.take()) else {
        return Err("the process has no pipes".to_owned());
    };
    let is_over = AtomicBool::new(false);
    let (seen, told, cost) = thread::scope(|scope| {
        let watched = scope.spawn(|| watch(&child, &is_over));
        let told = scope.spawn(move || {
            let mut text = String::new();
            err.read_to_string(&mut text).map(|_| text)
        });
        let seen = read(BufReader::new(out), is_json);
        let told = told.join().map_err(|_| "a thread of the proof died".to_owned());
        is_over.store(true, Ordering::Relaxed);
        (seen, told, watched.join().unwrap_or_default())
    });
    child.wait().map_err(failed)?;
    let (results, digest, text) = seen?;
    let told = told?.map_err(failed)?;
    let cost = Cost { wall: begun.elapsed().as_millis(), ..cost };
    Ok(Seen { results, digest, told: format!("{text}{told}"), cost })
}

type Results = (Vec<(usize, Option<String>)>, String, String);

/// The results, a digest over every byte, and the last lines of a text.
fn read(mut out: impl BufRead, is_json: bool) -> Result<Results, String> {
    let (mut results, mut hash, mut last) = (Vec::new(), Sha256::new(), String::new());
    let mut line = String::new();
    while out.read_line(&mut line).map_err(|error| error.to_string())? > 0 {
        hash.update(&line);
        if is_json {
            let head: Head = serde_json::from_str(&line).map_err(|error| error.to_string())?;
            let code =
                head.error.map(|error| error.get("code").and_then(|code| code.as_str()).unwrap_or("").to_owned());
            results.push((head.line, code));
        } else if line.contains(" read, ") {
            last.push_str(&line);
        }
        line.clear();
    }
    Ok((results, hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect(), last))
}

/// Looks at memory and processor time of a process until it is over; nothing where the system does not tell.
fn watch(child: &Child, is_over: &AtomicBool) -> Cost {
    let of = PathBuf::from(format!("/proc/{}", child.id()));
    let mut cost = Cost::default();
    while !is_over.load(Ordering::Relaxed) {
        let text = |name: &str| std::fs::read_to_string(of.join(name)).unwrap_or_default();
        let status = text("status");
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.split_whitespace().next()?.parse().ok());
        cost.kilobytes = cost.kilobytes.max(peak.unwrap_or_default());
        // hundredths of a second in user mode: the twelfth after the name, which stands in brackets
        let used = text("stat").rsplit_once(") ").and_then(|(_, rest)| rest.split(' ').nth(11)?.parse::<u64>().ok());
        cost.user = cost.user.max(used.unwrap_or_default().saturating_mul(10));
        thread::sleep(Duration::from_millis(2));
    }
    cost
}

/// A folder that is removed at the end.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        // what stays behind in the temporary folder does no harm
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_of_the_planted_faults_is_found() {
        let tally = run(&Ask { seed: 1, long: false, sabotage: true }).unwrap();
        let said: Vec<&String> = tally.shown.iter().map(|(_, failure)| failure).collect();
        for part in ["MB of memory", "other bytes", "results for", "the first 0 as they must be"] {
            assert!(said.iter().any(|failure| failure.contains(part)), "{part}: {said:?}");
        }
    }
}
