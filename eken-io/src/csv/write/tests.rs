//! Grids written, and read again as they were.

use chrono::{NaiveDate, NaiveTime};
use eken_core::words::Lang;
use proptest::prelude::*;

use super::*;
use crate::csv::encoding::Encoding;
use crate::csv::read::{ReadOptions, read};
use crate::grid::{GridKind, Placed};

fn grid(rows: Vec<Vec<(usize, Cell)>>) -> Grid {
    let place = |(column, cell)| Placed { column, cell, formula: false };
    let rows = rows
        .into_iter()
        .enumerate()
        .map(|(index, cells)| Row { number: index.saturating_add(1), cells: cells.into_iter().map(place).collect() });
    Grid { name: "t".into(), kind: GridKind::Sheet, rows: rows.collect(), merged: vec![] }
}

fn text(text: &str) -> Cell {
    Cell::Text(text.into())
}

fn written(grid: &Grid, target: Target) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    write(grid, &mut bytes, target).map(|()| bytes)
}

#[test]
fn excel_opens_it_right() {
    let grid = grid(vec![
        vec![(1, text("名称")), (3, text("面积"))],
        vec![],
        vec![(1, text("a,b")), (2, text("say \"x\"")), (3, text("=1+1"))],
        vec![(2, text("a\nb")), (3, text(" x")), (4, text("-5"))],
    ]);
    let expected = "\u{feff}名称,,面积\r\n\"a,b\",\"say \"\"x\"\"\",'=1+1\r\n,\"a\nb\",\" x\",'-5\r\n";
    assert_eq!(String::from_utf8(written(&grid, Target::Utf8).unwrap()).unwrap(), expected);
}

#[test]
fn cells_of_every_kind_have_their_text() {
    let day = NaiveDate::from_ymd_opt(2025, 6, 30).unwrap();
    let time = NaiveTime::from_hms_opt(8, 30, 0).unwrap();
    let cells = [
        Cell::Empty,
        Cell::Number("-12.5".into()),
        Cell::Noisy("0.3".into()),
        Cell::Flag(true),
        Cell::Flag(false),
        Cell::Day(day, None),
        Cell::Day(day, Some(time)),
        Cell::Time(time),
        Cell::Fault("#REF!".into()),
        Cell::Number("-".into()),
        Cell::Number("=1".into()),
    ];
    let cells = cells.into_iter().zip(1..).map(|(cell, column)| (column, cell)).collect();
    let expected = "\u{feff},-12.5,0.3,TRUE,FALSE,2025-06-30,2025-06-30 08:30:00,08:30:00,#REF!,'-,'=1\r\n";
    assert_eq!(String::from_utf8(written(&grid(vec![cells]), Target::Utf8).unwrap()).unwrap(), expected);
}

#[test]
fn gb18030_is_written_without_replacement_or_not_at_all() {
    let name = "示例\u{20000}村";
    let bytes = written(&grid(vec![vec![(1, text(name)), (2, text("=设"))]]), Target::Gb18030).unwrap();
    assert_eq!(bytes, b"\xca\xbe\xc0\xfd\x95\x32\x82\x36\xb4\xe5,'=\xc9\xe8\r\n");
    for letter in ["\u{e5e5}", "\u{e78d}", "\u{e864}"] {
        let lost = grid(vec![vec![(1, text("a"))], vec![(3, text(letter))]]);
        let error = written(&lost, Target::Gb18030).unwrap_err();
        assert_eq!((error.code, error.at), ("csv.unwritable", Some(Place::Cell(2, 3))));
        assert!(written(&lost, Target::Utf8).is_ok());
    }
}

#[test]
fn what_no_csv_file_can_hold_is_refused() {
    let refused = |rows| {
        let error = written(&grid(rows), Target::Utf8).unwrap_err();
        (error.code, error.at.map(|at| at.text(Lang::En)))
    };
    assert_eq!(refused(vec![vec![(2, text("a\0"))]]), ("csv.nul", Some("row 1, column 2".into())));
    assert_eq!(refused(vec![vec![(16_385, text("a"))]]), ("csv.fields", Some("row 1, column 16385".into())));
    assert_eq!(refused(vec![vec![(2, text("a")), (2, text("b"))]]).0, "csv.fields");
    assert_eq!(refused(vec![vec![(0, text("a"))]]).0, "csv.fields");
}

#[test]
fn a_disk_that_is_full_is_an_error() {
    struct Full;
    impl Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("full"))
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    assert_eq!(write(&grid(vec![]), &mut Full, Target::Utf8).unwrap_err().code, "csv.write");
    assert_eq!(write(&grid(vec![vec![(1, text("a"))]]), &mut Full, Target::Gb18030).unwrap_err().code, "csv.write");
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof!["[^\0]{1,8}", "['=+@\\-,;|\t\r\n\" \u{feff}＝设a]{1,6}", "[sS]ep=[,;|\t]"]
}

fn any_rows() -> impl Strategy<Value = Vec<Vec<(usize, String)>>> {
    let row = proptest::collection::btree_map(1_usize..6, any_text(), 1..4).prop_map(|row| row.into_iter().collect());
    proptest::collection::vec(row, 0..6)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]
    #[test]
    fn what_is_written_is_read_again(rows in any_rows(), gb18030 in any::<bool>()) {
        let cells = |row: Vec<(usize, String)>| row.into_iter().map(|(column, text)| (column, Cell::Text(text))).collect();
        let grid = grid(rows.into_iter().map(cells).collect());
        let (target, encoding) =
            if gb18030 { (Target::Gb18030, Encoding::Gb18030) } else { (Target::Utf8, Encoding::Auto) };
        match written(&grid, target) {
            Ok(bytes) => {
                let back = read(&bytes, "t", &ReadOptions { encoding, ..ReadOptions::default() });
                let back = back.map(|csv| csv.grid.rows.into_iter().map(|row| row.cells).collect::<Vec<_>>());
                let rows: Vec<_> = grid.rows.into_iter().map(|row| row.cells).collect();
                prop_assert_eq!(back, Ok(rows));
            }
            Err(error) => prop_assert_eq!((error.code, target), ("csv.unwritable", Target::Gb18030)),
        }
    }
}
