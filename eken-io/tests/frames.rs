//! Facts, findings and assessments as Arrow record batches.
#![cfg(feature = "arrow")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests may fail by a panic"
)]

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Decimal128Type, Int8Type, Int64Type};
use arrow_array::{Array, RecordBatch};
use arrow_schema::DataType;
use eken_core::assess::{Options, assess};
use eken_core::limits::Limits;
use eken_core::model::Dossier;
use eken_core::parse::parse;
use eken_core::plan::builtin;
use eken_core::validate::validate;
use eken_core::words::Lang;
use eken_io::arrow::{Frame, FrameOptions, criteria, findings, frame, frames, standings};

const TOWN: &str = include_str!("../../examples/data/yuanqu-2023.json");

fn dossier(json: &str) -> Dossier {
    parse(json.as_bytes(), &Limits::default()).unwrap().dossier().clone()
}

fn of(json: &str, key: &str, options: FrameOptions) -> Frame {
    frame(&dossier(json), key, &options).unwrap().unwrap()
}

fn text(batch: &RecordBatch, column: &str, row: usize) -> Option<String> {
    let array = batch.column_by_name(column).unwrap_or_else(|| panic!("no column {column}"));
    match array.data_type() {
        DataType::Dictionary(..) => {
            let array = array.as_any_dictionary();
            let keys = array.normalized_keys();
            array.is_valid(row).then(|| array.values().as_string::<i32>().value(keys[row]).to_owned())
        }
        _ => array.is_valid(row).then(|| array.as_string::<i32>().value(row).to_owned()),
    }
}

#[test]
fn every_kind_of_fact_is_a_frame_with_a_row_for_each_record() {
    let town = dossier(TOWN);
    let frames = frames(&town, &FrameOptions::default()).unwrap();
    let rows = |key: &str| frames.iter().find(|frame| frame.key == key).unwrap().batch.num_rows();
    assert_eq!(rows("dossier"), 1);
    assert_eq!(rows("entities"), town.entities.items.items().len());
    let sales: usize = town.entities.iter().map(|(_, entity)| entity.sales.items().len()).sum();
    assert!(sales > 0);
    assert_eq!(rows("entities.sales"), sales);
    assert_eq!(rows("facilities"), town.facilities.items.items().len());
    assert!(frame(&town, "no-such", &FrameOptions::default()).unwrap().is_none());
}

#[test]
fn a_column_has_the_type_of_its_field_and_says_what_it_is() {
    let json = r#"{"schema_version": 1, "facilities": {"complete": true, "items": [
        {"id": "F1", "evidence": ["D1", "D2"], "floor_area": 312.123456789012},
        {"id": "F2", "floor_area": {"value": "123456789012.5", "status": "provisional", "source": "县统计局"}}
    ]}, "entities": {"items": [{"id": "E1", "name": "垣曲示例有限公司", "registered": "2023-05",
        "sales": [{"month": "2023-05", "amount": 10.01}]}]}, "statistics": {"items": []},
        "sessions": {"items": [{"id": "S1", "head_count": 7, "hours": 1.5}]}}"#;
    let frame = of(json, "facilities", FrameOptions::default());
    let area = frame.batch.schema().field_with_name("floor_area").unwrap().clone();
    assert_eq!(area.data_type(), &DataType::Decimal128(24, 12));
    assert_eq!((area.metadata()["unit"].as_str(), area.metadata()["label.zh"].is_empty()), ("m2", false));
    let areas = frame.batch.column_by_name("floor_area").unwrap().as_primitive::<Decimal128Type>().clone();
    assert_eq!((areas.value(0), areas.value_as_string(1).as_str()), (312_123_456_789_012, "123456789012.500000000000"));
    assert_eq!(text(&frame.batch, "floor_area.status", 1).as_deref(), Some("provisional"));
    assert_eq!(text(&frame.batch, "floor_area.source", 1).as_deref(), Some("县统计局"));
    assert!(frame.batch.column_by_name("floor_area.missing").is_none());
    let evidence = frame.batch.column_by_name("evidence").unwrap().as_list::<i32>().value(0);
    assert_eq!(evidence.as_string::<i32>().value(1), "D2");
    let spans = FrameOptions { spans: true, pointers: true, ..FrameOptions::default() };
    let entities = of(json, "entities", spans).batch;
    assert_eq!(text(&entities, "registered", 0).as_deref(), Some("2023-05"));
    let last = entities.column_by_name("registered.last").unwrap().as_primitive::<Date32Type>();
    assert_eq!(last.value_as_date(0).unwrap().to_string(), "2023-05-31");
    assert_eq!(text(&entities, "pointer", 0).as_deref(), Some("/entities/items/0"));
    let sales = of(json, "entities.sales", spans).batch;
    assert_eq!(text(&sales, "entities_id", 0).as_deref(), Some("E1"));
    assert_eq!(text(&sales, "pointer", 0).as_deref(), Some("/entities/items/0/sales/0"));
    assert_eq!(sales.column_by_name("amount").unwrap().data_type(), &DataType::Decimal128(25, 12));
    let sessions = of(json, "sessions", spans).batch;
    assert_eq!(sessions.column_by_name("head_count").unwrap().as_primitive::<Int64Type>().value(0), 7);
}

#[test]
fn personal_columns_are_marked_and_codes_have_labels_on_request() {
    let mut personal = 0;
    for frame in
        frames(&dossier(r#"{"schema_version": 1}"#), &FrameOptions { all_columns: true, ..FrameOptions::default() })
            .unwrap()
    {
        personal +=
            frame.batch.schema().fields().iter().filter(|field| field.metadata().contains_key("personal")).count();
    }
    assert!(personal >= 3, "{personal}");
    let zh = FrameOptions { labels: Some(Lang::Zh), headings: Some(Lang::Zh), ..FrameOptions::default() };
    let named = of(TOWN, "facilities", zh).batch;
    assert!(named.column_by_name("总建筑面积").is_some(), "{:?}", named.schema());
    let ratio = of(TOWN, "sections", FrameOptions::default()).batch;
    assert!(text(&ratio, "section", 0).is_some());
}

#[test]
fn why_a_value_is_missing_is_kept_beside_it() {
    let json = r#"{"schema_version": 1, "facilities": {"items": [
        {"id": "F1", "floor_area": {"missing": "withheld", "note": "涉密"}},
        {"id": "F2", "floor_area": -5},
        {"id": "F3", "floor_area": 5, "floor_area": 6},
        {"id": "F4"},
        "none"
    ]}}"#;
    let batch = of(json, "facilities", FrameOptions::default()).batch;
    assert_eq!(batch.num_rows(), 5);
    assert_eq!(batch.column_by_name("floor_area").unwrap().null_count(), 5);
    let why: Vec<_> = (0..5).map(|row| text(&batch, "floor_area.missing", row)).collect();
    let expected = [Some("withheld"), Some("faulty"), Some("faulty"), None, Some("faulty")];
    assert_eq!(why, expected.map(|why| why.map(str::to_owned)));
    assert_eq!(text(&batch, "floor_area.missing_note", 0).as_deref(), Some("涉密"));
}

#[test]
fn frames_of_all_columns_have_one_schema_for_every_dossier() {
    let all = FrameOptions { all_columns: true, spans: true, pointers: true, ..FrameOptions::default() };
    let (one, other) =
        (frames(&dossier(TOWN), &all).unwrap(), frames(&dossier(r#"{"schema_version": 1}"#), &all).unwrap());
    assert_eq!(one.len(), other.len());
    for (one, other) in one.iter().zip(&other) {
        assert_eq!(one.batch.schema(), other.batch.schema(), "{}", one.key);
        let schema = one.batch.schema();
        let mut names: Vec<&str> = schema.fields().iter().map(|field| field.name().as_str()).collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count, "{}: a name stands twice", one.key);
    }
}

#[test]
fn findings_and_an_assessment_are_frames() {
    let plan = builtin("yuanqu-2023").unwrap();
    let json = TOWN.replacen("\"code\": \"9", "\"code\": \"8", 1);
    let checked = validate(parse(json.as_bytes(), &Limits::default()).unwrap(), &plan);
    let options = FrameOptions::default();
    let found = findings(&checked, &plan, Lang::Zh, &options).unwrap().batch;
    assert_eq!(found.num_rows(), checked.findings().len() + checked.unlisted().len());
    for (row, finding) in checked.findings().iter().enumerate() {
        assert_eq!(text(&found, "code", row).as_deref(), Some(finding.code()));
        assert_eq!(text(&found, "severity", row).as_deref(), Some(finding.severity.code()));
        assert_eq!(text(&found, "pointer", row).as_deref(), Some(finding.pointer.as_str()));
    }
    let assessment = assess(&checked, &plan, &Options::year(2023)).unwrap();
    let rows = standings(&assessment, &plan, Lang::Zh, &options).unwrap().batch;
    assert_eq!(rows.num_rows(), assessment.indicators.len() + assessment.targets.len());
    for (row, standing) in assessment.indicators.iter().chain(&assessment.targets).enumerate() {
        assert_eq!(text(&rows, "verdict", row).as_deref(), Some(standing.verdict.code()), "{}", standing.id);
    }
    let each = criteria(&assessment, &plan, Lang::En, &options).unwrap().batch;
    let mut count = 0;
    for standing in assessment.indicators.iter().chain(&assessment.targets) {
        standing.visit(&mut |_| count += 1);
    }
    assert_eq!(each.num_rows(), count);
    let keys = each.column_by_name("verdict").unwrap().as_dictionary::<Int8Type>().keys().clone();
    assert_eq!(keys.null_count(), 0);
    let gap = each.column_by_name("gap").unwrap();
    assert_eq!(gap.data_type(), &DataType::Decimal128(38, 12));
    assert!(gap.null_count() < count);
}
