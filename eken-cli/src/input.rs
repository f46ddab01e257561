//! What comes in: files, globs, standard input, each read within the size limit.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use eken_core::error::Error;
use eken_core::parse::too_large;
use eken_core::plan::Plan;
use eken_core::report::{ErrorDocument, failure_text, printable};
use eken_core::validate::{Checked, Profile};
use eken_core::words::{Label, Lang};
use eken_io::document::{self, Document};

use crate::args::{InputFormat, TableArgs};
use crate::output::error_style;

/// Why a file gave nothing.
#[derive(Clone, Debug)]
pub enum Unread {
    /// It could not be opened or read.
    File(&'static str, Label, Label),
    /// It is no dossier.
    Core(Box<Error>),
    /// It could not be read as the kind of file that it is.
    Table(Box<eken_io::error::Error>),
    /// A record of it was refused, or it could not be read on.
    Io(Box<eken_io::ndjson::Error>),
}

impl Unread {
    /// The error for JSON.
    pub fn document(&self, lang: Lang) -> ErrorDocument {
        match self {
            Self::Core(error) => ErrorDocument::new(error, lang),
            Self::File(code, words, help) => ErrorDocument {
                code: (*code).to_owned(),
                message: words.get(lang).to_owned(),
                help: help.get(lang).to_owned(),
                line: None,
                column: None,
            },
            Self::Table(error) => ErrorDocument {
                code: error.code.to_owned(),
                message: at_place(error, lang),
                help: error.help.get(lang).to_owned(),
                line: None,
                column: None,
            },
            Self::Io(error) => ErrorDocument {
                code: error.code().to_owned(),
                message: error.words().get(lang).to_owned(),
                help: error.help().get(lang).to_owned(),
                line: error.place().map(|(line, _)| line),
                column: error.place().map(|(_, column)| column),
            },
        }
    }

    /// The same with another help, where the file itself could not be read.
    pub fn instead(self, help: Label) -> Self {
        match self {
            Self::File(code, words, _) => Self::File(code, words, help),
            other => other,
        }
    }

    /// The error for people.
    pub fn text(&self, file: &str, lang: Lang) -> String {
        let file = if file == "-" { STDIN.get(lang) } else { file };
        match self {
            Self::Core(error) => failure_text(error, Some(file), &error_style(lang)),
            Self::File(code, words, help) => told(file, words.get(lang), code, help.get(lang), lang),
            Self::Table(error) => told(file, &at_place(error, lang), error.code, error.help.get(lang), lang),
            Self::Io(error) => match &**error {
                eken_io::ndjson::Error::Core(error) => failure_text(error, Some(file), &error_style(lang)),
                error => {
                    let place = error.place().map(|(line, column)| format!("{file}:{line}:{column}"));
                    let at = place.as_deref().unwrap_or(file);
                    told(at, error.words().get(lang), error.code(), error.help().get(lang), lang)
                }
            },
        }
    }
}

/// What is wrong with a file, and where in it.
fn at_place(error: &eken_io::error::Error, lang: Lang) -> String {
    match (&error.at, lang) {
        (None, _) => error.words.get(lang).to_owned(),
        (Some(at), Lang::Zh) => format!("{}（{}）", error.words.zh, at.text(lang)),
        (Some(at), Lang::En) => format!("{} ({})", error.words.en, at.text(lang)),
    }
}

/// One error: where, what is wrong, its code, how to mend it.
fn told(at: &str, words: &str, code: &str, help: &str, lang: Lang) -> String {
    let (word, hint) = match lang {
        Lang::Zh => ("错误", "改法："),
        Lang::En => ("error", "help: "),
    };
    // the name of a file is the sender's
    format!("{word} {}: {words} ({code})\n  {hint}{help}\n", printable(at))
}

impl From<document::Unread> for Unread {
    fn from(unread: document::Unread) -> Self {
        match unread {
            document::Unread::File(error) => Self::Table(Box::new(error)),
            document::Unread::Dossier(error) => Self::Core(Box::new(error)),
        }
    }
}

impl From<eken_io::ndjson::Error> for Unread {
    fn from(error: eken_io::ndjson::Error) -> Self {
        Self::Io(Box::new(error))
    }
}

const HELP: Label =
    Label::new("检查文件名、位置和权限；- 表示标准输入", "check name, place and permissions; - is standard input");
const STDIN: Label = Label::new("标准输入", "standard input");
const HELP_PATTERN: Label =
    Label::new("没有文件符合这个通配符；检查文件夹和扩展名", "no file matches the pattern; check folder and extension");
const HELP_FOLDER: Label = Label::new(
    "多份 .json 档案用通配符，如 档案/*.json；一份档案的 .csv 表格放在同一文件夹里，不放在子文件夹里",
    "name .json files by a pattern such as dossiers/*.json; keep the .csv tables of one dossier in one folder, not below it",
);

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Self {
        let mut help = HELP;
        let (code, words) = match error.kind() {
            io::ErrorKind::NotFound => ("file.not-found", Label::new("没有这个文件", "there is no such file")),
            io::ErrorKind::PermissionDenied => {
                ("file.permission", Label::new("没有读取权限", "no permission to read it"))
            }
            io::ErrorKind::IsADirectory => {
                help = HELP_FOLDER;
                ("file.directory", Label::new("是文件夹，不是文件", "a folder, not a file"))
            }
            _ => ("file.unreadable", Label::new("文件读不了", "the file cannot be read")),
        };
        Self::File(code, words, help)
    }
}

/// The files that arguments name, each once.
///
/// # Errors
/// In words: standard input can be read only once.
pub fn files(arguments: &[PathBuf], lang: Lang) -> Result<Vec<PathBuf>, String> {
    if arguments.iter().filter(|path| path.as_os_str() == "-").count() > 1 {
        return Err(match lang {
            Lang::Zh => "错误 标准输入（-）写了两次，只能读一次\n  改法：- 只写一个，其余写文件名\n".to_owned(),
            Lang::En => "error standard input (-) is named twice and can be read only once\n  help: write - once and name files for the others\n".to_owned(),
        });
    }
    let mut seen = HashSet::new();
    let mut files = expand(arguments);
    files.retain(|path| seen.insert(whereabouts(path)));
    Ok(files)
}

/// A path that is the same however its folder was written. A link has a name of its own and stays apart.
fn whereabouts(path: &Path) -> PathBuf {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match (fs::canonicalize(folder), path.file_name()) {
        (Ok(folder), Some(name)) if path.as_os_str() != "-" => folder.join(name),
        _ => path.to_owned(),
    }
}

/// The files that arguments name: globs are expanded in order of their names, `-` is standard input.
fn expand(arguments: &[PathBuf]) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for argument in arguments {
        let found = match argument.to_str() {
            Some(pattern) if is_pattern(argument) && !argument.exists() => {
                glob::glob(pattern).map(|paths| paths.flatten().collect::<Vec<_>>()).unwrap_or_default()
            }
            _ => Vec::new(),
        };
        // a pattern that matches nothing is a file that is not there
        if found.is_empty() {
            files.push(argument.clone());
        } else {
            files.extend(found);
        }
    }
    files
}

fn is_pattern(path: &Path) -> bool {
    path.to_str().is_some_and(|text| text.contains(['*', '?', '[']))
}

/// The name of a file as it was given.
pub fn name(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// The name of a file for people.
pub fn shown(path: &Path, lang: Lang) -> String {
    if path.as_os_str() == "-" { STDIN.get(lang).to_owned() } else { printable(&name(path)).into_owned() }
}

/// Reads a dossier from a file of any kind, or from a folder of CSV files.
///
/// # Errors
/// When it cannot be read or is no dossier.
pub fn document(path: &Path, table: TableArgs) -> Result<Document, Unread> {
    let options = document::Options { csv: table.options(), ..document::Options::default() };
    if path.as_os_str() != "-" && path.is_dir() {
        return document::read_folder(path, &options).map_err(|unread| match unread {
            document::Unread::File(error) if error.code == "file.none" => {
                Unread::Table(Box::new(eken_io::error::Error { help: HELP_FOLDER, ..error }))
            }
            other => other.into(),
        });
    }
    let bytes = bytes(path, options.limits.bytes).map_err(|unread| match unread {
        Unread::File("file.not-found", ..) if is_pattern(path) => unread.instead(HELP_PATTERN),
        other => other,
    })?;
    Ok(document::read(bytes, &name(path), &options)?)
}

/// Reads, parses and validates one dossier.
///
/// # Errors
/// When the file cannot be read or is no dossier.
pub fn dossier(path: &Path, plan: &Plan, table: TableArgs) -> Result<Checked, Unread> {
    Ok(document(path, table)?.check(plan, &Profile::default()).0)
}

/// Reads a file, or standard input, of at most so many bytes.
///
/// # Errors
/// When it cannot be read or is larger.
pub fn bytes(path: &Path, most: usize) -> Result<Vec<u8>, Unread> {
    if path.as_os_str() == "-" {
        return limited(io::stdin().lock(), most);
    }
    let size = fs::metadata(path)?;
    if size.is_dir() {
        return Err(io::Error::from(io::ErrorKind::IsADirectory).into());
    }
    if usize::try_from(size.len()).is_ok_and(|length| length > most) {
        return Err(Unread::Core(Box::new(too_large())));
    }
    limited(File::open(path)?, most)
}

/// Opens a file, or standard input, to be read as it comes, with its size where that is known.
///
/// # Errors
/// When it cannot be opened.
pub fn open(path: &Path) -> Result<(Box<dyn Read + Send>, Option<u64>), Unread> {
    if path.as_os_str() == "-" {
        return Ok((Box::new(io::stdin()), None));
    }
    let found = fs::metadata(path).map_err(Unread::from).map_err(|unread| match unread {
        Unread::File("file.not-found", ..) if is_pattern(path) => unread.instead(HELP_PATTERN),
        other => other,
    })?;
    if found.is_dir() {
        return Err(io::Error::from(io::ErrorKind::IsADirectory).into());
    }
    Ok((Box::new(File::open(path)?), found.is_file().then_some(found.len())))
}

/// Whether a file holds a dossier a line: as the caller says, else as its name ends.
pub fn is_ndjson(path: &Path, told: Option<InputFormat>) -> bool {
    let by_name =
        || path.extension().is_some_and(|end| ["ndjson", "jsonl"].iter().any(|known| end.eq_ignore_ascii_case(known)));
    told.map_or_else(by_name, |told| told == InputFormat::Ndjson)
}

/// Reads a text file of at most so many bytes.
///
/// # Errors
/// When it cannot be read, is larger, or is not UTF-8.
pub fn text(path: &Path, most: usize) -> Result<String, Unread> {
    String::from_utf8(bytes(path, most)?).map_err(|_| {
        let words = Label::new("文件不是 UTF-8 编码", "the file is not UTF-8");
        Unread::File("file.utf-8", words, Label::new("另存为 UTF-8", "save the file as UTF-8"))
    })
}

fn limited(reader: impl Read, most: usize) -> Result<Vec<u8>, Unread> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    reader.take(limit).read_to_end(&mut bytes)?;
    if bytes.len() > most { Err(Unread::Core(Box::new(too_large()))) } else { Ok(bytes) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_large_is_refused_however_it_comes() {
        assert!(matches!(limited(&b"12345"[..], 4), Err(Unread::Core(_))));
        assert_eq!(limited(&b"1234"[..], 4).unwrap(), b"1234");
        assert!(matches!(bytes(Path::new("/no/such/file"), 4), Err(Unread::File("file.not-found", ..))));
        assert!(matches!(bytes(&std::env::temp_dir(), 4), Err(Unread::File("file.directory", ..))));
    }

    #[test]
    fn a_file_named_twice_is_read_once_and_standard_input_may_stand_once() {
        let twice = ["none.json".into(), "./none.json".into(), "-".into()];
        assert_eq!(files(&twice, Lang::Zh).unwrap(), [PathBuf::from("none.json"), PathBuf::from("-")]);
        assert!(files(&["-".into(), "-".into()], Lang::Zh).unwrap_err().contains("两次"));
    }

    #[test]
    fn a_pattern_that_matches_nothing_stays_as_it_was() {
        assert_eq!(
            expand(&["no-such-*.json".into(), "-".into()]),
            [PathBuf::from("no-such-*.json"), PathBuf::from("-")]
        );
    }
}
