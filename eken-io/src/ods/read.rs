//! Reads a workbook of LibreOffice: its sheets in order, hidden ones too, as grids of cells.

use std::io::Read as _;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::content;
use super::styles::Styles;
use crate::error::Result;
use crate::grid::Grid;
use crate::workbook::archive::Archive;
use crate::workbook::budget::Budget;
use crate::workbook::fault;
use crate::workbook::limits::Limits;
use crate::workbook::xml::{Said, Xml};

/// What the entry `mimetype` says of a spreadsheet; a template of one says more behind it.
const KIND: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

/// The sheets of a workbook (ODS), in order.
///
/// Hidden sheets, rows and columns are read too, as with XLSX; hidden sheets whose names begin with `_` belong to the template
/// and are left out, and so is what another file was last seen to hold. Comments and drawings are no cells. A cell that hides
/// under a merged one is read where it holds something.
///
/// # Errors
/// A file that is no ODS, is locked by a password, is damaged, or goes beyond a limit; see the codes `workbook.…`. Never because
/// of what the cells say.
pub fn read(bytes: &[u8]) -> Result<Vec<Grid>> {
    read_within(bytes, &Limits::default())
}

/// The same, under limits of the caller's.
pub fn read_within(bytes: &[u8], limits: &Limits) -> Result<Vec<Grid>> {
    if bytes.is_empty() {
        return Err(fault::empty());
    }
    if bytes.len() > limits.bytes {
        return Err(fault::too_large());
    }
    if !bytes.starts_with(b"PK\x03\x04") {
        return Err(fault::no_open_document());
    }
    // the libraries beneath are fed files from strangers: what they might trip over is a damaged file, not the end of us
    catch_unwind(AssertUnwindSafe(|| workbook(bytes, limits))).unwrap_or(Err(fault::damaged()))
}

fn workbook(bytes: &[u8], limits: &Limits) -> Result<Vec<Grid>> {
    let mut archive = Archive::open(bytes, limits)?;
    if is_locked(&mut archive)? {
        return Err(fault::password());
    }
    if let Some(part) = archive.part("mimetype")? {
        let mut kind = Vec::new();
        let most = u64::try_from(KIND.len()).unwrap_or_default();
        part.take(most).read_to_end(&mut kind).map_err(|_| fault::damaged())?;
        if kind != KIND {
            return Err(fault::no_open_document());
        }
    }
    let mut styles = Styles::default();
    if let Some(part) = archive.part("styles.xml")? {
        styles.part(Xml::new(part))?;
    }
    let content = archive.part("content.xml")?.ok_or(fault::no_open_document())?;
    content::read(Xml::new(content), styles, limits, &mut Budget::new(limits))
}

/// Whether the parts lie encrypted in the zip, which itself has no password then.
fn is_locked(archive: &mut Archive<'_>) -> Result<bool> {
    if archive.has("encrypted-package") {
        return Ok(true);
    }
    let Some(manifest) = archive.part("META-INF/manifest.xml")? else { return Ok(false) };
    let mut xml = Xml::new(manifest);
    loop {
        match xml.next()? {
            Said::Open(tag) if tag.is("encryption-data") => return Ok(true),
            Said::End => return Ok(false),
            _ => {}
        }
    }
}
