//! Many dossiers under one plan: on several threads, told as they come, in the order of the files.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;

use eken_core::assess::Assessor;
use eken_core::finding::Severity;
use eken_core::limits::Limits;
use eken_core::report::AssessmentDocument;
use eken_core::validate::Checked;
use eken_io::many::{Many, Refused, Town as Answer};
use eken_io::ndjson::Weight;

use crate::call::{Result, Watch, guarded};
use crate::error::EkenError;
use crate::law::{Plan, law};
use crate::words::{Count, Lang, Options};

/// Who takes the dossiers of a call over many, one after the other.
#[uniffi::export(with_foreign)]
pub trait Taker: Send + Sync {
    /// Takes one. False ends the call, which then returns without an error.
    fn take(&self, town: Town) -> bool;
}

/// What came of one dossier of many: its assessment, or why there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq, uniffi::Record)]
pub struct Town {
    /// Index of its file among those given.
    pub file: Count,
    /// Its line, in a file of many.
    pub line: Option<Count>,
    /// The assessment as JSON, by the published schema `assessment`.
    pub json: Option<String>,
    /// How many errors were found in it.
    pub errors: Count,
    /// How many warnings.
    pub warnings: Count,
    /// How many notes.
    pub notes: Count,
    /// Why there is no assessment.
    pub error: Option<EkenError>,
}

impl Weight for Town {
    fn bytes(&self) -> usize {
        self.json.as_ref().map_or(0, String::len)
    }
}

/// Assesses the dossiers of many files, and of folders of CSV files, on several threads (as many as there are processors where none are
/// given), and tells each to the taker in the order of the paths. Files that end in `.ndjson` or `.jsonl` hold one a line. The watch
/// is told how many files are done.
///
/// # Errors
/// `Call` where an option does not fit, `Cancelled` where the watch stopped it. A file that cannot be read is told to the taker.
#[uniffi::export(default(plan = None, threads = None, watch = None))]
pub fn assess_many(
    paths: Vec<String>,
    options: Options,
    lang: Lang,
    taker: Arc<dyn Taker>,
    plan: Option<Arc<Plan>>,
    threads: Option<Count>,
    watch: Option<Arc<dyn Watch>>,
) -> Result<()> {
    guarded(|| {
        let (law, options) = (law(plan.as_ref())?, options.taken()?);
        let threads = threads.and_then(NonZeroUsize::new);
        let threads = threads.or_else(|| std::thread::available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN);
        let total = i64::try_from(paths.len()).unwrap_or(i64::MAX);
        let assessor = Assessor::new(&law);
        let work = |checked: &Checked| -> Result<Town> {
            let document = AssessmentDocument::new(&assessor.assess(checked, &options)?, checked, &law, lang);
            let json = Some(serde_json::to_string(&document).map_err(|_| EkenError::internal())?);
            let [errors, warnings, notes] = Severity::ALL.map(|severity| checked.total(severity));
            Ok(Town { json, errors, warnings, notes, ..Town::default() })
        };
        let mut ended = Ok(());
        Many { plan: &law, limits: Limits::default(), threads }.each(
            paths.into_iter().map(PathBuf::from),
            work,
            |told| {
                let Answer { file, line, result } = told;
                let refused = |error: EkenError| Town { error: Some(error), ..Town::default() };
                let town = match result {
                    Ok(Ok(town)) => town,
                    Ok(Err(error)) => {
                        ended = Err(error);
                        return ControlFlow::Break(());
                    }
                    Err(Refused::Unread(unread)) => refused((*unread).into()),
                    Err(Refused::Record(error)) => refused((*error).into()),
                };
                let goes_on = taker.take(Town { file, line, ..town });
                let done = i64::try_from(file).unwrap_or(i64::MAX);
                if watch.as_ref().is_some_and(|watch| !watch.progress(done, total)) {
                    ended = Err(EkenError::cancelled());
                    return ControlFlow::Break(());
                }
                if goes_on { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            },
        );
        if ended.is_ok()
            && let Some(watch) = &watch
        {
            watch.progress(total, total);
        }
        ended
    })
}
