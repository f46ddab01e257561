//! Books made by hand, written and read again.

use eken_core::report::{Book, Cell as Told, Leaf, Line, Number, Part, Table, Tone};
use eken_core::words::Lang;

use super::signs::{fit, number_format, running};
use super::workbook::workbook;
use crate::grid::{Cell, Grid};
use crate::xlsx::read::read;

fn book(internal: bool, rows: Vec<Line>) -> Book {
    let table = Part::Table(Table { heads: vec!["甲".to_owned(), "乙".to_owned()], rows });
    let leaf = |name, parts| Leaf { name, title: "表".to_owned(), widths: vec![10, 20], parts };
    Book {
        lang: Lang::Zh,
        name: "2023&镇".to_owned(),
        mark: "内部资料",
        internal,
        leaves: vec![leaf("概览", vec![Part::Text("说明".to_owned()), table]), leaf("回执", vec![])],
    }
}

fn number(decimal: &str) -> Told {
    Told::Number(Number { decimal: decimal.to_owned(), places: 1, signed: true })
}

fn cells(grid: &Grid) -> Vec<Cell> {
    grid.rows.iter().flat_map(|row| row.cells.iter().map(|placed| placed.cell.clone())).collect()
}

fn has(grid: &Grid, cell: &Cell) -> bool {
    cells(grid).contains(cell)
}

#[test]
fn texts_are_texts_and_exact_numbers_numbers() {
    let rows = vec![
        Line::Band("一组".to_owned()),
        Line::Row(vec![Told::Text("=1+1".to_owned()), number("-12.5")]),
        Line::Row(vec![Told::Sign("✗", "未达到", Tone::Bad), number("12345678901234567")]),
        Line::Pair(Told::Link("回执"), "@SUM(A1)\n第二行".to_owned()),
    ];
    let grids = read(&workbook(&book(false, rows)).unwrap()).unwrap();
    assert_eq!(grids.iter().map(|grid| grid.name.as_str()).collect::<Vec<_>>(), ["概览", "回执"]);
    let text = |text: &str| Cell::Text(text.to_owned());
    for cell in [
        text("=1+1"),
        Cell::Number("-12.5".to_owned()),
        text("✗ 未达到"),
        text("12345678901234567"),
        text("回执"),
        text("@SUM(A1)\n第二行"),
        text("一组"),
    ] {
        assert!(has(&grids[0], &cell), "{cell:?} is not there");
    }
    assert!(has(&grids[1], &text("← 概览")));
    assert!(grids.iter().flat_map(|grid| &grid.rows).flat_map(|row| &row.cells).all(|placed| !placed.formula));
}

#[test]
fn the_internal_rendition_says_so_in_the_first_row_of_every_sheet() {
    let grids = read(&workbook(&book(true, vec![])).unwrap()).unwrap();
    for grid in grids {
        assert_eq!(grid.rows[0].number, 1);
        assert!(grid.rows[0].cells[0].cell == Cell::Text("内部资料".to_owned()), "{}", grid.name);
    }
}

#[test]
fn the_same_book_gives_the_same_bytes() {
    let book = book(true, vec![Line::Row(vec![number("1"), Told::Blank])]);
    assert_eq!(workbook(&book).unwrap(), workbook(&book).unwrap());
}

#[test]
fn a_text_that_steers_or_never_ends_is_made_fit() {
    assert_eq!(fit("a\u{202e}b\n\u{7}c\u{ffff}"), "a\u{fffd}b\n\u{fffd}c\u{fffd}");
    let long = fit(&"长".repeat(40_000));
    assert!(long.chars().count() < 32_767 && long.ends_with('…'));
    assert_eq!(running("A&B\nC"), "A&&B C");
}

#[test]
fn a_gap_has_its_sign() {
    assert_eq!(number_format(0, false), "#,##0");
    assert_eq!(number_format(2, true), "+#,##0.00;-#,##0.00;0");
}
