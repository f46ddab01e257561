//! Many dossiers under one plan: on several threads, told as they come, in the order of the files.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::thread::Builder;
use std::time::Duration;

use eken_core::assess::Assessor;
use eken_core::error::Error;
use eken_core::finding::Severity;
use eken_core::report::AssessmentDocument;
use eken_core::validate::Checked;
use eken_io::many::{Many, Refused, Town};
use eken_io::ndjson::Weight;
use pyo3::prelude::*;

use crate::limits::{Limits, bounds};
use crate::plan::Plan;
use crate::{error, words};

/// How long Ctrl-C waits at most to be looked at.
const LOOK: Duration = Duration::from_millis(50);
/// Answers that may wait for Python to take them.
const WAITING: usize = 64;

/// The assessment of one dossier as JSON, with its findings counted.
struct Assessed {
    json: Result<String, serde_json::Error>,
    findings: (usize, usize, usize),
}

impl Weight for Assessed {
    fn bytes(&self) -> usize {
        self.json.as_ref().map_or(0, String::len)
    }
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
    let (plan, lang, limits) = (plan.shared(), words::lang(py, lang)?, bounds(limits));
    let cores = || std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    let threads = threads.map_or_else(cores, |threads| NonZeroUsize::new(threads).unwrap_or(NonZeroUsize::MIN));
    let (sender, receiver) = sync_channel(WAITING);
    let stop = Arc::new(AtomicBool::new(false));
    let stopped = Arc::clone(&stop);
    let run = move || {
        let assessor = Assessor::new(&plan);
        let work = |checked: &Checked| -> Result<Assessed, Error> {
            let outcome = assessor.assess(checked, &options)?;
            let of = |severity| checked.total(severity);
            Ok(Assessed {
                json: serde_json::to_string(&AssessmentDocument::new(&outcome, checked, &plan, lang)),
                findings: (of(Severity::Error), of(Severity::Warning), of(Severity::Info)),
            })
        };
        Many { plan: &plan, limits, threads }.each(paths, work, |town| {
            if stopped.load(Ordering::Relaxed) || sender.send(town).is_err() {
                return ControlFlow::Break(());
            }
            ControlFlow::Continue(())
        });
    };
    Builder::new().spawn(run).map_err(|_| error::internal(py))?;
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
                stop.store(true, Ordering::Relaxed);
                return Err(refused);
            }
        }
    }
}

fn told(py: Python<'_>, town: Town<Result<Assessed, Error>>, take: &Bound<'_, PyAny>) -> PyResult<()> {
    let Town { file, line, result } = town;
    let (json, findings, error) = match result {
        Ok(Ok(Assessed { json: Ok(json), findings })) => (Some(json), Some(findings), None),
        Ok(Ok(Assessed { json: Err(_), .. })) => (None, None, Some(error::internal(py))),
        // what is wrong with the call is wrong with every dossier
        Ok(Err(refused)) => return Err(error::core(py, &refused)),
        Err(Refused::Unread(unread)) => (None, None, Some(error::unread(py, &unread))),
        Err(Refused::Record(refused)) => (None, None, Some(error::record(py, &refused))),
    };
    take.call1((file, line, json, findings, error)).map(|_| ())
}
