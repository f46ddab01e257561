//! What goes out: text to the terminal, files whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use anstream::ColorChoice;
use eken_core::report::Style;
use eken_core::words::Lang;

/// Columns where the output is no terminal.
const COLUMNS: usize = 100;
/// Narrowest and widest page.
const RANGE: std::ops::RangeInclusive<usize> = 60..=120;

/// The style of standard output: colour only on a terminal and unless NO_COLOR is set.
pub fn style(lang: Lang) -> Style {
    let stdout = io::stdout();
    let color = !matches!(anstream::AutoStream::choice(&stdout), ColorChoice::Never);
    let width = match terminal_size::terminal_size_of(&stdout) {
        Some((terminal_size::Width(columns), _)) => usize::from(columns).clamp(*RANGE.start(), *RANGE.end()),
        None => COLUMNS,
    };
    Style { lang, color, width }
}

/// The style of standard error.
pub fn error_style(lang: Lang) -> Style {
    let color = !matches!(anstream::AutoStream::choice(&io::stderr()), ColorChoice::Never);
    Style { color, ..style(lang) }
}

/// Writes to standard output. Whoever closed the pipe has read enough: that is no error.
///
/// # Errors
/// When the output cannot be written for another reason.
pub fn print(text: &str) -> io::Result<()> {
    print_on(text).map(|_| ())
}

/// As [`print()`], and says whether anyone still reads.
///
/// # Errors
/// As [`print()`].
pub fn print_on(text: &str) -> io::Result<ControlFlow<()>> {
    if text.is_empty() {
        return Ok(ControlFlow::Continue(()));
    }
    let mut stdout = io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ControlFlow::Break(())),
        other => other.map(ControlFlow::Continue),
    }
}

/// Writes to standard error; there is nowhere left to say that it failed.
pub fn complain(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Whether standard error is a terminal.
pub fn error_is_terminal() -> bool {
    io::stderr().is_terminal()
}

/// Writes a text to a file, whole or not at all.
///
/// # Errors
/// When the file cannot be written; what stood there stays.
pub fn write_file(path: &Path, text: &str) -> io::Result<()> {
    write_file_by(path, |file| file.write_all(text.as_bytes()))
}

/// Writes a file whole or not at all: a temporary file beside it, synced, then renamed. What is no regular file, such as
/// `/dev/stdout`, is written to as it stands; a link stays one; a file that may not be written is left alone.
///
/// # Errors
/// What the writer says, or that the file cannot be written; what stood there stays.
pub fn write_file_by<T, E: From<io::Error>>(
    path: &Path,
    writer: impl FnOnce(&mut dyn Write) -> Result<T, E>,
) -> Result<T, E> {
    let real = fs::canonicalize(path);
    let path = real.as_deref().unwrap_or(path);
    if let Ok(there) = fs::metadata(path) {
        if !there.is_file() {
            return buffered(OpenOptions::new().write(true).open(path)?, writer).map(|(done, _)| done);
        }
        if there.permissions().readonly() {
            return Err(io::Error::from(io::ErrorKind::PermissionDenied).into());
        }
    }
    let (temporary, file) = create_beside(path)?;
    let written = buffered(file, writer).and_then(|(done, file)| {
        file.sync_all()?;
        Ok(done)
    });
    let done = written.and_then(|done| {
        fs::rename(&temporary, path)?;
        Ok(done)
    });
    if done.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    done
}

/// Runs the writer on the file through a buffer, and gives the file back.
fn buffered<T, E: From<io::Error>>(
    file: File,
    writer: impl FnOnce(&mut dyn Write) -> Result<T, E>,
) -> Result<(T, File), E> {
    let mut buffer = BufWriter::new(file);
    let done = writer(&mut buffer)?;
    Ok((done, buffer.into_inner().map_err(io::IntoInnerError::into_error)?))
}

fn create_beside(path: &Path) -> io::Result<(PathBuf, File)> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_string_lossy().into_owned();
    let folder = path.parent().unwrap_or(Path::new(""));
    for attempt in 0u32..100 {
        let candidate = folder.join(format!(".{name}.{}-{attempt}.tmp", std::process::id()));
        match OpenOptions::new().write(true).create_new(true).open(&candidate) {
            Ok(file) => return Ok((candidate, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let folder = std::env::temp_dir().join(format!("eken-output-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("receipt.json");
        write_file(&path, "one").unwrap();
        write_file(&path, "two").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "two");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        assert!(write_file(&folder.join("no/such/folder.json"), "x").is_err());
        fs::remove_dir_all(&folder).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn devices_links_and_read_only_files_stay_what_they_are() {
        let folder = std::env::temp_dir().join(format!("eken-output-links-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let (file, link, null) = (folder.join("file"), folder.join("link"), folder.join("null"));
        write_file(&file, "old").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        std::os::unix::fs::symlink("/dev/null", &null).unwrap();
        write_file(&link, "new").unwrap();
        write_file(&null, "new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink() && fs::symlink_metadata(&null).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");
        let mut rights = fs::metadata(&file).unwrap().permissions();
        rights.set_readonly(true);
        fs::set_permissions(&file, rights).unwrap();
        assert!(write_file(&file, "newer").is_err());
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");
        fs::remove_dir_all(&folder).unwrap();
    }
}
