//! Hostile workbooks and tables: of every kind that is read, and of those that never are.

use eken_tests::random::Random;

use super::archive::{ods, packed, xlsx, xlsx_with};
use super::cases::{Input, changed};

/// A small table as XLSX has it: a header and two records, one with a number of many digits.
const SHEET: &str = r#"<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>编号</t></is></c><c r="B1" t="inlineStr"><is><t>统一社会信用代码</t></is></c><c r="C1" t="inlineStr"><is><t>登记时间</t></is></c></row><row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>121408274000000425</v></c><c r="C2" t="d"><v>2023-05-01</v></c></row></sheetData><mergeCells><mergeCell ref="A3:C3"/></mergeCells>"#;
/// The same as ODS has it.
const TABLE: &str = r#"<table:table-row><table:table-cell office:value-type="string"><text:p>编号</text:p></table:table-cell><table:table-cell><text:p>名称<text:s text:c="2"/></text:p></table:table-cell><table:table-cell><text:p>登记时间</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="1"/><table:table-cell table:number-columns-repeated="1"><text:p>甲</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2023-05-01"/></table:table-row>"#;
const CSV: &str = "编号,名称,登记时间\r\nE1,\"甲\r\n乙\",2023-05-01\r\nE2,丙,2023.5\r\n";
/// The container in which old and encrypted workbooks lie.
const OLE2: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

fn small(name: &str, file: &'static str, bytes: Vec<u8>) -> Input {
    Input { name: format!("{file}: {name}"), file, make: Box::new(move || bytes.clone()), is_large: false }
}

fn large(name: &str, file: &'static str, make: impl Fn() -> Vec<u8> + Send + Sync + 'static) -> Input {
    Input { name: format!("{file}: {name}"), file, make: Box::new(make), is_large: true }
}

/// Prefixes and random changes of small files, one of so many prefixes and so many changes of each.
pub fn broken(step: usize, changes: u64, random: &mut Random) -> Vec<Input> {
    let files = [
        ("a.xlsx", xlsx_with(SHEET, "<si><t>E1</t></si>", false)),
        ("a.ods", ods(TABLE, false)),
        ("a.csv", CSV.as_bytes().to_vec()),
        ("a.zip", packed(&[("市场主体.csv", CSV.as_bytes())], false)),
    ];
    let mut out = Vec::new();
    for (file, bytes) in files {
        let ends = (0..bytes.len()).step_by(step.max(1));
        out.extend(
            ends.filter_map(|end| Some(small(&format!("the first {end} bytes"), file, bytes.get(..end)?.to_vec()))),
        );
        out.extend((0..changes).map(|_| {
            let input = changed(&bytes, random);
            Input { name: format!("{file}: {}", input.name), file, ..input }
        }));
        out.push(small("as it is", file, bytes));
    }
    out
}

/// Files under names that promise something else, and files that are never read.
pub fn misnamed() -> Vec<Input> {
    let stream = |name: &str| -> Vec<u8> {
        OLE2.iter().copied().chain(name.encode_utf16().flat_map(u16::to_le_bytes)).chain([0; 600]).collect()
    };
    let kinds = [
        ("a workbook", xlsx(SHEET)),
        ("an ODS workbook", ods(TABLE, true)),
        ("a table", CSV.as_bytes().to_vec()),
        ("a JSON text", b"{\"schema_version\": 1}".to_vec()),
        ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()),
        ("a web page", b"<html><table><tr><td>1".to_vec()),
        ("a password", stream("EncryptedPackage")),
        ("an old workbook", stream("Workbook\0")),
        ("a binary workbook", packed(&[("[Content_Types].xml", b"<Types/>"), ("xl/workbook.bin", b"\x83\x01\0")], true)),
        ("an encrypted ODS workbook", packed(&[
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", b"\x9a\x01\xff"),
            ("META-INF/manifest.xml", b"<manifest:manifest><manifest:file-entry manifest:full-path=\"content.xml\"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"),
        ], false)),
        ("nothing", Vec::new()),
        ("zeros", vec![0; 4_096]),
        ("an empty archive", packed(&[], false)),
        ("an archive in an archive", packed(&[("a.zip", &packed(&[("b.csv", b"1")], true))], true)),
        ("a way out of the archive", packed(&[("../../a.csv", CSV.as_bytes()), ("/etc/b.csv", b"1")], true)),
        ("an entry twice", packed(&[("xl/a.xml", b"1"), ("XL/A.xml", b"2"), ("[Content_Types].xml", b"<Types/>")], true)),
    ];
    let mut out = Vec::new();
    for (name, bytes) in kinds {
        for file in
            ["a.xlsx", "a.XLSM", "a.ods", "a.xls", "a.et", "a.csv", "a.txt", "a.zip", "a.csv.xlsx", "a", "a.json"]
        {
            out.push(small(name, file, bytes.clone()));
        }
    }
    out
}

/// What is deep, long, many, or says that it is.
pub fn vast(count: usize) -> Vec<Input> {
    let row = |inside: &str| format!("<table:table-row>{inside}</table:table-row>");
    let cell = "<table:table-cell><text:p>x</text:p></table:table-cell>";
    vec![
        small(
            "corner cells",
            "a.xlsx",
            xlsx("<sheetData><row><c r=\"A1\"><v>1</v></c><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>"),
        ),
        small(
            "entities in entities",
            "a.xlsx",
            entities(|inside| xlsx(&format!("<sheetData><row><c t=\"str\"><v>{inside}</v></c></row></sheetData>"))),
        ),
        small(
            "entities in entities",
            "a.ods",
            entities(|inside| {
                ods(&row(&format!("<table:table-cell><text:p>{inside}</text:p></table:table-cell>")), true)
            }),
        ),
        small("a size that lies", "a.xlsx", lying()),
        large("a bomb of blanks", "a.xlsx", move || xlsx_with(&" ".repeat(count.saturating_mul(100)), "", true)),
        large("a bomb of blanks", "a.ods", move || ods(&" ".repeat(count.saturating_mul(100)), true)),
        large("a bomb of tables", "a.zip", move || {
            packed(&[("a.csv", ",\n".repeat(count.saturating_mul(50)).as_bytes())], true)
        }),
        large("many entries", "a.zip", move || {
            let names: Vec<String> = (0..count.min(60_000)).map(|number| format!("{number}.csv")).collect();
            packed(&names.iter().map(|name| (name.as_str(), &b"1"[..])).collect::<Vec<_>>(), false)
        }),
        large("deep", "a.xlsx", move || xlsx(&"<a>".repeat(count))),
        large("deep", "a.ods", move || ods(&"<table:table-row-group>".repeat(count), false)),
        large("empty rows", "a.xlsx", move || {
            xlsx_with(&format!("<sheetData>{}</sheetData>", "<row/>".repeat(count)), "", true)
        }),
        large("empty rows", "a.ods", move || {
            ods(&"<table:table-row><table:table-cell/></table:table-row>".repeat(count), true)
        }),
        large("empty cells", "a.xlsx", move || {
            xlsx_with(&format!("<sheetData><row>{}</row></sheetData>", "<c/>".repeat(count.min(16_384))), "", true)
        }),
        large("shared texts", "a.xlsx", move || {
            let texts: String = (0..count).map(|number| format!("<si><t>{number} of many texts</t></si>")).collect();
            xlsx_with("<sheetData/>", &texts, true)
        }),
        large("merged ranges", "a.xlsx", move || {
            xlsx_with(
                &format!("<sheetData/><mergeCells>{}</mergeCells>", "<mergeCell ref=\"A1:XFD1048576\"/>".repeat(count)),
                "",
                true,
            )
        }),
        large("one text", "a.xlsx", move || {
            xlsx_with(
                &format!(
                    "<sheetData><row><c t=\"str\"><v>{}</v></c></row></sheetData>",
                    "x".repeat(count.saturating_mul(50))
                ),
                "",
                false,
            )
        }),
        large("one attribute", "a.ods", move || {
            ods(
                &row(&format!("<table:table-cell office:string-value=\"{}\"/>", "x".repeat(count.saturating_mul(50)))),
                false,
            )
        }),
        small(
            "a row repeated",
            "a.ods",
            ods(&format!("<table:table-row table:number-rows-repeated=\"1048576\">{cell}</table:table-row>"), false),
        ),
        small(
            "a cell repeated",
            "a.ods",
            ods(
                &format!(
                    "<table:table-row table:number-rows-repeated=\"1000000\">{}</table:table-row>",
                    cell.replace("table-cell>", "table-cell table:number-columns-repeated=\"16384\">")
                        .replace("</table:table-cell table:number-columns-repeated=\"16384\">", "</table:table-cell>")
                ),
                false,
            ),
        ),
        small(
            "an empty row repeated",
            "a.ods",
            ods(
                &format!(
                    "<table:table-row table:number-rows-repeated=\"99999999999999999999\"><table:table-cell/></table:table-row>{}",
                    row(cell)
                ),
                false,
            ),
        ),
        small(
            "an empty cell repeated",
            "a.ods",
            ods(&row(&format!("<table:table-cell table:number-columns-repeated=\"4294967295\"/>{cell}")), false),
        ),
        small(
            "a blank repeated",
            "a.ods",
            ods(&row("<table:table-cell><text:p><text:s text:c=\"4294967295\"/></text:p></table:table-cell>"), false),
        ),
        small(
            "a long text repeated",
            "a.ods",
            ods(
                &format!(
                    "<table:table-row table:number-rows-repeated=\"1000\"><table:table-cell table:number-columns-repeated=\"900\"><text:p>{}</text:p></table:table-cell></table:table-row>",
                    "长".repeat(30_000)
                ),
                false,
            ),
        ),
        large("one line", "a.csv", move || b"x".repeat(count.saturating_mul(200))),
        large("one line in GB18030", "a.csv", move || b"\xc9\xe8".repeat(count.saturating_mul(25))),
        large("one line of commas", "a.csv", move || b",".repeat(count.saturating_mul(60))),
        large("a quote never closed", "a.csv", move || {
            [b"a,\"".as_slice(), &b"x,\n".repeat(count.saturating_mul(15))].concat()
        }),
        large("quotes", "a.csv", move || b"\"".repeat(count.saturating_mul(50))),
        large("NULs", "a.csv", move || vec![0; count.saturating_mul(50)]),
        large("many lines", "a.csv", move || b"1,2\n".repeat(count)),
        large("empty lines", "a.csv", move || b"\r\n".repeat(count.saturating_mul(20))),
        large("many records", "市场主体.csv", move || {
            let rows: String =
                (0..count.min(ROWS)).map(|number| format!("E{number},甲,91140827MA0EKEN03X\n")).collect();
            format!("编号,名称,统一社会信用代码\n{rows}").into_bytes()
        }),
        large("signs that steer", "a.csv", || {
            "编号,名称,登记类型\n\u{202e}E1,\u{1b}[2J,\u{9b}2J\n\u{2067},\u{7f},\u{8}\n".as_bytes().to_vec()
        }),
    ]
}

/// Records of one code in a table, at most: a hundred thousand take some 5 s, in a release build too (docs/proofs.md).
const ROWS: usize = 20_000;

/// Entities that would be a billion texts.
fn entities(file: impl Fn(&str) -> Vec<u8>) -> Vec<u8> {
    let mut doctype = String::from("<!DOCTYPE x [<!ENTITY l0 \"x\">");
    for level in 1..10 {
        let below = format!("&l{};", u32::saturating_sub(level, 1)).repeat(10);
        doctype.push_str(&format!("<!ENTITY l{level} \"{below}\">"));
    }
    file(&format!("{doctype}]>&l9;"))
}

/// A workbook whose directory says that a part is as large as can be.
fn lying() -> Vec<u8> {
    let mut bytes = xlsx(SHEET);
    let directory = bytes.windows(4).rposition(|mark| mark == b"PK\x01\x02").unwrap_or_default();
    for at in [directory.saturating_add(20), directory.saturating_add(24)] {
        if let Some(size) = bytes.get_mut(at..at.saturating_add(4)) {
            size.copy_from_slice(&[0xf0, 0xff, 0xff, 0x7f]);
        }
    }
    bytes
}
