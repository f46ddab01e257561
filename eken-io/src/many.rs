//! Many dossiers under one plan: files of one dossier each and files of one a line, worked on side by side and told in order.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use eken_core::limits::Limits;
use eken_core::plan::Plan;
use eken_core::validate::{Checked, Profile};

use crate::document::{Options as Reading, Unread, open};
use crate::file::read::fault;
use crate::ndjson::{Answer, Error, Options as Streaming, Pool, Record, Weight, checked, each_record, in_order};

/// Bytes of files that are worked on at once.
const AT_WORK: usize = 64 << 20;

/// What came of one dossier.
#[derive(Debug)]
pub struct Town<T> {
    /// Index of its file among those given.
    pub file: usize,
    /// Its line, in a file of many.
    pub line: Option<usize>,
    /// What was made of it, or why there is nothing.
    pub result: Result<T, Refused>,
}

/// Why there is nothing of a dossier.
#[derive(Debug)]
pub enum Refused {
    /// Its file could not be read.
    Unread(Box<Unread>),
    /// Its line could not be read, or the file not read on.
    Record(Box<Error>),
}

impl<T: Weight> Weight for Town<T> {
    fn bytes(&self) -> usize {
        self.result.bytes()
    }
}

impl<T: Weight, E: Send> Weight for Result<T, E> {
    fn bytes(&self) -> usize {
        self.as_ref().map_or(0, Weight::bytes)
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

/// How many dossiers are worked on.
#[derive(Clone, Copy, Debug)]
pub struct Many<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Limits of each dossier.
    pub limits: Limits,
    /// How many are worked on at a time.
    pub threads: NonZeroUsize,
}

impl Many<'_> {
    /// Reads and validates the dossiers of files, and of folders of CSV files, in the order of the paths; those that end in `.ndjson`
    /// or `.jsonl` hold one a line. `work` makes of each what is told to `take`, on whichever thread; `take` is called in order, and
    /// ends it all by breaking off.
    pub fn each<T: Weight + Send>(
        &self,
        paths: impl IntoIterator<Item = PathBuf>,
        work: impl Fn(&Checked) -> T + Sync,
        mut take: impl FnMut(Town<T>) -> ControlFlow<()>,
    ) {
        let run = Run { many: self, work };
        let mut waiting = Vec::new();
        for (file, path) in paths.into_iter().enumerate() {
            if is_lines(&path) {
                if run.whole(std::mem::take(&mut waiting), &mut take).is_break()
                    || run.lines(file, &path, &mut take).is_break()
                {
                    return;
                }
            } else {
                waiting.push(Job(file, path));
            }
        }
        let _ = run.whole(waiting, &mut take);
    }
}

struct Run<'a, F> {
    many: &'a Many<'a>,
    work: F,
}

impl<T: Weight + Send, F: Fn(&Checked) -> T + Sync> Run<'_, F> {
    /// Files of one dossier each.
    fn whole(&self, jobs: Vec<Job>, take: &mut impl FnMut(Town<T>) -> ControlFlow<()>) -> ControlFlow<()> {
        let Many { plan, limits, threads } = self.many;
        let pool = Pool { workers: threads.get(), waiting: AT_WORK, at_work: AT_WORK };
        let first = jobs.first().map(|Job(file, _)| *file);
        let jobs = jobs.into_iter().map(|job| Ok((job.0, job)));
        let work = |Job(file, path): Job| {
            let options = Reading { limits: *limits, ..Reading::default() };
            let read = open(&path, &options).map_err(|unread| Refused::Unread(Box::new(unread)));
            let result = read.map(|document| (self.work)(&document.check(plan, &Profile::default()).0));
            Ok(Town { file, line: None, result })
        };
        let refused = |file, error| Town { file, line: None, result: Err(Refused::Record(Box::new(error))) };
        let mut flow = ControlFlow::Continue(());
        let ended = in_order(&pool, jobs, work, |Answer { line: file, result }| {
            flow = take(result.unwrap_or_else(|error| refused(file, error)));
            flow
        });
        match (ended, first) {
            (Err(error), Some(file)) => take(refused(file, error)),
            _ => flow,
        }
    }

    /// A file of a dossier a line.
    fn lines(&self, file: usize, path: &Path, take: &mut impl FnMut(Town<T>) -> ControlFlow<()>) -> ControlFlow<()> {
        let Many { plan, limits, threads } = self.many;
        let refused = |line, refused| Town { file, line, result: Err(Refused::Record(Box::new(refused))) };
        let reader = match std::fs::File::open(path) {
            Ok(reader) => reader,
            Err(error) => {
                let unread = Refused::Unread(Box::new(Unread::File(fault(&error))));
                return take(Town { file, line: None, result: Err(unread) });
            }
        };
        let options = Streaming { threads: Some(*threads), ..Streaming::default() };
        let work = |record: Record| {
            let line = record.line;
            let checked = checked(record, limits, plan, &Profile::default())?;
            Ok(Town { file, line: Some(line), result: Ok((self.work)(&checked)) })
        };
        let mut flow = ControlFlow::Continue(());
        let ended = each_record(reader, &options, work, |Answer { line, result }| {
            flow = take(result.unwrap_or_else(|error| refused(Some(line), error)));
            flow
        });
        match ended.broken {
            Some(broken) if flow.is_continue() => take(refused(None, broken)),
            _ => flow,
        }
    }
}

fn is_lines(path: &Path) -> bool {
    let end = path.extension().and_then(|end| end.to_str()).unwrap_or_default();
    ["ndjson", "jsonl"].iter().any(|known| end.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;
    use eken_core::plan::builtin;

    impl Weight for String {
        fn bytes(&self) -> usize {
            self.len()
        }
    }

    fn put(path: &Path, bytes: &[u8]) {
        std::fs::File::create(path).and_then(|mut file| std::io::Write::write_all(&mut file, bytes)).unwrap();
    }

    fn towns(most: usize) -> Vec<(usize, Option<usize>, String)> {
        let folder = std::env::temp_dir().join(format!("eken-many-{}-{most}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let town = |name: &str| format!("{{\"schema_version\":1,\"town\":{{\"name\":\"{name}\"}}}}");
        put(&folder.join("a.json"), town("甲").as_bytes());
        put(&folder.join("b.ndjson"), format!("{}\n{{\n\n{}\n", town("乙"), town("丙")).as_bytes());
        put(&folder.join("c.json"), b"{");
        put(&folder.join("d.json"), town("丁").as_bytes());
        let plan = builtin("yuanqu-2023").unwrap();
        let threads = NonZeroUsize::new(3).unwrap();
        let many = Many { plan: &plan, limits: Limits::default(), threads };
        let mut told = Vec::new();
        let paths =
            ["a.json", "b.ndjson", "c.json", "none.json", "none.ndjson", "d.json"].map(|name| folder.join(name));
        many.each(
            paths,
            |checked| {
                checked
                    .dossier()
                    .town
                    .known()
                    .and_then(|town| town.name.known())
                    .map(|name| name.as_str().to_owned())
                    .unwrap_or_default()
            },
            |Town { file, line, result }| {
                let said = match result {
                    Ok(town) => town,
                    Err(Refused::Unread(unread)) => format!("unread: {unread}"),
                    Err(Refused::Record(error)) => format!("record: {}", error.code()),
                };
                told.push((file, line, said.split(" at ").next().unwrap().to_owned()));
                if told.len() == most { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            },
        );
        std::fs::remove_dir_all(&folder).unwrap();
        told
    }

    #[test]
    fn every_dossier_is_told_once_in_the_order_of_files_and_lines() {
        let of = |file, line, said: &str| (file, line, said.to_owned());
        let told = towns(usize::MAX);
        let [first, second, third, fourth, ..] = &told[..] else { panic!("{told:?}") };
        assert_eq!(
            [first, second, third, fourth],
            [&of(0, None, "甲"), &of(1, Some(1), "乙"), &of(1, Some(2), "record: json.syntax"), &of(1, Some(4), "丙")]
        );
        let rest: Vec<_> =
            told[4..].iter().map(|(file, line, said)| (*file, *line, said.split(':').next().unwrap())).collect();
        assert_eq!(rest, [(2, None, "unread"), (3, None, "unread"), (4, None, "unread"), (5, None, "丁")]);
    }

    #[test]
    fn who_takes_may_break_off() {
        for most in 1..6 {
            assert_eq!(towns(most).len(), most);
        }
    }
}
