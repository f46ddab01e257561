//! Arrow IPC files and streams: message by message out of the bytes, each looked at before it is read.

use std::sync::Arc;

use arrow_buffer::Buffer;
use arrow_ipc::convert::fb_to_schema;
use arrow_ipc::reader::FileDecoder;
use arrow_ipc::{Block, Endianness, MessageHeader, MetadataVersion, root_as_footer, root_as_message};
use arrow_schema::Schema;
use eken_core::words::Label;

use super::cells::Cells;
use super::fault::{DAMAGED, ENTRIES, FEATHER, ROWS, TYPE, UNPACKED};
use super::guard::caught;
use super::limits::ColumnarLimits;
use crate::error::{Error, Result};
use crate::grid::Grid;

const MARK: &[u8] = b"ARROW1";
const OLD: &[u8] = b"FEA1";
/// What stands before the length of a message, since version 0.15.
const MORE: [u8; 4] = [0xff; 4];
/// Parts of dictionaries that come one after the other; each is copied behind those before.
const DELTAS: usize = 100;

/// Where a message stands: its description, and its body behind it.
#[derive(Clone, Copy)]
struct Message {
    from: usize,
    described: usize,
    body: usize,
}

/// Reads an Arrow IPC file or stream, or a Feather file of version 2.
///
/// # Errors
/// `columnar.damaged` where messages lie outside of the file, claim more than there is, or are none; `columnar.feather` for
/// version 1; those of [`Cells`]; `columnar.entries`, `columnar.rows` and `columnar.unpacked` beyond the limits.
pub(super) fn read(bytes: Vec<u8>, name: &str, limits: &ColumnarLimits) -> Result<Grid> {
    if bytes.starts_with(OLD) {
        return Err(FEATHER);
    }
    // the checks of the flatbuffers library and those here may panic as well as the reader of arrow
    let found = caught(|| match bytes.starts_with(MARK) {
        true => of_file(&bytes, limits),
        false => of_stream(&bytes, limits),
    });
    let Found { schema, version, messages } = found.ok_or(DAMAGED)??;
    let mut cells = Cells::new(&schema, limits)?;
    let mut decoder = FileDecoder::new(Arc::new(schema), version);
    let buffer = Buffer::from_vec(bytes);
    for (message, is_dictionary) in messages {
        let body = i64::try_from(message.body).map_err(|_| DAMAGED)?;
        let block = Block::new(0, i32::try_from(message.described).map_err(|_| DAMAGED)?, body);
        let length = message.described.saturating_add(message.body);
        caught(|| {
            let part = buffer.slice_with_length(message.from, length);
            match is_dictionary {
                true => decoder.read_dictionary(&block, &part).map_err(|_| DAMAGED),
                false => match decoder.read_record_batch(&block, &part) {
                    Ok(Some(batch)) => cells.take(&batch),
                    Ok(None) => Ok(()),
                    Err(_) => Err(DAMAGED),
                },
            }
        })
        .ok_or(DAMAGED)??;
    }
    Ok(cells.finish(name))
}

/// What a file holds, before its messages are read.
struct Found {
    schema: Schema,
    version: MetadataVersion,
    /// Each message, and whether it is one of a dictionary.
    messages: Vec<(Message, bool)>,
}

fn of_file(bytes: &[u8], limits: &ColumnarLimits) -> Result<Found> {
    let before = bytes.strip_suffix(MARK).ok_or(DAMAGED)?;
    let (before, length) = before.split_last_chunk::<4>().ok_or(DAMAGED)?;
    let length = usize::try_from(i32::from_le_bytes(*length)).map_err(|_| DAMAGED)?;
    let from = before.len().checked_sub(length).ok_or(DAMAGED)?;
    let footer = root_as_footer(before.get(from..).unwrap_or_default()).map_err(|_| DAMAGED)?;
    let schema = schema_of(footer.schema())?;
    let mut claims = Claims::new(limits);
    let mut messages = Vec::new();
    for (blocks, is_dictionary) in [(footer.dictionaries(), true), (footer.recordBatches(), false)] {
        for block in blocks.into_iter().flatten() {
            let part = |number: i64| usize::try_from(number).map_err(|_| DAMAGED);
            let message = Message {
                from: part(block.offset())?,
                described: part(block.metaDataLength().into())?,
                body: part(block.bodyLength())?,
            };
            claims.message(bytes, message, Some(is_dictionary))?;
            messages.push((message, is_dictionary));
        }
    }
    Ok(Found { schema, version: footer.version(), messages })
}

fn of_stream(bytes: &[u8], limits: &ColumnarLimits) -> Result<Found> {
    let mut claims = Claims::new(limits);
    let (mut found, mut at) = (None, 0_usize);
    let mut messages = Vec::new();
    while let Some((described, length)) = head(bytes.get(at..).unwrap_or_default())? {
        let text =
            at.checked_add(described).and_then(|from| bytes.get(from..from.checked_add(length)?)).ok_or(DAMAGED)?;
        let message = root_as_message(text).map_err(|_| DAMAGED)?;
        let body = usize::try_from(message.bodyLength()).map_err(|_| DAMAGED)?;
        let place = Message { from: at, described: described.saturating_add(length), body };
        match message.header_type() {
            MessageHeader::Schema if found.is_none() => {
                found = Some((schema_of(message.header_as_schema())?, message.version()));
            }
            MessageHeader::DictionaryBatch | MessageHeader::RecordBatch if found.is_some() => {
                let is_dictionary = claims.message(bytes, place, None)?;
                messages.push((place, is_dictionary));
            }
            _ => return Err(DAMAGED),
        }
        at = place.end().ok_or(DAMAGED)?;
    }
    let (schema, version) = found.ok_or(DAMAGED)?;
    Ok(Found { schema, version, messages })
}

/// Where the description of the next message begins and how long it is; none at the end of a stream, which is marked or is that
/// of the file.
fn head(bytes: &[u8]) -> Result<Option<(usize, usize)>> {
    if bytes.is_empty() {
        return Ok(None);
    }
    let (mark, rest) = match bytes.strip_prefix(&MORE) {
        Some(rest) => (4_usize, rest),
        None => (0, bytes),
    };
    let length = rest.first_chunk::<4>().ok_or(DAMAGED)?;
    let length = usize::try_from(i32::from_le_bytes(*length)).map_err(|_| DAMAGED)?;
    Ok((length > 0).then(|| (mark.saturating_add(4), length)))
}

fn schema_of(schema: Option<arrow_ipc::Schema<'_>>) -> Result<Schema> {
    let schema = schema.ok_or(DAMAGED)?;
    if schema.endianness() != Endianness::Little {
        return Err(TYPE.at(Label::new("大端字节序", "big-endian")));
    }
    Ok(fb_to_schema(schema))
}

impl Message {
    fn end(self) -> Option<usize> {
        self.from.checked_add(self.described)?.checked_add(self.body)
    }
}

/// What messages claim together.
struct Claims {
    entries: usize,
    rows: usize,
    unpacked: u64,
    deltas: usize,
}

impl Claims {
    const fn new(limits: &ColumnarLimits) -> Self {
        Self { entries: limits.entries, rows: limits.rows, unpacked: limits.unpacked, deltas: DELTAS }
    }

    /// Takes a message; gives whether it is one of a dictionary, which it must be where that is told.
    fn message(&mut self, bytes: &[u8], message: Message, told: Option<bool>) -> Result<bool> {
        let end = message.end().ok_or(DAMAGED)?;
        let whole = bytes.get(message.from..end).ok_or(DAMAGED)?;
        let (text, body) = whole.split_at_checked(message.described).ok_or(DAMAGED)?;
        let (from, _) = head(text)?.ok_or(DAMAGED)?;
        let parsed = root_as_message(text.get(from..).unwrap_or_default()).map_err(|_| DAMAGED)?;
        let (batch, is_dictionary) = match parsed.header_type() {
            MessageHeader::RecordBatch => (parsed.header_as_record_batch(), false),
            MessageHeader::DictionaryBatch => {
                let dictionary = parsed.header_as_dictionary_batch().ok_or(DAMAGED)?;
                if dictionary.isDelta() {
                    self.deltas = self.deltas.checked_sub(1).ok_or(ENTRIES)?;
                }
                (dictionary.data(), true)
            }
            _ => return Err(DAMAGED),
        };
        if told.is_some_and(|told| told != is_dictionary) {
            return Err(DAMAGED);
        }
        self.batch(&batch.ok_or(DAMAGED)?, body, is_dictionary)?;
        Ok(is_dictionary)
    }

    fn batch(&mut self, batch: &arrow_ipc::RecordBatch<'_>, body: &[u8], is_dictionary: bool) -> Result<()> {
        let rows = usize::try_from(batch.length()).map_err(|_| DAMAGED)?;
        if !is_dictionary {
            take(&mut self.rows, rows, ROWS)?;
        }
        let packed = batch.compression().is_some();
        for buffer in batch.buffers().into_iter().flatten() {
            take(&mut self.entries, 1, ENTRIES)?;
            let (from, length) = (usize::try_from(buffer.offset()).ok(), usize::try_from(buffer.length()).ok());
            let (from, length) = from.zip(length).ok_or(DAMAGED)?;
            let content = body.get(from..from.checked_add(length).ok_or(DAMAGED)?).ok_or(DAMAGED)?;
            // a packed buffer states first what it unpacks to, or −1 where it is not packed
            let unpacked = match content.first_chunk::<8>().filter(|_| packed) {
                Some(stated) => match i64::from_le_bytes(*stated) {
                    -1 => length,
                    stated => usize::try_from(stated).map_err(|_| DAMAGED)?,
                },
                None => length,
            };
            let unpacked = u64::try_from(unpacked).unwrap_or(u64::MAX);
            self.unpacked = self.unpacked.checked_sub(unpacked).ok_or(UNPACKED)?;
        }
        for _ in batch.nodes().into_iter().flatten() {
            take(&mut self.entries, 1, ENTRIES)?;
        }
        Ok(())
    }
}

fn take(left: &mut usize, count: usize, error: Error) -> Result<()> {
    *left = left.checked_sub(count).ok_or(error)?;
    Ok(())
}
