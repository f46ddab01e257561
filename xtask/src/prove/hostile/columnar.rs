//! Parquet and Arrow files that are damaged, or claim more than they hold.

use std::sync::Arc;

use arrow_array::types::Int32Type;
use arrow_array::{
    ArrayRef, DictionaryArray, Int32Array, ListArray, NullArray, RecordBatch, RecordBatchOptions, StringArray,
};
use arrow_buffer::OffsetBuffer;
use arrow_ipc::CompressionType;
use arrow_ipc::writer::{FileWriter, IpcWriteOptions, StreamWriter};
use arrow_schema::{DataType, Field, Schema};
use eken_core::limits::Limits;
use eken_core::model::Dossier;
use eken_core::parse::parse;
use eken_core::words::Words;
use eken_io::arrow::{Columnar, Frame, tables, write};
use eken_tests::random::Random;

use super::cases::Input;

/// The names of files of both kinds; what they are is recognised by their bytes.
const PARQUET: &str = "facilities.parquet";
const ARROW: &str = "facilities.arrow";

fn name_of(bytes: &[u8]) -> &'static str {
    if bytes.starts_with(b"PAR1") { PARQUET } else { ARROW }
}

fn input(name: String, bytes: Vec<u8>) -> Input {
    let file = name_of(&bytes);
    Input { name: format!("{file}: {name}"), file, make: Box::new(move || bytes.clone()), is_large: false }
}

/// Damaged files, so many of each kind, their prefixes, and files that lie; the damage leaves the first bytes as they are.
///
/// # Errors
/// When a file cannot be made.
pub fn inputs(count: u64, random: &mut Random) -> Result<Vec<Input>, String> {
    let mut out = Vec::new();
    for (name, own) in small()? {
        out.extend((0..count).map(|_| input(format!("{name}, damaged"), damaged(&own, random))));
        let step = own.len().checked_div(usize::try_from(count).unwrap_or(1).max(1)).unwrap_or(1).max(1);
        let ends = (8..own.len()).step_by(step);
        out.extend(ends.filter_map(|end| Some(input(format!("{name}, {end} bytes of it"), own.get(..end)?.to_vec()))));
    }
    out.extend(lies()?.into_iter().map(|(name, bytes)| input(name.to_owned(), bytes)));
    Ok(out)
}

/// A small file of each kind, packed in each way.
fn small() -> Result<Vec<(&'static str, Vec<u8>)>, String> {
    let text = r#"{"schema_version":1,"facilities":{"items":[{"id":"F1","name":"一号楼","floor_area":312.5,"opened":"2023-05",
        "evidence":["D1","D2"]},{"id":"F2","floor_area":{"missing":"withheld"},"evidence":[]}]}}"#;
    let dossier: Dossier =
        parse(text.as_bytes(), &Limits::default()).map_err(|error| error.to_string())?.dossier().clone();
    let frames = tables(&dossier).map_err(|error| error.to_string())?;
    let frame = frames.iter().find(|frame| frame.key == "facilities").ok_or("no facilities")?;
    let own = |kind| write(frame, kind).map_err(|error| error.to_string());
    Ok(vec![
        ("parquet", own(Columnar::Parquet)?),
        ("arrow", own(Columnar::Arrow)?),
        ("arrow by zstd", packed(&frame.batch, CompressionType::ZSTD)?),
        ("arrow by lz4", packed(&frame.batch, CompressionType::LZ4_FRAME)?),
        ("arrow, a stream", stream(&frame.batch)?),
    ])
}

fn packed(batch: &RecordBatch, by: CompressionType) -> Result<Vec<u8>, String> {
    let made = || -> Result<Vec<u8>, arrow_schema::ArrowError> {
        let options = IpcWriteOptions::default().try_with_compression(Some(by))?;
        let mut writer = FileWriter::try_new_with_options(Vec::new(), &batch.schema(), options)?;
        writer.write(batch)?;
        writer.into_inner()
    };
    made().map_err(|error| error.to_string())
}

fn stream(batch: &RecordBatch) -> Result<Vec<u8>, String> {
    let made = || -> Result<Vec<u8>, arrow_schema::ArrowError> {
        let mut writer = StreamWriter::try_new(Vec::new(), &batch.schema())?;
        writer.write(batch)?;
        writer.into_inner()
    };
    made().map_err(|error| error.to_string())
}

/// A file with one to three changes behind its mark: bits turned, bytes set to an end of their range, runs of them.
fn damaged(own: &[u8], random: &mut Random) -> Vec<u8> {
    const MARK: usize = 6;
    let mut bytes = own.to_vec();
    for _ in 0..=random.below(3) {
        let at = MARK.saturating_add(random.below(bytes.len().saturating_sub(MARK).max(1)));
        let run = if random.below(3) == 0 { random.below(9) } else { 1 };
        let to = match random.below(4) {
            0 => Some([0, 0x7f, 0x80, 0xff].get(random.below(4)).copied().unwrap_or_default()),
            _ => None,
        };
        for byte in bytes.iter_mut().skip(at).take(run) {
            let turned = 1_u8.rotate_left(u32::try_from(random.below(8)).unwrap_or_default());
            *byte = to.unwrap_or(*byte ^ turned);
        }
    }
    bytes
}

/// One text behind its length, as the lengths of texts are packed by their differences: blocks of 128 in 4 parts, one value, 1.
const ONE: &[u8] = &[0x80, 1, 4, 1, 2, b'a'];
/// The same with two thousand million lengths.
const MANY: &[u8] = &[0x80, 1, 4, 0xff, 0xff, 0xff, 0xff, 7, 2, b'a'];

/// Files that claim, or unpack to, far more than their bytes; the first does not, and is read.
fn lies() -> Result<Vec<(&'static str, Vec<u8>)>, String> {
    let lengths = Claim { kind: 6, encoding: 6, content: ONE, unpacked: 6, ..Claim::default() };
    let mut out = vec![
        ("one text by its length", one_page(&lengths)),
        (
            "row groups beyond number",
            with_footer(&[
                0x15, 4, 0x19, 0x1c, 0x48, 1, b'r', 0x15, 0, 0, 0x16, 0, 0x19, 0xfc, 0xff, 0xff, 0xff, 0xff, 7, 0,
            ]),
        ),
        ("a schema without end", deep_schema(100_000)),
        ("a page of two gigabytes", one_page(&Claim { unpacked: i32::MAX, ..Claim::default() })),
        ("a page of two thousand million values", one_page(&Claim { values: i32::MAX, ..Claim::default() })),
        ("values beyond number", one_page(&Claim { rows: i64::MAX, ..Claim::default() })),
        ("a chunk that begins in itself", one_page(&Claim { offset: -4, ..Claim::default() })),
        ("a chunk behind the file", one_page(&Claim { offset: i64::MAX, ..Claim::default() })),
        ("a page by no known way", one_page(&Claim { codec: 77, ..Claim::default() })),
        ("a page by brotli", one_page(&Claim { codec: 4, ..Claim::default() })),
        ("a dictionary of more than its bytes", one_page(&Claim { page: 2, values: i32::MAX, ..Claim::default() })),
        ("values of two gigabytes each", one_page(&Claim { kind: 7, fixed: i32::MAX.into(), ..Claim::default() })),
        ("lengths beyond number", one_page(&Claim { content: MANY, unpacked: 10, ..lengths })),
        ("texts by their prefixes", one_page(&Claim { encoding: 7, ..lengths })),
    ];
    let keys: Int32Array = std::iter::repeat_n(Some(0), 100_000).collect();
    let text = Arc::new(StringArray::from(vec!["长".repeat(150_000)]));
    let one = DictionaryArray::<Int32Type>::try_new(keys, text).map_err(|error| error.to_string())?;
    let rows: ArrayRef = Arc::new(NullArray::new(1_000_000));
    let nothing: Vec<ArrayRef> = std::iter::repeat_n(rows, 25).collect();
    let items = i32::MAX;
    let list = |count: i32| -> Result<ArrayRef, String> {
        let length = usize::try_from(count).map_err(|error| error.to_string())?;
        let field = Arc::new(Field::new_list_field(DataType::Null, true));
        let offsets = OffsetBuffer::new(vec![0, count].into());
        let list = ListArray::try_new(field, offsets, Arc::new(NullArray::new(length)), None);
        Ok(Arc::new(list.map_err(|error| error.to_string())?))
    };
    for kind in [Columnar::Parquet, Columnar::Arrow] {
        out.push(("one text in every row", whole(vec![Arc::new(one.clone())], kind)?));
        out.push(("rows of nothing", whole(nothing.clone(), kind)?));
    }
    out.push(("a list of nothings", whole(vec![list(3_000_000)?], Columnar::Parquet)?));
    out.push(("a list of nothings beyond number", whole(vec![list(items)?], Columnar::Arrow)?));
    let texts: ArrayRef = Arc::new(StringArray::from(vec!["aaaaaaaa".repeat(1_000)]));
    let schema = Schema::new(vec![Field::new("id", DataType::Utf8, true)]);
    let batch = RecordBatch::try_new(Arc::new(schema), vec![texts]).map_err(|error| error.to_string())?;
    let mut claims = packed(&batch, CompressionType::ZSTD)?;
    // the length that is stated stands before the mark of zstd
    let stated = [8_000_i64.to_le_bytes().as_slice(), &[0x28, 0xb5, 0x2f, 0xfd]].concat();
    let at = claims.windows(stated.len()).position(|part| part == stated).ok_or("no stated length")?;
    claims.splice(at..at.saturating_add(8), (1_i64 << 40).to_le_bytes());
    out.push(("a buffer of a terabyte", claims));
    Ok(out)
}

/// A file of columns `id`, `b`, `c`, …
fn whole(columns: Vec<ArrayRef>, kind: Columnar) -> Result<Vec<u8>, String> {
    let names = (0..columns.len()).map(|nth| if nth == 0 { "id".to_owned() } else { format!("c{nth}") });
    let fields: Vec<Field> =
        names.zip(&columns).map(|(name, array)| Field::new(name, array.data_type().clone(), true)).collect();
    let options = RecordBatchOptions::new();
    let batch = RecordBatch::try_new_with_options(Arc::new(Schema::new(fields)), columns, &options);
    let frame =
        Frame { key: "x".to_owned(), title: Words::default(), batch: batch.map_err(|error| error.to_string())? };
    write(&frame, kind).map_err(|error| error.to_string())
}

/// A Parquet file of metadata and nothing else.
fn with_footer(footer: &[u8]) -> Vec<u8> {
    file(&[], footer)
}

fn file(body: &[u8], footer: &[u8]) -> Vec<u8> {
    let length = u32::try_from(footer.len()).unwrap_or_default().to_le_bytes();
    [b"PAR1", body, footer, &length, b"PAR1"].concat()
}

/// A schema of groups, each in the one before.
fn deep_schema(depth: i64) -> Vec<u8> {
    let mut out = vec![0x15, 4, 0x19, 0xfc];
    varint(&mut out, depth.unsigned_abs());
    for _ in 0..depth {
        out.extend([0x48, 1, b'g', 0x15, 2, 0]);
    }
    out.extend([0x16, 0, 0x19, 0x0c, 0]);
    with_footer(&out)
}

/// What a file of one column and one page claims.
#[derive(Clone, Copy)]
struct Claim {
    kind: u8,
    fixed: i64,
    page: u8,
    encoding: u8,
    content: &'static [u8],
    unpacked: i32,
    values: i32,
    rows: i64,
    offset: i64,
    codec: i64,
}

impl Default for Claim {
    fn default() -> Self {
        Self {
            kind: 1,
            fixed: 0,
            page: 0,
            encoding: 0,
            content: &[7, 0, 0, 0],
            unpacked: 4,
            values: 1,
            rows: 1,
            offset: 4,
            codec: 1,
        }
    }
}

/// A file of one value, packed by snappy, that claims what it is told to.
fn one_page(claim: &Claim) -> Vec<u8> {
    let mut content = Vec::new();
    varint(&mut content, u64::from(claim.unpacked.unsigned_abs()));
    let length = u8::try_from(claim.content.len()).unwrap_or_default();
    content.push(length.saturating_sub(1).wrapping_shl(2));
    content.extend(claim.content);
    let mut page = vec![0x15, claim.page.wrapping_shl(1)];
    number(&mut page, 0x15, claim.unpacked.into());
    number(&mut page, 0x15, i64::try_from(content.len()).unwrap_or_default());
    // a dictionary describes itself in the seventh field, a page of values in the fifth
    page.push(if claim.page == 2 { 0x4c } else { 0x2c });
    number(&mut page, 0x15, claim.values.into());
    page.extend([0x15, claim.encoding.wrapping_shl(1)]);
    if claim.page == 0 {
        page.extend([0x15, 6, 0x15, 6]);
    }
    page.extend([0, 0]);
    page.extend(content);
    let length = i64::try_from(page.len()).unwrap_or_default();
    // version, the schema: a root with one child, the column with its type
    let mut footer = vec![0x15, 4, 0x19, 0x2c, 0x48, 1, b'r', 0x15, 2, 0, 0x15, claim.kind.wrapping_shl(1)];
    number(&mut footer, 0x15, claim.fixed);
    footer.extend([0x15, 0, 0x18, 2, b'i', b'd']);
    if claim.kind == 6 {
        // its bytes are a text
        footer.extend([0x25, 0]);
    }
    footer.push(0);
    number(&mut footer, 0x16, claim.rows);
    // one row group of one column: type, encodings, path, codec, values, sizes, where its page begins
    footer.extend([0x19, 0x1c, 0x19, 0x1c, 0x26, 8, 0x1c, 0x15, claim.kind.wrapping_shl(1)]);
    footer.extend([0x19, 0x15, 0, 0x19, 0x18, 2, b'i', b'd']);
    number(&mut footer, 0x15, claim.codec);
    number(&mut footer, 0x16, claim.values.into());
    number(&mut footer, 0x16, length);
    number(&mut footer, 0x16, length);
    number(&mut footer, 0x26, claim.offset);
    footer.extend([0, 0]);
    number(&mut footer, 0x16, length);
    number(&mut footer, 0x16, claim.rows);
    footer.extend([0, 0]);
    file(&page, &footer)
}

fn number(out: &mut Vec<u8>, field: u8, number: i64) {
    out.push(field);
    // every other number stands for one below zero
    let magnitude = number.unsigned_abs().wrapping_shl(1);
    varint(out, if number < 0 { magnitude.wrapping_sub(1) } else { magnitude });
}

fn varint(out: &mut Vec<u8>, mut number: u64) {
    while let rest @ 1.. = number >> 7 {
        out.push(u8::try_from(number & 0x7f).unwrap_or_default() | 0x80);
        number = rest;
    }
    out.push(u8::try_from(number & 0x7f).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use eken_io::document::{Options, Unread, read};

    use super::*;

    #[test]
    fn a_file_that_claims_what_it_holds_is_read_and_each_lie_is_an_error() {
        let code = |bytes: &[u8]| match read(bytes.to_vec(), name_of(bytes), &Options::default()) {
            Err(Unread::File(error)) => error.code,
            Err(Unread::Dossier(_)) => "none",
            Ok(_) => "read",
        };
        assert_eq!(code(&one_page(&Claim::default())), "read");
        for (name, own) in small().unwrap() {
            assert_eq!(code(&own), "read", "{name}");
        }
        let codes: Vec<(&str, &str)> = lies().unwrap().iter().map(|(name, bytes)| (*name, code(bytes))).collect();
        let expected = [
            ("one text by its length", "read"),
            ("row groups beyond number", "columnar.damaged"),
            ("a schema without end", "columnar.damaged"),
            ("a page of two gigabytes", "columnar.unpacked"),
            ("a page of two thousand million values", "columnar.slots"),
            ("values beyond number", "columnar.rows"),
            ("a chunk that begins in itself", "columnar.damaged"),
            ("a chunk behind the file", "columnar.damaged"),
            ("a page by no known way", "columnar.codec"),
            ("a page by brotli", "columnar.codec"),
            ("a dictionary of more than its bytes", "columnar.damaged"),
            ("values of two gigabytes each", "columnar.type"),
            ("lengths beyond number", "columnar.damaged"),
            ("texts by their prefixes", "columnar.encoding"),
            ("one text in every row", "columnar.text"),
            ("rows of nothing", "columnar.slots"),
            ("one text in every row", "columnar.text"),
            ("rows of nothing", "columnar.slots"),
            ("a list of nothings", "columnar.cell"),
            ("a list of nothings beyond number", "columnar.slots"),
            ("a buffer of a terabyte", "columnar.unpacked"),
        ];
        assert_eq!(codes, expected);
    }
}
