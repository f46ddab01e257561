//! Files of a dossier a line (NDJSON): streamed in flat memory, each line with its own result, results in the order of the lines.

use std::io::Read;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use eken_core::error::Error as CoreError;
use eken_core::report::{FileDocument, RecordCounts, Standings, Style};
use eken_core::words::Lang;
use eken_io::ndjson::Error;
use eken_io::ndjson::{Answer, Options, Record, Weight, each_record};
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;

use super::{CLEAN, Failure, Outcome, USAGE, failed};
use crate::args::InputArgs;
use crate::guard::INTERNAL;
use crate::input::{self, Unread};
use crate::output::{complain, error_is_terminal, error_style, print, print_on, style};

/// The result of one line, put into words by the worker.
pub(super) struct Done {
    /// What to print of it.
    pub(super) text: String,
    /// Its exit code.
    pub(super) code: u8,
    /// What it adds to the totals.
    pub(super) sums: Standings,
}

impl Weight for Done {
    fn bytes(&self) -> usize {
        self.text.len()
    }
}

/// One file to stream.
pub(super) struct Stream<'a> {
    pub(super) path: &'a Path,
    pub(super) input: &'a InputArgs,
    /// Whether to write one JSON document a line.
    pub(super) is_json: bool,
    /// Whether it is the only file.
    pub(super) is_only: bool,
    pub(super) lang: Lang,
    /// The heading of the text.
    pub(super) title: String,
    /// The end of the text.
    pub(super) total: fn(&RecordCounts, &Standings, &Style) -> String,
}

impl Stream<'_> {
    /// Works on every line and gives the exit code: the worst over all of them.
    pub(super) fn run(&self, work: impl Fn(Record) -> Result<Done, Error> + Sync) -> Outcome {
        let lang = self.lang;
        let (reader, size) = match input::open(self.path) {
            Ok(opened) => opened,
            Err(unread) => return self.refuse(&unread, None).map(|_| USAGE),
        };
        let bar = self.progress(size);
        let (mut code, mut sums, mut is_read) = (CLEAN, Standings::default(), true);
        let mut failure = None;
        if !self.is_json {
            print(&format!("{}\n", self.title))?;
        }
        let options = Options { threads: self.input.threads, ..Options::default() };
        let reader: Box<dyn Read + Send> = Box::new(bar.wrap_read(reader));
        let ended = each_record(reader, &options, work, |Answer { line, result }| {
            let printed = match result {
                Ok(done) => {
                    code = code.max(done.code);
                    sums.and(&done.sums);
                    bar.suspend(|| print_on(&done.text)).map_err(Failure::from)
                }
                // what is wrong with the call is wrong on every line
                Err(Error::Core(error)) if !matches!(error, CoreError::Read { .. }) => Err(failed(&error, lang)),
                Err(error) => {
                    code = code.max(if matches!(error, Error::Internal { .. }) { INTERNAL } else { USAGE });
                    bar.suspend(|| self.refuse(&error.into(), Some(line)))
                }
            };
            match printed {
                Ok(flow) => {
                    is_read = flow.is_continue();
                    flow
                }
                Err(error) => {
                    failure = Some(error);
                    ControlFlow::Break(())
                }
            }
        });
        bar.finish_and_clear();
        if let Some(failure) = failure {
            return Err(failure);
        }
        if !is_read {
            return Ok(code);
        }
        if let Some(broken) = ended.broken {
            code = code.max(USAGE);
            if self.refuse(&broken.into(), None)?.is_break() {
                return Ok(code);
            }
        }
        if ended.counts.read == 0 && ended.counts.refused > 1 {
            complain(match lang {
                Lang::Zh => "提示 没有一行是档案；整个文件是一份档案时加 --input-format json\n",
                Lang::En => "hint no line is a dossier; where the whole file is one, add --input-format json\n",
            });
        }
        if self.is_json {
            complain(&(self.total)(&ended.counts, &sums, &error_style(lang)));
        } else {
            print(&format!("\n{}\n", (self.total)(&ended.counts, &sums, &style(lang))))?;
        }
        Ok(code)
    }

    /// Tells why a line, or the file, could not be read.
    fn refuse(&self, unread: &Unread, line: Option<usize>) -> Result<ControlFlow<()>, Failure> {
        let file = input::name(self.path);
        complain(&unread.text(&file, self.lang));
        if !self.is_json {
            return Ok(ControlFlow::Continue(()));
        }
        let document = FileDocument::unread(&file, unread.document(self.lang));
        Ok(print_on(&json_line(&line.map_or(document.clone(), |line| document.on_line(line))))?)
    }

    /// A bar over the bytes of the file on standard error, when that is a terminal.
    fn progress(&self, size: Option<u64>) -> ProgressBar {
        if !self.is_only || !error_is_terminal() {
            return ProgressBar::hidden();
        }
        let (bar, template) = match size {
            Some(size) => (ProgressBar::new(size), "{wide_bar} {bytes}/{total_bytes}"),
            None => (ProgressBar::new_spinner(), "{spinner} {bytes}"),
        };
        match ProgressStyle::with_template(template) {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        }
    }
}

/// A JSON document on a line.
pub(super) fn json_line(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string(value).unwrap_or_default();
    text.push('\n');
    text
}

/// Refuses what is said of CSV files where a file holds a dossier a line.
pub(super) fn refuse_tables(files: &[PathBuf], input: &InputArgs, lang: Lang) -> Result<(), Failure> {
    let Some(option) = input.table.written() else { return Ok(()) };
    let Some(file) = files.iter().find(|file| input::is_ndjson(file, input.input_format)) else { return Ok(()) };
    let file = input::shown(file, lang);
    Err(Failure(match lang {
        Lang::Zh => {
            format!("错误 {file}: 每行一份档案，{option} 只用于 CSV 文件\n  改法：去掉 {option}；NDJSON 一律是 UTF-8\n")
        }
        Lang::En => format!(
            "error {file}: it holds a dossier a line, and {option} is for CSV files\n  help: leave {option} out; NDJSON is always UTF-8\n"
        ),
    }))
}

/// Refuses a form of the output that a file of a dossier a line cannot take.
pub(super) fn refuse_form(files: &[PathBuf], input: &InputArgs, option: &str, lang: Lang) -> Result<(), Failure> {
    let Some(file) = files.iter().find(|file| input::is_ndjson(file, input.input_format)) else { return Ok(()) };
    let file = input::shown(file, lang);
    Err(Failure(match lang {
        Lang::Zh => format!(
            "错误 {file}: 每行一份档案，不能用 {option}\n  改法：用 --format ndjson，每行输出一份结果；或用 --format text\n"
        ),
        Lang::En => format!(
            "error {file}: it holds a dossier a line and does not go with {option}\n  help: take --format ndjson, a result a line, or --format text\n"
        ),
    }))
}
