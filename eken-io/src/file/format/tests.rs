//! Files of every kind, under their own names and under others.

use eken_core::words::Lang;
use proptest::prelude::*;

use super::*;
use crate::file::made::{Made, archive};

fn office(names: &[&str]) -> Vec<u8> {
    archive(&names.iter().map(|name| Made::stored(name.as_bytes(), b"x")).collect::<Vec<_>>())
}

fn ole2(name: &str) -> Vec<u8> {
    let name = name.encode_utf16().flat_map(u16::to_le_bytes);
    OLE2.iter().copied().chain([0; 500]).chain(name).chain([0; 100]).collect()
}

fn ods() -> Vec<u8> {
    let mimetype = Made::stored(b"mimetype", b"application/vnd.oasis.opendocument.spreadsheet");
    archive(&[mimetype, Made::stored(b"content.xml", b"x")])
}

/// One file of each kind that is read.
fn kinds() -> Vec<(Format, &'static str, Vec<u8>)> {
    vec![
        (Format::Json, "a.json", b"{\n \"format\": 1}".to_vec()),
        (Format::Json, "a.json", b"\xef\xbb\xbf [1,\n2]".to_vec()),
        (Format::Ndjson, "a.ndjson", b"{\"a\": 1}\n\n{\"a\": 2}\n".to_vec()),
        (Format::Csv, "a.csv", "名称,面积\n".into()),
        (Format::Csv, "a.tsv", b"\xc3\xfb\xb3\xc6\t1\r\n".to_vec()),
        (Format::Xlsx, "a.xlsx", office(&["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"])),
        (Format::Xlsx, "A.XLSX", office(&["[Content_Types].xml", "_rels/.rels"])),
        (Format::Ods, "a.ods", ods()),
        (Format::Ods, "b.ods", office(&["META-INF/manifest.xml", "content.xml", "mimetype"])),
        (Format::CsvZip, "a.zip", office(&["a.csv"])),
        (Format::Parquet, "a.parquet", b"PAR1....PAR1".to_vec()),
        (Format::ArrowIpc, "a.arrow", b"ARROW1\0\0....".to_vec()),
        (Format::ArrowIpc, "a.arrows", b"\xff\xff\xff\xff\x10\0\0\0".to_vec()),
    ]
}

fn refused(bytes: &[u8], name: &str) -> (&'static str, Option<String>) {
    let error = sniff(bytes, name).expect_err(name);
    assert!(!error.help.zh.is_empty() && !error.help.en.is_empty());
    (error.code, error.at.map(|at| at.text(Lang::En)))
}

#[test]
fn every_kind_is_known_by_its_content() {
    for (format, name, bytes) in kinds() {
        assert_eq!(recognise(&bytes), format, "{name}");
        for name in [name, "/folder.v2/data", "dossier", "a.b"] {
            assert_eq!(sniff(&bytes, name), Ok(format), "{name}");
        }
    }
}

#[test]
fn a_name_that_promises_something_else_is_told_what_it_is() {
    for (format, own, bytes) in kinds() {
        for (other, name, _) in kinds() {
            let expected = ("file.mismatch", Some(format!("content of a {} file", format.extension())));
            if other == Format::Ndjson && format == Format::Json && !bytes.contains(&b'\n') || other == format {
                continue;
            }
            assert_eq!(refused(&bytes, name), expected, "{own} as {name}");
        }
    }
    assert_eq!(refused(&office(&["xl/workbook.xml"]), "a.xls").1.as_deref(), Some("content of a .xlsx file"));
    assert_eq!(refused(b"a,b\n", "a.xlsx").1.as_deref(), Some("content of a .csv file"));
    assert_eq!(refused(&office(&["word/document.xml"]), "a.xlsx"), ("file.mismatch", None));
    assert_eq!(refused(&office(&["word/document.xml"]), "a.docx"), ("file.unknown", None));
}

#[test]
fn what_is_never_read_is_told_apart() {
    for name in ["a.xlsx", "a.xls", "a.csv", "a"] {
        assert_eq!(refused(&ole2("EncryptedPackage"), name).0, "file.encrypted", "{name}");
        assert_eq!(refused(&ole2("Workbook\0"), name).0, "file.xls", "{name}");
        assert_eq!(refused(b"<HTML><table><tr><td>1", name).0, "file.html", "{name}");
        assert_eq!(refused(b"\xef\xbb\xbf\n<?xml version=\"1.0\"?><Workbook>", name).0, "file.html", "{name}");
        for archive in [b"Rar!\x1a\x07\x01\0".as_slice(), b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08"] {
            assert_eq!(refused(archive, name).0, "file.archive", "{name}");
        }
        for empty in [b"".as_slice(), b"\xef\xbb\xbf", b" \r\n"] {
            assert_eq!(refused(empty, name).0, "file.empty", "{name}");
        }
        assert_eq!(refused(b"%PDF-1.7", name).0, "file.unknown", "{name}");
    }
    assert_eq!(refused(&ole2("Book\0"), "a.et").0, "file.xls");
    assert_eq!(refused(&ole2("WordDocument"), "a.xlsx").0, "file.encrypted");
    assert_eq!(refused(&ole2("WordDocument"), "a.xls").0, "file.xls");
    assert_eq!(refused(&ole2("WordDocument"), "a.csv").0, "file.mismatch");
    assert_eq!(refused(b"\0\x01\x02", "a").0, "file.unknown");
    assert_eq!(refused(b"PARE....", "a.parquet").0, "file.encrypted");
}

#[test]
fn a_damaged_table_is_still_a_table() {
    assert_eq!(sniff(b"a,b\0\n", "a.csv"), Ok(Format::Csv));
    assert_eq!(sniff(b"a,\xff\n", "a.txt"), Ok(Format::Csv));
    // the head ends in the middle of a character
    let long = "名称,".repeat(20_000);
    for end in [HEAD - 1, HEAD, HEAD + 1] {
        assert_eq!(recognise(&long.as_bytes()[..end]), Format::Csv);
    }
}

#[test]
fn lines_of_json_are_told_from_a_document_of_several_lines() {
    for (text, format) in [
        ("{\"a\": 1}", Format::Json),
        ("{\"a\": 1}\n", Format::Json),
        ("[{\"a\": 1},\n{\"a\": 2}]", Format::Json),
        ("[\n{}\n]", Format::Json),
        ("{}\n{}", Format::Ndjson),
        ("[1]\r\n[2]\r\n", Format::Ndjson),
        ("{\n", Format::Json),
        ("[编号],{名称}\n[1],{2}\n", Format::Csv),
        ("{名称},面积\n", Format::Csv),
    ] {
        assert_eq!(recognise(text.as_bytes()), format, "{text:?}");
    }
    assert_eq!(sniff(b"{\"a\": 1}\n", "a.jsonl"), Ok(Format::Ndjson));
    assert_eq!(refused(b"{\"a\":\n1}", "a.jsonl").0, "file.mismatch");
}

#[test]
fn an_archive_of_workbooks_is_an_archive() {
    let inner = |name: &str| Made::stored(name.as_bytes(), &office(&["[Content_Types].xml", "xl/workbook.xml"]));
    let other = || Made::stored("品牌.json".as_bytes(), b"{}");
    for entries in [vec![inner("设施.xlsx")], vec![other(), inner("a.bin")], vec![inner("设施.xlsx"), other()]] {
        assert_eq!(recognise(&archive(&entries)), Format::CsvZip);
    }
    // who writes a stream states sizes behind the content
    let streamed = |name: &str| {
        let mut bytes = archive(&[inner(name)]);
        bytes[18..26].fill(0);
        bytes
    };
    assert_eq!(recognise(&streamed("设施.XLSX")), Format::CsvZip);
    let mut workbook = office(&["[Content_Types].xml", "xl/workbook.xml"]);
    for unknown in [0, 0xff] {
        workbook[18..26].fill(unknown);
        assert_eq!(recognise(&workbook), Format::Xlsx);
    }
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..100), start in 0..12_usize) {
        let kinds = kinds();
        let bytes = [kinds[start].2.get(..8).unwrap_or_default(), &bytes].concat();
        let _ = sniff(&bytes, "a.xlsx");
    }
}
