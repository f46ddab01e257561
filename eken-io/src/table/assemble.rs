//! Sheets into one dossier: records find the records they belong to, every value its pointer, every pointer its cell.

use std::collections::{BTreeMap, HashMap};

use eken_core::finding::Finding;
use eken_core::json::{Param, Tree, child};
use eken_core::limits::Limits;
use eken_core::parse::{Parsed, parse_owned, structure};

use super::build::{Members, insert, set};
use super::heading::{plain, sheet_of};
use super::layout::{EXTRA, GUIDE, HEADS, Layout, ONCE, layout};
use super::once;
use super::place::{Columns, Places, Row};
use super::receipt::is_receipt;
use super::sheet::{compose, facts};
use super::tally::{Refused, Tally};
use super::work::Work;
use crate::grid::Grid;

/// What sheets hold.
#[derive(Clone, Debug)]
pub struct Assembled {
    /// The dossier, as JSON.
    pub tree: Tree,
    /// Findings of sheets, columns, rows and cells.
    pub findings: Vec<Finding>,
    /// What became of the rows of each sheet.
    pub tallies: Vec<Tally>,
    /// The records that were not read.
    pub refused: Vec<Refused>,
    /// From pointers to cells.
    pub places: Places,
}

impl Assembled {
    /// Reads the dossier with the core's reader; the findings of sheets and cells are among its findings.
    ///
    /// # Errors
    /// As [`parse_owned`]: only where a limit is passed.
    pub fn parse(&self, limits: &Limits) -> eken_core::error::Result<Parsed> {
        Ok(parse_owned(self.tree.to_text().into_bytes(), limits)?.with_findings(self.findings.clone()))
    }
}

/// Puts a dossier together from its sheets.
pub fn assemble(grids: &[Grid]) -> Assembled {
    let layout = layout();
    let mut work = Work::new(grids);
    let (mut single, mut heads, mut extra) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
    for (table, grid) in grids.iter().enumerate() {
        let is =
            |label: eken_core::words::Label| [label.zh, label.en].iter().any(|name| plain(name) == plain(&grid.name));
        if is(GUIDE) || grid.name.starts_with('_') || is_receipt(grid) {
            work.tally(table).notes = grid.rows.len();
        } else if is(ONCE) || plain(&grid.name) == "dossier" {
            once::items(&mut work, table, &mut single);
        } else if is(HEADS) {
            once::heads(&mut work, table, &mut heads);
        } else if is(EXTRA) || plain(&grid.name) == "extra" {
            once::extra(&mut work, table, &mut extra);
        } else if !grid.rows.is_empty() {
            facts(&mut work, table, sheet_of(&grid.name, layout));
        }
    }
    let mut root = compose(&layout.once, single);
    if !root.iter().any(|(name, _)| &**name == "schema_version") {
        root.insert(0, ("schema_version".into(), Tree::whole(1)));
    }
    let homes = homes(&mut work, layout);
    for (index, sheet) in layout.sheets.iter().enumerate().filter(|(_, sheet)| sheet.parent.is_none()) {
        let head: Option<Members> = heads.remove(&index);
        let entries: &[usize] = homes.once.get(&index).map_or(&[], Vec::as_slice);
        if entries.is_empty() && head.is_none() {
            continue;
        }
        let pointer = format!("/{}", sheet.path.join("/"));
        let items = list(&mut work, layout, &homes, index, entries, &pointer);
        let mut section = head.unwrap_or_default();
        match sheet.path.as_slice() {
            [name, _] if sheet.section => {
                section.push(("items".into(), items));
                root.push(((*name).into(), Tree::Object(section)));
            }
            path => {
                insert(&mut root, path, items);
            }
        }
    }
    let mut tree = Tree::Object(root);
    for part in extra {
        if set(&mut tree, &part.pointer, part.value) {
            work.places.cells.insert(part.pointer, part.at);
            let read = &mut work.tally(part.at.0).read;
            *read = read.saturating_add(part.rows);
        } else {
            work.find(structure("table.extra-json"), part.at, Vec::new());
            work.refuse_rows("table.extra-json", part.at, part.rows);
        }
    }
    let Work { places, findings, tallies, refused, .. } = work;
    Assembled { tree, findings, tallies, refused, places }
}

/// Which records each list holds, by index among the records of its sheet.
#[derive(Default)]
struct Homes {
    /// Lists that stand once, by sheet.
    once: HashMap<usize, Vec<usize>>,
    /// Lists inside records, by sheet and the parent's record.
    inside: HashMap<(usize, usize), Vec<usize>>,
}

/// Finds the record that each record belongs to; what has none is refused.
fn homes(work: &mut Work<'_>, layout: &Layout) -> Homes {
    let mut homes = Homes::default();
    for (index, sheet) in layout.sheets.iter().enumerate() {
        let count = work.records.get(index).map_or(0, Vec::len);
        let Some(parent) = sheet.parent else {
            homes.once.insert(index, (0..count).collect());
            continue;
        };
        let names = Names::of(work, parent);
        let title = layout.sheets.get(parent).map_or("", |parent| parent.title.zh.as_str());
        for entry in 0..count {
            let Some(record) = work.records.get(index).and_then(|records| records.get(entry)) else { continue };
            let first = work.places.columns.get(record.columns).map_or(1, Columns::first);
            let at = (record.table, record.row, first);
            match names.find(record.parent.as_deref()) {
                Ok(home) => homes.inside.entry((index, home)).or_default().push(entry),
                Err(0) => work.refuse("table.parent-unknown", at, vec![("sheet", title.into())]),
                Err(count) => {
                    let count = Param::from(i64::try_from(count).unwrap_or(i64::MAX));
                    work.refuse("table.parent-ambiguous", at, vec![("sheet", title.into()), ("count", count)]);
                }
            }
        }
    }
    homes
}

/// What the records of a sheet may be referred to by: identifier, or credit code, or name.
struct Names {
    count: usize,
    kinds: [HashMap<String, Vec<usize>>; 3],
}

impl Names {
    fn of(work: &Work<'_>, sheet: usize) -> Self {
        let mut out = Self { count: 0, kinds: Default::default() };
        for (index, entry) in work.records.get(sheet).into_iter().flatten().enumerate() {
            out.count = out.count.saturating_add(1);
            for (kind, key) in out.kinds.iter_mut().zip(&entry.keys) {
                if let Some(key) = key.as_ref().filter(|key| !key.is_empty()) {
                    kind.entry(key.clone()).or_default().push(index);
                }
            }
        }
        out
    }

    /// The record that a text refers to, or how many it may be.
    fn find(&self, text: Option<&str>) -> Result<usize, usize> {
        let text = text.ok_or(0_usize)?;
        for kind in &self.kinds {
            match kind.get(text).map(Vec::as_slice) {
                Some([one]) => return Ok(*one),
                Some(several) => return Err(several.len()),
                None => {}
            }
        }
        // #5 is the fifth record
        let nth = text.strip_prefix('#').and_then(|nth| nth.parse::<usize>().ok()).and_then(|nth| nth.checked_sub(1));
        nth.filter(|nth| *nth < self.count).ok_or(0)
    }
}

/// The items of a list, each at its pointer, with the lists inside it.
fn list(work: &mut Work<'_>, layout: &Layout, homes: &Homes, sheet: usize, entries: &[usize], pointer: &str) -> Tree {
    let mut items = Vec::new();
    for (nth, entry) in entries.iter().enumerate() {
        let Some(record) = work.records.get_mut(sheet).and_then(|records| records.get_mut(*entry)) else { continue };
        let pointer = format!("{pointer}/{nth}");
        let mut value = record.value.take().unwrap_or(Tree::Null);
        let (table, row, columns) = (record.table, record.row, record.columns);
        let hidden = std::mem::take(&mut record.hidden);
        for (path, column, mark) in std::mem::take(&mut record.marks) {
            let mut at = pointer.clone();
            path.iter().for_each(|step| child(&mut at, step));
            if let Some(spot) = work.places.at(table, row, column) {
                work.findings.push(Finding::new(mark.spec, at, mark.params).in_cell(spot));
            }
        }
        let read = &mut work.tally(table).read;
        *read = read.saturating_add(1);
        work.places.records.insert(pointer.clone(), Row { table, row, columns });
        if !hidden.is_empty() {
            work.places.hidden.insert(pointer.clone(), hidden);
        }
        for (index, inner) in layout.sheets.iter().enumerate().filter(|(_, inner)| inner.parent == Some(sheet)) {
            let Some(entries) = homes.inside.get(&(index, *entry)) else { continue };
            let mut at = pointer.clone();
            inner.path.iter().for_each(|step| child(&mut at, step));
            let items = list(work, layout, homes, index, entries, &at);
            if let Tree::Object(members) = &mut value {
                insert(members, &inner.path, items);
            }
        }
        items.push(value);
    }
    Tree::Array(items)
}
