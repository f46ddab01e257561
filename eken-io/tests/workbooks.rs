//! Workbooks from others: each of tests/vectors/files/xlsx and ods is read as the file of lines beside it says, or refused by its
//! code.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "a test may fail")]

use std::fmt::Write as _;
use std::path::PathBuf;

use chrono::{NaiveTime, Timelike};
use eken_core::words::Lang;
use eken_io::error::Result;
use eken_io::grid::{Cell, Grid, letters};
use eken_io::xlsx::limits::Limits;
use eken_io::xlsx::read::{read, read_within};
use proptest::prelude::*;

fn folder(kind: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors/files").join(kind)
}

fn file(name: &str) -> Vec<u8> {
    let kind = name.rsplit('.').next().filter(|end| *end == "ods").unwrap_or("xlsx");
    std::fs::read(folder(kind).join(name)).unwrap()
}

/// What was read, in the words of the files beside the workbooks.
fn lines(grids: &[Grid]) -> String {
    let mut out = String::new();
    for grid in grids {
        writeln!(out, "= {}", grid.name).unwrap();
        for merged in &grid.merged {
            let (columns, rows) = (merged.columns, merged.rows);
            writeln!(out, "+ {}{}:{}{}", letters(columns.0), rows.0, letters(columns.1), rows.1).unwrap();
        }
        for row in &grid.rows {
            for placed in &row.cells {
                let (kind, value) = shown(&placed.cell);
                let formula = if placed.formula { "!" } else { "" };
                writeln!(out, "{}{} {kind}{formula} {value}", letters(placed.column), row.number).unwrap();
            }
        }
    }
    out
}

fn shown(cell: &Cell) -> (&'static str, String) {
    let clock = |time: &NaiveTime| match time.nanosecond() {
        0 => time.format("%H:%M:%S").to_string(),
        _ => time.to_string(),
    };
    match cell {
        Cell::Empty => ("empty", String::new()),
        Cell::Text(text) => ("text", text.replace('\n', "\\n")),
        Cell::Number(number) => ("number", number.clone()),
        Cell::Noisy(number) => ("noisy", number.clone()),
        Cell::Flag(flag) => ("flag", flag.to_string()),
        Cell::Day(day, None) => ("day", day.to_string()),
        Cell::Day(day, Some(time)) => ("day", format!("{day} {}", clock(time))),
        Cell::Time(time) => ("time", clock(time)),
        Cell::Scaled(number, smaller) => ("scaled", format!("{number} {smaller}")),
        Cell::Shown(shown) => {
            let parts = [Some(&shown.number), shown.figure.as_ref(), shown.text.as_ref()];
            ("shown", parts.map(|part| part.map_or("-", String::as_str)).join(" "))
        }
        Cell::Period(day, span) => ("period", span.of(*day)),
        Cell::NotCalculated => ("formula", "not calculated".to_owned()),
        Cell::Fault(text) => ("fault", text.clone()),
    }
}

fn every_workbook_of(kind: &str, least: usize, read: fn(&[u8]) -> Result<Vec<Grid>>) {
    let mut names: Vec<String> = std::fs::read_dir(folder(kind))
        .unwrap()
        .filter_map(|entry| entry.unwrap().file_name().to_str()?.strip_suffix(&format!(".{kind}")).map(str::to_owned))
        .collect();
    names.sort();
    assert!(names.len() >= least, "{} workbooks: make.py was not run", names.len());
    let mut wrong = Vec::new();
    for name in names {
        let expected = std::fs::read_to_string(folder(kind).join(format!("{name}.txt"))).unwrap();
        let found = match read(&file(&format!("{name}.{kind}"))) {
            Ok(grids) => lines(&grids),
            Err(fault) => format!("error {}\n", fault.code),
        };
        if found != expected {
            wrong.push(format!("{name}\n--- expected\n{expected}--- found\n{found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_workbook_is_read_as_the_lines_beside_it_say() {
    every_workbook_of("xlsx", 60, read);
    every_workbook_of("ods", 28, eken_io::ods::read::read);
}

#[test]
fn every_cut_of_an_opendocument_workbook_is_refused() {
    let whole = file("kinds.ods");
    for end in 0..whole.len() {
        assert!(eken_io::ods::read::read(&whole[..end]).is_err(), "the first {end} bytes were read");
    }
}

#[test]
fn a_limit_reached_is_refused_and_one_below_is_not() {
    let open = Limits::default();
    for (name, limits, code) in [
        ("plain", Limits { cells: 9, ..open }, "workbook.cells"),
        ("plain", Limits { entries: 5, ..open }, "workbook.zip-entries"),
        ("plain", Limits { inflated: 1_000, ..open }, "workbook.zip-inflated"),
        ("plain", Limits { bytes: 1_000, ..open }, "workbook.too-large"),
        ("plain", Limits { text: 53, ..open }, "workbook.text"),
        ("rich-text", Limits { text: 60, ..open }, "workbook.text"),
        ("rich-text", Limits { strings: 2, ..open }, "workbook.text"),
        ("plain", Limits { cell: 10, ..open }, "workbook.cell-text"),
        ("several-sheets", Limits { sheets: 6, ..open }, "workbook.sheets"),
        ("merged-title", Limits { merged: 1, ..open }, "workbook.cells"),
    ] {
        let bytes = file(&format!("{name}.xlsx"));
        let found = read_within(&bytes, &limits).err().map(|fault| fault.code);
        assert_eq!(found, Some(code), "{name} under {limits:?}");
    }
    let plain = file("plain.xlsx");
    let enough = Limits { cells: 10, text: 54, ..open };
    assert_eq!(read_within(&plain, &enough), read(&plain));
    let rich = file("rich-text.xlsx");
    assert!(read_within(&rich, &Limits { strings: 3, ..open }).is_ok());
    let merged = file("merged-title.xlsx");
    assert!(read_within(&merged, &Limits { merged: 2, ..open }).is_ok());
}

#[test]
fn an_error_names_the_place_and_no_value() {
    let fault = read(&file("cell-twice.xlsx")).unwrap_err();
    assert_eq!((fault.code, fault.place(Lang::En).as_str()), ("workbook.damaged", "sheet 1, A1"));
    for (of, said) in [(fault.words, "damaged"), (fault.help, "send")] {
        assert!(of.en.contains(said) && !of.zh.is_empty(), "{of:?}");
    }
    let fault = read(&file("kind-unknown.xlsx")).unwrap_err();
    assert!(!format!("{fault}{fault:?}").contains("zz"));
}

#[test]
fn every_cut_of_a_workbook_is_refused() {
    let whole = file("plain.xlsx");
    for end in (0..whole.len()).step_by(97).chain(whole.len() - 30..whole.len()) {
        assert!(read(&whole[..end]).is_err(), "the first {end} bytes were read");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_bytes_are_flipped_the_answer_is_data_or_a_code(
        name in prop::sample::select(vec!["plain", "formulas", "dates-1900", "rich-text", "merged-title", "several-sheets"]),
        flips in prop::collection::vec((any::<prop::sample::Index>(), 1u8..), 1..6),
    ) {
        let mut bytes = file(&format!("{name}.xlsx"));
        for (at, bits) in flips {
            let at = at.index(bytes.len());
            bytes[at] ^= bits;
        }
        let code = read(&bytes).err().map(|fault| fault.code);
        prop_assert!(code.is_none_or(|code| code.starts_with("workbook.")));
    }

    #[test]
    fn whatever_the_markup_of_a_sheet_the_answer_is_data_or_a_code(
        words in prop::collection::vec(prop::sample::select(vec![
            "<row r=\"1\">", "<row>", "</row>", "<c r=\"A1\">", "<c r=\"B2\" t=\"s\" s=\"1\">", "<c t=\"inlineStr\">", "</c>", "<v>", "</v>",
            "<f>", "<is>", "</is>", "<t>", "</t>", "1", "1e5", "&amp;", "&#0;", "&x;", "甲", "<!--", "-->", "<![CDATA[", "]]>", "<mergeCells>",
            "<mergeCell ref=\"A1:B2\"/>", "</sheetData>", "<", ">", "\"",
        ]), 0..40),
    ) {
        let bytes = zip_of(&words.concat());
        let code = read(&bytes).err().map(|fault| fault.code);
        prop_assert!(code.is_none_or(|code| code.starts_with("workbook.")));
    }
}

/// A workbook whose one sheet has this between the tags of its data, stored without compression.
fn zip_of(inside: &str) -> Vec<u8> {
    use std::io::Write as _;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, text) in [
        (
            "_rels/.rels",
            "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"w.xml\"/></Relationships>",
        ),
        (
            "_rels/w.xml.rels",
            "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"s.xml\"/></Relationships>",
        ),
        ("w.xml", "<workbook><sheets><sheet name=\"a\" id=\"a\"/></sheets></workbook>"),
        ("s.xml", &format!("<worksheet><sheetData>{inside}</sheetData></worksheet>")),
    ] {
        zip.start_file(name, stored).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
