//! A dossier as the tables of files, so that reading them gives the same dossier.

use arrow_array::Array;
use eken_core::json::Tree;
use eken_core::model::Dossier;
use eken_core::words::{Label, Words};

use super::build::Columns;
use super::facts::Facts;
use super::frame::{Frame, FrameOptions};
use super::read::cells::Cells;
use super::read::limits::ColumnarLimits;
use crate::error::Result;
use crate::grid::Grid;
use crate::table::assemble::assemble;
use crate::table::lay::{differences, divided};
use crate::table::layout::EXTRA;

/// The tables of a dossier: those of [`frames`](super::frames) that hold something, and `extra` for what no column can carry, as
/// JSON at its JSON Pointer. What that is, is found by reading the tables back.
///
/// # Errors
/// As [`frames`](super::frames), and those of reading where a dossier is larger than is read.
pub fn tables(dossier: &Dossier) -> Result<Vec<Frame>> {
    let facts = Facts::within(dossier, ColumnarLimits::default().cell);
    let mut out: Vec<Frame> = Vec::new();
    for key in facts.keys() {
        if let Some(frame) = facts.frame(key, &FrameOptions::default()).transpose()?.and_then(filled) {
            out.push(frame);
        }
    }
    let grids = out.iter().map(grid).collect::<Result<Vec<Grid>>>()?;
    let read = assemble(&grids).tree;
    let mut parts = Vec::new();
    differences(facts.tree(), Some(&read), &mut String::new(), &mut parts);
    if !parts.is_empty() {
        out.push(extra(&parts)?);
    }
    Ok(out)
}

/// A frame that has rows. Kinds of fact keep their columns; of what stands once those are left out in which nothing stands and
/// of which no reason is given.
fn filled(frame: Frame) -> Option<Frame> {
    let batch = &frame.batch;
    let stands = |name: &str| {
        let array = batch.column_by_name(name);
        array.is_some_and(|array| array.null_count() < array.len())
            || batch.column_by_name(&format!("{name}.missing")).is_some()
    };
    let schema = batch.schema();
    let names = schema.fields().iter().enumerate();
    let keep: Vec<usize> =
        names.filter(|(_, field)| frame.key != "dossier" || stands(field.name())).map(|(nth, _)| nth).collect();
    if batch.num_rows() == 0 || keep.is_empty() {
        return None;
    }
    let batch = batch.project(&keep).ok()?;
    Some(Frame { batch, ..frame })
}

/// The grid that reading a file of a frame gives.
pub(super) fn grid(frame: &Frame) -> Result<Grid> {
    // what the dossier holds was within the limits of a dossier
    let limits = ColumnarLimits { cell: usize::MAX, text: usize::MAX, cells: usize::MAX, ..ColumnarLimits::default() };
    let mut cells = Cells::new(&frame.batch.schema(), &limits)?;
    cells.take(&frame.batch)?;
    Ok(cells.finish(&frame.key))
}

/// Characters of JSON in a value, at most.
const PART: usize = 250_000;

fn extra(parts: &[(String, Option<Tree>)]) -> Result<Frame> {
    let mut rows = Vec::new();
    for (pointer, value) in parts {
        let divided = (1_i64..).zip(divided(value.as_ref(), PART));
        rows.extend(divided.map(|(nth, part)| (pointer.as_str(), nth, part)));
    }
    let options = FrameOptions::default();
    let mut out = Columns::new(&options);
    out.texts("pointer", Label::new("位置", "Pointer"), rows.iter().map(|(pointer, ..)| Some(*pointer)));
    out.whole("part", Label::new("序", "Part"), rows.iter().map(|(_, nth, _)| Some(*nth)));
    out.texts("json", Label::new("JSON", "JSON"), rows.iter().map(|(.., part)| Some(part.as_str())));
    let Frame { key, batch, .. } = out.frame("extra", EXTRA, rows.len())?;
    Ok(Frame { key, title: Words::from(EXTRA), batch })
}
