//! Cells that are merged downwards: what stands in the first of them is meant for each of their rows.

use std::collections::BTreeMap;

use eken_core::model::kind::FieldKind;

use super::layout::{Column, Holds};
use crate::grid::{Grid, Placed};

/// The merged cells of a grid that take more than one row, by their first column and row.
pub(super) struct MergedCells<'a> {
    grid: &'a Grid,
    /// The last row of each.
    down: BTreeMap<(usize, usize), usize>,
}

impl<'a> MergedCells<'a> {
    pub(super) fn of(grid: &'a Grid) -> Self {
        let taller = grid.merged.iter().filter(|merged| merged.rows.0 < merged.rows.1);
        Self { grid, down: taller.map(|merged| ((merged.columns.0, merged.rows.0), merged.rows.1)).collect() }
    }

    /// The first of the merged cells that a cell below it belongs to, where something stands in it.
    pub(super) fn first(&self, row: usize, column: usize) -> Option<&'a Placed> {
        let (at, last) = self.down.range((column, 0)..(column, row)).next_back()?;
        if *last < row {
            return None;
        }
        let rows = &self.grid.rows;
        let first = rows.get(rows.binary_search_by_key(&at.1, |row| row.number).ok()?)?;
        first.get(column).filter(|placed| !placed.cell.is_blank())
    }
}

/// What merged cells mean for the rows below the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Below {
    /// The same value: a place, a department, a date.
    Same,
    /// Nothing that is certain: a figure may be that of all the rows together.
    Uncertain,
    /// Nothing: an identifier names one record.
    Nothing,
}

/// What merged cells of a column mean for the rows below the first.
pub(super) const fn below(column: &Column) -> Below {
    match &column.holds {
        Holds::One(FieldKind::Quantity { .. }) => Below::Uncertain,
        Holds::One(FieldKind::Id) => Below::Nothing,
        _ => Below::Same,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::{Cell, GridKind, Merged, Row};

    #[test]
    fn a_cell_below_belongs_to_the_first_of_its_own_merged_cells() {
        let cell = |column: usize, text: &str| Placed { column, cell: Cell::Text(text.into()), formula: false };
        let rows = vec![
            Row { number: 2, cells: vec![cell(1, "a"), cell(2, "b")] },
            Row { number: 5, cells: vec![cell(1, "c")] },
            Row { number: 9, cells: vec![cell(2, " ")] },
        ];
        let merged = |rows, columns| Merged { rows, columns };
        let merged =
            vec![merged((2, 4), (1, 1)), merged((5, 7), (1, 3)), merged((9, 10), (2, 2)), merged((3, 3), (2, 4))];
        let grid = Grid { name: "x".into(), kind: GridKind::Sheet, rows, merged };
        let merged = MergedCells::of(&grid);
        let text = |row, column| merged.first(row, column).and_then(|placed| placed.cell.text());
        for (row, column, expected) in [
            (2, 1, None),
            (3, 1, Some("a")),
            (4, 1, Some("a")),
            (6, 1, Some("c")),
            (8, 1, None),
            (3, 2, None),
            (6, 2, None),
            (10, 2, None),
            (1, 1, None),
        ] {
            assert_eq!(text(row, column), expected, "{row} {column}");
        }
    }
}
