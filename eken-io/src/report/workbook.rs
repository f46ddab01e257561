//! The whole workbook.

use eken_core::report::Book;

use super::leaf;
use super::looks::Looks;
use crate::error::Result;
use crate::xlsx::write::{bytes, refused, workbook as blank};

/// A report as a workbook (XLSX), a sheet a leaf: the heading of a table stays in sight and on every printed page and has a
/// filter, numbers are numbers where a cell keeps all of their digits, and each page bears the mark of the rendition. The same
/// book gives the same bytes.
///
/// # Errors
/// `xlsx.not-written` for a table of more rows than a sheet takes.
pub fn workbook(book: &Book) -> Result<Vec<u8>> {
    let looks = Looks::new(book.lang);
    let mut out = blank();
    for leaf in &book.leaves {
        let sheet = leaf::sheet(leaf, book, &looks).map_err(|fault| refused(&fault).at(leaf.name))?;
        out.push_worksheet(sheet);
    }
    bytes(&mut out)
}
