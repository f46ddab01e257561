//! Archives for hostile workbooks, some of which no packer would write.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// An archive of parts, each stored as it is or deflated. Empty where it cannot be made, which no case takes for a result: it is
/// refused as an empty file.
pub fn packed(parts: &[(&str, &[u8])], deflated: bool) -> Vec<u8> {
    let method = if deflated { CompressionMethod::Deflated } else { CompressionMethod::Stored };
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let stored = *name == "mimetype";
        let options =
            SimpleFileOptions::default().compression_method(if stored { CompressionMethod::Stored } else { method });
        if zip.start_file(*name, options).and_then(|()| Ok(zip.write_all(content)?)).is_err() {
            return Vec::new();
        }
    }
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// An XLSX workbook whose one sheet has this inside, stored so that every byte of it matters.
pub fn xlsx(sheet: &str) -> Vec<u8> {
    xlsx_with(sheet, "", false)
}

/// The same with shared texts, deflated where it is asked for.
pub fn xlsx_with(sheet: &str, strings: &str, deflated: bool) -> Vec<u8> {
    let sheet = format!("<worksheet>{sheet}</worksheet>");
    let strings = format!("<sst>{strings}</sst>");
    let relations = r#"<Relationships><Relationship Id="a" Type="x/worksheet" Target="s.xml"/><Relationship Id="b" Type="x/sharedStrings" Target="t.xml"/></Relationships>"#;
    packed(
        &[
            ("[Content_Types].xml", b"<Types/>"),
            (
                "_rels/.rels",
                br#"<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/w.xml"/></Relationships>"#,
            ),
            ("xl/w.xml", "<workbook><sheets><sheet name=\"市场主体\" id=\"a\"/></sheets></workbook>".as_bytes()),
            ("xl/_rels/w.xml.rels", relations.as_bytes()),
            ("xl/s.xml", sheet.as_bytes()),
            ("xl/t.xml", strings.as_bytes()),
        ],
        deflated,
    )
}

/// An ODS workbook whose one sheet has this inside.
pub fn ods(sheet: &str, deflated: bool) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"市场主体\">{sheet}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    packed(
        &[
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", content.as_bytes()),
            ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ],
        deflated,
    )
}
