//! Why values are missing: a column `area.missing` beside `area` is a part of it.

use std::collections::BTreeMap;

use crate::grid::{Cell, Grid, Placed};

/// Puts the reasons of a grid into the columns that they are of, as a cell of a workbook states them: `#withheld`. A column of
/// reasons that somewhere contradicts a value stays as it is, a column that nobody knows.
pub(super) fn fold(grid: &mut Grid) {
    let Some((head, rows)) = grid.rows.split_first_mut() else { return };
    let named = head.cells.iter().filter_map(|placed| Some((placed.cell.text()?.to_owned(), placed.column)));
    let columns: BTreeMap<String, usize> = named.collect();
    for (name, column) in &columns {
        let Some(reason) = columns.get(&format!("{name}.missing")) else { continue };
        let note = columns.get(&format!("{name}.missing_note"));
        let has = |cells: &[Placed], column: usize| cells.iter().any(|placed| placed.column == column);
        let clear = rows.iter().all(|row| {
            let (value, reason) = (has(&row.cells, *column), has(&row.cells, *reason));
            let noted = note.is_some_and(|note| has(&row.cells, *note));
            !(value && reason) && (reason || !noted)
        });
        if !clear {
            continue;
        }
        let parts = [Some(reason), note];
        let is_part = |placed: &Placed| parts.iter().flatten().any(|part| **part == placed.column);
        for row in rows.iter_mut() {
            let text = |column: usize| {
                let found = row.cells.iter().find(|placed| placed.column == column);
                found.and_then(|placed| placed.cell.text()).map(str::to_owned)
            };
            let said = text(*reason).map(|reason| match note.and_then(|note| text(*note)) {
                Some(note) => format!("#{reason}：{note}"),
                None => format!("#{reason}"),
            });
            row.cells.retain(|placed| !is_part(placed));
            if let Some(said) = said {
                let at = row.cells.partition_point(|placed| placed.column < *column);
                row.cells.insert(at, Placed { column: *column, cell: Cell::Text(said), formula: false });
            }
        }
        head.cells.retain(|placed| !is_part(placed));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::{GridKind, Row};

    fn grid(rows: &[&[&str]]) -> Grid {
        let placed =
            |(column, text): (usize, &&str)| Placed { column, cell: Cell::Text((*text).to_owned()), formula: false };
        let row = |(number, texts): (usize, &&[&str])| {
            let cells = (1..).zip(*texts).map(placed).filter(|placed| placed.cell.text() != Some(""));
            Row { number, cells: cells.collect() }
        };
        Grid { name: "x".into(), kind: GridKind::Table, rows: (1..).zip(rows).map(row).collect(), merged: vec![] }
    }

    fn shown(grid: &Grid) -> Vec<Vec<(usize, &str)>> {
        let of = |row: &'_ Row| row.cells.len();
        assert!(grid.rows.iter().all(|row| of(row) <= 4));
        grid.rows
            .iter()
            .map(|row| row.cells.iter().map(|placed| (placed.column, placed.cell.text().unwrap())).collect())
            .collect()
    }

    #[test]
    fn a_reason_stands_where_its_value_would() {
        let mut own = grid(&[
            &["id", "area", "area.missing", "area.missing_note"],
            &["F1", "", "withheld", "涉密"],
            &["F2", "5"],
        ]);
        fold(&mut own);
        assert_eq!(
            shown(&own),
            [vec![(1, "id"), (2, "area")], vec![(1, "F1"), (2, "#withheld：涉密")], vec![(1, "F2"), (2, "5")]]
        );
    }

    #[test]
    fn a_reason_beside_a_value_is_not_taken_off() {
        let rows: &[&[&str]] = &[&["id", "area", "area.missing"], &["F1", "5", "withheld"]];
        let mut own = grid(rows);
        fold(&mut own);
        assert_eq!(own, grid(rows));
    }
}
