//! What a file is: its first bytes say it, its name only settles what they leave open.

use std::borrow::Cow;

use eken_core::words::Label;

use super::zip::at_mark;
use crate::csv::encoding::{Encoding, decode};
use crate::error::{Error, Place, Result};

/// How many bytes from the beginning of a file are looked at; more do no harm.
pub const HEAD: usize = 64 << 10;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// One JSON document (RFC 8259).
    Json,
    /// JSON documents, one a line.
    Ndjson,
    /// One table as text.
    Csv,
    /// A folder of CSV files.
    CsvFolder,
    /// CSV files in a ZIP archive.
    CsvZip,
    /// A workbook of Excel 2007 or later (ECMA-376).
    Xlsx,
    /// A workbook of LibreOffice (OpenDocument).
    Ods,
    /// Apache Parquet.
    Parquet,
    /// An Arrow IPC file or stream.
    ArrowIpc,
    /// A workbook of Excel 97 to 2003 (BIFF): nobody reads it safely.
    Xls,
    /// A file with a password.
    Encrypted,
    /// None of these.
    Unknown,
}

/// What a file is by its first bytes alone: all of it, or [`HEAD`] bytes at least where it is longer.
///
/// Text is JSON where it begins as an object or array does, NDJSON where its first line ends such a document and the next begins
/// another, else CSV. A ZIP archive that is no office file is taken for one of CSV files. A folder has no bytes:
/// [`Format::CsvFolder`] is never found here.
pub fn recognise(head: &[u8]) -> Format {
    const MARKS: [(&[u8], Format); 4] = [
        (b"PAR1", Format::Parquet),
        (b"PARE", Format::Encrypted),
        (b"ARROW1\0\0", Format::ArrowIpc),
        (b"\xff\xff\xff\xff", Format::ArrowIpc),
    ];
    if let Some((_, format)) = MARKS.into_iter().find(|(mark, _)| head.starts_with(mark)) {
        return format;
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return of_zip(head);
    }
    if head.starts_with(OLE2) {
        return of_ole2(head);
    }
    if other(head).is_some() {
        return Format::Unknown;
    }
    match text(head) {
        Some(text) => of_text(&text),
        None => Format::Unknown,
    }
}

/// What a file is by its first bytes ([`recognise`]), held against the extension of its name.
///
/// A name without extension, or with one that says nothing here, promises nothing. What is named as a table (`.csv`,
/// `.tsv`, `.txt`) and is no other kind of file is a table, however damaged: its reader says what is wrong with it.
///
/// # Errors
/// `file.empty` for nothing but blanks; `file.encrypted` for a workbook with a password; `file.xls` for Excel 97 to 2003
/// and WPS 表格; `file.html` for a web page or XML, which some systems export under the name of a workbook; `file.archive`
/// for an archive that is no ZIP; `file.unknown` for what is none of all these; `file.mismatch` where the extension
/// promises something else: its place says what the content is.
pub fn sniff(head: &[u8], name: &str) -> Result<Format> {
    let blank = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii().is_empty();
    if blank {
        return Err(EMPTY);
    }
    if let Some(refusal) = other(head) {
        return Err(refusal);
    }
    match (Format::promised(name), recognise(head)) {
        (_, Format::Encrypted) => Err(ENCRYPTED),
        (_, Format::Xls) => Err(XLS),
        // a container of Microsoft whose directory lies beyond the head: only a password makes one of a new workbook
        (Format::Xlsx, Format::Unknown) if head.starts_with(OLE2) => Err(ENCRYPTED),
        (Format::Xls, Format::Unknown) if head.starts_with(OLE2) => Err(XLS),
        (Format::Csv, Format::Unknown) if !head.starts_with(OLE2) => Ok(Format::Csv),
        (Format::Unknown, Format::Unknown) => Err(UNKNOWN),
        // one document on one line is a file of one line
        (Format::Ndjson, Format::Json) if !head.trim_ascii().contains(&b'\n') => Ok(Format::Ndjson),
        (Format::Unknown, found) => Ok(found),
        (promised, found) if promised == found => Ok(found),
        (_, Format::Unknown) => Err(MISMATCH),
        (_, found) => Err(MISMATCH.at(Place::Content(found.extension()))),
    }
}

/// Whether a text looks like a table, whatever its name: a delimiter in its first line, and a second line.
pub fn is_table(head: &[u8]) -> bool {
    let Some(text) = text(head).filter(|text| of_text(text) == Format::Csv) else { return false };
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.next().is_some_and(|first| first.contains([',', ';', '\t', '|'])) && lines.next().is_some()
}

impl Format {
    /// The kind of file that the extension of a name promises; `Unknown` where it promises none.
    pub fn promised(name: &str) -> Self {
        let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default();
        match extension.as_str() {
            "json" | "geojson" => Self::Json,
            "ndjson" | "jsonl" => Self::Ndjson,
            "csv" | "tsv" | "txt" => Self::Csv,
            "xlsx" | "xlsm" => Self::Xlsx,
            "xls" | "et" | "ett" | "xlt" => Self::Xls,
            "ods" | "ots" => Self::Ods,
            "zip" => Self::CsvZip,
            "parquet" | "pq" => Self::Parquet,
            "arrow" | "arrows" | "feather" => Self::ArrowIpc,
            _ => Self::Unknown,
        }
    }

    /// The extension that files of this kind have; empty where they have none of their own.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Json => ".json",
            Self::Ndjson => ".ndjson",
            Self::Csv => ".csv",
            Self::CsvZip => ".zip",
            Self::Xlsx => ".xlsx",
            Self::Ods => ".ods",
            Self::Parquet => ".parquet",
            Self::ArrowIpc => ".arrow",
            Self::Xls => ".xls",
            Self::CsvFolder | Self::Encrypted | Self::Unknown => "",
        }
    }
}

/// The container of Microsoft in which old and encrypted workbooks lie ([MS-CFB]).
const OLE2: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

fn of_ole2(head: &[u8]) -> Format {
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        head.windows(name.len()).any(|window| window == name)
    };
    if holds("EncryptedPackage") {
        Format::Encrypted
    } else if holds("Workbook\0") || holds("Book\0") {
        Format::Xls
    } else {
        Format::Unknown
    }
}

/// An archive by the names of its first entries: office files say early what they are.
fn of_zip(head: &[u8]) -> Format {
    let names = entries(head.get(..HEAD).unwrap_or(head));
    let under = |folder: &[u8]| names.iter().any(|name| name.starts_with(folder));
    // what an OpenDocument file says of itself stands first and is stored, unless someone packed it anew
    let kind = head.get(30..).and_then(|head| head.strip_prefix(b"mimetype"));
    let is_ods = kind.map(|kind| kind.starts_with(b"application/vnd.oasis.opendocument.spreadsheet"));
    if is_ods == Some(true) || (is_ods.is_none() && under(b"content.xml")) {
        Format::Ods
    } else if under(b"xl/") {
        Format::Xlsx
    } else if under(b"word/") || under(b"ppt/") || under(b"mimetype") {
        Format::Unknown
    } else if under(b"[Content_Types].xml") {
        Format::Xlsx
    } else {
        Format::CsvZip
    }
}

/// Names of the first entries of an archive. What is inside of an entry, such as a workbook that is packed as it is, is passed over.
fn entries(head: &[u8]) -> Vec<&[u8]> {
    const MARK: &[u8; 4] = b"PK\x03\x04";
    let number = |at: &[u8], from: usize| Some(u16::from_le_bytes(*at.get(from..)?.first_chunk()?));
    let (mut names, mut rest) = (Vec::new(), Some(head));
    while let Some(at) = rest.filter(|at| at.starts_with(MARK)) {
        let (Some(length), Some(more)) = (number(at, 26), number(at, 28)) else { break };
        let (length, more) = (usize::from(length), usize::from(more));
        let Some(name) = at.get(30..).and_then(|at| at.get(..length)) else { break };
        names.push(name);
        let content = at.get(30_usize.saturating_add(length).saturating_add(more)..);
        // the size may stand behind the content only, or elsewhere
        let size = at.get(18..).and_then(|at| at.first_chunk()).map(|size| u32::from_le_bytes(*size));
        let size = size.filter(|size| *size != 0 && *size != u32::MAX).and_then(|size| usize::try_from(size).ok());
        let next = size.and_then(|size| content?.get(size..)).filter(|next| next.starts_with(b"PK"));
        let is_archive = [".xlsx", ".xlsm", ".ods", ".zip", ".docx", ".pptx"].iter().any(|end| {
            let from = name.len().checked_sub(end.len()).and_then(|from| name.get(from..));
            from.is_some_and(|found| found.eq_ignore_ascii_case(end.as_bytes()))
        });
        rest = match next {
            Some(next) => Some(next),
            None if is_archive => None,
            None => content.and_then(|content| at_mark(content, MARK).next()),
        };
    }
    names
}

/// Files that are known and never read.
fn other(head: &[u8]) -> Option<Error> {
    const ARCHIVES: [&[u8]; 6] =
        [b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd"];
    const MARKUP: [&str; 6] = ["<!doctype", "<html", "<head", "<meta", "<table", "<?xml"];
    const OTHERS: [&[u8]; 5] = [b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf", b"GIF8"];
    if ARCHIVES.iter().any(|mark| head.starts_with(mark)) {
        return Some(ARCHIVE);
    }
    if OTHERS.iter().any(|mark| head.starts_with(mark)) {
        return Some(UNKNOWN);
    }
    let text = text(head.get(..1 << 10).unwrap_or(head))?;
    let text = text.trim_start();
    let begins = |mark: &&str| text.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark));
    MARKUP.iter().any(begins).then_some(HTML)
}

/// The head as text, without a last character that may be cut off.
fn text(head: &[u8]) -> Option<Cow<'_, str>> {
    let head = head.get(..HEAD).unwrap_or(head);
    let ends = (0..4_usize).filter_map(|cut| head.get(..head.len().checked_sub(cut)?));
    let mut texts = ends.filter_map(|head| decode(head, Encoding::Auto).ok());
    texts.next().map(|decoded| decoded.text).filter(|text| !text.contains('\0'))
}

fn of_text(text: &str) -> Format {
    if !begins_json(text) {
        return Format::Csv;
    }
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let ends = lines.next().is_some_and(|first| first.ends_with(['}', ']']));
    if ends && lines.next().is_some_and(begins_json) { Format::Ndjson } else { Format::Json }
}

/// Whether a text begins as a JSON object or array does; the heading `[编号]` of a table does not.
fn begins_json(text: &str) -> bool {
    let mut signs = text.chars().filter(|letter| !letter.is_ascii_whitespace());
    match (signs.next(), signs.next()) {
        (Some('{'), next) => matches!(next, None | Some('"' | '}')),
        (Some('['), next) => matches!(next, None | Some('"' | '{' | '[' | ']' | '-' | '0'..='9' | 't' | 'f' | 'n')),
        _ => false,
    }
}

const EMPTY: Error = Error::new(
    "file.empty",
    Label::new("文件是空的", "the file is empty"),
    Label::new("请重新导出或传送", "export or send it again"),
);

const MISMATCH: Error = Error::new(
    "file.mismatch",
    Label::new("文件内容与扩展名不符", "the content is not what the extension of the name says"),
    Label::new(
        "按实际内容改扩展名，或用原软件另存为所需格式",
        "give it the extension of what it is, or save it in its program in the form that is wanted",
    ),
);

const ENCRYPTED: Error = Error::new(
    "file.encrypted",
    Label::new("文件设有打开密码", "the file is protected by a password"),
    Label::new("打开后取消密码，另存为 .xlsx", "open it, take the password off and save it as .xlsx"),
);

const XLS: Error = Error::new(
    "file.xls",
    Label::new("不读取旧版工作簿（Excel 97—2003 或 WPS 表格）", "workbooks of Excel 97 to 2003 or of WPS are not read"),
    Label::new("用 Excel 或 WPS 打开，另存为 .xlsx", "open it in Excel or WPS and save it as .xlsx"),
);

const HTML: Error = Error::new(
    "file.html",
    Label::new("文件其实是网页或 XML，不是表格", "the file is a web page or XML, not a table"),
    Label::new("用 Excel 或 WPS 打开，另存为 .xlsx", "open it in Excel or WPS and save it as .xlsx"),
);

const ARCHIVE: Error = Error::new(
    "file.archive",
    Label::new("不支持这种压缩格式", "archives of this kind are not read"),
    Label::new("解压后改用 ZIP 打包", "unpack it and pack it as ZIP"),
);

const UNKNOWN: Error = Error::new(
    "file.unknown",
    Label::new("无法识别文件格式", "the file is of no known kind"),
    Label::new(
        "请使用 JSON、NDJSON、CSV、XLSX、ODS、Parquet 或 Arrow 文件",
        "use a file in JSON, NDJSON, CSV, XLSX, ODS, Parquet or Arrow",
    ),
);

#[cfg(test)]
mod tests;
