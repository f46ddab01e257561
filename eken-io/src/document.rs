//! A file of any kind as one dossier, with the cell of every finding and an account of every row.

use std::io::ErrorKind;
use std::path::Path;

use eken_core::finding::Finding;
use eken_core::json::Param;
use eken_core::limits::Limits;
use eken_core::parse::{Parsed, parse_owned, structure};
use eken_core::plan::Plan;
use eken_core::report::RecordsDocument;
use eken_core::validate::{Checked, Profile, validate_with};
use eken_core::words::Label;

use crate::csv::delimiter::Delimiter;
use crate::csv::encoding::Encoding;
use crate::csv::read::{ReadOptions, read as read_csv};
use crate::error::Error;
use crate::file::format::{Format, is_table, recognise, sniff};
use crate::file::read::{bytes, fault};
use crate::file::tables::{TablesOptions, archive, folder};
use crate::grid::Grid;
use crate::table::assemble::{Assembled, assemble};
use crate::table::{Places, Refused, Tally};
use crate::{ods, xlsx};

/// Why a file gave no dossier.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unread {
    /// It could not be read as the kind of file that it is.
    #[error(transparent)]
    File(#[from] Error),
    /// It is no dossier, in the words of the core's reader.
    #[error(transparent)]
    Dossier(#[from] eken_core::error::Error),
}

/// How files are read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Encoding, delimiter and limits of CSV files.
    pub csv: ReadOptions,
    /// Limits of Parquet and Arrow files.
    #[cfg(feature = "arrow")]
    pub columnar: crate::arrow::read::limits::ColumnarLimits,
    /// Limits of the dossier.
    pub limits: Limits,
    /// Whether the cells of sheets and CSV files are kept, for an annotated copy.
    pub keep_cells: bool,
}

/// What was read from sheets or files of tables: where each value stands and what became of each row.
#[derive(Clone, Debug)]
pub struct Sheets {
    /// From pointers to cells.
    pub places: Places,
    /// What became of the rows of each sheet or file.
    pub tallies: Vec<Tally>,
    /// The records that were not read, each with its place and the code of the finding that says why.
    pub refused: Vec<Refused>,
    /// The cells as they were read, where they were to be kept.
    pub grids: Vec<Grid>,
}

impl Sheets {
    /// Records read and records refused; their sum is the number of records in the file.
    pub fn records(&self) -> (usize, usize) {
        let sum = |of: fn(&Tally) -> usize| self.tallies.iter().map(of).fold(0_usize, usize::saturating_add);
        (sum(|tally| tally.read), sum(|tally| tally.refused))
    }

    /// The same as a document: each refused record with its place and the code that says why.
    pub fn account(&self) -> RecordsDocument {
        RecordsDocument::new(self.records().0, self.refused.iter().map(|each| (&each.spot, each.code)))
    }
}

/// A dossier that was read from a file.
#[derive(Clone, Debug)]
pub struct Document {
    /// The dossier with the findings of its reading.
    pub parsed: Parsed,
    /// What the file was.
    pub format: Format,
    /// The account of its sheets, where it had some.
    pub sheets: Option<Sheets>,
}

impl Document {
    /// Validates the dossier; every finding has its cell where the file had cells.
    pub fn check(self, plan: &Plan, profile: &Profile) -> (Checked, Option<Sheets>) {
        let checked = validate_with(self.parsed, plan, profile);
        match self.sheets {
            Some(sheets) => (checked.placed(sheets.places.spots()), Some(sheets)),
            None => (checked, None),
        }
    }
}

const NOT_ONE: Error = Error::new(
    "file.many",
    Label::new("这是每行一份档案的文件", "the file holds a dossier a line"),
    Label::new(
        "命令：文件名以 .ndjson 结尾，或写 --input-format ndjson；程序里用按行读的接口，如 Python 的 eken.read_many、eken.assess_many",
        "for the command name it .ndjson, or write --input-format ndjson; a program takes what reads lines, such as eken.read_many and eken.assess_many in Python",
    ),
);
const NOT_READ: Error = Error::new(
    "file.not-read",
    Label::new("还不能读这种文件", "files of this kind are not read"),
    Label::new("另存为 .xlsx、.csv 或 .json", "save it as .xlsx, .csv or .json"),
);
const NO_TABLE: Error = Error::new(
    "csv.not-a-table",
    Label::new(
        "指定了编码或分隔符，但文件不是 CSV",
        "an encoding or a delimiter is given, and the file is no CSV file",
    ),
    Label::new(
        "去掉 --encoding 和 --delimiter：JSON 一律是 UTF-8，工作簿自带编码",
        "leave --encoding and --delimiter out: JSON is always UTF-8, and workbooks have their own",
    ),
);
const NOT_SAID: Error = Error::new(
    "file.unnamed-text",
    Label::new(
        "文件是文本，但不是 JSON，名称也没有说明它是什么",
        "the file is a text and no JSON, and its name does not say what it is",
    ),
    Label::new(
        "是 CSV 时，文件名以 .csv 结尾，或写 --delimiter comma；是 JSON 时，检查开头的符号",
        "where it is CSV, name it .csv or write --delimiter comma; where it is JSON, look at how it begins",
    ),
);

/// Reads a dossier from the bytes of a file of any kind; `name` is the file's, whose extension settles what the bytes leave
/// open.
///
/// # Errors
/// [`Unread::File`] where the file cannot be read as what it is, [`Unread::Dossier`] where it is no dossier.
pub fn read(bytes: Vec<u8>, name: &str, options: &Options) -> Result<Document, Unread> {
    let chosen = options.csv.encoding != Encoding::Auto || options.csv.delimiter != Delimiter::Auto;
    let promised = Format::promised(name);
    let of_text = matches!(promised, Format::Json | Format::Ndjson | Format::Unknown);
    let seen = recognise(&bytes);
    let format = match seen {
        // who says how a table is written says that it is one
        Format::Json | Format::Ndjson | Format::Csv | Format::Unknown if chosen && promised == Format::Unknown => {
            Format::Csv
        }
        Format::Csv if promised == Format::Unknown && is_table(&bytes) => return Err(NOT_SAID.into()),
        // text that is not named as a table is for the core's reader to judge
        Format::Json | Format::Ndjson | Format::Csv | Format::Unknown if of_text => Format::Json,
        _ => sniff(&bytes, name)?,
    };
    if chosen && !matches!(format, Format::Csv | Format::CsvZip) {
        return Err(NO_TABLE.into());
    }
    let stem = Path::new(name).file_stem().and_then(|stem| stem.to_str()).unwrap_or(name);
    let mut others = 0;
    let grids = match format {
        Format::Json => {
            let parsed = parse_owned(bytes, &options.limits);
            return match parsed {
                Ok(parsed) => Ok(Document { parsed, format, sheets: None }),
                Err(_) if seen == Format::Ndjson => Err(NOT_ONE.into()),
                Err(error) => Err(error.into()),
            };
        }
        Format::Xlsx => xlsx::read::read(&bytes)?,
        Format::Ods => ods::read::read(&bytes)?,
        Format::Csv => vec![read_csv(&bytes, stem, &options.csv)?.grid],
        Format::CsvZip => {
            let options = TablesOptions { csv: options.csv, ..TablesOptions::default() };
            let read = archive(&bytes, &options)?;
            others = read.others;
            read.tables
        }
        #[cfg(feature = "arrow")]
        Format::Parquet => {
            let grid = crate::arrow::read::parquet(bytes, stem, &options.columnar)?;
            return from_grids(vec![grid], 0, format, options);
        }
        #[cfg(feature = "arrow")]
        Format::ArrowIpc => {
            let grid = crate::arrow::read::ipc(bytes, stem, &options.columnar)?;
            return from_grids(vec![grid], 0, format, options);
        }
        Format::Ndjson => return Err(NOT_ONE.into()),
        _ => return Err(NOT_READ.at(format.extension()).into()),
    };
    drop(bytes);
    from_grids(grids, others, format, options)
}

/// Reads a dossier from a file of any kind, or from a folder of tables.
///
/// # Errors
/// Those of reading the file, and as [`read`] and [`read_folder`].
pub fn open(path: &Path, options: &Options) -> Result<Document, Unread> {
    if path.is_dir() {
        return read_folder(path, options).map_err(|unread| match unread {
            Unread::File(error) if error.code == "file.none" => {
                Unread::File(Error { help: fault(&ErrorKind::IsADirectory.into()).help, ..error })
            }
            other => other,
        });
    }
    read(bytes(path, options.limits.bytes)?, &path.to_string_lossy(), options)
}

/// Reads a dossier from a folder of CSV, Parquet or Arrow files, one for each kind of fact.
///
/// # Errors
/// As [`read`].
pub fn read_folder(path: &Path, options: &Options) -> Result<Document, Unread> {
    let read = folder(path, &TablesOptions { csv: options.csv, ..TablesOptions::default() })?;
    from_grids(read.tables, read.others, Format::CsvFolder, options)
}

/// Reads a dossier from the bytes of Arrow IPC files, one for each kind of fact, each with its key, such as `entities.sales`.
///
/// # Errors
/// As [`read`].
#[cfg(feature = "arrow")]
pub fn read_tables(tables: Vec<(String, Vec<u8>)>, options: &Options) -> Result<Document, Unread> {
    let read = |(key, bytes): (String, Vec<u8>)| crate::arrow::read::ipc(bytes, &key, &options.columnar);
    let grids = tables.into_iter().map(read).collect::<Result<Vec<Grid>, Error>>()?;
    from_grids(grids, 0, Format::ArrowIpc, options)
}

/// The dossier of tables; so many other files stand beside them, which is said at the first.
fn from_grids(grids: Vec<Grid>, others: usize, format: Format, options: &Options) -> Result<Document, Unread> {
    let mut assembled = assemble(&grids);
    if let Some(spot) = assembled.places.spot("").filter(|_| others > 0) {
        let count = Param::from(i64::try_from(others).unwrap_or(i64::MAX));
        let finding = Finding::new(structure("table.other-files"), String::new(), vec![("count", count)]);
        assembled.findings.push(finding.in_cell(spot));
    }
    let grids = if options.keep_cells { grids } else { Vec::new() };
    let Assembled { tree, findings, places, tallies, refused } = assembled;
    // of a large file, each form that it passes through is gone before the next
    let text = tree.to_text();
    drop(tree);
    let parsed = parse_owned(text.into_bytes(), &options.limits)?.with_findings(findings);
    Ok(Document { parsed, format, sheets: Some(Sheets { places, tallies, refused, grids }) })
}
