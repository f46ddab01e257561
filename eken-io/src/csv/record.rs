//! The records of a text, one after the other, within limits.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::fault::{ENCODING, FIELD, FIELDS, QUOTE};
use super::line::{Lines, line_of};
use super::read::CsvLimits;
use crate::error::{Error, Place, Result};

/// Reads a text record by record; the memory of one record is used for the next.
pub(super) struct Records<'t> {
    text: &'t [u8],
    at: usize,
    lines: Lines<'t>,
    delimiter: u8,
    limits: CsvLimits,
    reader: Reader,
    fields: Vec<u8>,
    ends: Vec<usize>,
}

/// A record that is not blank.
pub(super) struct Record<'r> {
    /// Line on which it begins.
    pub line: usize,
    fields: &'r [u8],
    ends: &'r [usize],
}

impl Record<'_> {
    /// Its fields, as they were before quoting.
    pub fn fields(&self) -> impl Iterator<Item = Result<&str>> {
        let starts = [0].iter().chain(self.ends);
        starts.zip(self.ends).map(|(start, end)| {
            let field = self.fields.get(*start..*end).unwrap_or_default();
            std::str::from_utf8(field).map_err(|_| ENCODING.at(Place::Line(self.line)))
        })
    }
}

impl<'t> Records<'t> {
    /// The records of a text from an offset on.
    pub fn new(text: &'t str, from: usize, delimiter: u8, limits: &CsvLimits) -> Self {
        Self {
            text: text.as_bytes(),
            at: from,
            lines: Lines::new(text.as_bytes()),
            delimiter,
            limits: *limits,
            reader: ReaderBuilder::new().delimiter(delimiter).build(),
            fields: vec![0; 4 << 10],
            ends: vec![0; 64],
        }
    }

    /// The next record.
    pub fn next(&mut self) -> Result<Option<Record<'_>>> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let blank = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let start = self.at.saturating_add(blank);
        if start >= self.text.len() {
            return Ok(None);
        }
        let line = self.lines.of(start);
        self.at = start;
        let (mut length, mut count) = (0_usize, 0_usize);
        loop {
            let input = self.text.get(self.at..).unwrap_or_default();
            // an end of line where the text lacks one shows whether a quote is open: then it belongs to the field
            let (input, last) = if input.is_empty() { (b"\n".as_slice(), true) } else { (input, false) };
            let (Some(fields), Some(ends)) = (self.fields.get_mut(length..), self.ends.get_mut(count..)) else {
                return Err(FIELD.at(Place::Line(line)));
            };
            let (result, taken, written, ended) = self.reader.read_record(input, fields, ends);
            length = length.saturating_add(written);
            count = count.saturating_add(ended);
            if !last {
                self.at = self.at.saturating_add(taken);
            }
            self.bound(length, count, line)?;
            match result {
                ReadRecordResult::Record => break,
                ReadRecordResult::InputEmpty if last => return Err(self.open(start)),
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.fields.resize(self.fields.len().saturating_mul(2), 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len().saturating_mul(2), 0),
                ReadRecordResult::End => return Ok(None),
            }
        }
        if let Some(stray) = stray(self.text.get(start..self.at).unwrap_or_default(), self.delimiter) {
            return Err(self.quote(start.saturating_add(stray)));
        }
        Ok(Some(Record {
            line,
            fields: self.fields.get(..length).unwrap_or_default(),
            ends: self.ends.get(..count).unwrap_or_default(),
        }))
    }

    /// Holds what is read of a record against the limits, also while it is read.
    fn bound(&self, length: usize, count: usize, line: usize) -> Result<()> {
        if count > self.limits.fields {
            return Err(FIELDS.at(Place::Line(line)));
        }
        let ends = self.ends.get(..count).unwrap_or_default();
        let starts = [0].into_iter().chain(ends.iter().copied());
        let ends = ends.iter().copied().chain([length]);
        if starts.zip(ends).any(|(start, end)| end.saturating_sub(start) > self.limits.field) {
            return Err(FIELD.at(Place::Line(line)));
        }
        Ok(())
    }

    /// The quote that is open at the end of the text.
    fn open(&self, start: usize) -> Error {
        let (_, open) = quotes(self.text.get(start..).unwrap_or_default(), self.delimiter);
        self.quote(start.saturating_add(open.unwrap_or_default()))
    }

    fn quote(&self, offset: usize) -> Error {
        QUOTE.at(Place::Line(line_of(self.text, offset)))
    }
}

/// A quote that opens a field of several lines and closes it in the middle of a text, as one that was left open by mistake
/// does at the next quote.
fn stray(record: &[u8], delimiter: u8) -> Option<usize> {
    let inner = record.trim_ascii_end();
    let several = inner.contains(&b'"') && inner.iter().any(|byte| matches!(byte, b'\r' | b'\n'));
    if several { quotes(record, delimiter).0 } else { None }
}

/// The first stray quote of a record, and the quote that is still open at its end.
fn quotes(record: &[u8], delimiter: u8) -> (Option<usize>, Option<usize>) {
    let (mut at, mut opened, mut several) = (At::Start, 0, false);
    for (offset, byte) in record.iter().enumerate() {
        at = match (at, byte) {
            (At::Start, b'"') => {
                (opened, several) = (offset, false);
                At::Quoted
            }
            (At::Quoted, b'"') => At::Quote,
            (At::Quoted, _) => {
                several |= matches!(byte, b'\r' | b'\n');
                At::Quoted
            }
            (At::Quote, b'"') => At::Quoted,
            (_, b'\r' | b'\n') => At::Start,
            (_, byte) if *byte == delimiter => At::Start,
            (At::Quote, byte) if several && !byte.is_ascii_whitespace() => return (Some(opened), None),
            _ => At::Plain,
        };
    }
    (None, (at == At::Quoted).then_some(opened))
}

/// Where in a field a byte stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Start,
    Plain,
    Quoted,
    /// After a quote inside of a quoted field: its end, or the first of two.
    Quote,
}
