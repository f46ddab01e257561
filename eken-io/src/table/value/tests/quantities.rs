//! Figures and their units.

use super::bench::{both, column, number, shown, text, texts};
use crate::grid::Cell;

#[test]
fn a_figure_is_read_as_people_write_it() {
    texts(
        column("investments", "amount"),
        &[
            ("1234.5", "1234.5"),
            ("１２３４．５", "1234.5"),
            ("1,234.5", "1234.5"),
            ("1，234，567", "1234567"),
            ("1 234 567", "1234567"),
            ("1\u{A0}234", "1234"),
            ("1'234", "1234"),
            ("1’234", "1234"),
            ("+5", "5"),
            ("-5", "-5"),
            ("−5", "-5"),
            ("007", "7"),
            (".5", "0.5"),
            ("0", "0"),
            ("0.50", "0.5"),
            ("¥1,234.50", "1234.5"),
            ("￥12", "12"),
            ("人民币 12", "12"),
            ("12元", "12"),
            ("12 元", "12"),
            ("3.5万元", "35000"),
            ("３．５万元", "35000"),
            ("¥3.5万", "35000"),
            ("3.5万", "35000"),
            ("1.2亿元", "120000000"),
            ("1.2亿", "120000000"),
            ("5千元", "5000"),
            ("2百万元", "2000000"),
            ("3千万", "30000000"),
            ("1234567890123.456", r#""1234567890123.456""#),
            ("12,34", r#""12,34""#),
            ("1,2345", r#""1,2345""#),
            ("0,123", r#""0,123""#),
            ("1,234,56", r#""1,234,56""#),
            ("1.234,5", r#""1.234,5""#),
            ("1,234 567", r#""1,234 567""#),
            ("1.2E+7", r#""1.2E+7""#),
            ("1.2.3", r#""1.2.3""#),
            ("5.", r#""5.""#),
            ("--5", r#""--5""#),
            ("5-", r#""5-""#),
            ("(1,234)", r#""(1,234)""#),
            ("约5", r#""约5""#),
            ("5万余元", r#""5万余元""#),
            ("三十五", r#""三十五""#),
            ("5美元", r#""5美元" unit-foreign"#),
            ("5元/月", r#""5元/月" unit-foreign"#),
            ("5万元整", "50000"),
            ("345¹", r#""345¹""#),
            ("5①", r#""5①""#),
            ("5½", r#""5½""#),
            ("٣", r#""٣""#),
            ("5亩", r#""5亩" unit-foreign"#),
            ("5%", r#""5%" unit-foreign"#),
            ("¥5亩", r#""¥5亩""#),
            ("12345678901234567890123456789012", r#""12345678901234567890123456789012""#),
            ("无", "blank dash"),
            ("—", "blank dash"),
            ("-", "blank dash"),
            ("/", "blank dash"),
            ("N/A", "blank dash"),
            ("不详", "blank dash"),
            ("#DIV/0!", r##""#DIV/0!" error-value"##),
            ("#未采集：待审计", r#"{"missing":"not_collected","note":"待审计"}"#),
        ],
    );
}

#[test]
fn figures_below_zero_stand_where_there_are_some() {
    texts(
        column("statistics", "rate"),
        &[
            ("-3.5", "-3.5"),
            ("3.5-", "-3.5"),
            ("(1,234)", "-1234"),
            ("（3.5）", "-3.5"),
            ("(3.5)%", "-3.5"),
            ("-3.5%", "-3.5"),
            ("12.5％", "12.5"),
            ("１２３．５％", "123.5"),
            ("5‰", "0.5"),
            ("2.1个百分点", "2.1"),
            ("(-3)", r#""(-3)""#),
            ("-(3)", r#""-(3)""#),
            ("3万", r#""3万" unit-foreign"#),
        ],
    );
}

#[test]
fn number_cells_keep_their_digits() {
    let amount = column("investments", "amount");
    for (cell, expected) in [
        (number("1234.5"), "1234.5"),
        (number("-0.000012"), "-0.000012"),
        (number("0.0000012"), r#"0.0000012"#),
        (number("0.00000012"), r#""0.00000012""#),
        (number("123456789012345"), "123456789012345"),
        (number("1234567890123450000000000000000000"), r#""1234567890123450000000000000000000""#),
        (number("1e5"), r#""1e5""#),
        (number(""), r#""""#),
        (number("."), r#"".""#),
        (Cell::Noisy("0.3".into()), "0.3 binary-noise"),
        (Cell::Flag(true), r#""TRUE""#),
        (Cell::Fault("#REF!".into()), r##""#REF!" error-value"##),
    ] {
        assert_eq!(shown(cell, amount, None), expected);
    }
}

#[test]
fn a_unit_of_the_heading_scales_exactly_or_says_that_it_rounds() {
    let (money, area, count, hours, share) = (
        column("investments", "amount"),
        column("facilities", "floor_area"),
        column("fostered", "followers"),
        column("sessions", "hours"),
        column("projects.progress", "done"),
    );
    for (cell, column, unit, expected) in [
        (number("3.5"), money, "万元", "35000"),
        (number("0.1"), money, "亿元", "10000000"),
        (text("1,234.5"), money, "千元", "1234500"),
        (text("3.5万元"), money, "万元", "35000"),
        (text("3.5万"), money, "万元", "35000"),
        (text("35000元"), money, "万元", "35000 unit-twice"),
        (text("3.5万元"), money, "元", "35000 unit-twice"),
        (text("3.5万元"), money, "亩", "35000 unit-twice"),
        (text("98.5亩"), money, "万元", r#""98.5亩" unit-foreign"#),
        (number("5"), money, "亩", r#""5亩" unit-foreign"#),
        (number("5"), area, "万元", r#""5万元" unit-foreign"#),
        (number("1500"), area, "亩", "1000000"),
        (number("1.5"), area, "亩", "1000"),
        (number("1"), area, "亩", "666.666666666667 rounded"),
        (number("10"), area, "亩", r#""6666.666666666667" rounded"#),
        (number("2"), area, "公顷", "20000"),
        (number("1.5"), area, "平方公里", "1500000"),
        (number("0.3"), area, "万平方米", "3000"),
        (text("12亩"), area, "平方米", "8000 unit-twice"),
        (text("3万"), area, "亩", "30000 unit-twice"),
        (text("312.5㎡"), area, "平方米", "312.5"),
        (text("312.5m²"), area, "平方米", "312.5"),
        (text("312²"), area, "平方米", r#""312²""#),
        (number("4"), hours, "天", r#""4天" unit-foreign"#),
        (number("4"), money, "万美元", r#""4万美元" unit-foreign"#),
        (number("3.2"), count, "万人", "32000"),
        (number("1.23456"), count, "万", "12346 rounded"),
        (number("12.5"), count, "人", "12.5"),
        (text("300人次"), count, "人", "300"),
        (text("300人"), count, "%", "300 unit-twice"),
        (number("90"), hours, "分钟", "1.5"),
        (number("100"), hours, "分钟", "1.666667 rounded"),
        (text("4学时"), hours, "小时", "4"),
        (text("4课时"), hours, "学时", "4"),
        (number("4"), hours, "人", r#""4人" unit-foreign"#),
        (number("85"), share, "%", "85"),
        (text("85%"), share, "%", "85"),
        (text("不适用"), money, "万元", r#"{"missing":"not_applicable"}"#),
        (text("—"), money, "万元", "blank dash"),
        (number("79228162514264337593543950335"), money, "亿元", r#""79228162514264337593543950335亿元""#),
        (text("-3"), money, "万元", "-30000"),
    ] {
        assert_eq!(shown(cell, column, Some(unit)), expected, "{unit}");
    }
}

#[test]
fn words_that_a_format_shows_are_a_unit_or_the_figure_is_refused() {
    let (money, area, share) =
        (column("investments", "amount"), column("facilities", "floor_area"), column("projects.progress", "done"));
    let worded = |number: &str, figure: &str| both(number, Some(figure), None);
    let padded = |number: &str, text: &str| both(number, None, Some(text));
    for (cell, column, unit, expected) in [
        (worded("12.5", "12.5万圆"), money, None, "125000"),
        (worded("12.5", "12.5万 元"), money, Some("万元"), "125000"),
        (worded("12.5", "12.5百万"), money, Some("元"), "12500000 unit-twice"),
        (worded("12.5", "12.5W"), money, Some("万元"), r#""12.5W" format-unit"#),
        (worded("0", "无"), money, None, r#""无" format-unit"#),
        (worded("12345678", "12345678…"), money, None, r#""12345678…" format-unit"#),
        (worded("12", "12美元"), money, Some("元"), r#""12美元" unit-foreign"#),
        (worded("12.5", "12.5万元/年"), money, None, r#""12.5万元/年" unit-foreign"#),
        (worded("12.5", "12.5万圆"), area, None, r#""12.5万圆" unit-foreign"#),
        (worded("5", "5‰"), share, None, "0.5"),
        (worded("5", "5‰"), share, Some("%"), "0.5 unit-twice"),
        (padded("12", "0012"), money, Some("万元"), "120000"),
        (padded("123456", "123-456"), money, None, "123456"),
        (padded("0", "000"), money, None, "0"),
        (both("12", Some("12名"), Some("12名")), column("fostered", "followers"), None, "12"),
        (both("1", Some("1E"), Some("E001")), money, None, r#""1E" format-unit"#),
        (worded("5", "52023"), money, None, r#""52023…" format-unit"#),
        (Cell::Scaled("500".into(), 0), money, None, "500"),
        (Cell::Scaled("500".into(), 0), money, Some("元"), "500"),
        (Cell::Scaled("0".into(), 0), money, Some("万元"), "0"),
        (Cell::Scaled("500".into(), 0), money, Some("万元"), r#""500…" format-unit"#),
    ] {
        assert_eq!(shown(cell, column, unit), expected, "{unit:?}");
    }
}
