//! Dossiers through Parquet and Arrow files and back, tables of other programs, and files that are damaged or lie.
#![cfg(feature = "arrow")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "tests may fail by a panic, and hold floats as other programs write them"
)]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use arrow_array::builder::{LargeListBuilder, StringBuilder};
use arrow_array::types::Int32Type;
use arrow_array::{
    ArrayRef, BinaryArray, BooleanArray, Date32Array, Decimal128Array, DictionaryArray, Float64Array, Int64Array,
    LargeStringArray, NullArray, RecordBatch, StringArray, StringViewArray, TimestampMicrosecondArray,
    TimestampNanosecondArray,
};
use eken_core::limits::Limits;
use eken_core::model::Dossier;
use eken_core::parse::parse;
use eken_core::plan::builtin;
use eken_core::validate::Profile;
use eken_core::words::{Lang, Words};
use eken_io::arrow::read::limits::ColumnarLimits;
use eken_io::arrow::{Columnar, Frame, read as columnar, tables, write};
use eken_io::convert::{columnar_folder, json};
use eken_io::document::{Document, Options, Unread, read, read_folder};

const KINDS: [Columnar; 2] = [Columnar::Parquet, Columnar::Arrow];

fn example(name: &str) -> Dossier {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/data").join(name);
    parse(&std::fs::read(path).unwrap(), &Limits::default()).unwrap().dossier().clone()
}

fn scratch(name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("eken-columnar-{}-{name}", std::process::id()));
    let _ = std::fs::remove_dir_all(&path);
    path
}

fn whole(document: &Document) {
    let sheets = document.sheets.as_ref().unwrap();
    assert!(sheets.refused.is_empty(), "{:?}", sheets.refused);
    for tally in &sheets.tallies {
        assert!(tally.is_whole(), "{tally:?}");
    }
}

/// A file of these columns.
fn file(columns: Vec<(&str, ArrayRef)>, kind: Columnar) -> Vec<u8> {
    let batch = RecordBatch::try_from_iter_with_nullable(columns.into_iter().map(|(name, array)| (name, array, true)));
    write(&Frame { key: "x".into(), title: Words::default(), batch: batch.unwrap() }, kind).unwrap()
}

fn texts(texts: &[&str]) -> ArrayRef {
    Arc::new(StringArray::from(texts.to_vec()))
}

fn document(bytes: Vec<u8>, name: &str) -> Document {
    read(bytes, name, &Options::default()).unwrap()
}

fn error(bytes: Vec<u8>, name: &str) -> (&'static str, Option<String>) {
    match read(bytes, name, &Options::default()) {
        Err(Unread::File(error)) => (error.code, error.at.map(|at| at.text(Lang::En))),
        other => panic!("{other:?}"),
    }
}

/// The codes of the findings with their places.
fn findings(document: &Document) -> Vec<(&'static str, String)> {
    let (checked, _) = document.clone().check(&builtin("yuanqu-2023").unwrap(), &Profile::default());
    checked.findings().iter().map(|finding| (finding.code(), finding.shown_place())).collect()
}

#[test]
fn a_dossier_comes_back_from_a_folder_of_parquet_and_of_arrow_files() {
    for name in ["yuanqu-2023.json", "minimal.json", "tier-general-promotion.json"] {
        let own = example(name);
        for kind in KINDS {
            let path = scratch(&format!("{name}-{kind:?}"));
            let files = columnar_folder(&own, &path, kind).unwrap();
            assert_eq!(files, std::fs::read_dir(&path).unwrap().count());
            let read = read_folder(&path, &Options::default()).unwrap();
            whole(&read);
            assert_eq!(json(read.parsed.dossier()), json(&own), "{name} {kind:?}");
            // the other kind takes the place of the first
            columnar_folder(&example("minimal.json"), &path, KINDS[usize::from(kind == Columnar::Parquet)]).unwrap();
            assert_eq!(
                json(read_folder(&path, &Options::default()).unwrap().parsed.dossier()),
                json(&example("minimal.json"))
            );
            std::fs::write(path.join("notes.csv"), "").unwrap();
            assert_eq!(columnar_folder(&own, &path, kind).unwrap_err().code, "convert.folder");
            std::fs::remove_dir_all(path).unwrap();
        }
    }
}

#[test]
fn the_bytes_of_a_file_are_the_same_every_time() {
    for kind in KINDS {
        let files = || {
            tables(&example("yuanqu-2023.json"))
                .unwrap()
                .iter()
                .map(|frame| write(frame, kind).unwrap())
                .collect::<Vec<_>>()
        };
        assert_eq!(files(), files());
    }
}

#[test]
fn what_is_faulty_unknown_or_missing_comes_back_too() {
    let long = "长".repeat(30_000);
    let texts = [
        r#"{"schema_version": 1}"#.to_owned(),
        r#"{"schema_version": 1, "town": 5, "x": {"y": [null, true, -1.5e3]}}"#.to_owned(),
        r#"{"schema_version": 1, "facilities": {"complete": "yes", "items": [{}, 5, {"id": "F1", "id": "F2"}, {"id": "\u0023" }, {"id": "\u00231"},
            {"id": "合计", "floor_area": {"missing": "withheld", "note": "涉密"}}, {"id": " F3", "floor_area": "12.50"},
            {"id": "例：F4", "floor_area": {"value": 5, "status": "estimated", "odd": 1}, "opened": "2023.5", "?": {}},
            {"id": "F5", "floor_area": 5, "floor_area": 6, "roles": [], "zones": [{"kind": "no"}, {}, null]},
            {"id": "F6", "evidence": ["a", 5, null]}, {"id": "F7", "evidence": "D1"}, {"name": "无", "building": "-"}]}}"#.to_owned(),
        r#"{"schema_version": 1, "entities": {"items": [{"id": "E", "sales": [{"month": "2023-13", "amount": -1}, {}]},
            {"id": "E", "sales": [{"month": "2023-01", "amount": 9999999999999.999999999999}]}, {"sales": 5}]}}"#.to_owned(),
        r#"{"schema_version": 1, "entities": [], "facilities": {"items": {}}, "trainees": null, "events": {"missing": "withheld"}}"#.to_owned(),
        format!(r#"{{"schema_version": 1, "facilities": {{"items": [{{"id": "F1", "name": "{long}",
            "evidence": [{}]}}]}}}}"#, vec![format!("{long:?}"); 20].join(", ")),
    ];
    for text in texts {
        let own = parse(text.as_bytes(), &Limits::default()).unwrap().dossier().clone();
        for kind in KINDS {
            let path = scratch("odd");
            columnar_folder(&own, &path, kind).unwrap();
            let read = read_folder(&path, &Options::default()).unwrap();
            whole(&read);
            assert_eq!(json(read.parsed.dossier()), json(&own), "{kind:?}");
            std::fs::remove_dir_all(path).unwrap();
        }
    }
}

#[test]
fn findings_are_those_of_the_dossier_each_at_its_file_row_and_column() {
    let plan = builtin("yuanqu-2023").unwrap();
    let own = example("yuanqu-2023.json");
    let (direct, _) = document(json(&own).into_bytes(), "town.json").check(&plan, &Profile::default());
    let path = scratch("places");
    columnar_folder(&own, &path, Columnar::Parquet).unwrap();
    let (checked, sheets) = read_folder(&path, &Options::default()).unwrap().check(&plan, &Profile::default());
    let kinds = |checked: &eken_core::validate::Checked| {
        let mut kinds: Vec<(String, &str)> =
            checked.findings().iter().map(|finding| (finding.pointer.clone(), finding.code())).collect();
        kinds.sort();
        kinds
    };
    assert_eq!(kinds(&checked), kinds(&direct));
    let code = checked.findings().iter().find(|finding| finding.code() == "entity.code-check").unwrap();
    let row: usize = code.pointer.split('/').nth(3).unwrap().parse().unwrap();
    assert_eq!(code.shown_place(), format!("entities:{}:code", row + 1));
    assert!(sheets.unwrap().records().0 > 1_000);
    std::fs::remove_dir_all(path).unwrap();
}

#[test]
fn typed_columns_of_other_programs_are_read_as_what_they_hold() {
    let mut lists = LargeListBuilder::new(StringBuilder::new());
    lists.values().append_value("D1");
    lists.values().append_value("D、2");
    lists.append(true);
    lists.append(false);
    let roles: DictionaryArray<Int32Type> = vec!["service", "service"].into_iter().collect();
    let midnight = 1_682_899_200_000_000;
    let columns = || -> Vec<(&str, ArrayRef)> {
        vec![
            ("id", Arc::new(StringViewArray::from(vec!["F1", "F2"]))),
            ("名称", Arc::new(LargeStringArray::from(vec!["一号楼", "二号楼"]))),
            ("floor_area", Arc::new(Float64Array::from(vec![0.1 + 0.2, 312.5]))),
            ("opened", Arc::new(TimestampMicrosecondArray::from(vec![midnight, midnight]))),
            ("closed", Arc::new(Date32Array::from(vec![None, Some(19_478)]))),
            ("evidence", Arc::new(lists.finish_cloned())),
            ("building", Arc::new(roles.clone())),
            ("address", Arc::new(NullArray::new(2))),
            ("odd", Arc::new(BooleanArray::from(vec![true, false]))),
        ]
    };
    for kind in KINDS {
        let name = format!("facilities.{}", kind.extension());
        let read = document(file(columns(), kind), &name);
        whole(&read);
        let text = json(read.parsed.dossier());
        for part in [
            "\"floor_area\": 0.3",
            "\"floor_area\": 312.5",
            "\"opened\": \"2023-05-01\"",
            "\"closed\": \"2023-05-01\"",
            "\"D、2\"",
            "\"name\": \"一号楼\"",
            "\"building\": \"service\"",
            "\"odd\": true",
        ] {
            assert!(text.contains(part), "{kind:?}: {part} is not in {text}");
        }
        let found = findings(&read);
        assert!(found.contains(&("cell.binary-noise", "facilities:1:floor_area".to_owned())), "{found:?}");
        assert!(found.contains(&("structure.unknown-field", "facilities:1:odd".to_owned())), "{found:?}");
        assert!(!found.iter().any(|(code, _)| *code == "structure.type"), "{found:?}");
    }
}

#[test]
fn a_table_of_identifiers_alone_is_read() {
    for kind in KINDS {
        let name = format!("facilities.{}", kind.extension());
        let read = document(file(vec![("id", texts(&["F1", "F2"]))], kind), &name);
        whole(&read);
        assert_eq!(read.sheets.unwrap().records(), (2, 0));
    }
}

#[test]
fn numbers_that_are_none_and_identifiers_as_numbers_are_findings_or_exact() {
    let columns: Vec<(&str, ArrayRef)> = vec![
        ("id", texts(&["T1", "T2", "T3"])),
        ("resident_id", Arc::new(Float64Array::from(vec![142_733_197_001_010_017.0, f64::NAN, f64::INFINITY]))),
    ];
    let read = document(file(columns, Columnar::Parquet), "trainees.parquet");
    let codes: Vec<&str> = findings(&read).iter().map(|(code, _)| *code).collect();
    let count = |code: &str| codes.iter().filter(|found| **found == code).count();
    assert_eq!((count("cell.damaged-number"), count("cell.error-value")), (1, 2), "{codes:?}");
    // a whole number of 64 bits keeps every digit, so that the check of the identifier can speak
    let columns: Vec<(&str, ArrayRef)> =
        vec![("id", texts(&["T1"])), ("resident_id", Arc::new(Int64Array::from(vec![142_733_197_001_010_017])))];
    let read = document(file(columns, Columnar::Arrow), "trainees.arrow");
    assert!(json(read.parsed.dossier()).contains("\"142733197001010017\""));
    assert!(!findings(&read).iter().any(|(code, _)| code.starts_with("cell.")));
}

#[test]
fn an_instant_whose_day_depends_on_the_zone_is_no_date() {
    let instants = |zone: &str| -> ArrayRef {
        Arc::new(TimestampNanosecondArray::from(vec![1_682_956_800_000_000_000]).with_timezone(zone))
    };
    for (zone, opened) in [("Asia/Shanghai", Some("2023-05-02")), ("UTC", None)] {
        let columns = vec![("id", texts(&["F1"])), ("opened", instants(zone))];
        let read = document(file(columns, Columnar::Arrow), "facilities.arrow");
        let (_, facility) = read.parsed.dossier().facilities.iter().next().unwrap();
        assert_eq!(facility.opened.known().map(ToString::to_string).as_deref(), opened, "{zone}");
        assert_eq!(
            read.parsed.findings().iter().any(|finding| finding.code() == "structure.partial-date"),
            opened.is_none()
        );
    }
}

#[test]
fn a_ledger_alone_is_refused_row_by_row_and_with_its_entities_every_row_is_read() {
    let sales = || {
        let amounts = Decimal128Array::from(vec![10_001, 25_000, 500]).with_precision_and_scale(12, 2).unwrap();
        vec![
            ("市场主体编号", texts(&["91140827MA0EKEN03X", "E2", "E9"])),
            ("month", texts(&["2023-05", "2023-05", "2023-05"])),
            ("amount", Arc::new(amounts) as ArrayRef),
        ]
    };
    let alone = document(file(sales(), Columnar::Parquet), "entities.sales.parquet");
    let sheets = alone.sheets.as_ref().unwrap();
    assert_eq!(sheets.records(), (0, 3));
    assert!(sheets.refused.iter().all(|refused| refused.code == "table.parent-unknown"));
    let path = scratch("ledger");
    std::fs::create_dir(&path).unwrap();
    std::fs::write(path.join("entities.sales.parquet"), file(sales(), Columnar::Parquet)).unwrap();
    std::fs::write(path.join("市场主体.csv"), "编号,统一社会信用代码\nE1,91140827MA0EKEN03X\nE2,\n").unwrap();
    let read = read_folder(&path, &Options::default()).unwrap();
    let sheets = read.sheets.as_ref().unwrap();
    assert_eq!(sheets.records(), (4, 1));
    assert_eq!(sheets.refused[0].spot.to_string(), "entities.sales:3:市场主体编号");
    assert!(sheets.tallies.iter().all(eken_io::table::Tally::is_whole));
    assert!(json(read.parsed.dossier()).contains("\"amount\": 100.01"));
    std::fs::remove_dir_all(path).unwrap();
}

#[test]
fn what_is_not_read_is_told_by_what_it_is() {
    let binary: ArrayRef = Arc::new(BinaryArray::from(vec![&b"x"[..]]));
    for kind in KINDS {
        let name = format!("facilities.{}", kind.extension());
        let columns = vec![("id", texts(&["F1"])), ("张三", binary.clone())];
        assert_eq!(error(file(columns, kind), &name), ("columnar.type", Some("column 2, binary".to_owned())));
        assert_eq!(error(file(vec![("id", texts(&["F1"]))], kind), "facilities.csv").0, "file.mismatch");
    }
    assert_eq!(error(b"PAR1PAR1".to_vec(), "a.parquet").0, "columnar.damaged");
    assert_eq!(error(b"ARROW1\0\0".to_vec(), "a.arrow").0, "columnar.damaged");
    assert_eq!(error(b"PARE....PARE".to_vec(), "a.parquet").0, "file.encrypted");
    let few = ColumnarLimits { rows: 1, ..ColumnarLimits::default() };
    for kind in KINDS {
        let bytes = file(vec![("id", texts(&["F1", "F2"]))], kind);
        let read = match kind {
            Columnar::Parquet => columnar::parquet(bytes, "x", &few),
            Columnar::Arrow => columnar::ipc(bytes, "x", &few),
        };
        assert_eq!(read.unwrap_err().code, "columnar.rows");
    }
}

/// A small file with a column of most kinds.
fn small(kind: Columnar) -> Vec<u8> {
    let text = r#"{"schema_version": 1, "facilities": {"items": [{"id": "F1", "floor_area": 312.5, "opened": "2023-05",
        "evidence": ["D1", "D2"]}, {"id": "F2", "floor_area": {"missing": "withheld"}, "evidence": []}]}}"#;
    let own = parse(text.as_bytes(), &Limits::default()).unwrap().dossier().clone();
    let frame = tables(&own).unwrap().into_iter().find(|frame| frame.key == "facilities").unwrap();
    let some: Vec<usize> = (0..frame.batch.num_columns()).filter(|nth| *nth < 12).collect();
    write(&Frame { batch: frame.batch.project(&some).unwrap(), ..frame }, kind).unwrap()
}

#[test]
fn a_damaged_file_ends_in_an_error_or_a_dossier_and_soon() {
    let (mut random, mut read_anyway, mut slowest) = (0x9e37_79b9_7f4a_7c15_u64, 0, Duration::ZERO);
    let mut next = |below: usize| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        usize::try_from(random % below as u64).unwrap()
    };
    for kind in KINDS {
        let own = small(kind);
        let mut cases: Vec<Vec<u8>> = (0..own.len()).step_by(13).map(|end| own[..end].to_vec()).collect();
        for _ in 0..1_500 {
            let mut bytes = own.clone();
            for _ in 0..=next(3) {
                let at = next(bytes.len());
                match next(4) {
                    0 => bytes[at] = [0, 0x7f, 0x80, 0xff][next(4)],
                    1 => {
                        let length = next(9).min(bytes.len() - at);
                        bytes[at..at + length].fill(0xff);
                    }
                    _ => bytes[at] ^= 1 << next(8),
                }
            }
            cases.push(bytes);
        }
        for bytes in cases {
            let start = Instant::now();
            let limits = ColumnarLimits::default();
            let read = match kind {
                Columnar::Parquet => columnar::parquet(bytes, "facilities", &limits),
                Columnar::Arrow => columnar::ipc(bytes, "facilities", &limits),
            };
            slowest = slowest.max(start.elapsed());
            match read {
                Ok(_) => read_anyway += 1,
                Err(error) => assert!(error.code.starts_with("columnar.") || error.code == "file.encrypted", "{error}"),
            }
        }
    }
    assert!(slowest < Duration::from_secs(2), "{slowest:?}");
    assert!(read_anyway > 0);
}
