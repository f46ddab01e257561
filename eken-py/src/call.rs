//! Calls: off the interpreter's lock, stopped by Ctrl-C, and a fault inside told without its text.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::thread::Builder;
use std::time::Duration;

use pyo3::prelude::*;

use crate::error::internal;

/// How long Ctrl-C waits at most to be looked at.
const LOOK: Duration = Duration::from_millis(50);
/// Bytes of input from which work is long enough for somebody to stop it.
const LONG: usize = 256 << 10;

/// Does work without the interpreter's lock; work on so many bytes that it is long can be stopped by Ctrl-C.
///
/// # Errors
/// `KeyboardInterrupt` and what else a signal raises; `eken.InternalError` where the work panics.
pub fn detached<T: Send + 'static>(
    py: Python<'_>,
    bytes: usize,
    work: impl FnOnce() -> T + Send + 'static,
) -> PyResult<T> {
    if bytes < LONG {
        return py.detach(|| catch_unwind(AssertUnwindSafe(work))).map_err(|_| internal(py));
    }
    let (sender, receiver) = sync_channel(1);
    let started = Builder::new().spawn(move || {
        // nobody listens any more where the caller was stopped
        let _ = sender.send(catch_unwind(AssertUnwindSafe(work)));
    });
    started.map_err(|_| internal(py))?;
    let mut receiver = receiver;
    loop {
        let (back, got) = py.detach(move || {
            let got = receiver.recv_timeout(LOOK);
            (receiver, got)
        });
        receiver = back;
        match got {
            Ok(done) => return done.map_err(|_| internal(py)),
            Err(RecvTimeoutError::Timeout) => py.check_signals()?,
            Err(RecvTimeoutError::Disconnected) => return Err(internal(py)),
        }
    }
}
