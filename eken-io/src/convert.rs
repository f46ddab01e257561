//! A dossier into a file of another kind. Reading the file gives the dossier back.

use std::path::Path;

use eken_core::model::Dossier;
use eken_core::model::kind::Value;
use eken_core::words::{Label, Lang};

use crate::csv::write::{Target, write as write_csv};
use crate::error::{Error, Result};
use crate::file::write::safe_write;
use crate::grid::GridKind;
use crate::table::lay::{Form, lay};
use crate::xlsx;

const FOLDER: Error = Error::new(
    "convert.folder",
    Label::new("文件夹已存在且不是空的", "the folder is there and not empty"),
    Label::new(
        "换一个文件夹，或先清空：旧表会被当作新数据读入",
        "name another folder or empty it: old tables would be read as new data",
    ),
);
const MAKE: Error = Error::new(
    "convert.make-folder",
    Label::new("文件夹建不了", "the folder cannot be made"),
    Label::new("检查上级文件夹是否存在、是否有写入权限", "check that the folder above exists and may be written to"),
);

/// The dossier as JSON text, indented.
pub fn json(dossier: &Dossier) -> String {
    Value::tree(dossier).to_pretty()
}

/// The dossier as one line of NDJSON.
pub fn ndjson(dossier: &Dossier) -> String {
    format!("{}\n", Value::tree(dossier).to_text())
}

/// The dossier as a workbook.
///
/// # Errors
/// As [`xlsx::write::write`].
pub fn workbook(dossier: &Dossier, lang: Lang) -> Result<Vec<u8>> {
    xlsx::write::write(&lay(dossier, Form { lang, kind: GridKind::Sheet }))
}

/// Writes the dossier as CSV files, one for each kind of fact, into a folder that is new or empty; gives how many files.
///
/// # Errors
/// `convert.folder` for a folder that is not empty, `convert.make-folder` for one that cannot be made, and as
/// [`safe_write`].
pub fn folder(dossier: &Dossier, path: &Path, lang: Lang, target: Target) -> Result<usize> {
    std::fs::create_dir_all(path).map_err(|_| MAKE)?;
    if std::fs::read_dir(path).map_err(|_| MAKE)?.next().is_some() {
        return Err(FOLDER);
    }
    let grids = lay(dossier, Form { lang, kind: GridKind::File });
    for grid in &grids {
        safe_write(&path.join(format!("{}.csv", grid.name)), |file| write_csv(grid, file, target))?;
    }
    Ok(grids.len())
}
