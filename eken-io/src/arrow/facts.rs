//! The facts of a dossier as frames, one for each kind.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use arrow_array::{ArrayRef, StringArray};
use arrow_schema::{DataType, Field};
use eken_core::json::{Tree, child};
use eken_core::model::Dossier;
use eken_core::model::kind::{Leaf, Step, Value, Walker};
use eken_core::words::{Lang, Words};

use super::column::{Seen, columns};
use super::frame::{Frame, FrameOptions, metadata};
use crate::error::Result;
use crate::table::lay::{Held, held, is_figure};
use crate::table::layout::{Column, HEADS, Layout, ONCE, SECTION, Sheet, layout};

/// Every table of a dossier: what stands once (`dossier`, one row), what sections say of themselves (`sections`), and each kind
/// of fact in the order of the model, also those without records.
///
/// # Errors
/// `arrow.frame` where a table is larger than Arrow takes: 2 GiB of text in a column.
pub fn frames(dossier: &Dossier, options: &FrameOptions) -> Result<Vec<Frame>> {
    let facts = Facts::of(dossier);
    facts.keys().filter_map(|key| facts.frame(key, options)).collect()
}

/// One table of a dossier by its key, such as `facilities` or `entities.sales`; none where there is no such kind of fact.
///
/// # Errors
/// As [`frames`].
pub fn frame(dossier: &Dossier, key: &str, options: &FrameOptions) -> Result<Option<Frame>> {
    Facts::of(dossier).frame(key, options).transpose()
}

/// A dossier as a tree, and what of it is no value though it may look like one.
pub(super) struct Facts {
    tree: Tree,
    faulty: HashSet<String>,
    most: usize,
}

impl Facts {
    pub(super) fn of(dossier: &Dossier) -> Self {
        Self::within(dossier, usize::MAX)
    }

    /// The same, where a value whose text has more bytes than that has no place in a column.
    pub(super) fn within(dossier: &Dossier, most: usize) -> Self {
        let mut faulty = Faulty::default();
        dossier.walk(&Step::Root, &mut faulty);
        Self { tree: Value::tree(dossier), faulty: faulty.0, most }
    }

    pub(super) fn tree(&self) -> &Tree {
        &self.tree
    }

    /// The keys of the tables, in order.
    pub(super) fn keys(&self) -> impl Iterator<Item = &'static str> {
        ["dossier", "sections"].into_iter().chain(layout().sheets.iter().map(|sheet| sheet.key.as_str()))
    }

    pub(super) fn frame(&self, key: &str, options: &FrameOptions) -> Option<Result<Frame>> {
        match key {
            "dossier" => Some(self.once(options)),
            "sections" => Some(self.sections(options)),
            _ => {
                let index = layout().sheets.iter().position(|sheet| sheet.key == key)?;
                Some(self.sheet(index, layout(), options))
            }
        }
    }

    fn once(&self, options: &FrameOptions) -> Result<Frame> {
        let record = Row { value: Some(&self.tree), pointer: String::new() };
        let mut out = Vec::new();
        for column in &layout().once {
            out.extend(self.column(column, None, std::slice::from_ref(&record), options)?);
        }
        Frame::new("dossier", ONCE.into(), out, 1)
    }

    fn sections(&self, options: &FrameOptions) -> Result<Frame> {
        let given = |sheet: &&Sheet| sheet.section && self.tree.get(&sheet.key).is_some();
        let sheets: Vec<&Sheet> = layout().sheets.iter().filter(given).collect();
        let rows: Vec<Row<'_>> = sheets
            .iter()
            .map(|sheet| Row { value: self.tree.get(&sheet.key), pointer: format!("/{}", sheet.key) })
            .collect();
        let names = sheets.iter().map(|sheet| match options.labels {
            Some(lang) => sheet.title.get(lang),
            None => &sheet.key,
        });
        let mut out = pointers(&rows, options);
        out.push(named("section", &SECTION.into(), names.collect(), options));
        for column in &layout().heads {
            out.extend(self.column(column, None, &rows, options)?);
        }
        Frame::new("sections", HEADS.into(), out, rows.len())
    }

    fn sheet(&self, index: usize, layout: &Layout, options: &FrameOptions) -> Result<Frame> {
        let Some(sheet) = layout.sheets.get(index) else { return Frame::new("", Words::default(), vec![], 0) };
        let held = self.held(index, layout);
        let rows: Vec<Row<'_>> =
            held.iter().map(|held| Row { value: Some(held.value), pointer: held.pointer.clone() }).collect();
        let mut out = pointers(&rows, options);
        if let (Some(heading), Some(parent)) =
            (sheet.parent_heading(layout), sheet.parent.and_then(|parent| layout.sheets.get(parent)))
        {
            let names = held.iter().map(|held| held.parent.as_deref().unwrap_or_default()).collect();
            out.push(named(&format!("{}_id", parent.key), &heading, names, options));
        }
        for column in &sheet.columns {
            out.extend(self.column(column, Some(sheet), &rows, options)?);
        }
        Frame::new(&sheet.key, sheet.title.clone(), out, rows.len())
    }

    /// The records of a sheet; those of the sheets above it are looked at on the way.
    fn held<'a>(&'a self, index: usize, layout: &Layout) -> Vec<Held<'a>> {
        let Some(sheet) = layout.sheets.get(index) else { return Vec::new() };
        let mut above = HashMap::new();
        if let Some(parent) = sheet.parent {
            above.insert(parent, self.held(parent, layout));
        }
        held(&self.tree, sheet, &above, layout)
    }

    fn column(
        &self,
        column: &Column,
        sheet: Option<&Sheet>,
        rows: &[Row<'_>],
        options: &FrameOptions,
    ) -> Result<Vec<(Field, ArrayRef)>> {
        let seen: Vec<Seen<'_>> = rows.iter().map(|row| self.seen(row, column)).collect();
        if column.detail && !options.all_columns && seen.iter().all(|seen| matches!(seen, Seen::Absent)) {
            return Ok(Vec::new());
        }
        columns(column, sheet, &seen, options)
    }

    /// What a column has at a record.
    fn seen<'a>(&self, row: &Row<'a>, column: &Column) -> Seen<'a> {
        let mut pointer = row.pointer.clone();
        let doubt = |pointer: &str| !self.faulty.is_empty() && self.faulty.contains(pointer);
        if doubt(&pointer) {
            return Seen::Faulty;
        }
        let Some(mut value) = row.value else { return Seen::Absent };
        for step in &column.path {
            // of a missing figure the reason is written with its note
            if column.detail && value.get("missing").is_some() {
                return Seen::Absent;
            }
            let Some(next) = value.get(step) else { return Seen::Absent };
            child(&mut pointer, step);
            if doubt(&pointer) {
                // what is said of a figure is none of its own where the figure is in doubt
                return if column.detail && column.path.last() != Some(step) { Seen::Absent } else { Seen::Faulty };
            }
            value = next;
        }
        let value = value.get("value").filter(|_| is_figure(column)).unwrap_or(value);
        if length(value) > self.most { Seen::Faulty } else { Seen::Written(value) }
    }
}

/// Bytes of the text of a value.
fn length(value: &Tree) -> usize {
    match value {
        Tree::Text(text) | Tree::Number(text) => text.len(),
        Tree::Null | Tree::Bool(_) => 0,
        Tree::Array(_) | Tree::Object(_) => value.to_text().len(),
    }
}

/// A record with its place.
struct Row<'a> {
    value: Option<&'a Tree>,
    pointer: String,
}

/// Where something is no value of its field.
#[derive(Default)]
struct Faulty(HashSet<String>);

impl Walker for Faulty {
    fn leaf(&mut self, at: &Step<'_>, leaf: Leaf<'_>) {
        if matches!(leaf, Leaf::Faulty) {
            self.0.insert(at.pointer());
        }
    }
}

fn pointers(rows: &[Row<'_>], options: &FrameOptions) -> Vec<(Field, ArrayRef)> {
    let made = || {
        let texts = rows.iter().map(|row| row.pointer.as_str()).collect();
        named("pointer", &Words::new("位置", "Pointer"), texts, options)
    };
    if options.pointers { vec![made()] } else { Vec::new() }
}

/// A column of names, without gaps.
fn named(name: &str, heading: &Words, texts: Vec<&str>, options: &FrameOptions) -> (Field, ArrayRef) {
    let about = [("label.zh", heading.zh.as_str()), ("label.en", &heading.en)];
    let name = options.headings.map_or(name, |lang: Lang| heading.get(lang));
    let field = Field::new(name, DataType::Utf8, false).with_metadata(metadata(&about));
    (field, Arc::new(StringArray::from(texts)))
}
