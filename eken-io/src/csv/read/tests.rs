//! CSV files read, and those that are refused.

use eken_core::words::Lang;
use proptest::prelude::*;

use super::*;
use crate::error::Error;

/// The rows as `line: A=…, C=…`.
fn rows(bytes: &[u8]) -> Vec<String> {
    let csv = read(bytes, "t", &ReadOptions::default()).unwrap_or_else(|error| panic!("{error} in {bytes:?}"));
    let cell = |placed: &Placed| format!("{}{}", crate::grid::letters(placed.column), placed.cell.text().unwrap());
    csv.grid
        .rows
        .iter()
        .map(|row| format!("{}:{}", row.number, row.cells.iter().map(cell).collect::<Vec<_>>().join(" ")))
        .collect()
}

fn refused(bytes: &[u8], limits: CsvLimits) -> (&'static str, Option<String>) {
    let Error { code, at, .. } =
        read(bytes, "t", &ReadOptions { limits, ..ReadOptions::default() }).expect_err("a refusal");
    (code, at.map(|at| at.text(Lang::En)))
}

fn fault(bytes: &[u8]) -> (&'static str, String) {
    let (code, at) = refused(bytes, CsvLimits::default());
    (code, at.expect("a place"))
}

#[test]
fn records_are_read_with_their_lines() {
    for (text, expected) in [
        ("", &[][..]),
        ("\n\r\n\r", &[]),
        ("a", &["1:Aa"]),
        ("a,b\n1,2\n", &["1:Aa Bb", "2:A1 B2"]),
        ("a,b\r\n1,2", &["1:Aa Bb", "2:A1 B2"]),
        ("a,b\r1,2\r", &["1:Aa Bb", "2:A1 B2"]),
        ("a,b\n\n\r\n1,2\n", &["1:Aa Bb", "4:A1 B2"]),
        ("a,b\r\r1,2\r\r", &["1:Aa Bb", "3:A1 B2"]),
        // records of several lengths, empty fields, trailing delimiters
        ("a\n1,2,3\n,,x\n,\n,,,\nz,,,,\n", &["1:Aa", "2:A1 B2 C3", "3:Cx", "6:Az"]),
        // quotes
        ("\"a,b\",c\n\"d\"\"e\",\"\"\n", &["1:Aa,b Bc", "2:Ad\"e"]),
        ("\"a\nb\r\nc\rd\",x\ny\n", &["1:Aa\nb\r\nc\rd Bx", "5:Ay"]),
        ("a\"b,c\"d\"\n1\"2\n", &["1:Aa\"b Bc\"d\"", "2:A1\"2"]),
        ("\"a\"b,c\nd", &["1:Aab Bc", "2:Ad"]),
        ("a, \"b\",c\n", &["1:Aa B \"b\" Cc"]),
        ("a,\"b\" ,c\n\"d\ne\" ,f\n", &["1:Aa Bb  Cc", "2:Ad\ne  Bf"]),
        ("\"a\"", &["1:Aa"]),
        ("\"a\"\"\"", &["1:Aa\""]),
        ("\"\n\",b", &["1:A\n Bb"]),
        // blanks are text; apostrophes before formulas are not
        (" a ,\u{3000}\n", &["1:A a  B\u{3000}"]),
        ("'=1+1,'-5,'90,''x,'\n", &["1:A=1+1 B-5 C'90 D'x E'"]),
        ("=1+1,-5\n", &["1:A=1+1 B-5"]),
        // the line of Excel
        ("sep=;\r\na;b,c\r\n", &["2:Aa Bb,c"]),
        ("sep=,", &[]),
        ("\"sep=;\"\na;b,c,d\n", &["1:Asep=;", "2:Aa;b Bc Cd"]),
        // wide characters
        ("设施，名称,面积\n甲、乙,１２３\n", &["1:A设施，名称 B面积", "2:A甲、乙 B１２３"]),
    ] {
        assert_eq!(rows(text.as_bytes()), expected, "{text:?}");
        let marked = format!("\u{feff}{text}");
        assert_eq!(rows(marked.as_bytes()), expected, "marked {text:?}");
        let wide: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(rows(&wide), expected, "UTF-16 {text:?}");
    }
}

#[test]
fn a_quote_that_is_not_closed_is_named_where_it_opened() {
    for (text, line) in [
        ("\"", 1),
        ("a,\"b\nc,d\ne,f\n", 1),
        ("a,b\r\nc,\"d\r\ne,f", 2),
        ("a\rb\r\"c\r", 3),
        ("\"a\nb\",c\n\"d", 3),
        ("a,\"b\"\"\n", 1),
        ("\"x\ny\",\"z\n", 2),
        // closed by the next quote, in the middle of a text
        ("a,\"b\nc,d\ne,\"f\"\n", 1),
        ("h\n1,\"12\n2,x\"y\n", 2),
    ] {
        assert_eq!(fault(text.as_bytes()), ("csv.quote", format!("line {line}")), "{text:?}");
    }
}

#[test]
fn nul_and_bytes_of_no_text_are_refused() {
    assert_eq!(fault(b"a,b\nc\0,d\n"), ("csv.nul", "line 2".into()));
    assert_eq!(fault(b"a\r\"\r\0\""), ("csv.nul", "line 3".into()));
    assert_eq!(fault(b"a,b\n\xff\xff\n"), ("csv.encoding", "byte 4, line 2".into()));
}

#[test]
fn limits_are_kept_to_the_last_one() {
    let limits = CsvLimits { bytes: 20, records: 2, fields: 3, field: 4, cells: 5 };
    for (text, refusal) in [
        ("a,b,cccc\nd,e\n\n,\n\n", None),
        ("a,b,c\nd,e\n\n\n\n\n\n\n\n\n\n\n\n", Some(("csv.bytes", None))),
        ("a\nb\n\nc\n", Some(("csv.records", Some(Place::Line(4))))),
        ("a\n,,,\n", Some(("csv.fields", Some(Place::Line(2))))),
        ("a,b\nc,ddddd\n", Some(("csv.field", Some(Place::Line(2))))),
        ("a\n\"ddddd", Some(("csv.field", Some(Place::Line(2))))),
        ("a\n一,二\n", None),
        ("一二\n", Some(("csv.field", Some(Place::Line(1))))),
        ("a,b,c\nd,e,f\n", Some(("csv.cells", Some(Place::Line(2))))),
    ] {
        let result = read(text.as_bytes(), "t", &ReadOptions { limits, ..ReadOptions::default() });
        let found = result.as_ref().err().map(|error| (error.code, error.at.clone()));
        assert_eq!(found, refusal, "{text:?}");
    }
    assert_eq!(refused(&b",".repeat(20_000), CsvLimits::default()), ("csv.fields", Some("line 1".into())));
    let long = [b"a\n\"".as_slice(), &b"x".repeat((1 << 20) + 1), b"\""].concat();
    assert_eq!(refused(&long, CsvLimits::default()), ("csv.field", Some("line 2".into())));
    assert_eq!(rows(&[&b",".repeat(16_383), b"x".as_slice()].concat()), ["1:XFDx"]);
}

#[test]
fn what_is_chosen_wins_over_what_is_found() {
    let read = |text: &[u8], options| read(text, "t", &options).unwrap();
    let semicolon = ReadOptions { delimiter: Delimiter::Semicolon, ..ReadOptions::default() };
    let csv = read(b"sep=,\na,b;c\n", semicolon);
    assert_eq!((csv.delimiter, csv.grid.rows[0].cells.len(), csv.grid.rows[0].number), (Delimiter::Semicolon, 2, 2));
    let gbk = ReadOptions { encoding: Encoding::Gb18030, ..ReadOptions::default() };
    let csv = read("设".as_bytes().split_at(2).0, gbk);
    assert_eq!((csv.encoding, csv.bom, csv.grid.name.as_str()), (Encoding::Gb18030, false, "t"));
}

proptest! {
    #[test]
    fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&bytes, "t", &ReadOptions::default());
    }

    #[test]
    fn no_text_makes_the_reader_panic_or_lie_about_lines(text in "[a,;\"'=\r\n\t设]{0,60}") {
        if let Ok(csv) = read(text.as_bytes(), "t", &ReadOptions::default()) {
            let numbers: Vec<usize> = csv.grid.rows.iter().map(|row| row.number).collect();
            prop_assert!(numbers.is_sorted_by(|a, b| a < b));
            let lines = text.replace("\r\n", "\n").replace('\r', "\n").lines().count();
            prop_assert!(numbers.last().is_none_or(|last| *last <= lines));
        }
    }
}
