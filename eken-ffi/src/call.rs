//! Calls: a panic inside arrives as an error, without its text; a long call tells that it goes on and can be stopped.

use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::sync::{Arc, Once};
use std::thread::Builder;
use std::time::Duration;

use eken_io::ndjson;

use crate::error::EkenError;

/// What came of a call.
pub type Result<T> = std::result::Result<T, EkenError>;

/// How often a watch is asked.
const LOOK: Duration = Duration::from_millis(50);

/// Who watches a long call. It is asked on the thread of the call: some twenty times a second, and over many dossiers after each.
#[uniffi::export(with_foreign)]
pub trait Watch: Send + Sync {
    /// So much of so much is done: files of many, else nothing or all of one. False ends the call with `Cancelled`; what is begun inside
    /// goes on to its end, and what comes of it is dropped.
    fn progress(&self, done: i64, total: i64) -> bool;
}

/// Does work; a panic becomes `Internal`. Its text is not told, since it may hold a value of the data.
pub fn guarded<T>(work: impl FnOnce() -> Result<T>) -> Result<T> {
    static SILENT: Once = Once::new();
    // the hook is that of this library alone, which has a standard library of its own
    SILENT.call_once(|| set_hook(Box::new(|_| {})));
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(EkenError::internal()))
}

/// Does work that a watch may stop: then it goes on unseen, and what comes of it is dropped.
pub fn watched<T: Send + 'static>(
    watch: Option<Arc<dyn Watch>>,
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    let Some(watch) = watch else { return guarded(work) };
    guarded(move || {
        let (sender, receiver) = sync_channel(1);
        let run = move || {
            // nobody listens any more where the caller was stopped
            let _ = sender.send(guarded(work));
        };
        Builder::new().spawn(run).map_err(|error| ndjson::Error::Threads(error.kind()))?;
        loop {
            match receiver.recv_timeout(LOOK) {
                Ok(done) => {
                    watch.progress(1, 1);
                    return done;
                }
                Err(RecvTimeoutError::Timeout) if watch.progress(0, 1) => {}
                Err(RecvTimeoutError::Timeout) => return Err(EkenError::cancelled()),
                Err(RecvTimeoutError::Disconnected) => return Err(EkenError::internal()),
            }
        }
    })
}
