//! Writing a dossier: the name of the file says its kind.

use std::path::Path;

use eken_core::model::Dossier;
use eken_core::words::{Label, Lang};
use eken_io::arrow::Columnar;
use eken_io::convert::{columnar_folder, folder, json, ndjson, workbook};
use eken_io::csv::write::Target;
use eken_io::error::{Error, Result};
use eken_io::file::write::safe_write;

const KIND: Error = Error::new(
    "convert.kind",
    Label::new("不能写成这种文件", "a dossier is not written as such a file"),
    Label::new(
        "文件名以 .json、.ndjson、.xlsx 结尾，或写文件夹名（每张表一个文件）",
        "end the name with .json, .ndjson or .xlsx, or name a folder, in which each table becomes a file",
    ),
);

/// What the tables of a folder are written as.
#[derive(Clone, Copy, Debug)]
pub enum Tables {
    /// CSV.
    Csv,
    /// Parquet.
    Parquet,
    /// Arrow IPC.
    Arrow,
}

impl Tables {
    /// The names of the kinds.
    pub const NAMES: [&'static str; 3] = ["csv", "parquet", "arrow"];

    /// The kind of a name.
    pub fn of(name: &str) -> Option<Self> {
        match name {
            "csv" => Some(Self::Csv),
            "parquet" => Some(Self::Parquet),
            "arrow" => Some(Self::Arrow),
            _ => None,
        }
    }
}

/// Writes a dossier to a file of the kind that its name says, whole or not at all; a name without extension is a folder.
///
/// # Errors
/// `convert.kind` for a name of another kind, and as the writers of files.
pub fn write(dossier: &Dossier, path: &Path, lang: Lang, tables: Tables) -> Result<()> {
    let end = path.extension().and_then(|end| end.to_str()).unwrap_or_default().to_ascii_lowercase();
    let bytes = match end.as_str() {
        "" => {
            let written = match tables {
                Tables::Csv => folder(dossier, path, lang, Target::Utf8),
                Tables::Parquet => columnar_folder(dossier, path, Columnar::Parquet),
                Tables::Arrow => columnar_folder(dossier, path, Columnar::Arrow),
            };
            return written.map(|_| ());
        }
        "json" => json(dossier).into_bytes(),
        "ndjson" | "jsonl" => ndjson(dossier).into_bytes(),
        "xlsx" => workbook(dossier, lang)?,
        _ => return Err(KIND.at(format!(".{end}"))),
    };
    bytes_to(path, &bytes)
}

/// Writes a file whole or not at all.
///
/// # Errors
/// `file.write`.
pub fn bytes_to(path: &Path, bytes: &[u8]) -> Result<()> {
    use std::io::Write;
    const WRITE: Error = Error::new(
        "file.write",
        Label::new("文件写不了", "the file cannot be written"),
        Label::new("检查文件夹、权限和磁盘空间", "check folder, permissions and free space"),
    );
    safe_write(path, |file| file.write_all(bytes).map_err(|_| WRITE))
}
