//! Files written whole or not at all.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use eken_core::words::Label;

use crate::error::{Error, Result};

/// Writes a file so that at every moment either the old content or the new one stands there, also when the machine stops.
///
/// What `write` gives goes to a temporary file in the same folder, which is brought to the disk and then takes the name; it
/// is gone when anything fails. Temporary files that earlier runs left when they were killed are removed: only those of the
/// form `.eken-NUMBER-NUMBER.tmp` whose writer no longer holds its lock. Rights of a file that is replaced are kept, and a
/// link keeps leading where it led.
///
/// # Errors
/// `file.write` where the folder or the disk fails or the path is that of something else than a file, and whatever `write`
/// gives: the file is then as it was.
pub fn safe_write<T>(path: &Path, write: impl FnOnce(&mut BufWriter<&File>) -> Result<T>) -> Result<T> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let old = fs::metadata(&path).ok();
    if path.file_name().is_none() || old.as_ref().is_some_and(|old| !old.is_file()) {
        return Err(WRITE);
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    sweep(folder);
    let mut temporary = Temporary::new(folder)?;
    let mut writer = BufWriter::new(&temporary.file);
    let value = write(&mut writer)?;
    writer.flush().map_err(|_| WRITE)?;
    drop(writer);
    if let Some(old) = old {
        temporary.file.set_permissions(old.permissions()).map_err(|_| WRITE)?;
    }
    temporary.file.sync_all().map_err(|_| WRITE)?;
    fs::rename(&temporary.path, &path).map_err(|_| WRITE)?;
    temporary.done = true;
    // the name itself is brought to the disk with the folder, where a folder can be opened
    if cfg!(unix) {
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(|_| WRITE)?;
    }
    Ok(value)
}

/// A file that is removed when it is dropped before it is done; its lock says that someone is writing it.
struct Temporary {
    path: PathBuf,
    file: File,
    done: bool,
}

impl Temporary {
    fn new(folder: &Path) -> Result<Self> {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        for _ in 0..1_000 {
            let number = COUNT.fetch_add(1, Ordering::Relaxed);
            let path = folder.join(format!(".eken-{}-{number}.tmp", std::process::id()));
            match OpenOptions::new().write(true).create_new(true).open(&path) {
                Ok(file) => {
                    // a file system without locks writes all the same; there nothing is swept either
                    let _ = file.lock();
                    // someone who swept between the two lines has removed it: take another
                    if path.exists() {
                        return Ok(Self { path, file, done: false });
                    }
                }
                Err(fault) if fault.kind() == ErrorKind::AlreadyExists => {}
                Err(_) => break,
            }
        }
        Err(WRITE)
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if !self.done {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Removes temporary files of writers that are gone; what cannot be removed does no harm.
fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let own = entry.file_name().to_str().is_some_and(is_own) && entry.file_type().is_ok_and(|kind| kind.is_file());
        if !own {
            continue;
        }
        let Ok(file) = File::open(entry.path()) else { continue };
        match file.try_lock() {
            Ok(()) => drop(fs::remove_file(entry.path())),
            Err(TryLockError::WouldBlock | TryLockError::Error(_)) => {}
        }
    }
}

fn is_own(name: &str) -> bool {
    let numbers =
        name.strip_prefix(".eken-").and_then(|rest| rest.strip_suffix(".tmp")).and_then(|rest| rest.split_once('-'));
    let number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    numbers.is_some_and(|(process, count)| number(process) && number(count))
}

/// The file could not be written: for writers that say so themselves.
pub const WRITE: Error = Error::new(
    "file.write",
    Label::new("文件写出失败，原有文件未改动", "the file could not be written; an old one is as it was"),
    Label::new("检查路径、磁盘空间和写入权限", "check the path, the space on the disk and the right to write there"),
);

#[cfg(test)]
mod tests;
