//! Several tables that belong together: CSV, Parquet and Arrow files of a folder, or of a ZIP archive.

mod idle;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::Path;

use eken_core::words::Label;

use super::format::{Format, sniff};
use super::shown::shown;
use super::zip::{Archive, ZipLimits};
#[cfg(feature = "arrow")]
use crate::arrow::read::limits::ColumnarLimits;
use crate::csv::read::{ReadOptions, read};
use crate::error::{Error, Place, Result};
use crate::grid::Grid;

/// Tables that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tables {
    /// One table for each file, in the order of the names of the files; its name is that of its file without extension.
    pub tables: Vec<Grid>,
    /// Names of the folders and of the other files that were left out. They are the sender's: show them to the sender only.
    pub left_out: Vec<String>,
    /// How many of them may hold data of the dossier: files and folders that are not known to be none.
    pub others: usize,
}

/// How tables that belong together are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TablesOptions {
    /// How each file is read; the limit of cells counts for all files together.
    pub csv: ReadOptions,
    /// What they may hold together; of a folder only files and bytes count.
    pub zip: ZipLimits,
}

/// Reads the tables of a folder: `*.csv`, `*.tsv`, `*.txt`, `*.parquet`, `*.pq`, `*.arrow`, `*.arrows`, `*.feather`. Folders inside of it, links, hidden files and other files are
/// left out and told.
///
/// # Errors
/// `file.read` where the folder or a file cannot be read; `file.count` and `file.bytes` for more than the limits allow;
/// `file.duplicate` for two files that differ in their extension or in capitals only; `file.none` where there is no such
/// file; and those of [`read`] and [`sniff`], at the file.
pub fn folder(path: &Path, options: &TablesOptions) -> Result<Tables> {
    let mut found = Vec::new();
    let (mut left_out, mut others) = (Vec::new(), 0_usize);
    for entry in fs::read_dir(path).map_err(|_| READ)? {
        let entry = entry.map_err(|_| READ)?;
        let name = entry.file_name();
        let kind = entry.file_type().map_err(|_| READ)?;
        match name.to_str() {
            Some(name) if kind.is_file() && is_table(name) => found.push(name.to_owned()),
            _ => {
                let shown = name.display().to_string();
                let is_idle = if kind.is_dir() { idle_folder(&shown, &path.join(&name)) } else { idle::file(&shown) };
                others = others.saturating_add(usize::from(!is_idle));
                left_out.push(shown);
            }
        }
        if found.len().max(left_out.len()) > options.zip.entries {
            return Err(COUNT);
        }
    }
    left_out.sort();
    let mut room = options.zip.bytes;
    let none = if left_out.iter().any(|name| idle::is_dossier(name)) { OTHER } else { NONE };
    all(found, (left_out, others), none, options, |name| {
        let mut bytes = Vec::new();
        let file = fs::File::open(path.join(name)).map_err(|_| READ)?;
        file.take(room.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| READ)?;
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        room = room.checked_sub(length).ok_or(BYTES)?;
        Ok(bytes)
    })
}

/// Whether a folder inside of one holds nothing of the dossier; a folder deeper inside may.
fn idle_folder(name: &str, path: &Path) -> bool {
    let is_file = |entry: &fs::DirEntry| entry.file_type().is_ok_and(|kind| kind.is_file());
    idle::hidden(name)
        || fs::read_dir(path).is_ok_and(|entries| {
            entries.enumerate().all(|(nth, entry)| {
                entry.is_ok_and(|entry| {
                    let file = entry.file_name().to_string_lossy().into_owned();
                    nth < MOST && (idle::hidden(&file) || (is_file(&entry) && idle::inside(name, &file)))
                })
            })
        })
}

/// Reads the tables of a ZIP archive, named as in a [`folder`]. Where all its tables lie in one folder, as packing a folder makes
/// it, that folder is the archive; files in other folders, hidden files and other files are left out and told.
///
/// # Errors
/// Those of [`Archive`]; `file.duplicate`, `file.none` and those of [`read`] and [`sniff`] as with a folder.
pub fn archive(bytes: &[u8], options: &TablesOptions) -> Result<Tables> {
    let mut archive = Archive::open(bytes, &options.zip)?;
    let names: Vec<String> = archive.names().map(str::to_owned).collect();
    let top = top(&names);
    let (mut found, mut left_out) = (Vec::new(), Vec::new());
    // the folders beside the tables, and whether each holds nothing of the dossier
    let (mut folders, mut others) = (BTreeMap::new(), 0_usize);
    for name in &names {
        if name.split('/').any(|part| part == "__MACOSX") {
            continue;
        }
        let inner = name.strip_prefix(&top).unwrap_or(name);
        match inner.split_once('/') {
            None if name.starts_with(&top) && is_table(inner) => {
                found.push(inner.to_owned());
                continue;
            }
            None => others = others.saturating_add(usize::from(!idle::file(inner))),
            Some((folder, rest)) => {
                let is_idle =
                    idle::hidden(folder) || (!rest.contains('/') && idle::inside(folder, rest)) || idle::hidden(rest);
                *folders.entry(folder).or_insert(true) &= is_idle;
            }
        }
        left_out.push(inner.to_owned());
    }
    others = others.saturating_add(folders.values().filter(|is_idle| !**is_idle).count());
    left_out.sort();
    let is_below = |name: &String| is_table(name.rsplit('/').next().unwrap_or(name));
    let is_other = names.iter().any(|name| idle::is_dossier(name)) && !names.iter().any(is_below);
    let none = if is_other { OTHER } else { NONE };
    all(found, (left_out, others), none, options, |name| {
        archive.read(&format!("{top}{name}")).map(Option::unwrap_or_default)
    })
}

/// The folder of an archive in which its tables lie: the archive itself, unless all of them lie in one folder.
fn top(names: &[String]) -> String {
    let mut tables = names.iter().filter(|name| {
        let (folders, file) = name.rsplit_once('/').unwrap_or(("", name));
        is_table(file) && !folders.split('/').any(idle::hidden)
    });
    let folder = |name: &String| name.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    // beside the tables of the archive itself those of a folder in it are others, and so deeper inside
    let Some(first) = tables.next().map(folder) else { return String::new() };
    let shared = tables.map(folder).fold(first, |shared, other| {
        let same = shared.split('/').zip(other.split('/')).take_while(|(one, next)| one == next);
        same.map(|(part, _)| part).collect::<Vec<_>>().join("/")
    });
    if shared.is_empty() { shared } else { format!("{shared}/") }
}

/// Reads the files of these names one after the other.
fn all(
    mut names: Vec<String>,
    (left_out, others): (Vec<String>, usize),
    none: Error,
    options: &TablesOptions,
    mut bytes_of: impl FnMut(&str) -> Result<Vec<u8>>,
) -> Result<Tables> {
    names.sort();
    if names.is_empty() {
        return Err(none);
    }
    let mut csv = options.csv;
    #[cfg(feature = "arrow")]
    let mut columnar = ColumnarLimits::default();
    let mut stems = BTreeSet::new();
    let mut tables = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let place = |error: Error| {
            let file = shown(name, Place::File(index.saturating_add(1)));
            let inner = error.at.clone().filter(|inner| *inner != file);
            error.at(match inner {
                Some(inner) => inner.inside(file),
                None => file,
            })
        };
        let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
        if !stems.insert(stem.to_lowercase()) {
            return Err(place(DUPLICATE));
        }
        let bytes = bytes_of(name).map_err(place)?;
        let table = match sniff(&bytes, name).map_err(place)? {
            Format::Csv => read(&bytes, stem, &csv).map_err(place)?.grid,
            #[cfg(feature = "arrow")]
            Format::Parquet => crate::arrow::read::parquet(bytes, stem, &columnar).map_err(place)?,
            #[cfg(feature = "arrow")]
            Format::ArrowIpc => crate::arrow::read::ipc(bytes, stem, &columnar).map_err(place)?,
            _ => return Err(place(NONE)),
        };
        let cells = table.rows.iter().map(|row| row.cells.len()).fold(0, usize::saturating_add);
        csv.limits.cells = csv.limits.cells.saturating_sub(cells);
        #[cfg(feature = "arrow")]
        {
            columnar.cells = columnar.cells.saturating_sub(cells);
        }
        tables.push(table);
    }
    Ok(Tables { tables, left_out, others })
}

/// Whether a name is that of a table, and not of what an editor or the system put beside it.
fn is_table(name: &str) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    let columnar = |extension: &str| {
        cfg!(feature = "arrow") && matches!(extension, "parquet" | "pq" | "arrow" | "arrows" | "feather")
    };
    !idle::hidden(name)
        && extension
            .is_some_and(|extension| matches!(extension.as_str(), "csv" | "tsv" | "txt") || columnar(&extension))
}

/// Files of a folder inside that are looked at.
const MOST: usize = 1_000;

const READ: Error = Error::new(
    "file.read",
    Label::new("文件或文件夹无法读取", "the file or folder cannot be read"),
    Label::new("检查路径和读取权限", "check the path and the right to read it"),
);

const COUNT: Error = Error::new(
    "file.count",
    Label::new("文件夹内文件过多", "the folder holds too many files"),
    Label::new("每个档案单独放一个文件夹", "give each dossier a folder of its own"),
);

const BYTES: Error = Error::new(
    "file.bytes",
    Label::new("文件夹内文件总量过大", "the files of the folder are too large together"),
    Label::new("分成几个文件夹", "divide them among several folders"),
);

const DUPLICATE: Error = Error::new(
    "file.duplicate",
    Label::new("两个文件的名称只有扩展名或大小写不同", "two files differ in their extension or in capitals only"),
    Label::new("保留一个", "keep one of them"),
);

const NONE: Error = Error::new(
    "file.none",
    Label::new("没有可读取的表格文件", "there is no table to read"),
    Label::new(
        "放入 .csv、.tsv、.txt、.parquet 或 .arrow 表格文件，不要放在子文件夹里",
        "put files .csv, .tsv, .txt, .parquet or .arrow into it, not into folders inside",
    ),
);

const OTHER: Error = Error::new(
    "file.none",
    Label::new(
        "没有可读取的表格文件，只有工作簿、JSON 或压缩包",
        "there is no table to read, but a workbook, JSON or an archive",
    ),
    Label::new(
        "取出来单独检查，如 eken check 档案.xlsx；放在一起读的只有 .csv、.tsv、.txt、.parquet、.arrow 表格",
        "take it out and check it by itself, such as eken check dossier.xlsx; only tables .csv, .tsv, .txt, .parquet, .arrow are read together",
    ),
);

#[cfg(test)]
mod tests;
