//! The zip of a workbook, read within limits: what is counted is what really comes out, never what the zip says of itself.
//! An entry that is longer than it says, or has another checksum, the library refuses.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::BTreeSet;
use std::io::{self, BufRead, Cursor, Read, Seek, Write};

use zip::read::ZipFile;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::fault;
use super::limits::Limits;
use crate::error::{Error, Result};

/// How much comes out of an entry before its ratio is looked at.
const UNHURRIED: u64 = 1 << 20;
/// Bytes of one tag, text or comment of a part; the text of a cell is bounded further.
const EVENT: u64 = 4 << 20;
const BLOCK: usize = 64 << 10;

/// The zip of a workbook.
pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    limits: Limits,
    inflated: Cell<u64>,
}

impl<'a> Archive<'a> {
    /// Opens the zip: counts its entries, and refuses names that stand twice and entries that are encrypted.
    pub fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self> {
        // the library makes room for as many entries as the zip claims: look before it does
        if claimed(bytes).any(|entries| entries > u64::try_from(limits.entries).unwrap_or(u64::MAX)) {
            return Err(fault::entries());
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| fault::damaged())?;
        if zip.len() > limits.entries {
            return Err(fault::entries());
        }
        let mut names = BTreeSet::new();
        let apart = zip.file_names_raw().all(|name| names.insert(name.to_ascii_lowercase()));
        if !apart || zip.has_duplicate_names() {
            return Err(fault::twice());
        }
        for index in 0..zip.len() {
            let entry = zip.by_index_data(index).map_err(|_| fault::damaged())?;
            if entry.encrypted() {
                return Err(fault::password());
            }
        }
        Ok(Self { zip, limits: *limits, inflated: Cell::new(0) })
    }

    /// Whether there is an entry of this name.
    pub fn has(&self, name: &str) -> bool {
        self.index(name).is_some()
    }

    /// A stream over an entry; none where there is no entry of this name.
    pub fn part(&mut self, name: &str) -> Result<Option<Stream<'_, 'a>>> {
        let Some(index) = self.index(name) else { return Ok(None) };
        let entry = self.zip.by_index(index).map_err(|fault| match fault {
            ZipError::InvalidPassword => fault::password(),
            _ => fault::damaged().at(name),
        })?;
        if !matches!(entry.compression(), CompressionMethod::Stored | CompressionMethod::Deflated) {
            return Err(fault::damaged().at(name));
        }
        Ok(Some(Stream {
            went_in: entry.compressed_size(),
            entry,
            limits: self.limits,
            inflated: &self.inflated,
            came_out: 0,
            since: 0,
            block: vec![0; BLOCK],
            at: 0,
            end: 0,
            refused: None,
        }))
    }

    /// The names of the entries, in order; empty for one that is no text.
    pub fn names(&self) -> Vec<String> {
        self.zip.file_names().map(|name| name.map(Cow::into_owned).unwrap_or_default()).collect()
    }

    /// How an entry is packed and when it was written, for an entry that takes its place.
    pub fn options(&mut self, name: &str) -> Option<SimpleFileOptions> {
        let index = self.index(name)?;
        self.zip.by_index_raw(index).ok().map(|entry| entry.options())
    }

    /// Copies an entry as it is packed into another zip.
    pub fn copy<W: Write + Seek>(&mut self, index: usize, to: &mut ZipWriter<W>) -> Result<()> {
        let entry = self.zip.by_index_raw(index).map_err(|_| fault::damaged())?;
        to.raw_copy_file(entry).map_err(|_| fault::damaged())
    }

    fn index(&self, name: &str) -> Option<usize> {
        let exact = self.zip.index_for_name(name);
        exact.or_else(|| self.zip.file_names_raw().position(|other| other.eq_ignore_ascii_case(name.as_bytes())))
    }
}

/// What comes out of an entry, counted.
pub struct Stream<'s, 'a> {
    entry: ZipFile<'s, Cursor<&'a [u8]>>,
    limits: Limits,
    inflated: &'s Cell<u64>,
    went_in: u64,
    came_out: u64,
    since: u64,
    block: Vec<u8>,
    at: usize,
    end: usize,
    refused: Option<Error>,
}

impl Stream<'_, '_> {
    /// Begins a new event: what is counted against the bound of one tag or text starts from nothing.
    pub const fn event(&mut self) {
        self.since = 0;
    }

    /// Why the stream was refused, where it was.
    pub const fn refused(&mut self) -> Option<Error> {
        self.refused.take()
    }

    fn count(&mut self, bytes: usize) -> Result<()> {
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
        self.came_out = self.came_out.saturating_add(bytes);
        self.inflated.set(self.inflated.get().saturating_add(bytes));
        if self.inflated.get() > self.limits.inflated {
            return Err(fault::inflated());
        }
        if self.came_out > UNHURRIED && self.came_out > self.went_in.saturating_mul(self.limits.ratio) {
            return Err(fault::ratio());
        }
        Ok(())
    }
}

impl Read for Stream<'_, '_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let given = self.fill_buf()?.read(out)?;
        self.consume(given);
        Ok(given)
    }
}

impl BufRead for Stream<'_, '_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.at >= self.end {
            self.at = 0;
            self.end = self.entry.read(&mut self.block)?;
            if let Err(fault) = self.count(self.end) {
                self.refused = Some(fault);
                return Err(io::Error::other("refused"));
            }
        }
        if self.since > EVENT {
            self.refused = Some(fault::text_of_cell());
            return Err(io::Error::other("refused"));
        }
        Ok(self.block.get(self.at..self.end).unwrap_or_default())
    }

    fn consume(&mut self, amount: usize) {
        self.at = self.at.saturating_add(amount).min(self.end);
        self.since = self.since.saturating_add(u64::try_from(amount).unwrap_or(u64::MAX));
    }
}

/// How many entries the zip claims to have: in each record that may be taken for the end of its directory, in the last
/// 64 KiB, and in each of the longer records that a locator there leads to.
fn claimed(bytes: &[u8]) -> impl Iterator<Item = u64> {
    let tail = bytes.get(bytes.len().saturating_sub(22 + 65_536 + 20)..).unwrap_or_default();
    let short = found(tail, b"PK\x05\x06").filter_map(|end| end.get(10..12)?.try_into().ok());
    let long = if found(tail, b"PK\x06\x07").next().is_some() { bytes } else { &[] };
    let long = found(long, b"PK\x06\x06").filter_map(|end| end.get(32..40)?.try_into().ok());
    short.map(|count| u64::from(u16::from_le_bytes(count))).chain(long.map(u64::from_le_bytes))
}

/// What begins with a mark, at each place where it stands.
fn found<'b>(bytes: &'b [u8], mark: &'static [u8; 4]) -> impl Iterator<Item = &'b [u8]> {
    let places = bytes.windows(mark.len()).enumerate().filter(move |(_, window)| *window == mark);
    places.filter_map(|(at, _)| bytes.get(at..))
}
