//! A sheet on its way into the copy: cells take the style of their mark, cells that are not there are put in, and the sheet is no
//! longer the one that is open.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use quick_xml::events::{BytesStart, Event};

use super::pass::{Out, Pass, end, is, plain, prefix, with};
use super::size::Size;
use crate::error::Result;
use crate::grid::letters;
use crate::xlsx::fault;
use crate::xlsx::sheet::{COLUMNS, place};

/// Row and column of a cell, from 1.
pub type At = (usize, usize);

/// What stands behind the element that leads to the comments (ECMA-376, part 1, 18.3.1.99).
const BEHIND: [&str; 10] = [
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
    "smartTags",
    "AlternateContent",
];

/// What has to be known of a sheet before it is written.
#[derive(Debug, Default)]
pub struct Scan {
    /// Whether it is the one that is open, or one of several.
    pub selected: bool,
    /// The relation of the drawing that holds its comments.
    pub drawing: Option<String>,
    /// Its measures.
    pub size: Size,
    cells: BTreeMap<At, usize>,
    rows: BTreeMap<usize, Option<usize>>,
    columns: Vec<(usize, usize, usize)>,
}

impl Scan {
    /// Reads a sheet, and of the cells that are to be marked what style they have.
    pub fn read(mut pass: Pass<'_, '_>, marked: &BTreeSet<At>) -> Result<Self> {
        let mut out = Self::default();
        let rows: BTreeSet<usize> = marked.iter().map(|(row, _)| *row).collect();
        let mut part = String::new();
        let mut at = Position::default();
        while let Some((level, event)) = pass.next()? {
            let (Event::Start(tag) | Event::Empty(tag)) = event else { continue };
            match level {
                1 => {
                    part = tag.local_name().as_ref().to_owned();
                    match part.as_str() {
                        "sheetFormatPr" => out.size.usual(&tag)?,
                        "legacyDrawing" => out.drawing = crate::xlsx::xml::attribute(&tag, "id")?,
                        _ => {}
                    }
                }
                2 if part == "sheetViews" => out.selected |= is_selected(&tag)?,
                2 if part == "cols" && is(&tag, "col") => out.column(&tag)?,
                2 if part == "sheetData" && is(&tag, "row") => {
                    let number = at.row(&tag)?;
                    if rows.contains(&number) {
                        out.rows.entry(number).or_insert(style(&tag)?);
                    }
                    if !marked.is_empty() {
                        out.size.row(&tag, number)?;
                    }
                }
                3 if part == "sheetData" && is(&tag, "c") => {
                    let cell = at.cell(&tag)?;
                    if marked.contains(&cell) {
                        out.cells.insert(cell, style(&tag)?.unwrap_or_default());
                    }
                }
                _ => {}
            }
        }
        Ok(out)
    }

    fn column(&mut self, tag: &BytesStart<'_>) -> Result<()> {
        let bound = |name: &str| -> Result<usize> {
            let bound = plain(tag, name)?.and_then(|bound| bound.trim().parse().ok());
            Ok(bound.unwrap_or_default())
        };
        let (first, last) = (bound("min")?, bound("max")?.min(COLUMNS));
        if self.columns.len() < COLUMNS {
            self.size.columns(tag, first, last)?;
            self.columns.push((first, last, style_named(tag, "style")?.unwrap_or_default()));
        }
        Ok(())
    }

    /// The style that a cell has, or would have where it is not there: that of its row, or of its column.
    pub fn style(&self, at: At) -> usize {
        let held = self.cells.get(&at).copied();
        let of_row = || self.rows.get(&at.0).copied().flatten();
        let of_column = || {
            let column = self.columns.iter().find(|(first, last, _)| (*first..=*last).contains(&at.1));
            column.map(|(_, _, style)| *style)
        };
        held.or_else(of_row).or_else(of_column).unwrap_or_default()
    }
}

/// Where a sheet is being read: rows and cells may leave out where they stand.
#[derive(Default)]
struct Position {
    row: usize,
    column: usize,
}

impl Position {
    fn row(&mut self, tag: &BytesStart<'_>) -> Result<usize> {
        self.row = match plain(tag, "r")? {
            Some(written) => written.trim().parse().map_err(|_| fault::damaged())?,
            None => self.row.saturating_add(1),
        };
        self.column = 0;
        Ok(self.row)
    }

    fn cell(&mut self, tag: &BytesStart<'_>) -> Result<At> {
        let (column, row) = match plain(tag, "r")? {
            Some(written) => place(&written).ok_or(fault::damaged())?,
            None => (self.column.saturating_add(1), self.row),
        };
        self.column = column;
        Ok((row, column))
    }
}

fn style(tag: &BytesStart<'_>) -> Result<Option<usize>> {
    style_named(tag, "s")
}

fn style_named(tag: &BytesStart<'_>, name: &str) -> Result<Option<usize>> {
    Ok(plain(tag, name)?.and_then(|style| style.trim().parse().ok()))
}

fn is_selected(tag: &BytesStart<'_>) -> Result<bool> {
    Ok(matches!(plain(tag, "tabSelected")?.as_deref(), Some("1" | "true" | "on")))
}

/// What changes in a sheet.
#[derive(Debug, Default)]
pub struct Change {
    /// The styles that cells take.
    pub styles: BTreeMap<At, usize>,
    /// The relation of the drawing of its comments, and the namespace of relations, where the sheet has none yet.
    pub drawing: Option<(String, String)>,
}

/// A sheet being written.
struct Sheet<'c> {
    change: &'c Change,
    /// Cells that are not there yet, by row.
    lacking: BTreeMap<usize, BTreeMap<usize, usize>>,
    rows: BTreeSet<usize>,
    drawn: bool,
}

/// Writes a sheet again with its changes.
pub fn write(mut pass: Pass<'_, '_>, scan: &Scan, change: &Change, out: &mut Out<impl Write>) -> Result<()> {
    let mut sheet = Sheet {
        change,
        lacking: BTreeMap::new(),
        rows: scan.rows.keys().copied().collect(),
        drawn: change.drawing.is_none(),
    };
    for ((row, column), style) in change.styles.iter().filter(|(at, _)| !scan.cells.contains_key(at)) {
        sheet.lacking.entry(*row).or_default().insert(*column, *style);
    }
    let corners = corners(sheet.lacking.iter().flat_map(|(row, cells)| cells.keys().map(|column| (*row, *column))));
    let (mut part, mut at, mut behind) = (String::new(), Position::default(), false);
    // the cells that are put into the row that is open
    let mut row: Option<(String, BTreeMap<usize, usize>)> = None;
    while let Some((level, event)) = pass.next()? {
        let (tag, opens) = match event {
            Event::Start(tag) => (tag, true),
            Event::Empty(tag) => (tag, false),
            Event::End(tag) => {
                let own = tag.name().prefix().map(|prefix| format!("{}:", prefix.as_ref())).unwrap_or_default();
                match level {
                    0 => sheet.draw(&own, out)?,
                    1 if part == "sheetData" => {
                        sheet.rows_before(&own, usize::MAX, out)?;
                        behind = true;
                    }
                    2 => {
                        if let Some((own, cells)) = row.take() {
                            put(&own, at.row, &cells, out)?;
                        }
                    }
                    _ => {}
                }
                out.event(Event::End(tag))?;
                continue;
            }
            other => {
                out.event(other)?;
                continue;
            }
        };
        let written = |out: &mut Out<_>, tag: BytesStart<'_>| {
            out.event(if opens { Event::Start(tag) } else { Event::Empty(tag) })
        };
        match level {
            1 => {
                part = tag.local_name().as_ref().to_owned();
                if behind && BEHIND.contains(&part.as_str()) {
                    sheet.draw(&prefix(&tag), out)?;
                }
                match part.as_str() {
                    "dimension" => written(out, wider(&tag, corners)?)?,
                    "sheetData" if !opens && !sheet.lacking.is_empty() => {
                        out.event(Event::Start(tag.borrow()))?;
                        sheet.rows_before(&prefix(&tag), usize::MAX, out)?;
                        out.event(end(&tag))?;
                        behind = true;
                    }
                    "sheetData" => {
                        behind |= !opens;
                        written(out, tag)?;
                    }
                    _ => written(out, tag)?,
                }
            }
            2 if part == "sheetViews" && is_selected(&tag)? => written(out, with(&tag, &[("tabSelected", None)])?)?,
            2 if part == "sheetData" && is(&tag, "row") => {
                let number = at.row(&tag)?;
                let own = prefix(&tag);
                sheet.rows_before(&own, number, out)?;
                let cells = sheet.lacking.remove(&number);
                let number = number.to_string();
                let mut changes = vec![("r", Some(number.as_str()))];
                if cells.is_some() {
                    // they say which columns the row has, and may be left out
                    changes.push(("spans", None));
                }
                let tag = with(&tag, &changes)?;
                match (opens, cells) {
                    (true, cells) => {
                        out.event(Event::Start(tag))?;
                        row = cells.map(|cells| (own, cells));
                    }
                    (false, None) => out.event(Event::Empty(tag))?,
                    (false, Some(cells)) => {
                        out.event(Event::Start(tag.borrow()))?;
                        put(&own, at.row, &cells, out)?;
                        out.event(end(&tag))?;
                    }
                }
            }
            3 if part == "sheetData" && is(&tag, "c") => {
                let cell = at.cell(&tag)?;
                if let Some((own, cells)) = row.as_mut().filter(|_| cell.0 == at.row) {
                    let after = cells.split_off(&cell.1);
                    put(own, cell.0, cells, out)?;
                    *cells = after;
                }
                let written_at = format!("{}{}", letters(cell.1), cell.0);
                let style = change.styles.get(&cell).map(ToString::to_string);
                let mut changes = vec![("r", Some(written_at.as_str()))];
                if let Some(style) = &style {
                    changes.push(("s", Some(style)));
                }
                written(out, with(&tag, &changes)?)?;
            }
            _ => written(out, tag)?,
        }
    }
    Ok(())
}

impl Sheet<'_> {
    /// Writes the rows that are not there and stand before this one.
    fn rows_before(&mut self, own: &str, number: usize, out: &mut Out<impl Write>) -> Result<()> {
        let passed: Vec<usize> =
            self.lacking.range(..number).map(|(row, _)| *row).filter(|row| !self.rows.contains(row)).collect();
        for row in passed {
            let cells = self.lacking.remove(&row).unwrap_or_default();
            out.raw(&format!("<{own}row r=\"{row}\">"))?;
            put(own, row, &cells, out)?;
            out.raw(&format!("</{own}row>"))?;
        }
        Ok(())
    }

    /// Writes the element that leads to the comments, once.
    fn draw(&mut self, own: &str, out: &mut Out<impl Write>) -> Result<()> {
        if let Some((id, space)) = self.change.drawing.as_ref().filter(|_| !self.drawn) {
            self.drawn = true;
            out.raw(&format!("<{own}legacyDrawing xmlns:ek=\"{space}\" ek:id=\"{id}\"/>"))?;
        }
        Ok(())
    }
}

/// Writes cells that hold nothing but their style.
fn put(own: &str, row: usize, cells: &BTreeMap<usize, usize>, out: &mut Out<impl Write>) -> Result<()> {
    cells
        .iter()
        .try_for_each(|(column, style)| out.raw(&format!("<{own}c r=\"{}{row}\" s=\"{style}\"/>", letters(*column))))
}

/// First and last of all places, in rows and in columns.
fn corners(places: impl Iterator<Item = At>) -> Option<(At, At)> {
    places.fold(None, |corners, (row, column)| {
        let ((top, left), (bottom, right)) = corners.unwrap_or(((row, column), (row, column)));
        Some(((top.min(row), left.min(column)), (bottom.max(row), right.max(column))))
    })
}

/// The element that says which cells the sheet has, with those that were put in.
fn wider(tag: &BytesStart<'_>, added: Option<(At, At)>) -> Result<BytesStart<'static>> {
    let held = plain(tag, "ref")?.and_then(|range| {
        let (first, last) = range.split_once(':').unwrap_or((&range, &range));
        let ((left, top), (right, bottom)) = (place(first)?, place(last)?);
        Some([(top, left), (bottom, right)])
    });
    let (Some(held), Some((first, last))) = (held, added) else { return Ok(tag.to_owned()) };
    let Some(((top, left), (bottom, right))) = corners(held.into_iter().chain([first, last])) else {
        return Ok(tag.to_owned());
    };
    with(tag, &[("ref", Some(&format!("{}{top}:{}{bottom}", letters(left), letters(right))))])
}

#[cfg(test)]
mod tests;
