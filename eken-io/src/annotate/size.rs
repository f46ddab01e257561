//! How wide the columns and how high the rows of a sheet are: a comment is to be large enough for its text and to stand beside its
//! cell.

use std::collections::BTreeMap;

use quick_xml::events::BytesStart;

use super::pass::plain;
use crate::error::Result;
use crate::xlsx::write::width;

/// Width of a comment, in pixels.
const WIDE: usize = 320;
/// Columns of a screen that a line of a comment takes.
const LINE: usize = 44;
/// Height of a line and of what stands around the text, in pixels.
const HIGH: (usize, usize) = (18, 16);
/// Highest comment, in pixels.
const HIGHEST: usize = 720;
/// Rows and columns that are looked through for the end of a comment.
const STEPS: usize = 400;

/// The measures of a sheet, in pixels.
#[derive(Debug)]
pub struct Size {
    row: usize,
    column: usize,
    rows: BTreeMap<usize, usize>,
    columns: Vec<(usize, usize, usize)>,
}

impl Default for Size {
    fn default() -> Self {
        Self { row: 20, column: 64, rows: BTreeMap::new(), columns: Vec::new() }
    }
}

impl Size {
    /// Takes the measures that hold where nothing else is said (`sheetFormatPr`).
    pub fn usual(&mut self, tag: &BytesStart<'_>) -> Result<()> {
        if let Some(high) = plain(tag, "defaultRowHeight")?.as_deref().and_then(hundredths) {
            self.row = points(high);
        }
        if let Some(wide) = plain(tag, "defaultColWidth")?.as_deref().and_then(hundredths) {
            self.column = letters(wide);
        }
        Ok(())
    }

    /// Takes the width of some columns (`col`).
    pub fn columns(&mut self, tag: &BytesStart<'_>, first: usize, last: usize) -> Result<()> {
        let wide = match plain(tag, "width")?.as_deref().and_then(hundredths) {
            _ if is_hidden(tag)? => 0,
            Some(wide) => letters(wide),
            None => return Ok(()),
        };
        self.columns.push((first, last, wide));
        Ok(())
    }

    /// Takes the height of a row.
    pub fn row(&mut self, tag: &BytesStart<'_>, number: usize) -> Result<()> {
        if is_hidden(tag)? {
            self.rows.insert(number, 0);
        } else if let Some(high) = plain(tag, "ht")?.as_deref().and_then(hundredths) {
            self.rows.insert(number, points(high));
        }
        Ok(())
    }

    /// Where the comment of a cell stands, as its drawing says it: column, offset, row, offset of both corners, from 0.
    pub fn anchor(&self, (row, column): (usize, usize), text: &str) -> String {
        let lines = text.lines().map(|line| width(line).div_ceil(LINE).max(1)).fold(0, usize::saturating_add);
        let high = lines.saturating_mul(HIGH.0).saturating_add(HIGH.1).min(HIGHEST);
        // the sides of the cell count from 0, so the next column has its number
        let top = row.saturating_sub(2);
        let (right, right_by) = reach(column, 15, WIDE, |at| self.wide(at.saturating_add(1)));
        let (bottom, bottom_by) = reach(top, 4, high, |at| self.high(at.saturating_add(1)));
        format!("{column}, 15, {top}, 4, {right}, {right_by}, {bottom}, {bottom_by}")
    }

    fn wide(&self, column: usize) -> usize {
        let held = self.columns.iter().find(|(first, last, _)| (*first..=*last).contains(&column));
        held.map_or(self.column, |(_, _, wide)| *wide)
    }

    fn high(&self, row: usize) -> usize {
        self.rows.get(&row).copied().unwrap_or(self.row)
    }
}

/// From an offset in a column or row, so many pixels on: the column or row, and the offset in it.
fn reach(from: usize, offset: usize, far: usize, size: impl Fn(usize) -> usize) -> (usize, usize) {
    let mut left = offset.saturating_add(far);
    for at in (from..).take(STEPS) {
        let here = size(at);
        if left < here {
            return (at, left);
        }
        left = left.saturating_sub(here);
    }
    (from.saturating_add(STEPS), 0)
}

fn is_hidden(tag: &BytesStart<'_>) -> Result<bool> {
    Ok(matches!(plain(tag, "hidden")?.as_deref(), Some("1" | "true")))
}

/// A measure in hundredths.
fn hundredths(text: &str) -> Option<usize> {
    let (whole, part) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    let digits: String = part.chars().chain("00".chars()).take(2).collect();
    let whole: usize = whole.parse().ok().filter(|whole| *whole < 100_000)?;
    whole.checked_mul(100)?.checked_add(digits.parse().ok()?)
}

/// Points as pixels: four for three.
fn points(hundredths: usize) -> usize {
    hundredths.saturating_mul(4).checked_div(300).unwrap_or_default()
}

/// Letters as pixels: seven for each, and five around them.
fn letters(hundredths: usize) -> usize {
    let all = hundredths.saturating_mul(7).checked_div(100).unwrap_or_default();
    all.saturating_add(if hundredths == 0 { 0 } else { 5 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_stands_beside_its_cell_and_is_large_enough() {
        let mut size = Size::default();
        assert_eq!(size.anchor((1, 1), "短"), "1, 15, 0, 4, 6, 15, 1, 18");
        let column = BytesStart::from_content("col min=\"2\" max=\"2\" width=\"60.5\"", 3);
        size.columns(&column, 2, 2).unwrap();
        size.row(&BytesStart::from_content("row hidden=\"1\"", 3), 5).unwrap();
        size.row(&BytesStart::from_content("row ht=\"30\"", 3), 4).unwrap();
        assert_eq!(size.anchor((5, 1), &"长".repeat(60)), "1, 15, 3, 4, 1, 335, 6, 14");
        assert_eq!(hundredths("12.5"), Some(1250));
        assert_eq!(hundredths("-1"), None);
    }
}
