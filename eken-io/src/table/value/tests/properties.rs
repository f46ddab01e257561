//! What holds for every column, whatever stands in a cell.

use eken_core::json::{Tree, decimal_of_text, decimal_of_token};
use eken_core::model::kind::FieldKind;
use eken_core::quantity::{Date, Month, PartialDate};
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::grid::{Cell, Placed};
use crate::table::layout::{Column, Holds, layout};
use crate::table::value::{Given, read, write};

fn columns() -> Vec<&'static Column> {
    let layout = layout();
    let sheets = layout.sheets.iter().flat_map(|sheet| &sheet.columns);
    layout.once.iter().chain(&layout.heads).chain(sheets).collect()
}

/// Pieces that forms are made of, so that what is made up comes near to what is meant.
fn piece() -> impl Strategy<Value = String> {
    let known = [
        "2023",
        "年",
        "月",
        "日",
        "5",
        "1",
        "-",
        ".",
        "/",
        "万",
        "亿",
        "元",
        "亩",
        "%",
        "(",
        ")",
        "（",
        "）",
        ",",
        "，",
        "：",
        "#",
        "未采集",
        "第",
        "季度",
        "截至",
        "底",
        "至",
        "十",
        "二〇二三",
        "Q",
        "点",
        "半",
        "上午",
        ":",
        " ",
        "；",
        "、",
        "[",
        "]",
        "{",
        "}",
        "\"",
        "是",
        "否",
        "¥",
        "'",
        "E+",
        "e",
        "T",
        "\u{FDFA}",
        "\u{0}",
        "\u{FEFF}",
        "单位",
        "\n",
        "￥",
        "ⅷ",
        "½",
        "㎡",
        "①",
    ];
    prop_oneof![4 => prop::sample::select(known.to_vec()).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from), 1 => "[0-9]{1,30}"]
}

fn written() -> impl Strategy<Value = String> {
    prop_oneof![prop::collection::vec(piece(), 0..9).prop_map(|pieces| pieces.concat()), ".*", "[0-9.,+-]{0,40}"]
}

fn regex(pattern: &str) -> impl Strategy<Value = String> + use<> {
    proptest::string::string_regex(pattern).unwrap()
}

/// A value that the model could write for a column.
fn value(column: &Column) -> BoxedStrategy<Tree> {
    let year = 1900..=2099;
    let day =
        (year.clone(), 1u32..=12, 1u32..=28).prop_filter_map("a day", |(year, month, day)| Date::new(year, month, day));
    let text = |text: String| Tree::text(&text);
    let name = prop_oneof![
        "[甲乙丙丁a-z0-9 ()（）、，；;,#=+@\n-]{1,12}",
        written().prop_filter("not empty", |text| !text.is_empty())
    ];
    let one: BoxedStrategy<Tree> = match column.holds.kind().clone() {
        FieldKind::Code(codes) => {
            prop::sample::select(codes.iter().map(|info| info.code).collect::<Vec<_>>()).prop_map(Tree::text).boxed()
        }
        FieldKind::Flag => any::<bool>().prop_map(Tree::Bool).boxed(),
        FieldKind::Date => day.prop_map(|day| Tree::text(&day.to_string())).boxed(),
        FieldKind::PartialDate => prop_oneof![
            day.prop_map(PartialDate::Day),
            (year.clone(), 1u32..=12).prop_map(|(year, month)| PartialDate::Month(year, month)),
            (year.clone(), 1u32..=4).prop_map(|(year, quarter)| PartialDate::Quarter(year, quarter)),
            year.prop_map(PartialDate::Year),
        ]
        .prop_map(|date| Tree::text(&date.to_string()))
        .boxed(),
        FieldKind::Month => {
            (year, 1u32..=12).prop_map(|(year, month)| Tree::text(&Month { year, month }.to_string())).boxed()
        }
        FieldKind::Time => {
            (0u32..24, 0u32..60).prop_map(|(hour, minute)| Tree::text(&format!("{hour:02}:{minute:02}"))).boxed()
        }
        FieldKind::Quantity { bounds, .. } => {
            let digits = |most: u32| format!("(0|[1-9][0-9]{{0,{}}})", most.saturating_sub(1));
            let places = format!("[0-9]{{0,{}}}", bounds.places);
            (any::<bool>(), regex(&digits(bounds.whole)), regex(&places))
                .prop_map(move |(minus, whole, places)| {
                    let sign = if minus && bounds.signed { "-" } else { "" };
                    let point = if places.is_empty() { "" } else { "." };
                    Tree::decimal(Decimal::from_str_exact(&format!("{sign}{whole}{point}{places}")).unwrap())
                })
                .boxed()
        }
        FieldKind::Geometry => ("[0-9]{1,3}", "[1-9]{1,6}")
            .prop_map(|(x, y)| {
                let pair = vec![Tree::Number(format!("1{x}.{y}").into()), Tree::Number(format!("3.{y}").into())];
                let members = vec![
                    ("type".into(), Tree::text("Polygon")),
                    ("coordinates".into(), Tree::Array(vec![Tree::Array(vec![Tree::Array(pair)])])),
                ];
                Tree::Object(members)
            })
            .boxed(),
        FieldKind::Version => Just(Tree::whole(1)).boxed(),
        _ => name.clone().prop_map(text).boxed(),
    };
    let reason = prop::sample::select(vec!["not_collected", "not_yet_due", "not_applicable", "withheld"]);
    let missing = (reason, prop::option::of("[甲乙丙丁a-z：: ]{1,8}")).prop_map(|(reason, note)| {
        let note = note.map(|note| ("note".into(), Tree::text(&note)));
        Tree::Object([("missing".into(), Tree::text(reason))].into_iter().chain(note).collect())
    });
    let one = if column.missable { prop_oneof![5 => one, 1 => missing].boxed() } else { one };
    match column.holds {
        Holds::Several(_) => prop::collection::vec(one, 0..4).prop_map(Tree::Array).boxed(),
        Holds::One(_) => prop_oneof![9 => one, 1 => name.prop_map(text)].boxed(),
    }
}

fn back(cell: Cell, column: &Column) -> (Option<Tree>, usize) {
    let mut marks = Vec::new();
    let value = read(&Placed { column: 1, cell, formula: false }, column, None, &mut marks);
    (value, marks.len())
}

#[test]
fn what_is_written_reads_back_as_the_same_value() {
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 40,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    for column in columns() {
        runner
            .run(&value(column), |value| {
                if let Some(cell) = write(&value, column) {
                    let (read, marks) = back(cell, column);
                    prop_assert!(
                        read.as_ref() == Some(&value) && marks == 0,
                        "{} {:?}",
                        column.heading.zh,
                        value.to_text()
                    );
                }
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn what_the_model_writes_finds_a_cell() {
    // values of every kind that a workbook must be able to show, not only JSON
    let kinds = |column: &Column| {
        matches!(column.holds.kind(), FieldKind::Text(_) | FieldKind::Id | FieldKind::Ref(_) | FieldKind::Personal)
    };
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 30,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    for column in columns().into_iter().filter(|column| matches!(column.holds, Holds::One(_)) && !kinds(column)) {
        let of_kind = value(column).prop_filter("no free text", |value| {
            back(
                Cell::Text(match value {
                    Tree::Text(text) => text.to_string(),
                    _ => return true,
                }),
                column,
            )
            .0
            .as_ref()
                == Some(value)
        });
        runner
            .run(&of_kind, |value| {
                let faulty = matches!(&value, Tree::Text(text) if text.chars().any(|sign| sign.is_control()));
                let odd = matches!(value.get("note"), Some(Tree::Text(note)) if note.trim() != &**note);
                prop_assert!(
                    faulty || odd || write(&value, column).is_some(),
                    "{} {}",
                    column.heading.zh,
                    value.to_text()
                );
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn a_list_that_signs_cannot_part_is_written_as_json() {
    let villages = columns().into_iter().find(|column| column.path == ["town", "site", "villages"]).unwrap();
    let list = |texts: &[&str]| Tree::Array(texts.iter().map(|text| Tree::text(text)).collect());
    for (texts, expected) in [
        (&["甲村", "乙村"][..], "甲村；乙村"),
        (&["甲、乙村", "丙村"], "甲、乙村；丙村"),
        (&["甲、乙村"], r#"["甲、乙村"]"#),
        (&["甲；乙"], r#"["甲；乙"]"#),
        (&[], "[]"),
        (&[" 甲 "], r#"[" 甲 "]"#),
    ] {
        assert_eq!(write(&list(texts), villages), Some(Cell::Text(expected.to_owned())));
    }
}

#[test]
fn values_are_written_in_the_forms_of_a_workbook() {
    let column = |sheet: &str, path: &str| super::bench::column(sheet, path);
    let written = |value: Tree, sheet: &str, path: &str| write(&value, column(sheet, path));
    let text = |text: &str| Some(Cell::Text(text.to_owned()));
    assert_eq!(written(Tree::text("company"), "entities", "form"), text("公司"));
    assert_eq!(written(Tree::Bool(true), "entities", "legal_person"), text("是"));
    assert_eq!(written(Tree::text("2023-05"), "entities", "registered"), text("2023-05"));
    let day = chrono::NaiveDate::from_ymd_opt(2023, 5, 1).unwrap();
    assert_eq!(written(Tree::text("2023-05-01"), "entities", "registered"), Some(Cell::Day(day, None)));
    assert_eq!(written(Tree::text("1900-01-01"), "entities", "registered"), text("1900-01-01"));
    assert_eq!(
        written(Tree::text("09:30"), "sessions", "starts"),
        Some(Cell::Time(chrono::NaiveTime::from_hms_opt(9, 30, 0).unwrap()))
    );
    assert_eq!(
        written(Tree::Number("1234.5".into()), "investments", "amount"),
        Some(Cell::Number("1234.5".to_owned()))
    );
    assert_eq!(written(Tree::text("1234567890123.456"), "investments", "amount"), text("1234567890123.456"));
    let missing = Tree::Object(vec![("missing".into(), Tree::text("withheld")), ("note".into(), Tree::text("涉密"))]);
    assert_eq!(written(missing.clone(), "investments", "amount"), text("#不予提供：涉密"));
    assert_eq!(written(missing, "entities", "id"), None);
    // what was faulty must not turn into a value on its way through a workbook
    for (value, sheet, path) in [
        ("1500亩", "facilities", "floor_area"),
        ("2023年5月", "entities", "registered"),
        ("#未采集", "entities", "name"),
        (" 甲", "entities", "name"),
        ("甲\u{1}", "entities", "name"),
        ("—", "entities", "name"),
        ("公司", "entities", "form"),
        ("45047", "entities", "legal_person"),
    ] {
        let cell = written(Tree::text(value), sheet, path);
        let same = cell.is_none() || back(cell.unwrap(), column(sheet, path)).0 == Some(Tree::text(value));
        assert!(same, "{value}");
    }
    assert_eq!(written(Tree::text("1500亩"), "facilities", "floor_area"), None);
    assert_eq!(written(Tree::Null, "entities", "name"), None);
    assert_eq!(written(Tree::Number("1e3".into()), "investments", "amount"), None);
    assert_eq!(written(Tree::text(&"长".repeat(40_000)), "entities", "name"), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_cell_breaks_the_reading(text in written(), unit in written()) {
        let unit = Given::parse(&unit).or_else(|| Given::parse("万元"));
        let cells = [Cell::Text(text.clone()), Cell::Number(text.clone()), Cell::Noisy(text.clone()), Cell::Fault(text)];
        for column in kinds() {
            for cell in &cells {
                let placed = Placed { column: 1, cell: cell.clone(), formula: true };
                let mut marks = Vec::new();
                let _ = read(&placed, column, None, &mut marks);
                let value = read(&placed, column, unit.as_ref(), &mut marks);
                prop_assert!(value.is_some() || !matches!(cell, Cell::Fault(_)));
                prop_assert!(marks.iter().all(|mark| mark.spec.code.starts_with("cell.") && !mark.spec.message.zh.is_empty()));
            }
        }
    }

    #[test]
    fn no_number_cell_is_read_as_another_figure(digits in 0i64..1_000_000_000_000, scale in 0u32..=6) {
        let decimal = Decimal::new(digits, scale).normalize();
        let amount = super::bench::column("investments", "amount");
        let (value, _) = back(Cell::Number(decimal.to_string()), amount);
        prop_assert!(value == Some(Tree::decimal(decimal)));
    }

    #[test]
    fn a_figure_in_another_unit_is_never_taken_as_one_in_the_base_unit(text in "[0-9]{1,16}(\\.[0-9]{1,16})?") {
        let Some(plain) = Decimal::from_str_exact(&text).ok().filter(|plain| !plain.is_zero()) else { return Ok(()) };
        for (path, sheet, unit) in [("amount", "investments", "万元"), ("floor_area", "facilities", "亩"), ("amount", "investments", "亩")] {
            for cell in [Cell::Text(text.clone()), Cell::Number(text.clone())] {
                let placed = Placed { column: 1, cell, formula: false };
                let value = read(&placed, super::bench::column(sheet, path), Given::parse(unit).as_ref(), &mut Vec::new());
                let taken = match &value {
                    Some(Tree::Number(token)) => decimal_of_token(token, 28, 28, true).ok(),
                    Some(Tree::Text(text)) => decimal_of_text(text, 28, 28, true).ok(),
                    _ => None,
                };
                prop_assert!(taken != Some(plain), "{text} {unit}");
            }
        }
    }

    #[test]
    fn what_the_core_takes_is_read_as_the_same(number in "-?(0|[1-9][0-9]{0,5})(\\.[0-9]{1,12})?", year in 1900i32..=2099, month in 1u32..=12, day in 1u32..=31) {
        let rate = super::bench::column("statistics", "rate");
        let exact = decimal_of_text(&number, 6, 12, true).unwrap();
        prop_assert!(back(Cell::Text(number.clone()), rate).0 == Some(Tree::decimal(exact)), "{number}");
        let registered = super::bench::column("entities", "registered");
        let (plain, short) = (format!("{year}-{month:02}-{day:02}"), format!("{year}年{month}月{day}日"));
        let expected = if Date::parse(&plain).is_some() { &plain } else { &short };
        prop_assert!(back(Cell::Text(plain.clone()), registered).0 == Some(Tree::text(&plain)));
        prop_assert!(back(Cell::Text(short.clone()), registered).0 == Some(Tree::text(expected)), "{short}");
    }

    #[test]
    fn groups_of_thousands_make_no_difference(number in 1_000u64..1_000_000_000_000, sign in prop::sample::select(vec![",", "，", " ", "'"])) {
        let digits = number.to_string();
        let grouped: Vec<String> = digits.as_bytes().rchunks(3).rev().map(|group| String::from_utf8(group.to_vec()).unwrap()).collect();
        let amount = super::bench::column("investments", "amount");
        prop_assert!(back(Cell::Text(grouped.join(sign)), amount).0 == Some(Tree::decimal(Decimal::from(number))));
    }
}

/// A column of every kind, once.
fn kinds() -> Vec<&'static Column> {
    let mut seen = Vec::new();
    columns()
        .into_iter()
        .filter(|column| {
            let mut kind = std::mem::discriminant(column.holds.kind());
            let several = matches!(column.holds, Holds::Several(_));
            let new = !seen.contains(&(kind, several));
            if new {
                seen.push((std::mem::replace(&mut kind, std::mem::discriminant(column.holds.kind())), several));
            }
            new
        })
        .collect()
}
