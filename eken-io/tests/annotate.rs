//! Annotated copies read again: the same dossier, the same findings, and a second copy that says no more than the first.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "a test may fail")]

use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use eken_core::plan::{Plan, builtin};
use eken_core::validate::{Checked, Profile};
use eken_core::words::Lang;
use eken_io::annotate::copy::{Sent, annotate, digest, extension};
use eken_io::document::{Document, Options, Sheets, read, read_folder};
use eken_io::file::format::Format;

fn vectors() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors/files")
}

fn plan() -> Plan {
    builtin("yuanqu-2023").unwrap()
}

struct Opened {
    checked: Checked,
    sheets: Option<Sheets>,
    format: Format,
}

fn checked(document: Document, plan: &Plan) -> Opened {
    let format = document.format;
    let (checked, sheets) = document.check(plan, &Profile::default());
    Opened { checked, sheets, format }
}

fn open(bytes: &[u8], name: &str, plan: &Plan) -> Option<Opened> {
    let options = Options { keep_cells: true, ..Options::default() };
    read(bytes.to_vec(), name, &options).ok().map(|document| checked(document, plan))
}

fn copy(bytes: &[u8], read: &Opened, plan: &Plan, lang: Lang) -> Vec<u8> {
    let held = digest(bytes);
    let sent = Sent {
        format: read.format,
        bytes,
        sheets: read.sheets.as_ref(),
        checked: &read.checked,
        plan,
        digest: Some(&held),
        lang,
    };
    annotate(&sent).unwrap()
}

/// What is found, each with its cell.
fn found(read: &Opened) -> Vec<String> {
    let of = |finding: &eken_core::finding::Finding| {
        format!("{} {} {:?} {}", finding.code(), finding.pointer, finding.severity, finding.shown_place())
    };
    read.checked.findings().iter().map(of).collect()
}

fn records(read: &Opened) -> Option<(usize, usize)> {
    read.sheets.as_ref().map(Sheets::records)
}

fn entry(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// All parts of a workbook in one text.
fn everything(bytes: &[u8]) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = Vec::new();
    for index in 0..zip.len() {
        zip.by_index(index).unwrap().read_to_end(&mut out).unwrap();
    }
    out.iter().map(|byte| char::from(*byte)).collect()
}

fn workbooks() -> Vec<PathBuf> {
    let folders = ["xlsx", "annotate"].map(|folder| vectors().join(folder));
    let mut all: Vec<PathBuf> = folders
        .iter()
        .flat_map(|folder| std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()))
        .filter(|path| path.extension().is_some_and(|end| end == "xlsx" || end == "xlsm"))
        .collect();
    all.sort();
    all
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

#[test]
fn a_copy_is_read_as_what_it_was_made_of_and_so_is_the_copy_of_the_copy() {
    let plan = plan();
    let mut count = 0;
    for path in workbooks() {
        let (bytes, name) = (std::fs::read(&path).unwrap(), name(&path));
        let Some(first) = open(&bytes, &name, &plan) else { continue };
        count += 1;
        let once = copy(&bytes, &first, &plan, Lang::Zh);
        let second = open(&once, &name, &plan).unwrap_or_else(|| panic!("the copy of {name} is not read"));
        assert_eq!(second.checked.digest(), first.checked.digest(), "{name}");
        assert_eq!(found(&second), found(&first), "{name}");
        assert_eq!(records(&second), records(&first), "{name}");
        // in another language, so that nothing of the first copy may be left
        let twice = copy(&once, &second, &plan, Lang::En);
        let third = open(&twice, &name, &plan).unwrap();
        assert_eq!(found(&third), found(&first), "{name}");
        let text = everything(&twice);
        let marks = text.matches("eken-receipt-1").count();
        assert_eq!(marks, 1, "{name}");
        // the same input, the same bytes
        assert!(copy(&bytes, &first, &plan, Lang::Zh) == once, "{name}");
    }
    assert!(count >= 35, "{count} workbooks: the vectors were not found");
}

#[test]
fn what_was_mended_in_the_copy_loses_its_marks() {
    let plan = plan();
    let bytes = std::fs::read(vectors().join("annotate/styled.xlsx")).unwrap();
    let first = open(&bytes, "styled.xlsx", &plan).unwrap();
    let once = copy(&bytes, &first, &plan, Lang::Zh);
    assert!(everything(&once).contains("FFE8A8A"));
    // as if every fault were mended: nothing is found in what is sent back
    let second = open(&once, "styled.xlsx", &plan).unwrap();
    let empty = open(b"{\"schema_version\": 1}", "a.json", &plan).unwrap();
    let clean = Opened { checked: empty.checked, ..second };
    let twice = copy(&once, &clean, &plan, Lang::Zh);
    let comments = entry(&twice, "xl/worksheets/eken-comments1.xml");
    assert!(!comments.contains("<comment ") && !entry(&twice, "xl/worksheets/eken-drawing1.vml").contains("<v:shape "));
    let styles = entry(&twice, "xl/styles.xml");
    let filled: Vec<&str> = styles.split("<fill>").filter(|fill| fill.contains("FFE8A8A")).collect();
    assert!(!filled.is_empty(), "{styles}");
    // no style of a cell has the fill of a mark any more
    let fills: Vec<usize> = styles
        .split("<fills")
        .nth(1)
        .unwrap()
        .split("<fill>")
        .skip(1)
        .enumerate()
        .filter(|(_, fill)| ["FFE8A8A", "FFF8E0A", "FFC8D8E"].iter().any(|base| fill.contains(base)))
        .map(|(index, _)| index)
        .collect();
    for style in styles.split("<cellXfs").nth(1).unwrap().split("<xf ").skip(1) {
        for fill in &fills {
            assert!(!style.contains(&format!("fillId=\"{fill}\"")), "{style}");
        }
    }
    // and the sender's own fill is back
    assert!(styles.contains("FFDDEBF7") && styles.contains("FF00B050"));
}

#[test]
fn tables_and_json_become_a_workbook_that_is_read_as_they_were() {
    let plan = plan();
    let csv = "\u{feff}市场主体名录\r\n编号,名称,统一社会信用代码\r\nE1,=甲公司,91140827MA0EKEN03Y\r\nE2,\"乙\r\n公司\",91140827MA0EKEN11Q\r\n";
    let json = std::fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../examples/data/faulty.json"));
    let json = json.unwrap_or_else(|_| {
        br#"{"schema_version":1,"entities":{"items":[{"id":"E1","code":"91140827MA0EKEN03Y","nmae":1}]}}"#.to_vec()
    });
    for (bytes, name) in [(csv.as_bytes().to_vec(), "市场主体.csv"), (json, "a.json")] {
        let first = open(&bytes, name, &plan).unwrap();
        let once = copy(&bytes, &first, &plan, Lang::Zh);
        let second = open(&once, "a.xlsx", &plan).unwrap();
        assert_eq!(second.checked.digest(), first.checked.digest(), "{name}");
        let codes = |read: &Opened| {
            let mut codes: Vec<String> =
                read.checked.findings().iter().map(|each| format!("{} {}", each.code(), each.pointer)).collect();
            codes.sort();
            codes
        };
        assert_eq!(codes(&second), codes(&first), "{name}");
        let text = everything(&once);
        assert!(text.contains("FFE8A8A") && !text.contains("<f>"), "{name}");
    }
}

#[test]
fn a_folder_of_tables_is_annotated_too() {
    let plan = plan();
    let folder = std::env::temp_dir().join(format!("eken-io-annotate-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let made = |name: &str, text: &str| {
        use std::io::Write as _;
        std::fs::File::create(folder.join(name)).unwrap().write_all(text.as_bytes()).unwrap();
    };
    made("entities.csv", "编号,名称,统一社会信用代码\nE1,甲公司,91140827MA0EKEN03Y\n");
    made("entities.sales.csv", "市场主体编号,月份,销售额\nE7,2023-01,2\n");
    let options = Options { keep_cells: true, ..Options::default() };
    let read = checked(read_folder(&folder, &options).unwrap(), &plan);
    std::fs::remove_dir_all(&folder).unwrap();
    let once = copy(&[], &read, &plan, Lang::Zh);
    let back = open(&once, "a.xlsx", &plan).unwrap();
    assert_eq!((records(&back), records(&read)), (Some((1, 1)), Some((1, 1))));
    let receipt = entry(&once, "xl/worksheets/receipt1.xml");
    assert!(receipt.contains("读入1条，未读入1条") && receipt.contains("table.parent-unknown"), "{receipt}");
}

#[test]
fn no_personal_value_stands_in_what_eken_writes() {
    let plan = plan();
    let csv = "编号,姓名,身份证号,手机\nT1,赵某某,140827200111114052,13900000000\nT2,142733197001010017,1427331992,x\n";
    let first = open(csv.as_bytes(), "培训学员.csv", &plan).unwrap();
    assert!(!first.checked.findings().is_empty());
    let once = copy(csv.as_bytes(), &first, &plan, Lang::Zh);
    for part in ["xl/worksheets/receipt1.xml", "xl/worksheets/eken-comments1.xml"] {
        let text = entry(&once, part);
        for value in ["赵某某", "140827200111114052", "13900000000", "142733197001010017", "1427331992"] {
            assert!(!text.contains(value), "{part} holds a personal value");
        }
    }
}

#[test]
fn macros_keep_their_extension_and_their_program() {
    let plan = plan();
    let bytes = std::fs::read(vectors().join("annotate/macros.xlsm")).unwrap();
    assert_eq!(extension(Format::Xlsx, &bytes), "xlsm");
    let first = open(&bytes, "macros.xlsm", &plan).unwrap();
    let once = copy(&bytes, &first, &plan, Lang::Zh);
    assert_eq!(entry(&once, "xl/vbaProject.bin"), "made up, no program");
    assert_eq!(extension(Format::Xlsx, &once), "xlsm");
    let plain = std::fs::read(vectors().join("annotate/plain.xlsx")).unwrap();
    assert_eq!(extension(Format::Xlsx, &plain), "xlsx");
}
