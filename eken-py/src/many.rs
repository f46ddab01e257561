//! Many dossiers under one plan: on several threads, told as they come, in the order of the files.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, SyncSender, sync_channel};
use std::thread::Builder;
use std::time::Duration;

use eken_core::assess::{Assessor, Options};
use eken_core::finding::Severity;
use eken_core::limits::Limits as Bounds;
use eken_core::plan::Plan as Law;
use eken_core::report::AssessmentDocument;
use eken_core::validate::{Checked, Profile};
use eken_core::words::Lang;
use eken_io::document::{Options as Reading, Unread, open};
use eken_io::ndjson::{Answer, Error, Options as Streaming, Pool, Record, Weight, checked, each_record, in_order};
use pyo3::prelude::*;

use crate::limits::{Limits, bounds};
use crate::plan::Plan;
use crate::{error, words};

/// How long Ctrl-C waits at most to be looked at.
const LOOK: Duration = Duration::from_millis(50);
/// Answers that may wait for Python to take them.
const WAITING: usize = 64;
/// Bytes of files that are worked on at once.
const AT_WORK: usize = 64 << 20;

/// What came of one dossier.
struct Town {
    /// Index of its file among those given.
    file: usize,
    /// Its line, in a file of many.
    line: Option<usize>,
    result: Result<Assessed, Refused>,
}

/// The assessment of one dossier as JSON, with its findings counted.
struct Assessed {
    json: String,
    findings: (usize, usize, usize),
}

/// Why there is none.
enum Refused {
    Unread(Box<Unread>),
    Record(Box<Error>),
    Core(Box<eken_core::error::Error>),
}

impl Weight for Town {
    fn bytes(&self) -> usize {
        self.result.as_ref().map_or(0, |done| done.json.len())
    }
}

/// A file to be worked on by one thread.
struct Job(usize, PathBuf);

impl Weight for Job {
    fn bytes(&self) -> usize {
        let length = std::fs::metadata(&self.1).map(|found| found.len()).unwrap_or_default();
        usize::try_from(length).unwrap_or(usize::MAX)
    }
}

/// The call, as the threads see it.
struct Call {
    plan: Arc<Law>,
    options: Options,
    limits: Bounds,
    lang: Lang,
    threads: usize,
    stopped: Arc<AtomicBool>,
    sender: SyncSender<Town>,
}

impl Call {
    fn assessed(&self, assessor: &Assessor<'_>, checked: &Checked) -> Result<Assessed, Refused> {
        let outcome = assessor.assess(checked, &self.options).map_err(|refused| Refused::Core(Box::new(refused)))?;
        let document = AssessmentDocument::new(&outcome, checked, &self.plan, self.lang);
        let json =
            serde_json::to_string(&document).map_err(|_| Refused::Record(Box::new(Error::Internal { line: 1 })))?;
        let of = |severity| checked.total(severity);
        Ok(Assessed { json, findings: (of(Severity::Error), of(Severity::Warning), of(Severity::Info)) })
    }

    fn told(&self, town: Town) -> ControlFlow<()> {
        if self.stopped.load(Ordering::Relaxed) || self.sender.send(town).is_err() {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    }

    fn run(&self, files: Vec<(usize, PathBuf)>) {
        let assessor = Assessor::new(&self.plan);
        let mut waiting = Vec::new();
        for (file, path) in files {
            if is_lines(&path) {
                if self.whole(&assessor, std::mem::take(&mut waiting)).is_break()
                    || self.lines(&assessor, file, &path).is_break()
                {
                    return;
                }
            } else {
                waiting.push(Job(file, path));
            }
        }
        let _ = self.whole(&assessor, waiting);
    }

    /// Files of one dossier each.
    fn whole(&self, assessor: &Assessor<'_>, jobs: Vec<Job>) -> ControlFlow<()> {
        let pool = Pool { workers: self.threads, waiting: AT_WORK, at_work: AT_WORK };
        let files: Vec<usize> = jobs.iter().map(|Job(file, _)| *file).collect();
        let jobs = jobs.into_iter().map(|job| Ok((job.0, job)));
        let work = |Job(file, path): Job| {
            let options = Reading { limits: self.limits, ..Reading::default() };
            let read = open(&path, &options).map_err(|unread| Refused::Unread(Box::new(unread)));
            let result =
                read.and_then(|document| self.assessed(assessor, &document.check(&self.plan, &Profile::default()).0));
            Ok(Town { file, line: None, result })
        };
        let mut flow = ControlFlow::Continue(());
        let ended = in_order(&pool, jobs, work, |Answer { line: file, result }| {
            let refused = |refused| Town { file, line: None, result: Err(Refused::Record(Box::new(refused))) };
            flow = self.told(result.unwrap_or_else(refused));
            flow
        });
        if let (Err(refused), Some(file)) = (ended, files.first()) {
            return self.told(Town { file: *file, line: None, result: Err(Refused::Record(Box::new(refused))) });
        }
        flow
    }

    /// A file of a dossier a line.
    fn lines(&self, assessor: &Assessor<'_>, file: usize, path: &Path) -> ControlFlow<()> {
        let refused = |line, refused| Town { file, line, result: Err(Refused::Record(Box::new(refused))) };
        let reader = match std::fs::File::open(path) {
            Ok(reader) => reader,
            Err(error) => {
                let unread = Unread::File(eken_io::file::read::fault(&error));
                return self.told(Town { file, line: None, result: Err(Refused::Unread(Box::new(unread))) });
            }
        };
        let options = Streaming { threads: NonZeroUsize::new(self.threads), ..Streaming::default() };
        let work = |record: Record| {
            let line = record.line;
            let checked = checked(record, &self.limits, &self.plan, &Profile::default())?;
            Ok(Town { file, line: Some(line), result: self.assessed(assessor, &checked) })
        };
        let mut flow = ControlFlow::Continue(());
        let ended = each_record(reader, &options, work, |Answer { line, result }| {
            flow = self.told(result.unwrap_or_else(|error| refused(Some(line), error)));
            flow
        });
        match ended.broken {
            Some(broken) if flow.is_continue() => self.told(refused(None, broken)),
            _ => flow,
        }
    }
}

fn is_lines(path: &Path) -> bool {
    let end = path.extension().and_then(|end| end.to_str()).unwrap_or_default();
    ["ndjson", "jsonl"].iter().any(|known| end.eq_ignore_ascii_case(known))
}

/// Assesses the dossiers of many files and calls `take` with each: index of the file, line, JSON of the assessment, findings by
/// severity, error. What `take` raises stops it, as Ctrl-C does.
#[pyfunction]
#[pyo3(signature = (paths, plan, lang, year, as_of, readings, tier, threads, take, limits=None))]
#[allow(clippy::too_many_arguments, reason = "the arguments of the Python function, one by one")]
pub fn assess_many(
    py: Python<'_>,
    paths: Vec<PathBuf>,
    plan: &Plan,
    lang: &str,
    year: i32,
    as_of: Option<&str>,
    readings: BTreeMap<String, String>,
    tier: Option<&str>,
    threads: Option<usize>,
    take: &Bound<'_, PyAny>,
    limits: Option<&Limits>,
) -> PyResult<()> {
    let options = words::options(py, year, as_of, readings, tier)?;
    let (sender, receiver) = sync_channel(WAITING);
    let stopped = Arc::new(AtomicBool::new(false));
    let cores = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let call = Call {
        plan: plan.shared(),
        options,
        limits: bounds(limits),
        lang: words::lang(py, lang)?,
        threads: threads.unwrap_or(cores).max(1),
        stopped: Arc::clone(&stopped),
        sender,
    };
    let files = paths.into_iter().enumerate().collect();
    Builder::new().spawn(move || call.run(files)).map_err(|_| error::internal(py))?;
    let mut receiver = receiver;
    loop {
        let (back, got) = py.detach(move || {
            let got = receiver.recv_timeout(LOOK);
            (receiver, got)
        });
        receiver = back;
        let taken = py.check_signals().and_then(|()| match got {
            Ok(town) => told(py, town, take).map(|()| true),
            Err(RecvTimeoutError::Timeout) => Ok(true),
            Err(RecvTimeoutError::Disconnected) => Ok(false),
        });
        match taken {
            Ok(true) => {}
            Ok(false) => return Ok(()),
            Err(refused) => {
                stopped.store(true, Ordering::Relaxed);
                return Err(refused);
            }
        }
    }
}

fn told(py: Python<'_>, town: Town, take: &Bound<'_, PyAny>) -> PyResult<()> {
    let Town { file, line, result } = town;
    let (json, findings, error) = match result {
        Ok(Assessed { json, findings }) => (Some(json), Some(findings), None),
        Err(Refused::Unread(unread)) => (None, None, Some(error::unread(py, &unread))),
        Err(Refused::Record(refused)) => (None, None, Some(error::record(py, &refused))),
        // what is wrong with the call is wrong with every dossier
        Err(Refused::Core(refused)) => return Err(error::core(py, &refused)),
    };
    take.call1((file, line, json, findings, error)).map(|_| ())
}
