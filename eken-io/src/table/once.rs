//! The sheets that are no lists of facts: what stands once, what sections say of themselves, what only JSON can carry.

mod extra;
mod heads;
mod items;
mod pairs;
#[cfg(test)]
mod tests;
mod units;
mod wide;

use eken_core::finding::Finding;
use eken_core::json::{Tree, child};
use eken_core::parse::structure;
use eken_core::words::Label;

pub(super) use self::extra::extra;
pub(super) use self::heads::heads;
pub(super) use self::items::items;
use super::header::SEARCHED;
use super::heading::plain;
use super::layout::Column;
use super::value::{self, Given, Mark};
use super::work::Work;
use crate::grid::{Placed, Row};

/// Table, row and column of a cell.
type At = (usize, usize, usize);

/// A cell as a value; its marks become findings.
fn cell(
    work: &mut Work<'_>,
    placed: &Placed,
    column: &Column,
    unit: Option<&Given>,
    at: At,
    pointer: &str,
) -> Option<Tree> {
    let mut marks = Vec::new();
    let value = value::read(placed, column, unit, &mut marks);
    say(work, marks, at, pointer);
    value
}

/// Makes findings of the marks of a cell.
fn say(work: &mut Work<'_>, marks: Vec<Mark>, at: At, pointer: &str) {
    for mark in marks {
        if let Some(spot) = work.places.at(at.0, at.1, at.2) {
            work.findings.push(Finding::new(structure(mark.spec.code), pointer.to_owned(), mark.params).in_cell(spot));
        }
    }
}

fn pointer(before: &[&str], column: &Column) -> String {
    let mut pointer = String::new();
    before.iter().chain(&column.path).for_each(|step| child(&mut pointer, step));
    pointer
}

/// The first row with all of these headings, and the columns they stand in.
fn find(rows: &[Row], headings: &[Label]) -> Option<(usize, Vec<usize>)> {
    rows.iter().take(SEARCHED).enumerate().find_map(|(at, row)| {
        let column = |label: &Label| {
            let is = |text: &str| is(text, label);
            row.cells.iter().find(|placed| placed.cell.text().is_some_and(is)).map(|placed| placed.column)
        };
        Some((at, headings.iter().map(column).collect::<Option<Vec<usize>>>()?))
    })
}

/// Whether a text is a heading.
fn is(text: &str, label: &Label) -> bool {
    [label.zh, label.en].iter().any(|name| plain(text) == plain(name))
}

/// How the facts of one row are accounted for: each is a record of its own, read or refused.
#[derive(Default)]
struct Account {
    read: usize,
    refused: usize,
}

impl Account {
    /// Counts the row. One without a fact is a line of the form.
    fn close(&self, work: &mut Work<'_>, table: usize) {
        let tally = work.tally(table);
        tally.read = tally.read.saturating_add(self.read);
        match self.read.saturating_add(self.refused).checked_sub(1) {
            Some(more) => tally.rows = tally.rows.saturating_add(more),
            None => tally.heads = tally.heads.saturating_add(1),
        }
    }

    /// Refuses a cell, with its finding.
    fn refuse(&mut self, work: &mut Work<'_>, code: &'static str, at: At, first: Option<usize>) {
        let first = first.map(|row| ("first", i64::try_from(row).unwrap_or(i64::MAX).into()));
        work.refuse(code, at, first.into_iter().collect());
        self.refused = self.refused.saturating_add(1);
    }
}

/// Whether a column of such a heading says something to the reader of the sheet, and holds no fact.
fn is_note(heading: &str) -> bool {
    const NOTES: [&str; 23] = [
        "说明",
        "备注",
        "注",
        "附注",
        "解释",
        "含义",
        "填写说明",
        "填报说明",
        "填表说明",
        "填写要求",
        "填报要求",
        "指标解释",
        "示例",
        "类别",
        "分类",
        "序号",
        "必填",
        "是否必填",
        "meaning",
        "note",
        "notes",
        "remarks",
        "no.",
    ];
    NOTES.contains(&plain(heading).as_str())
}
