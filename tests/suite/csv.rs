//! CSV files: the vectors of tests/vectors/files/csv, and records held against Python's csv module.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use eken_core::words::Lang;
use eken_io::csv::delimiter::Delimiter;
use eken_io::csv::encoding::Encoding;
use eken_io::csv::read::{ReadOptions, read};
use eken_io::file::format::{Format, recognise, sniff};
use eken_io::file::tables::{TablesOptions, archive, folder};
use eken_io::grid::Grid;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

fn home() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("vectors/files/csv")
}

fn python(argument: &str) -> Option<Command> {
    Command::new("python3").arg("--version").output().ok()?;
    let mut command = Command::new("python3");
    command.arg(home().join("make.py")).arg(argument).env("PYTHONIOENCODING", "utf-8");
    Some(command)
}

fn rows(grid: &Grid) -> Value {
    let rows = grid.rows.iter().map(|row| {
        let cells: BTreeMap<String, &str> = row
            .cells
            .iter()
            .map(|placed| (placed.column.to_string(), placed.cell.text().expect("cells of text only")))
            .collect();
        json!([row.number, cells])
    });
    rows.collect()
}

fn encoding(name: &Value) -> Encoding {
    match name.as_str() {
        None => Encoding::Auto,
        Some("utf8") => Encoding::Utf8,
        Some("gb18030") => Encoding::Gb18030,
        Some("utf16le") => Encoding::Utf16Le,
        Some("utf16be") => Encoding::Utf16Be,
        Some(other) => panic!("no encoding {other}"),
    }
}

fn delimiter(name: &Value) -> Delimiter {
    match name.as_str() {
        None => Delimiter::Auto,
        Some("comma") => Delimiter::Comma,
        Some("semicolon") => Delimiter::Semicolon,
        Some("tab") => Delimiter::Tab,
        Some("bar") => Delimiter::Bar,
        Some(other) => panic!("no delimiter {other}"),
    }
}

#[test]
fn every_file_is_read_as_its_case_says() {
    let cases: Value = serde_json::from_slice(&fs::read(home().join("cases.json")).expect("cases.json")).expect("JSON");
    let cases = cases["cases"].as_array().expect("cases");
    assert!(cases.len() >= 30, "{}", cases.len());
    for case in cases {
        let name = case["file"].as_str().expect("a name");
        let bytes = fs::read(home().join(name)).expect(name);
        let chosen = &case["choose"];
        let options = ReadOptions {
            encoding: encoding(&chosen["encoding"]),
            delimiter: delimiter(&chosen["delimiter"]),
            ..ReadOptions::default()
        };
        match read(&bytes, "t", &options) {
            Ok(csv) => {
                assert_eq!(csv.encoding, encoding(&case["encoding"]), "{name}");
                assert_eq!(csv.delimiter, delimiter(&case["delimiter"]), "{name}");
                assert_eq!(Value::Bool(csv.bom), case["bom"], "{name}");
                assert_eq!(rows(&csv.grid), case["rows"], "{name}");
                if !csv.grid.rows.is_empty() {
                    assert_eq!(recognise(&bytes), Format::Csv, "{name}");
                }
            }
            Err(error) => assert_eq!(
                json!({"code": error.code, "at": error.at.map(|at| at.text(Lang::En))}),
                case["error"],
                "{name}"
            ),
        }
        // what a reader refuses with a line is still recognised as a table by its name
        if case["file"] != "only-blanks.csv" {
            assert_eq!(sniff(&bytes, name), Ok(Format::Csv), "{name}");
        }
    }
}

#[test]
fn the_files_are_those_that_the_script_makes() {
    let Some(mut check) = python("--check") else {
        return eprintln!("python3 is not here: the files are not compared");
    };
    let done = check.output().expect("python3");
    assert!(done.status.success(), "{}", String::from_utf8(done.stderr).expect("UTF-8"));
}

#[test]
fn an_archive_packed_on_chinese_windows_is_read() {
    let bytes = fs::read(home().join("gbk-names.zip")).expect("an archive");
    assert_eq!(sniff(&bytes, "gbk-names.zip"), Ok(Format::CsvZip));
    let read = archive(&bytes, &TablesOptions::default()).expect("tables");
    let names: Vec<&str> = read.tables.iter().map(|table| table.name.as_str()).collect();
    assert_eq!((names, read.left_out), (vec!["entities", "设施"], vec!["说明.docx".to_owned()]));
    assert_eq!(rows(&read.tables[1])[1][1], json!({"1": "展示体验中心", "2": "212"}));
}

#[test]
fn one_file_that_cannot_be_read_refuses_its_folder() {
    let error = folder(&home(), &TablesOptions::default()).expect_err("a folder with damaged files");
    assert_eq!((error.code, error.place(Lang::En).as_str()), ("csv.encoding", "cut-gb18030.csv, byte 7, line 2"));
}

/// Any text of signs that matter is cut into the records that Python's csv module sees, or refused.
#[test]
fn records_are_those_of_python() {
    let Some(mut python) = python("--records") else {
        return eprintln!("python3 is not here: records are not compared");
    };
    let mut runner = TestRunner::deterministic();
    let mut texts = |pattern: &str, count: usize| {
        let strategy = proptest::string::string_regex(pattern).expect("a pattern");
        (0..count).map(|_| strategy.new_tree(&mut runner).expect("a text").current()).collect::<Vec<String>>()
    };
    let field = "([ab设 ;\t]{0,3}|\"([ab设,\r\n]|\"\"){0,6}\")";
    let end = "(\n|\r\n|\r)";
    let sound = format!("(({field},){{0,3}}{field}{end}){{0,6}}");
    let texts: Vec<String> = [texts("[ab,\"\r\n ]{0,30}", 2_000), texts(&sound, 2_000)].concat();

    let input: String = texts.iter().map(|text| json!(text).to_string() + "\n").collect();
    let mut child = python.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("python3");
    let mut stdin = child.stdin.take().expect("a pipe");
    let feed = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().expect("an end");
    feed.join().expect("a thread").expect("all of it written");
    assert!(output.status.success());
    let output = String::from_utf8(output.stdout).expect("UTF-8");
    let expected: Vec<Value> = output.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(expected.len(), texts.len());

    let options = ReadOptions { delimiter: Delimiter::Comma, ..ReadOptions::default() };
    let (mut same, mut several) = (0, 0);
    for (text, expected) in texts.iter().zip(expected) {
        match read(text.as_bytes(), "t", &options) {
            Ok(csv) => {
                assert_eq!(rows(&csv.grid), expected, "{text:?}");
                same += 1;
                several += usize::from(csv.grid.rows.len() > 1);
            }
            Err(error) => assert_eq!(error.code, "csv.quote", "{text:?}"),
        }
    }
    assert!(same > 3_000 && several > 2_000, "{same} of {} were compared, {several} with several records", texts.len());
}
