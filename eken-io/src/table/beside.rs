//! Tables that stand beside each other on one sheet, as lists are laid out to save paper: each is read as a table of its own.

use super::header::{Header, Meaning, kind_of};
use super::heading::plain;
use super::layout::Layout;
use super::row::{RowKind, kind};
use crate::grid::{Grid, GridKind, Row};

/// Where a sheet parts: the first column of the table on the right, and its kind.
pub(super) struct Cut {
    column: usize,
    /// Kind of the table on the right.
    pub(super) sheet: usize,
}

/// The first place where another table begins beside the one of a header: with the headings of the same kind once more, or behind
/// an empty column with headings of another kind.
pub(super) fn cut(grid: &Grid, sheet: usize, header: &Header, layout: &Layout) -> Option<Cut> {
    if grid.kind == GridKind::Table {
        return None;
    }
    let Some((column, twice)) = again(grid, header) else { return other(grid, sheet, header, layout) };
    // headings such as 编号 and 名称 stand in many kinds of table
    let right = halves(grid, header, column).1;
    let better = kind_of(&right, layout).filter(|(_, found)| found.at.0 == 0 && found.known > twice);
    Some(Cut { column, sheet: better.map_or(sheet, |(other, _)| other) })
}

/// The column from which on the headings stand once more, and how many of them are known: the same words in the same order, all
/// that stand on the left. Two columns of one meaning in other words (编号, 企业编号), or 编号 and 名称 of something that belongs
/// to a record, are no second table.
fn again(grid: &Grid, header: &Header) -> Option<(usize, usize)> {
    let (at, rows) = header.at;
    let heading = |column: usize| {
        let rows = grid.rows.get(at..at.saturating_add(rows)).unwrap_or_default().iter().rev();
        rows.filter_map(|row| row.get(column)?.cell.text().map(plain)).find(|text| !text.is_empty()).unwrap_or_default()
    };
    let headings: Vec<(usize, String)> = header.columns.keys().map(|column| (*column, heading(*column))).collect();
    let (_, first) = headings.first()?;
    let (nth, (column, _)) = headings.iter().enumerate().skip(2).find(|(_, (_, text))| text == first)?;
    let (left, right) = headings.split_at_checked(nth)?;
    let same = right.len() >= left.len() && left.iter().zip(right).all(|((_, one), (_, other))| one == other);
    let known = |meaning: &Meaning| matches!(meaning, Meaning::Column(_) | Meaning::Parent);
    let known = header.columns.range(..column).filter(|(_, heading)| known(&heading.meaning)).count();
    (same && known >= 2).then_some((*column, known))
}

fn other(grid: &Grid, sheet: usize, header: &Header, layout: &Layout) -> Option<Cut> {
    let columns: Vec<usize> = header.columns.keys().copied().collect();
    let gaps = columns.iter().zip(columns.iter().skip(1)).filter(|(one, next)| next.saturating_sub(**one) > 1);
    let rows = grid.rows.get(header.at.0..)?;
    let number = rows.first()?.number;
    let known = |meaning: &Meaning| matches!(meaning, Meaning::Column(_) | Meaning::Parent);
    gaps.map(|(last, next)| (*last, *next)).find_map(|(last, next)| {
        let is_empty =
            |column: usize| rows.iter().all(|row| row.get(column).is_none_or(|placed| placed.cell.is_blank()));
        let empty = (last.saturating_add(1)..next).any(is_empty);
        let left = header.columns.range(..next).filter(|(_, heading)| known(&heading.meaning)).count();
        if !empty || left < 2 {
            return None;
        }
        let right = halves(grid, header, next).1;
        let (other, found) = kind_of(&right, layout)?;
        let is_beside = right.rows.get(found.at.0).is_some_and(|row| row.number == number);
        let as_own = header.columns.range(next..).filter(|(_, heading)| known(&heading.meaning)).count();
        (other != sheet && is_beside && found.known > as_own).then_some(Cut { column: next, sheet: other })
    })
}

/// The table on the left, with all that stands above the header, and the one on the right from the header on.
pub(super) fn parted(grid: &Grid, header: &Header, cut: &Cut) -> (Grid, Grid) {
    halves(grid, header, cut.column)
}

fn halves(grid: &Grid, header: &Header, column: usize) -> (Grid, Grid) {
    let part = |row: &Row, right: bool| Row {
        number: row.number,
        cells: row.cells.iter().filter(|placed| (placed.column >= column) == right).cloned().collect(),
    };
    let with = |rows: Vec<Row>| Grid { name: grid.name.clone(), kind: grid.kind, rows, merged: grid.merged.clone() };
    let (above, below) = grid.rows.split_at_checked(header.at.0).unwrap_or((&grid.rows, &[]));
    let left = above.iter().cloned().chain(below.iter().map(|row| part(row, false)));
    // a sum on the left goes on to the right: figures behind two blank cells at least
    let goes_on = |row: &Row, right: &Row| {
        let mut filled = right.cells.iter().filter(|placed| !placed.cell.is_blank()).peekable();
        kind(row) == RowKind::Total
            && filled.peek().is_none_or(|first| first.column >= column.saturating_add(2))
            && filled.all(|placed| placed.cell.text().is_none())
    };
    let right = below.iter().map(|row| (row, part(row, true))).filter(|(row, right)| !goes_on(row, right));
    let filled = |row: &Row| !row.cells.is_empty();
    (with(left.filter(filled).collect()), with(right.map(|(_, right)| right).filter(filled).collect()))
}
