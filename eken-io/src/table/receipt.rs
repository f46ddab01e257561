//! The sheet 回执 of an annotated copy: what eken said of the file, no fact of it, so that a copy that was mended is read as if it
//! were the file itself.

use eken_core::words::Label;

use crate::grid::Grid;

/// The name of the sheet.
pub const NAME: Label = Label::new("回执", "Receipt");
/// Its title.
pub const TITLE: Label = Label::new("eken 检查回执", "eken receipt of findings");
/// What stands in the first cell of its first row, which is hidden; the cells behind it remember what marks cover.
pub const MARK: &str = "eken-receipt-1";

/// Rows in which its mark or its title stands: someone may have put a few rows above.
const ROWS: usize = 6;

/// Whether a sheet is a 回执: its mark or its title says so, whatever the sheet is called.
pub fn is_receipt(grid: &Grid) -> bool {
    let cells = grid.rows.iter().take(ROWS).flat_map(|row| &row.cells);
    let mut texts = cells.filter_map(|placed| placed.cell.text()).map(str::trim);
    texts.any(|text| [MARK, TITLE.zh, TITLE.en].contains(&text))
}

/// What its hidden row remembers: the texts behind the mark.
pub fn memory(grid: &Grid) -> impl Iterator<Item = &str> {
    let row = grid
        .rows
        .iter()
        .take(ROWS)
        .find(|row| row.cells.iter().any(|placed| placed.cell.text().is_some_and(|text| text.trim() == MARK)));
    row.into_iter().flat_map(|row| &row.cells).filter_map(|placed| placed.cell.text()).filter(|text| *text != MARK)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::{Cell, GridKind, Placed, Row};

    fn grid(rows: &[&[&str]]) -> Grid {
        let cell = |(column, text): (usize, &&str)| Placed { column, cell: Cell::Text((*text).into()), formula: false };
        let row = |(number, texts): (usize, &&[&str])| Row { number, cells: (1..).zip(*texts).map(cell).collect() };
        Grid { name: "表".into(), kind: GridKind::Sheet, rows: (1..).zip(rows).map(row).collect(), merged: vec![] }
    }

    #[test]
    fn a_receipt_is_known_by_its_mark_or_its_title() {
        assert!(is_receipt(&grid(&[&[MARK, "E8A8A0 x"], &["任意"]])));
        assert!(is_receipt(&grid(&[&["新加的一行"], &["", TITLE.zh]])));
        assert!(is_receipt(&grid(&[&[TITLE.en]])));
        assert!(!is_receipt(&grid(&[&["回执"], &["编号", "名称"]])));
        let marked = grid(&[&[MARK, "E8A8A0 a", "E8A8A1 b"], &["x"]]);
        assert_eq!(memory(&marked).collect::<Vec<_>>(), ["E8A8A0 a", "E8A8A1 b"]);
    }
}
