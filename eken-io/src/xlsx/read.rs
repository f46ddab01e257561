//! Reads a workbook: its sheets in order, hidden ones too, as grids of cells.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::archive::Archive;
use super::fault;
use super::limits::Limits;
use super::package::Package;
use super::sheet::{self, Context};
use super::xml::Xml;
use super::{strings, styles};
use crate::error::Result;
use crate::grid::{Grid, GridKind};
use crate::workbook::sheet::Called;

/// The sheets of a workbook (XLSX, XLSM), in order.
///
/// Hidden sheets are read too: a fact does not cease to be one because its sheet is hidden. Hidden sheets whose names begin
/// with `_` belong to the template and are left out. Charts have no cells. What a row is, whoever reads the cells decides.
///
/// # Errors
///
/// A file that is no XLSX, is locked by a password, is damaged, or goes beyond a limit; see the codes `workbook.…`. Never because
/// of what the cells say.
pub fn read(bytes: &[u8]) -> Result<Vec<Grid>> {
    read_within(bytes, &Limits::default())
}

/// The same, under limits of the caller's.
pub fn read_within(bytes: &[u8], limits: &Limits) -> Result<Vec<Grid>> {
    known(bytes, limits)?;
    guarded(|| workbook(bytes, limits))
}

/// Reads what strangers sent: what the libraries beneath might trip over is a damaged file, not the end of us.
pub fn guarded<T>(read: impl FnOnce() -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(fault::damaged()))
}

fn workbook(bytes: &[u8], limits: &Limits) -> Result<Vec<Grid>> {
    let mut archive = Archive::open(bytes, limits)?;
    let package = Package::read(&mut archive, limits)?;
    let mut context =
        Context { since_1904: package.since_1904, recalculate: package.recalculate, ..Context::new(limits) };
    if let Some(part) = &package.strings {
        context.strings = strings::read(&mut archive, part, limits, &mut context.budget)?;
    }
    if let Some(part) = &package.styles {
        context.styles = styles::read(&mut archive, part)?;
    }
    let mut grids = Vec::new();
    for (number, found) in (1..).zip(package.sheets) {
        if !found.shown && found.name.starts_with('_') {
            continue;
        }
        let called = Called { name: &found.name, number };
        let stream = archive.part(&found.part)?.ok_or_else(|| fault::damaged().at(called.place()))?;
        let (rows, merged) = sheet::read(Xml::new(stream), called, &mut context)?;
        grids.push(Grid { name: found.name, kind: GridKind::Sheet, rows, merged });
    }
    Ok(grids)
}

/// Tells a zip from everything else that is called a workbook.
fn known(bytes: &[u8], limits: &Limits) -> Result<()> {
    if bytes.is_empty() {
        return Err(fault::empty());
    }
    if bytes.len() > limits.bytes {
        return Err(fault::too_large());
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(());
    }
    // an OLE2 container: an old workbook, or a new one that is locked
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Err(if holds(bytes, "EncryptedPackage") { fault::password() } else { fault::old_format() });
    }
    // what a .xls of the nineties begins with: BIFF 2 to 5 outside of a container
    if [&b"\x09\x00\x04\x00"[..], b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08"]
        .iter()
        .any(|first| bytes.starts_with(first))
    {
        return Err(fault::old_format());
    }
    Err(fault::not_a_workbook())
}

/// Whether an OLE2 container has a stream of this name.
fn holds(bytes: &[u8], name: &str) -> bool {
    let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(bytes: &[u8]) -> &'static str {
        read(bytes).map(|_| "").unwrap_or_else(|fault| fault.code)
    }

    #[test]
    fn what_is_no_workbook_is_called_what_it_is() {
        let ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
        let stream = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        assert_eq!(code(b""), "workbook.empty");
        assert_eq!(code("编号,名称\n".as_bytes()), "workbook.not-a-workbook");
        assert_eq!(code(b"<html><table>"), "workbook.not-a-workbook");
        assert_eq!(code(&[ole.clone(), stream("Workbook")].concat()), "workbook.old-format");
        assert_eq!(code(&[ole, stream("EncryptedPackage")].concat()), "workbook.password");
        assert_eq!(code(b"PK\x03\x04"), "workbook.damaged");
        assert_eq!(code(b"\x09\x08\x10\x00\x00\x06"), "workbook.old-format");
        let limits = Limits { bytes: 3, ..Limits::default() };
        assert_eq!(read_within(b"PK\x03\x04", &limits).unwrap_err().code, "workbook.too-large");
    }
}
