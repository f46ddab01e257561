//! Dossiers through every kind of file and back, and what is said of files that are none.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests may fail by a panic")]

use std::path::{Path, PathBuf};

use eken_core::limits::Limits;
use eken_core::model::Dossier;
use eken_core::parse::parse;
use eken_core::plan::builtin;
use eken_core::validate::Profile;
use eken_core::words::Lang;
use eken_io::convert::{folder, json, workbook};
use eken_io::csv::write::Target;
use eken_io::document::{Document, Options, Unread, read, read_folder};
use eken_io::grid::{Cell, Grid, GridKind, Placed, Row};
use eken_io::template::workbook::workbook as template;
use eken_io::xlsx;

fn example(name: &str) -> Dossier {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/data").join(name);
    parse(&std::fs::read(path).unwrap(), &Limits::default()).unwrap().dossier().clone()
}

/// A new folder of this test's own.
fn scratch(name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("eken-files-{}-{name}", std::process::id()));
    let _ = std::fs::remove_dir_all(&path);
    path
}

/// How many tables are in a folder; the Data Package beside them is none.
fn tables(path: &Path) -> usize {
    let names = std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().file_name());
    names.filter(|name| name.to_str().is_some_and(|name| name.ends_with(".csv"))).count()
}

fn whole(document: &Document) {
    let sheets = document.sheets.as_ref().unwrap();
    assert!(sheets.refused.is_empty(), "{:?}", sheets.refused);
    for tally in &sheets.tallies {
        assert!(tally.is_whole(), "{tally:?}");
    }
}

#[test]
fn a_dossier_comes_back_from_a_workbook_and_from_a_folder_of_tables() {
    for name in ["yuanqu-2023.json", "minimal.json", "tier-general-promotion.json"] {
        let own = example(name);
        for lang in [Lang::Zh, Lang::En] {
            let bytes = workbook(&own, lang).unwrap();
            assert_eq!(bytes, workbook(&own, lang).unwrap(), "{name}: the same bytes every time");
            let document = read(bytes, "filed.xlsx", &Options::default()).unwrap();
            whole(&document);
            assert_eq!(json(document.parsed.dossier()), json(&own), "{name} {lang:?}");
            let path = scratch(&format!("{name}-{lang:?}"));
            let files = folder(&own, &path, lang, Target::Utf8).unwrap();
            assert!(files >= 2 && tables(&path) == files);
            let document = read_folder(&path, &Options::default()).unwrap();
            whole(&document);
            assert_eq!(json(document.parsed.dossier()), json(&own), "{name} {lang:?}");
            // tables of an earlier conversion are replaced, other files are left alone
            assert_eq!(folder(&example("minimal.json"), &path, lang, Target::Utf8).unwrap(), tables(&path));
            std::fs::File::create(path.join("notes.csv")).unwrap();
            assert_eq!(folder(&own, &path, lang, Target::Utf8).unwrap_err().code, "convert.folder");
            std::fs::remove_dir_all(path).unwrap();
        }
    }
}

#[test]
fn findings_of_a_workbook_are_those_of_the_dossier_each_at_its_cell() {
    let plan = builtin("yuanqu-2023").unwrap();
    let own = example("yuanqu-2023.json");
    let direct = read(json(&own).into_bytes(), "town.json", &Options::default()).unwrap();
    let (direct, none) = direct.check(&plan, &Profile::default());
    assert!(none.is_none());
    let bytes = workbook(&own, Lang::Zh).unwrap();
    let (checked, sheets) = read(bytes, "town.xlsx", &Options::default()).unwrap().check(&plan, &Profile::default());
    let kinds = |checked: &eken_core::validate::Checked| {
        let mut kinds: Vec<(String, &str)> =
            checked.findings().iter().map(|finding| (finding.pointer.clone(), finding.code())).collect();
        kinds.sort();
        kinds
    };
    assert_eq!(kinds(&checked), kinds(&direct));
    for finding in checked.findings() {
        let spot = finding.spot.as_ref().unwrap();
        assert_eq!((spot.row, spot.column), (finding.place.line, finding.place.column));
    }
    let code = checked.findings().iter().find(|finding| finding.code() == "entity.code-check").unwrap();
    assert!(code.shown_place().starts_with("市场主体!B"), "{}", code.shown_place());
    assert!(sheets.unwrap().records().0 > 1_000);
}

#[test]
fn an_empty_template_is_an_empty_dossier_and_a_filled_one_is_read() {
    let plan = builtin("yuanqu-2023").unwrap();
    for lang in [Lang::Zh, Lang::En] {
        let bytes = template(&plan, lang).unwrap();
        let document = read(bytes.clone(), "template.xlsx", &Options::default()).unwrap();
        whole(&document);
        assert_eq!(json(document.parsed.dossier()), "{\n  \"schema_version\": 1\n}\n");
        // filled in: a facility below the example of its sheet
        let mut grids = xlsx::read::read(&bytes).unwrap();
        let sheet: &mut Grid =
            grids.iter_mut().find(|grid| ["设施", "Facilities"].contains(&grid.name.as_str())).unwrap();
        let cell = |column: usize, text: &str| Placed { column, cell: Cell::Text(text.to_owned()), formula: false };
        let number = sheet.rows.last().unwrap().number.saturating_add(1);
        sheet.rows.push(Row { number, cells: vec![cell(1, "F1"), cell(2, "服务中心")] });
        let document = read(xlsx::write::write(&grids).unwrap(), "filled.xlsx", &Options::default()).unwrap();
        whole(&document);
        let facilities: Vec<_> = document.parsed.dossier().facilities.iter().collect();
        assert_eq!(facilities.len(), 1, "{lang:?}");
        assert_eq!(facilities[0].1.id.known().map(|id| id.as_str()), Some("F1"));
    }
}

#[test]
fn a_table_alone_and_tables_in_an_archive_are_dossiers_too() {
    let text = "\u{feff}编号,名称,统一社会信用代码\r\nE1,甲公司,91140827MA0EKEN03X\r\n";
    let document = read(text.as_bytes().to_vec(), "市场主体.csv", &Options::default()).unwrap();
    whole(&document);
    assert_eq!(document.sheets.unwrap().records(), (1, 0));
    assert_eq!(document.parsed.dossier().entities.iter().count(), 1);
}

#[test]
fn what_is_no_dossier_is_told_by_what_it_is() {
    let code = |bytes: &[u8], name: &str| match read(bytes.to_vec(), name, &Options::default()) {
        Err(Unread::File(error)) => error.code,
        Err(Unread::Dossier(eken_core::error::Error::Read { code, .. })) => code,
        other => panic!("{other:?}"),
    };
    assert_eq!(code(b"", "a.json"), "json.empty");
    assert_eq!(code(b"{}\n{}\n", "a.json"), "file.many");
    assert_eq!(code(b"{}\n!\n", "a.json"), "json.syntax");
    assert_eq!(code(b"{}\n{}\n", "a.xlsx"), "file.mismatch");
    assert_eq!(code(b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "a.zip"), "file.none");
    assert_eq!(code(b"PAR1....PAR1", "a.parquet"), "columnar.damaged");
    assert_eq!(code(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.xls"), "file.xls");
    assert_eq!(code(b"a,\"b\n", "a.csv"), "csv.quote");
}

#[test]
fn rows_are_refused_one_by_one_and_nothing_is_lost() {
    let cell = |(column, text): (usize, &&str)| Placed { column, cell: Cell::Text((*text).to_owned()), formula: false };
    let row = |(number, texts): (usize, &&[&str])| Row { number, cells: (1..).zip(*texts).map(cell).collect() };
    let grid = |name: &str, rows: &[&[&str]]| Grid {
        name: name.to_owned(),
        kind: GridKind::Sheet,
        rows: (1..).zip(rows).map(row).collect(),
        merged: vec![],
    };
    let grids = [
        grid("市场主体", &[&["编号", "名称"], &["E1", "甲"], &["E1", "乙"], &["E2", "丙"]]),
        grid(
            "市场主体·月度销售",
            &[
                &["市场主体编号", "月份", "销售额"],
                &["E1", "2023-01", "1"],
                &["E2", "2023-01", "2"],
                &["E3", "2023-01", "3"],
            ],
        ),
        grid("别的", &[&["一"], &["二"]]),
    ];
    let document = read(xlsx::write::write(&grids).unwrap(), "a.xlsx", &Options::default()).unwrap();
    let sheets = document.sheets.unwrap();
    let codes: Vec<&str> = sheets.refused.iter().map(|refused| refused.code).collect();
    assert_eq!(codes, ["table.unknown-sheet", "table.unknown-sheet", "table.parent-ambiguous", "table.parent-unknown"]);
    assert_eq!(sheets.records(), (4, 4));
    assert!(sheets.tallies.iter().all(eken_io::table::Tally::is_whole));
}
