//! Delimiters found, and letters that only look like one.

use super::*;

#[test]
fn the_delimiter_of_a_table_is_found() {
    for (text, expected) in [
        ("", Delimiter::Comma),
        ("设施\n面积\n", Delimiter::Comma),
        ("a,b\n1,2\n", Delimiter::Comma),
        ("a;b\n1;2\n", Delimiter::Semicolon),
        ("a\tb\r1\t2\r", Delimiter::Tab),
        ("a|b|c\n1|2|3", Delimiter::Bar),
        // decimal commas, thousands separators, lists in cells
        ("a;b;c\n1,5;2;3,5\n2,5;3;4\n7;8;9,5\n", Delimiter::Semicolon),
        ("名称\t金额\n甲\t1,234\n乙\t1,234,567\n丙\t89\n", Delimiter::Tab),
        ("a,b,c\nd1;d2,x,y\nd3;d4,x,y\n", Delimiter::Comma),
        // a title and notes do no harm
        ("示例乡村e镇设施表\na,b,c\n1,2,3\n4,5,6\n说明：甲；乙；丙;丁\n注一\n注二\n注三\n", Delimiter::Comma),
        // what is quoted does not count
        ("\"a;b;c;d\",1\n\"a;b;c;d\",\"x\ty\"\n", Delimiter::Comma),
        ("\"a\n,,,,\"\"b,,,\";1\n2;3\n", Delimiter::Semicolon),
    ] {
        assert_eq!(sniff(text), expected, "{text:?}");
    }
}

#[test]
fn only_the_head_of_a_file_is_looked_at() {
    let records = "a,b\n".repeat(100) + &"a;b;c;d;e;f\n".repeat(500);
    assert_eq!(sniff(&records), Delimiter::Comma);
    let bytes = format!("{},b\n", "a".repeat(100)).repeat(2) + &format!("{};b;c;d\n", "a".repeat(40 << 10)).repeat(20);
    assert_eq!(sniff(&bytes), Delimiter::Comma);
    // a single record longer than the head still says something
    assert_eq!(sniff(&format!("a;b;{}", "c".repeat(100 << 10))), Delimiter::Semicolon);
}

#[test]
fn the_first_line_of_excel_states_the_delimiter() {
    assert_eq!(stated("sep=;\r\na;b"), Some((Delimiter::Semicolon, 7)));
    assert_eq!(stated("SEP=\t\na"), Some((Delimiter::Tab, 6)));
    assert_eq!(stated("sep=,\ra"), Some((Delimiter::Comma, 6)));
    assert_eq!(stated("sep=|"), Some((Delimiter::Bar, 5)));
    for text in ["", "sep=", "sep=x\n", "sep=;;\n", "sep=；\n", "\"sep=;\"\n", "sepa;\n", "设施设施"] {
        assert_eq!(stated(text), None, "{text:?}");
    }
}
