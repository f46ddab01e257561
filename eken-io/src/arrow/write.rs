//! Frames as Parquet and Arrow IPC files.

use arrow_ipc::writer::FileWriter;
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;

use super::fault::FRAME;
use super::frame::Frame;
use super::read::guard::caught;
use super::read::limits::ColumnarLimits;
use super::{read, tables};
use crate::error::Result;

/// A kind of columnar file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Columnar {
    /// Apache Parquet, packed by snappy.
    Parquet,
    /// An Arrow IPC file (Feather version 2), not packed.
    Arrow,
}

impl Columnar {
    /// The extension of its files.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Parquet => "parquet",
            Self::Arrow => "arrow",
        }
    }
}

/// A frame as the bytes of a file; the same bytes for the same frame.
///
/// # Errors
/// `arrow.frame` where the frame is larger than the format takes.
pub fn write(frame: &Frame, kind: Columnar) -> Result<Vec<u8>> {
    let fault = || FRAME.at(frame.key.clone());
    let written = caught(|| match kind {
        Columnar::Parquet => parquet(frame),
        Columnar::Arrow => ipc(frame),
    });
    written.flatten().ok_or_else(fault)
}

/// A table of a dossier as the bytes of a file that was read again and holds the same cells.
///
/// # Errors
/// As [`write()`], and `arrow.frame` where what is read differs or is beyond the limits of reading.
pub fn write_checked(frame: &Frame, kind: Columnar) -> Result<Vec<u8>> {
    let bytes = write(frame, kind)?;
    let limits = ColumnarLimits::default();
    let read = match kind {
        Columnar::Parquet => read::parquet(bytes.clone(), &frame.key, &limits),
        Columnar::Arrow => read::ipc(bytes.clone(), &frame.key, &limits),
    };
    match read {
        Ok(grid) if grid == tables::grid(frame)? => Ok(bytes),
        _ => Err(FRAME.at(frame.key.clone())),
    }
}

fn parquet(frame: &Frame) -> Option<Vec<u8>> {
    let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
    let mut out = Vec::new();
    let mut writer = ArrowWriter::try_new(&mut out, frame.batch.schema(), Some(properties)).ok()?;
    writer.write(&frame.batch).ok()?;
    writer.close().ok()?;
    Some(out)
}

fn ipc(frame: &Frame) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let mut writer = FileWriter::try_new(&mut out, &frame.batch.schema()).ok()?;
    writer.write(&frame.batch).ok()?;
    writer.finish().ok()?;
    drop(writer);
    Some(out)
}
