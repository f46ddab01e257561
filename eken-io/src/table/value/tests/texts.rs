//! Texts, identifiers, lists, reasons, JSON.

use chrono::{NaiveDate, NaiveTime};

use super::bench::{both, column, number, shown, text, texts};
use crate::grid::{Cell, Placed};
use crate::table::layout::layout;
use crate::table::value::read;

#[test]
fn a_text_is_kept_as_written_but_for_the_blanks_around_it() {
    texts(
        column("entities", "name"),
        &[
            ("甲公司", r#""甲公司""#),
            ("  甲 公司\u{3000}\n", r#""甲 公司""#),
            ("ＡＢ（山西）", r#""ＡＢ（山西）""#),
            ("无", r#""无""#),
            ("=1+1", r#""=1+1""#),
            ("", "blank"),
            (" \u{3000}\n", "blank"),
            ("\u{200B}", "blank"),
            ("—", "blank dash"),
            ("/", "blank dash"),
            ("－－", "blank dash"),
            ("#5号院", r##""#5号院""##),
            ("#REF!", r##""#REF!" error-value"##),
            ("{\"missing\":\"withheld\"}", r#""{\"missing\":\"withheld\"}""#),
        ],
    );
}

#[test]
fn a_number_in_a_text_column_gives_its_digits_and_a_long_one_is_damaged() {
    let code = column("entities", "code");
    for (cell, expected) in [
        (number("140827"), r#""140827""#),
        (number("13900000000"), r#""13900000000""#),
        (number("123456789012345"), r#""123456789012345""#),
        (number("142733197001010000"), r#""142733197001010000" damaged-number"#),
        (text("1.42733E+17"), r#""1.42733E+17" damaged-number"#),
        (text("９．１E+１７"), r#""９．１E+１７" damaged-number"#),
        (text("1E5号"), r#""1E5号""#),
        (Cell::Noisy("0.3".into()), r#""0.3" binary-noise"#),
        (Cell::Flag(true), r#""TRUE""#),
        (Cell::Day(NaiveDate::from_ymd_opt(2023, 3, 5).unwrap(), None), r#""2023-03-05" date-in-text"#),
        (Cell::Time(NaiveTime::from_hms_opt(9, 30, 0).unwrap()), r#""09:30""#),
        (Cell::Fault("#N/A".into()), r##""#N/A" error-value"##),
        (Cell::Fault(String::new()), r##""#" error-value"##),
        (Cell::Empty, "blank"),
    ] {
        assert_eq!(shown(cell, code, None), expected);
    }
    let note = column("statistics", "note");
    assert_eq!(shown(number("142733197001010000"), note, None), r#""142733197001010000""#);
    let phone = column("trainees", "phone");
    assert_eq!(shown(number("13900000000"), phone, None), r#""13900000000""#);
    let resident = column("trainees", "resident_id");
    assert_eq!(shown(number("142733197001010000"), resident, None), r#""142733197001010000" damaged-number"#);
    assert_eq!(shown(number("7"), column("entities", "id"), None), r#""7""#);
}

#[test]
fn a_missing_value_says_why() {
    texts(
        column("entities", "name"),
        &[
            ("#未采集", r#"{"missing":"not_collected"}"#),
            ("＃尚未到期", r#"{"missing":"not_yet_due"}"#),
            ("# 不适用 ", r#"{"missing":"not_applicable"}"#),
            ("#不予提供：涉密", r#"{"missing":"withheld","note":"涉密"}"#),
            ("#not collected", r#"{"missing":"not_collected"}"#),
            ("#Not Collected: later", r#"{"missing":"not_collected","note":"later"}"#),
            ("#not_yet_due", r#"{"missing":"not_yet_due"}"#),
            ("#未采集：", r#"{"missing":"not_collected"}"#),
            ("#没有采集", r##""#没有采集""##),
            ("未采集", r#""未采集""#),
        ],
    );
    texts(column("entities", "id"), &[("#未采集", r##""#未采集""##)]);
    texts(
        column("investments", "amount"),
        &[("未采集", r#"{"missing":"not_collected"}"#), ("不适用", r#"{"missing":"not_applicable"}"#)],
    );
    texts(column("entities", "registered"), &[("#尚未到期", r#"{"missing":"not_yet_due"}"#)]);
    let missing = layout().heads.iter().find(|column| column.path == ["missing"]).unwrap();
    texts(missing, &[("#未采集", r#""not_collected""#), ("不适用", r#""not_applicable""#), ("无", "blank dash")]);
    // lists cannot be missing: the core faults the text
    texts(column("entities", "evidence"), &[("#未采集", r##""#未采集""##)]);
}

#[test]
fn several_texts_in_a_cell_are_parted() {
    texts(
        column("dossier", "town.site.villages"),
        &[
            ("甲村", r#"["甲村"]"#),
            ("甲村；乙村;丙村", r#"["甲村","乙村","丙村"]"#),
            ("甲村\n乙村\r\n丙村", r#"["甲村","乙村","丙村"]"#),
            ("甲村、乙村", r#"["甲村","乙村"]"#),
            ("甲村，乙村, 丙村", r#"["甲村","乙村","丙村"]"#),
            ("甲、乙村；丙村", r#"["甲、乙村","丙村"]"#),
            ("甲，乙村、丙村", r#"["甲，乙村","丙村"]"#),
            ("甲村；；", r#"["甲村"]"#),
            ("[\"甲；乙\"]", r#"["甲；乙"]"#),
            ("[]", "[]"),
            ("[甲]", r#"["[甲]"]"#),
            ("—", "blank dash"),
            ("无", "blank dash"),
            ("甲村；无", r#"["甲村","无"]"#),
        ],
    );
    texts(
        column("brands", "mother"),
        &[("B1", r#""B1""#), ("无", "blank dash"), ("N/A", "blank dash"), ("B1；B2", r#""B1；B2""#)],
    );
    texts(column("trainees", "groups"), &[("无", "blank dash")]);
    let evidence = column("entities", "evidence");
    texts(
        evidence,
        &[
            ("D1", r#"["D1"]"#),
            ("D1；D2、D3，D4,D5", r#"["D1","D2","D3","D4","D5"]"#),
            ("D 1；D2", r#"["D 1","D2"]"#),
            ("D1；—", r#"["D1"]"#),
        ],
    );
    assert_eq!(shown(number("5"), evidence, None), r#"["5"]"#);
}

#[test]
fn json_stands_where_only_json_can() {
    let boundary = column("dossier", "town.site.boundary");
    texts(
        boundary,
        &[
            (
                r#"{"type": "Polygon", "coordinates": [[[111.5, 35.25]]]}"#,
                r#"{"type":"Polygon","coordinates":[[[111.5,35.25]]]}"#,
            ),
            (r#"{"type": "#, r#""{\"type\":""#),
            (r#"{"a":1,"a":2}"#, r#""{\"a\":1,\"a\":2}""#),
            (r#"{"a":1} x"#, r#""{\"a\":1} x""#),
            ("四至范围图", r#""四至范围图""#),
            ("无", "blank dash"),
        ],
    );
    let version = column("dossier", "schema_version");
    texts(version, &[("1", "1"), ("１", "1"), ("1.5", r#""1.5""#), ("v1", r#""v1""#), ("+1", r#""+1""#)]);
    assert_eq!(shown(number("1"), version, None), "1");
}

#[test]
fn a_formula_is_said_of_figures_only() {
    let formula = |path: &str, sheet: &str| {
        let mut marks = Vec::new();
        read(&Placed { column: 1, cell: number("5"), formula: true }, column(sheet, path), None, &mut marks);
        marks.iter().map(|mark| mark.spec.code).collect::<Vec<_>>()
    };
    assert_eq!(formula("amount", "investments"), ["cell.formula"]);
    assert!(formula("name", "entities").is_empty());
}

#[test]
fn a_number_that_its_format_pads_is_a_text_as_it_is_shown_and_else_a_number() {
    let padded = |number: &str, text: &str| both(number, Some(text), Some(text));
    for (cell, column, expected) in [
        (padded("1", "E001"), column("entities", "id"), r#""E001""#),
        (padded("1", "E001"), column("entities", "name"), r#""E001""#),
        (padded("111", "0111"), column("entities", "industry"), r#""0111""#),
        (padded("3596022222", "0359-6022222"), column("trainees", "phone"), r#""0359-6022222""#),
        (padded("1", "W001"), column("facilities", "evidence"), r#"["W001"]"#),
        (padded("2023", "2023年"), column("facilities", "opened"), r#""2023""#),
        (padded("1", "01"), column("entities", "legal_person"), "true"),
        (both("5.5", Some("5.5W"), None), column("entities", "id"), r#""5.5""#),
        (
            both("142733197001010000", Some("142733197001010000X"), None),
            column("entities", "id"),
            r#""142733197001010000" damaged-number"#,
        ),
    ] {
        assert_eq!(shown(cell, column, None), expected);
    }
}
