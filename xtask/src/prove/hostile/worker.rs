//! The process that reads hostile input, so that its death is a result and its memory can be told; and its other end.

use std::fs::{File, OpenOptions};
use std::io::{BufRead as _, BufReader, Read, Write};
use std::process::{Child, ChildStdin, Command, ExitCode, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use eken_core::assess::{Options, assess};
use eken_core::plan::Plan;
use eken_core::report::{FileDocument, Style, assessment_text, failure_text, findings_text};
use eken_core::validate::Profile;
use eken_core::words::Lang;
use eken_io::document::{Options as ReadOptions, Unread, read};

use crate::prove::proof::plan;

/// How long the other end waits before it ends the process.
const PATIENCE: Duration = Duration::from_secs(20);

/// What one input cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// Milliseconds of processor time, which other processes do not lengthen; of the clock where the system does not tell.
    pub milliseconds: u64,
    /// Most memory of the process, in kB; nothing where the system does not tell.
    pub kilobytes: u64,
    /// Whether a sign that a terminal obeys stood in the output.
    pub obeyed: bool,
}

/// Serves inputs from standard input until it ends: four bytes of length, the name of the file, four bytes of length, the bytes;
/// for each a line with its cost.
pub fn serve(sabotage: bool) -> ExitCode {
    match serving(sabotage) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn serving(sabotage: bool) -> std::io::Result<()> {
    let plan = plan().map_err(std::io::Error::other)?;
    let (mut input, mut output) = (std::io::stdin().lock(), std::io::stdout().lock());
    while let Ok(name) = framed(&mut input) {
        let name = String::from_utf8(name).map_err(std::io::Error::other)?;
        let bytes = framed(&mut input)?;
        forget_peak();
        let (begun, used) = (Instant::now(), processor());
        if sabotage {
            misbehave(&name, &bytes);
        }
        let turns = sabotage && bytes.windows(3).any(|part| part == "\u{202e}".as_bytes());
        let texts = said(bytes, &name, plan);
        let used = used.zip(processor()).map(|(before, after)| after.saturating_sub(before));
        let milliseconds = u64::try_from(used.unwrap_or_else(|| begun.elapsed()).as_millis()).unwrap_or(u64::MAX);
        let obeyed = turns || texts.iter().any(|text| is_obeyed(text));
        writeln!(output, "{milliseconds} {} {}", peak(), u8::from(obeyed))?;
        output.flush()?;
    }
    Ok(())
}

/// A piece of the input behind its length.
fn framed(input: &mut impl Read) -> std::io::Result<Vec<u8>> {
    let mut length = [0; 4];
    input.read_exact(&mut length)?;
    let length = u32::from_le_bytes(length);
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
    input.by_ref().take(length.into()).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The planted faults: it dies of a NUL in a text, of a cell in the last column of a workbook, dwells on what is deep, wastes memory on digits. (And it lets one sign through.)
fn misbehave(name: &str, bytes: &[u8]) {
    let is_archive = bytes.starts_with(b"PK");
    if (!is_archive && bytes.contains(&0)) || (name == "a.xlsx" && bytes.windows(4).any(|part| part == b"XFD1")) {
        std::process::exit(9);
    }
    if bytes.starts_with(b"[[[[") {
        let begun = (Instant::now(), processor());
        let used = || match begun.1.zip(processor()) {
            Some((before, after)) => after.saturating_sub(before),
            None => begun.0.elapsed(),
        };
        while used() < Duration::from_millis(2_100) {
            std::hint::spin_loop();
        }
    }
    if !is_archive && bytes.windows(64).any(|part| part.iter().all(u8::is_ascii_digit)) {
        let waste = vec![1u8; 300 << 20];
        std::hint::black_box(&waste);
    }
}

/// What eken says to a person of the bytes.
fn said(bytes: Vec<u8>, name: &str, plan: &Plan) -> Vec<String> {
    let styles = [Style::default(), Style { lang: Lang::En, ..Style::default() }];
    let document = match read(bytes, name, &ReadOptions::default()) {
        Ok(document) => document,
        Err(Unread::Dossier(error)) => {
            return styles.iter().map(|style| failure_text(&error, Some(name), style)).collect();
        }
        Err(Unread::File(error)) => {
            let text = |lang: Lang| format!("{} {} {}", error.words.get(lang), error.place(lang), error.help.get(lang));
            return [Lang::Zh, Lang::En].map(text).into();
        }
    };
    let (checked, sheets) = document.check(plan, &Profile::default());
    let mut texts: Vec<String> = styles.iter().map(|style| findings_text(&checked, plan, name, style)).collect();
    texts.extend(sheets.iter().flat_map(|sheets| &sheets.refused).map(|refused| refused.spot.to_string()).take(100));
    let document = FileDocument::read(name, &checked, plan, Lang::Zh);
    std::hint::black_box(serde_json::to_string(&document).is_ok());
    match assess(&checked, plan, &Options::year(2023)) {
        Ok(assessment) => {
            texts.extend(styles.iter().map(|style| assessment_text(&assessment, &checked, plan, style)));
        }
        Err(error) => texts.push(error.to_string()),
    }
    texts
}

/// Whether a text holds a sign that steers a terminal or turns the order of what is read.
fn is_obeyed(text: &str) -> bool {
    let steers = |sign: char| sign.is_control() && sign != '\n';
    let turns =
        |sign: char| matches!(sign, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}');
    text.chars().any(|sign| steers(sign) || turns(sign))
}

/// Sets the peak of memory back to what is in use; without effect where the system has no such file.
fn forget_peak() {
    if let Ok(mut file) = OpenOptions::new().write(true).open("/proc/self/clear_refs") {
        // not every system allows it, and then the peak is that of all inputs so far
        let _ = file.write_all(b"5");
    }
}

/// Processor time that this thread has used.
fn processor() -> Option<Duration> {
    let mut text = String::new();
    File::open("/proc/thread-self/schedstat").and_then(|mut file| file.read_to_string(&mut text)).ok()?;
    text.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

fn peak() -> u64 {
    let mut text = String::new();
    if File::open("/proc/self/status").and_then(|mut file| file.read_to_string(&mut text)).is_err() {
        return 0;
    }
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

/// The other end: starts the process, feeds it, and starts another when it has died.
pub struct Worker {
    sabotage: bool,
    running: Option<Running>,
}

struct Running {
    child: Child,
    input: ChildStdin,
    lines: Receiver<String>,
}

impl Worker {
    /// A worker that is started when it is first needed.
    pub const fn new(sabotage: bool) -> Self {
        Self { sabotage, running: None }
    }

    /// What an input costs, or how the process died of it.
    pub fn feed(&mut self, name: &str, bytes: &[u8]) -> Result<Cost, String> {
        let mut running = match self.running.take() {
            Some(running) => running,
            None => Running::start(self.sabotage)?,
        };
        let mut feed = |piece: &[u8]| {
            let length = u32::try_from(piece.len()).map_err(std::io::Error::other)?;
            running.input.write_all(&length.to_le_bytes())?;
            running.input.write_all(piece)
        };
        let fed = feed(name.as_bytes()).and_then(|()| feed(bytes));
        let fed = fed.and_then(|()| running.input.flush());
        let told = match fed {
            Ok(()) => running.lines.recv_timeout(PATIENCE),
            Err(_) => Err(RecvTimeoutError::Disconnected),
        };
        match told {
            Ok(line) => {
                self.running = Some(running);
                cost(&line).ok_or_else(|| "the process said something else than a cost".to_owned())
            }
            Err(RecvTimeoutError::Timeout) => {
                running.end();
                Err(format!("no end after {} s", PATIENCE.as_secs()))
            }
            Err(RecvTimeoutError::Disconnected) => Err(format!("the process died: {}", running.end())),
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        if let Some(running) = self.running.take() {
            running.end();
        }
    }
}

impl Running {
    fn start(sabotage: bool) -> Result<Self, String> {
        let mut command = Command::new(crate::prove::tool::xtask()?);
        command.arg("prove-worker").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        if sabotage {
            command.arg("--sabotage");
        }
        let mut child = command.spawn().map_err(|error| error.to_string())?;
        let (Some(input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err("the process has no pipes".to_owned());
        };
        let (sender, lines) = channel();
        thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        Ok(Self { child, input, lines })
    }

    /// Ends the process and says how it ended.
    fn end(mut self) -> String {
        drop(self.input);
        // one that has ended by itself cannot be ended again
        let ended = self.child.try_wait().ok().flatten();
        if ended.is_none() {
            thread::sleep(Duration::from_millis(50));
        }
        let _ = self.child.kill();
        self.child.wait().map_or_else(|error| error.to_string(), |status| status.to_string())
    }
}

fn cost(line: &str) -> Option<Cost> {
    let mut parts = line.split(' ');
    let mut next = || parts.next()?.parse::<u64>().ok();
    Some(Cost { milliseconds: next()?, kilobytes: next()?, obeyed: next()? == 1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_a_terminal_obeys_are_seen() {
        assert!(!is_obeyed("第1行\n示例 town"));
        for sign in ['\u{0}', '\u{1b}', '\r', '\u{7f}', '\u{9b}', '\u{202e}', '\u{2067}'] {
            assert!(is_obeyed(&format!("a{sign}b")), "{sign:?}");
        }
    }
}
