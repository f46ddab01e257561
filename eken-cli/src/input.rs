//! What comes in: files, globs, standard input, each read within the size limit.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use eken_core::error::Error;
use eken_core::plan::Plan;
use eken_core::report::{ErrorDocument, failure_text, printable};
use eken_core::validate::{Checked, Profile};
use eken_core::words::{Label, Lang};
use eken_io::document::{self, Document};
use eken_io::file::read::{self, HELP, fault, limited};

use crate::args::{InputFormat, TableArgs};
use crate::output::error_style;

/// Why a file gave nothing.
#[derive(Clone, Debug)]
pub enum Unread {
    /// It is no dossier.
    Core(Box<Error>),
    /// It could not be opened, or read as the kind of file that it is.
    Table(Box<eken_io::error::Error>),
    /// A record of it was refused, or it could not be read on.
    Io(Box<eken_io::ndjson::Error>),
}

impl Unread {
    /// The error for JSON.
    pub fn document(&self, lang: Lang) -> ErrorDocument {
        match self {
            Self::Core(error) => ErrorDocument::new(error, lang),
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
            Self::Table(error) if error.help == HELP => Self::Table(Box::new(eken_io::error::Error { help, ..*error })),
            other => other,
        }
    }

    /// The error for people.
    pub fn text(&self, file: &str, lang: Lang) -> String {
        let file = if file == "-" { STDIN.get(lang) } else { file };
        match self {
            Self::Core(error) => failure_text(error, Some(file), &error_style(lang)),
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

/// Help for a file that cannot be opened, in the words of the command.
pub const HELP_HERE: Label =
    Label::new("检查文件名、位置和权限；- 表示标准输入", "check name, place and permissions; - is standard input");
const STDIN: Label = Label::new("标准输入", "standard input");
const HELP_PATTERN: Label =
    Label::new("没有文件符合这个通配符；检查文件夹和扩展名", "no file matches the pattern; check folder and extension");

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Self {
        document::Unread::File(fault(&error)).into()
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

/// Reads a dossier from a file of any kind, or from a folder of tables.
///
/// # Errors
/// When it cannot be read or is no dossier.
pub fn document(path: &Path, table: TableArgs) -> Result<Document, Unread> {
    let options = document::Options { csv: table.options(), ..document::Options::default() };
    if path.as_os_str() == "-" {
        return Ok(document::read(bytes(path, options.limits.bytes)?, &name(path), &options)?);
    }
    document::open(path, &options).map_err(Unread::from).map_err(|unread| helped(unread, path))
}

/// The same with its cells, and with its bytes where it is a file.
///
/// # Errors
/// As [`document`].
pub fn document_and_bytes(path: &Path, table: TableArgs) -> Result<(Document, Vec<u8>), Unread> {
    let options = document::Options { csv: table.options(), keep_cells: true, ..document::Options::default() };
    if path.as_os_str() != "-" && path.is_dir() {
        let read = document::open(path, &options).map_err(Unread::from).map_err(|unread| helped(unread, path));
        return Ok((read?, Vec::new()));
    }
    let bytes = bytes(path, options.limits.bytes).map_err(|unread| helped(unread, path))?;
    Ok((document::read(bytes.clone(), &name(path), &options)?, bytes))
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
    let read = if path.as_os_str() == "-" { limited(io::stdin().lock(), most) } else { read::bytes(path, most) };
    Ok(read?)
}

/// The help of the command where a file cannot be opened.
fn helped(unread: Unread, path: &Path) -> Unread {
    unread.instead(if is_pattern(path) && !path.exists() { HELP_PATTERN } else { HELP })
}

/// Opens a file, or standard input, to be read as it comes, with its size where that is known.
///
/// # Errors
/// When it cannot be opened.
pub fn open(path: &Path) -> Result<(Box<dyn Read + Send>, Option<u64>), Unread> {
    if path.as_os_str() == "-" {
        return Ok((Box::new(io::stdin()), None));
    }
    let found = fs::metadata(path).map_err(Unread::from).map_err(|unread| helped(unread, path))?;
    if found.is_dir() {
        return Err(io::Error::from(ErrorKind::IsADirectory).into());
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
    Ok(read::utf_8(bytes(path, most)?)?)
}

#[cfg(test)]
mod tests {
    use super::*;

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
