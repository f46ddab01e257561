//! The tables of a dossier published: CSV files with nothing but their headings, a Table Schema for each, and the package.

use std::fs;
use std::io::Write;
use std::path::Path;

use eken_core::json::Tree;
use eken_core::words::{Lang, Words};

use super::package::{FILE, SCHEMAS, package, resources};
use crate::convert::{FOLDER, MAKE, made};
use crate::csv::write::{Target, write};
use crate::error::Result;
use crate::file::write::safe_write;
use crate::grid::{Cell, Grid, GridKind, Placed, Row};
use crate::table::layout::{ITEM, SECTION, layout};

/// Writes the tables into a folder that is new, or holds such tables only; gives how many there are. A table that differs from
/// what would be written may be somebody's data: the folder is then left as it is.
///
/// # Errors
/// As [`convert::folder`](crate::convert::folder).
pub fn tables(path: &Path, lang: Lang) -> Result<usize> {
    let schemas = path.join(SCHEMAS);
    let there = made(path)?;
    fs::create_dir_all(&schemas).map_err(|_| MAKE)?;
    let own = [csv(&blank(Lang::Zh))?, csv(&blank(Lang::En))?];
    for name in &there {
        let held = fs::read(path.join(name)).map_err(|_| MAKE)?;
        if !own.iter().flatten().any(|(own, bytes)| own == name && *bytes == held) {
            return Err(FOLDER);
        }
    }
    let grids = blank(lang);
    let resources = resources(&grids, lang);
    for (name, bytes) in csv(&grids)? {
        safe_write(&path.join(name), |file| file.write_all(&bytes).map_err(|_| MAKE))?;
    }
    for resource in &resources {
        json(&schemas.join(format!("{}.json", resource.key)), &resource.schema)?;
    }
    json(&path.join(FILE), &package(&resources, Target::Utf8, lang))?;
    Ok(grids.len())
}

/// Writes JSON into a file.
pub(crate) fn json(path: &Path, tree: &Tree) -> Result<()> {
    safe_write(path, |file| file.write_all(tree.to_pretty().as_bytes()).map_err(|_| MAKE))
}

/// Tables as files: the name and the bytes of each.
fn csv(grids: &[Grid]) -> Result<Vec<(String, Vec<u8>)>> {
    let one = |grid: &Grid| {
        let mut bytes = Vec::new();
        write(grid, &mut bytes, Target::Utf8)?;
        Ok((format!("{}.csv", grid.name), bytes))
    };
    grids.iter().map(one).collect()
}

/// The tables of a dossier without a record. What stands once has its items, to be filled in.
pub(super) fn blank(lang: Lang) -> Vec<Grid> {
    let layout = layout();
    let words = |words: &Words| words.get(lang).to_owned();
    let mut once = vec![vec![ITEM[0].get(lang).to_owned(), ITEM[1].get(lang).to_owned()]];
    once.extend(layout.once.iter().map(|column| vec![words(&column.heading)]));
    let heads = [SECTION.get(lang).to_owned()].into_iter().chain(layout.heads.iter().map(|head| words(&head.heading)));
    let mut grids = vec![grid("dossier", once), grid("sections", vec![heads.collect()])];
    for sheet in &layout.sheets {
        let parent = sheet.parent_heading(layout);
        let headings = parent.iter().chain(sheet.columns.iter().map(|column| &column.heading)).map(words);
        grids.push(grid(&sheet.key, vec![headings.collect()]));
    }
    grids
}

fn grid(key: &str, rows: Vec<Vec<String>>) -> Grid {
    let cells = |texts: Vec<String>| {
        (1_usize..).zip(texts).map(|(column, text)| Placed { column, cell: Cell::Text(text), formula: false }).collect()
    };
    let rows = (1_usize..).zip(rows).map(|(number, texts)| Row { number, cells: cells(texts) }).collect();
    Grid { name: key.to_owned(), kind: GridKind::File, rows, merged: Vec::new() }
}
