//! A dossier into a file of another kind. Reading the file gives the dossier back.

use std::collections::BTreeSet;
use std::fs;
#[cfg(feature = "arrow")]
use std::io::Write;
use std::path::Path;

use eken_core::model::Dossier;
use eken_core::model::kind::Value;
use eken_core::words::{Label, Lang};

use crate::csv::write::{Target, write as write_csv};
use crate::error::{Error, Result};
use crate::file::write::safe_write;
use crate::frictionless::package::{FILE as PACKAGE, SCHEMAS, package, resources};
use crate::frictionless::publish::json as write_json;
use crate::grid::GridKind;
use crate::table::lay::{Form, lay};
use crate::table::layout::layout;
use crate::xlsx;

pub(crate) const FOLDER: Error = Error::new(
    "convert.folder",
    Label::new("文件夹里有别的文件", "the folder holds other files"),
    Label::new(
        "换一个新的文件夹：别的表会被当作本档案的数据读入",
        "name a new folder: other tables would be read as data of this dossier",
    ),
);
pub(crate) const MAKE: Error = Error::new(
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

/// Writes the dossier as CSV files, one for each kind of fact, into a folder that is new, empty, or holds tables of a dossier only
/// (CSV, Parquet, Arrow): those are replaced. A Data Package beside them describes them, so that other tools can check them.
/// Gives how many tables there are.
///
/// # Errors
/// `convert.folder` for a folder with other files, `convert.make-folder` for one that cannot be made, and as [`safe_write`].
pub fn folder(dossier: &Dossier, path: &Path, lang: Lang, target: Target) -> Result<usize> {
    let old = made(path)?;
    let grids = lay(dossier, Form { lang, kind: GridKind::File });
    let mut names = BTreeSet::new();
    for grid in &grids {
        let name = format!("{}.csv", grid.name);
        safe_write(&path.join(&name), |file| write_csv(grid, file, target))?;
        names.insert(name);
    }
    write_json(&path.join(PACKAGE), &package(&resources(&grids, lang), target, lang))?;
    replace(path, &old, &names)
}

/// Writes the dossier as Parquet or Arrow files, one for each kind of fact, into a folder as [`folder`] does. Each file was read
/// again before it is written. A Data Package of an earlier conversion to CSV, which describes files that are gone, is removed.
///
/// # Errors
/// As [`folder`], and `arrow.frame` where a table is beyond what is read.
#[cfg(feature = "arrow")]
pub fn columnar_folder(dossier: &Dossier, path: &Path, kind: crate::arrow::Columnar) -> Result<usize> {
    let frames = crate::arrow::tables(dossier)?;
    let files: Vec<(String, Vec<u8>)> = frames
        .iter()
        .map(|frame| Ok((format!("{}.{}", frame.key, kind.extension()), crate::arrow::write_checked(frame, kind)?)))
        .collect::<Result<_>>()?;
    let mut old = made(path)?;
    for (name, bytes) in &files {
        safe_write(&path.join(name), |file| file.write_all(bytes).map_err(|_| MAKE))?;
    }
    if path.join(PACKAGE).exists() {
        old.insert(PACKAGE.to_owned());
    }
    replace(path, &old, &files.into_iter().map(|(name, _)| name).collect())
}

/// Makes a folder for the tables of a dossier, and gives the names of those that are there already.
///
/// # Errors
/// `convert.folder` for a folder with other files, `convert.make-folder` for one that cannot be made.
pub(crate) fn made(path: &Path) -> Result<BTreeSet<String>> {
    fs::create_dir_all(path).map_err(|_| MAKE)?;
    let keys: Vec<&str> = layout().sheets.iter().map(|sheet| sheet.key.as_str()).chain(FILES).collect();
    let known =
        |name: &str| EXTENSIONS.iter().any(|end| name.strip_suffix(end).is_some_and(|stem| keys.contains(&stem)));
    let mut there = BTreeSet::new();
    for entry in fs::read_dir(path).map_err(|_| MAKE)? {
        let name = entry.map_err(|_| MAKE)?.file_name();
        match name.to_str().ok_or(FOLDER)? {
            PACKAGE | SCHEMAS => {}
            name if known(name) => {
                there.insert(name.to_owned());
            }
            _ => return Err(FOLDER),
        }
    }
    Ok(there)
}

/// Removes the tables of an earlier conversion, which would be read as data of this one; gives how many there are now.
fn replace(path: &Path, old: &BTreeSet<String>, names: &BTreeSet<String>) -> Result<usize> {
    for name in old.difference(names) {
        fs::remove_file(path.join(name)).map_err(|_| MAKE)?;
    }
    Ok(names.len())
}

/// The files of a folder that hold no kind of fact.
const FILES: [&str; 3] = ["dossier", "sections", "extra"];
/// How the names of files of tables end.
const EXTENSIONS: [&str; 3] = [".csv", ".parquet", ".arrow"];
