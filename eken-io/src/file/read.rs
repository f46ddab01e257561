//! Files read whole, within a bound.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use eken_core::parse::too_large;
use eken_core::words::Label;

use crate::document::Unread;
use crate::error::Error;

/// Help for a file that cannot be opened.
pub const HELP: Label = Label::new("检查文件名、位置和权限", "check name, place and permissions");
const HELP_FOLDER: Label = Label::new(
    "多份 .json 档案用通配符，如 档案/*.json；一份档案的表格（.csv、.parquet、.arrow）放在同一文件夹里，不放在子文件夹里",
    "name .json files by a pattern such as dossiers/*.json; keep the tables (.csv, .parquet, .arrow) of one dossier in one folder, not below it",
);

/// Reads a file of at most so many bytes.
///
/// # Errors
/// `file.not-found`, `file.permission`, `file.directory`, `file.unreadable`; `limit.bytes` where it is larger.
pub fn bytes(path: &Path, most: usize) -> Result<Vec<u8>, Unread> {
    let size = fs::metadata(path).map_err(|error| fault(&error))?;
    if size.is_dir() {
        return Err(fault(&ErrorKind::IsADirectory.into()).into());
    }
    if usize::try_from(size.len()).is_ok_and(|length| length > most) {
        return Err(too_large().into());
    }
    limited(File::open(path).map_err(|error| fault(&error))?, most)
}

/// Reads what comes, at most so many bytes.
///
/// # Errors
/// `file.unreadable` and the like, `limit.bytes`.
pub fn limited(reader: impl Read, most: usize) -> Result<Vec<u8>, Unread> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    reader.take(limit).read_to_end(&mut bytes).map_err(|error| fault(&error))?;
    if bytes.len() > most { Err(too_large().into()) } else { Ok(bytes) }
}

/// The text of a file that was read.
///
/// # Errors
/// `file.utf-8` where it is no UTF-8.
pub fn utf_8(bytes: Vec<u8>) -> Result<String, Unread> {
    const UTF_8: Error = Error::new(
        "file.utf-8",
        Label::new("文件不是 UTF-8 编码", "the file is not UTF-8"),
        Label::new("另存为 UTF-8", "save the file as UTF-8"),
    );
    String::from_utf8(bytes).map_err(|_| UTF_8.into())
}

/// What an error of the system means for a file that was to be read.
pub fn fault(error: &io::Error) -> Error {
    let mut help = HELP;
    let (code, words) = match error.kind() {
        ErrorKind::NotFound => ("file.not-found", Label::new("没有这个文件", "there is no such file")),
        ErrorKind::PermissionDenied => ("file.permission", Label::new("没有读取权限", "no permission to read it")),
        ErrorKind::IsADirectory => {
            help = HELP_FOLDER;
            ("file.directory", Label::new("是文件夹，不是文件", "a folder, not a file"))
        }
        _ => ("file.unreadable", Label::new("文件读不了", "the file cannot be read")),
    };
    Error::new(code, words, help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_large_is_refused_however_it_comes() {
        assert!(matches!(limited(&b"12345"[..], 4), Err(Unread::Dossier(_))));
        assert_eq!(limited(&b"1234"[..], 4).unwrap(), b"1234");
        let code = |path: &Path| match bytes(path, 4) {
            Err(Unread::File(error)) => error.code,
            _ => "",
        };
        assert_eq!(code(Path::new("/no/such/file")), "file.not-found");
        assert_eq!(code(&std::env::temp_dir()), "file.directory");
        assert!(utf_8(vec![0xff]).is_err());
    }
}
