//! What a Parquet file claims, looked through before the library reads it: it makes room for what is claimed.

use eken_core::words::Label;

use super::fault::{CODEC, COLUMNS, DAMAGED, ENCODING, ENTRIES, LOCKED, ROWS, SLOTS, TYPE, UNPACKED};
use super::limits::ColumnarLimits;
use super::thrift::{LIST, STRUCT, Scan};
use crate::error::{Place, Result};

/// How deep columns may stand in one another.
const DEPTH: usize = 12;

const MARK: &[u8; 4] = b"PAR1";

/// Bytes of a value of fixed length, at most: no type that is read has more.
const FIXED: i64 = 64;

/// Texts whose lengths stand first, and texts of which each repeats the beginning of the one before.
const LENGTHS: i64 = 6;
const PREFIXES: i64 = 7;

/// The pages of one column in one row group.
#[derive(Clone, Copy, Default)]
struct Chunk {
    codec: i64,
    length: i64,
    data: i64,
    dictionary: Option<i64>,
    values: i64,
    elsewhere: bool,
    locked: bool,
    described: bool,
}

/// Checks that a file holds no more than it may, and that what it claims of itself lies within it. Gives whether there are pages
/// of texts whose lengths stand first: how many they claim is to be seen only when they are unpacked.
///
/// # Errors
/// `columnar.damaged` where the metadata or a page lie outside of the file or claim more than there is; `columnar.entries`,
/// `columnar.columns`, `columnar.rows`, `columnar.slots`, `columnar.unpacked` beyond the limits; `columnar.codec` for pages packed by
/// Brotli or LZO; `columnar.encoding` for texts by their prefixes, which may grow without bound; `columnar.type` for long values of
/// fixed length; `file.encrypted` for a file with a key.
pub(super) fn survey(bytes: &[u8], limits: &ColumnarLimits) -> Result<bool> {
    let footer = footer(bytes).ok_or(DAMAGED)?;
    let mut scan = Scan::new(footer, limits.entries);
    let mut found = Found::new(limits);
    let read = scan.structure(|scan, field, kind| match (field, kind) {
        (2, LIST) => {
            scan.list(STRUCT, |scan| found.element(scan))?;
            found.shape()
        }
        (3, kind) => {
            found.rows = scan.number(kind)?;
            Some(())
        }
        (4, LIST) => scan.list(STRUCT, |scan| found.group(scan)),
        (8, _) => {
            found.locked = true;
            scan.skip(kind)
        }
        (_, kind) => scan.skip(kind),
    });
    if found.locked || found.chunks.iter().any(|chunk| chunk.locked) {
        return Err(LOCKED);
    }
    if read.is_none() {
        return Err(if scan.is_full() { ENTRIES } else { DAMAGED });
    }
    if found.long {
        return Err(TYPE.at(Label::new("二进制", "binary")));
    }
    found.check()?;
    pages(bytes, &found.chunks, limits)
}

impl Scan<'_> {
    fn number(&mut self, kind: u8) -> Option<i64> {
        (4..=6).contains(&kind).then(|| self.whole()).flatten()
    }
}

/// The metadata at the end of a file.
fn footer(bytes: &[u8]) -> Option<&[u8]> {
    let (before, mark) = bytes.split_last_chunk::<4>()?;
    let (before, length) = before.split_last_chunk::<4>()?;
    let from = before.len().checked_sub(usize::try_from(u32::from_le_bytes(*length)).ok()?)?;
    (mark == MARK && bytes.starts_with(MARK) && from >= MARK.len()).then(|| before.get(from..)).flatten()
}

struct Found<'a> {
    limits: &'a ColumnarLimits,
    rows: i64,
    /// Of each element of the schema how many stand in it.
    children: Vec<usize>,
    leaves: usize,
    rows_in_groups: i64,
    chunks: Vec<Chunk>,
    locked: bool,
    /// Whether there are values of a fixed length that is none of a type that is read.
    long: bool,
}

impl<'a> Found<'a> {
    const fn new(limits: &'a ColumnarLimits) -> Self {
        Self {
            limits,
            rows: 0,
            children: vec![],
            leaves: 0,
            rows_in_groups: 0,
            chunks: vec![],
            locked: false,
            long: false,
        }
    }

    fn element(&mut self, scan: &mut Scan<'_>) -> Option<()> {
        let mut children = 0;
        let long = &mut self.long;
        scan.structure(|scan, field, kind| match field {
            2 => {
                *long |= !(0..=FIXED).contains(&scan.number(kind)?);
                Some(())
            }
            5 => {
                children = usize::try_from(scan.number(kind)?).ok()?;
                Some(())
            }
            _ => scan.skip(kind),
        })?;
        self.children.push(children);
        Some(())
    }

    /// Looks through the tree of the schema, which is written parents first.
    fn shape(&mut self) -> Option<()> {
        let mut open: Vec<usize> = Vec::new();
        for (nth, children) in self.children.iter().enumerate() {
            match open.last_mut() {
                Some(left) => *left = left.checked_sub(1)?,
                None if nth == 0 => {}
                None => return None,
            }
            match children {
                0 if nth > 0 => self.leaves = self.leaves.saturating_add(1),
                children => open.push(*children),
            }
            while open.last() == Some(&0) {
                open.pop();
            }
            if open.len() > DEPTH {
                return None;
            }
        }
        open.is_empty().then_some(())
    }

    fn group(&mut self, scan: &mut Scan<'_>) -> Option<()> {
        let (chunks, mut rows, mut count) = (&mut self.chunks, None, 0_usize);
        scan.structure(|scan, field, kind| match (field, kind) {
            (1, LIST) => scan.list(STRUCT, |scan| {
                count = count.saturating_add(1);
                chunks.push(chunk(scan)?);
                Some(())
            }),
            (3, kind) => {
                rows = Some(scan.number(kind)?);
                Some(())
            }
            (_, kind) => scan.skip(kind),
        })?;
        self.rows_in_groups = self.rows_in_groups.checked_add(rows.filter(|rows| *rows >= 0)?)?;
        (count == self.leaves).then_some(())
    }

    fn check(&self) -> Result<()> {
        let Ok(rows) = usize::try_from(self.rows_in_groups) else { return Err(DAMAGED) };
        if rows > self.limits.rows {
            return Err(ROWS);
        }
        if self.leaves > self.limits.columns {
            return Err(COLUMNS);
        }
        if self.rows != self.rows_in_groups {
            return Err(DAMAGED);
        }
        let slots = rows.checked_mul(self.leaves).and_then(|slots| u64::try_from(slots).ok());
        if slots.is_none_or(|slots| slots > self.limits.slots) {
            return Err(SLOTS);
        }
        Ok(())
    }
}

/// The description of a column in a row group.
fn chunk(scan: &mut Scan<'_>) -> Option<Chunk> {
    let mut out = Chunk::default();
    scan.structure(|scan, field, kind| match (field, kind) {
        (1, kind) => {
            out.elsewhere = true;
            scan.skip(kind)
        }
        (3, STRUCT) => {
            out.described = true;
            scan.structure(|scan, field, kind| {
                match field {
                    4 => out.codec = scan.number(kind)?,
                    5 => out.values = scan.number(kind)?,
                    7 => out.length = scan.number(kind)?,
                    9 => out.data = scan.number(kind)?,
                    11 => out.dictionary = Some(scan.number(kind)?),
                    _ => scan.skip(kind)?,
                }
                Some(())
            })
        }
        (8 | 9, kind) => {
            out.locked = true;
            scan.skip(kind)
        }
        (_, kind) => scan.skip(kind),
    })?;
    Some(out)
}

/// Names of ways of packing, by their numbers.
const CODECS: [&str; 8] = ["UNCOMPRESSED", "SNAPPY", "GZIP", "LZO", "BROTLI", "LZ4", "ZSTD", "LZ4_RAW"];

/// Looks at the head of every page.
fn pages(bytes: &[u8], chunks: &[Chunk], limits: &ColumnarLimits) -> Result<bool> {
    let (mut unpacked, mut values, mut lengths) = (0_u64, 0_u64, false);
    for chunk in chunks {
        if chunk.elsewhere || !chunk.described {
            return Err(DAMAGED);
        }
        let codec = usize::try_from(chunk.codec).ok().and_then(|codec| CODECS.get(codec));
        match codec {
            Some(&name @ ("LZO" | "BROTLI")) => return Err(CODEC.at(name)),
            Some(_) => {}
            None => return Err(CODEC.at(Place::Codec(chunk.codec))),
        }
        let from = chunk.dictionary.unwrap_or(chunk.data);
        let span = usize::try_from(from).ok().zip(usize::try_from(chunk.length).ok());
        let span = span.and_then(|(from, length)| bytes.get(from..from.checked_add(length)?));
        let mut rest = span.ok_or(DAMAGED)?;
        let mut of_chunk = 0_u64;
        while !rest.is_empty() {
            let page = page(rest).ok_or(DAMAGED)?;
            rest = page.rest;
            unpacked = unpacked.saturating_add(page.unpacked);
            of_chunk = of_chunk.saturating_add(page.values);
            lengths |= page.encoding == Some(LENGTHS);
            if page.encoding == Some(PREFIXES) {
                return Err(ENCODING.at("DELTA_BYTE_ARRAY"));
            }
            if unpacked > limits.unpacked {
                return Err(UNPACKED);
            }
        }
        values = values.saturating_add(of_chunk);
        if values > limits.slots {
            return Err(SLOTS);
        }
    }
    Ok(lengths)
}

struct Page<'a> {
    rest: &'a [u8],
    unpacked: u64,
    values: u64,
    encoding: Option<i64>,
}

/// Entries of a dictionary that need not be looked at; of more, each takes four bytes at least.
const FEW: u64 = 1_024;

fn page(bytes: &[u8]) -> Option<Page<'_>> {
    let (mut kind_of, mut unpacked, mut packed, mut values, mut encoding) = (None, None, None, 0_u64, None);
    let mut scan = Scan::new(bytes, 1_000);
    scan.structure(|scan, field, kind| {
        match (field, kind) {
            (1, kind) => kind_of = Some(scan.number(kind)?),
            (2, kind) => unpacked = Some(scan.number(kind)?),
            (3, kind) => packed = Some(scan.number(kind)?),
            (5 | 7 | 8, STRUCT) => scan.structure(|scan, inner, kind| {
                match (field, inner) {
                    (_, 1) => values = values.checked_add(u64::try_from(scan.number(kind)?).ok()?)?,
                    (5, 2) | (8, 4) => encoding = Some(scan.number(kind)?),
                    _ => scan.skip(kind)?,
                }
                Some(())
            })?,
            (_, kind) => scan.skip(kind)?,
        }
        Some(())
    })?;
    let rest = scan.rest().get(usize::try_from(packed?).ok()?..)?;
    let unpacked = u64::try_from(unpacked?).ok()?;
    let is_dictionary = kind_of? == 2;
    if is_dictionary && values > FEW && values.checked_mul(4)? > unpacked {
        return None;
    }
    // the entries of a dictionary are no values of rows
    Some(Page { rest, unpacked, values: if is_dictionary { 0 } else { values }, encoding })
}
