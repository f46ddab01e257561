//! The run over a file: every line is read, refused or blank, and each record is worked on.

use std::io::Read;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use eken_core::report::RecordCounts;

use super::error::Error;
use super::lines::{Content, Line, Lines};
use super::pool::{Answer, Pool, Weight, in_order};

/// Most bytes of one line unless the caller says otherwise: twice the largest dossier that was ever made up, and no more, since a line
/// is held whole before it is worked on.
pub const LINE: usize = 8 << 20;
/// Most bytes of lines and results that wait.
const WAITING: usize = 3 << 20;
/// Most bytes of lines that are worked on at once. A dossier takes up to ten times its bytes while it is assessed.
const AT_WORK: usize = 9 << 18;

/// How a file is read.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Threads that work; none stands for as many as the machine has processors.
    pub threads: Option<NonZeroUsize>,
    /// Most bytes of a line.
    pub line: usize,
    /// Most bytes of lines and results that wait in memory, one line beside them.
    pub waiting: usize,
    /// Most bytes of lines that are worked on at once; one line is, however long.
    pub at_work: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { threads: None, line: LINE, waiting: WAITING, at_work: AT_WORK }
    }
}

/// One record: a line with something on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Number of the line, from 1.
    pub line: usize,
    /// Bytes of the file before it.
    pub offset: u64,
    /// The bytes of the line.
    pub bytes: Vec<u8>,
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// What became of the lines. Short of the file when the caller broke off, or the file could not be read on.
    pub counts: RecordCounts,
    /// Why the file could not be read on.
    pub broken: Option<Error>,
}

/// A line on its way to a worker.
enum Job {
    Record(Record),
    TooLong(usize),
}

impl Weight for Job {
    fn bytes(&self) -> usize {
        match self {
            Self::Record(record) => record.bytes.len(),
            Self::TooLong(_) => 0,
        }
    }
}

/// Works on every record of a file and hands the results over in the order of the lines, until the caller breaks off. A line that
/// is too long, and a record that the work refuses or panics over, is an answer with an error; the rest goes on.
pub fn each_record<T: Weight>(
    reader: impl Read + Send,
    options: &Options,
    work: impl Fn(Record) -> Result<T, Error> + Sync,
    mut take: impl FnMut(Answer<T>) -> ControlFlow<()>,
) -> Ended {
    let limit = options.line;
    let (lines, blank) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let jobs = Lines::new(reader, limit).filter_map(|line| match line {
        Ok(Line { number, offset, content }) => {
            lines.fetch_add(1, Ordering::Relaxed);
            let job = match content {
                Content::Blank => {
                    blank.fetch_add(1, Ordering::Relaxed);
                    return None;
                }
                Content::Bytes(bytes) => Job::Record(Record { line: number, offset, bytes }),
                Content::TooLong => Job::TooLong(number),
            };
            Some(Ok((number, job)))
        }
        Err(error) => Some(Err(error)),
    });
    let threads = options.threads.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
    let pool = Pool { workers: threads, waiting: options.waiting, at_work: options.at_work };
    let (mut read, mut refused) = (0usize, 0usize);
    let work = |job| match job {
        Job::Record(record) => work(record),
        Job::TooLong(line) => Err(Error::LineTooLong { line, limit }),
    };
    let ended = in_order(&pool, jobs, work, |answer| {
        let count = if answer.result.is_ok() { &mut read } else { &mut refused };
        *count = count.saturating_add(1);
        take(answer)
    });
    let counts = RecordCounts { lines: lines.into_inner(), read, refused, blank: blank.into_inner() };
    let nothing = (ended.is_ok() && read == 0 && refused == 0).then_some(Error::NoRecord);
    Ended { counts, broken: ended.err().or(nothing) }
}
