//! The annotated copy of a file.

use eken_core::plan::Plan;
use eken_core::validate::Checked;
use eken_core::words::{Label, Lang};
use sha2::{Digest, Sha256};

use super::made;
use super::notice::Notices;
use super::patch::{Patch, patch};
use crate::document::Sheets;
use crate::error::{Error, Result};
use crate::file::format::Format;
use crate::grid::GridKind;
use crate::table::assemble::assemble;
use crate::table::lay::{Form, lay};
use crate::xlsx::limits::Limits;

/// What was sent and what was found in it.
#[derive(Clone, Copy, Debug)]
pub struct Sent<'a> {
    /// What the file is.
    pub format: Format,
    /// Its bytes; of a folder there are none.
    pub bytes: &'a [u8],
    /// The account of its sheets, with their cells kept ([`Options::keep_cells`](crate::document::Options)); none for JSON.
    pub sheets: Option<&'a Sheets>,
    /// The findings.
    pub checked: &'a Checked,
    /// The plan that it was checked with.
    pub plan: &'a Plan,
    /// SHA-256 of the bytes as [`digest`] gives it; none where there are none.
    pub digest: Option<&'a str>,
    /// The language of comments and 回执.
    pub lang: Lang,
}

/// SHA-256 of the bytes of a file, as `sha256:` and 64 hex digits.
pub fn digest(bytes: &[u8]) -> String {
    let digits: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{digits}")
}

/// The extension that the copy of a file must have: a spreadsheet program opens a workbook with macros under its own only.
pub fn extension(format: Format, bytes: &[u8]) -> &'static str {
    if format == Format::Xlsx && super::patch::has_macros(bytes) { "xlsm" } else { "xlsx" }
}

/// The annotated copy: of a workbook the sender's own with marks, comments and 回执; of CSV files and JSON a workbook that was made
/// of what was read, marked the same way. The same input gives the same bytes.
///
/// # Errors
/// Those of reading a workbook (`xlsx.…`); `annotate.cells` where the cells were not kept; `xlsx.not-written` where what was read
/// fits into no sheet.
pub fn annotate(sent: &Sent<'_>) -> Result<Vec<u8>> {
    let limits = Limits::default();
    let guarded = |patch_of: &Patch<'_>| crate::xlsx::read::guarded(|| patch(patch_of, &limits));
    match (sent.format, sent.sheets) {
        (Format::Xlsx, Some(sheets)) if !sheets.grids.is_empty() || sheets.tallies.is_empty() => {
            let notices = Notices::new(sent, &sheets.places, &sheets.grids).ok_or(CELLS)?;
            guarded(&Patch { sent, bytes: sent.bytes, notices: &notices, grids: &sheets.grids, places: &sheets.places })
        }
        (_, Some(sheets)) if !sheets.grids.is_empty() => {
            let bytes = made::workbook(&sheets.grids)?;
            let notices = Notices::new(sent, &sheets.places, &sheets.grids).ok_or(CELLS)?;
            guarded(&Patch { sent, bytes: &bytes, notices: &notices, grids: &sheets.grids, places: &sheets.places })
        }
        (Format::Json, None) => {
            // the dossier as sheets: read again, they say where each value stands
            let grids = lay(sent.checked.dossier(), Form { lang: sent.lang, kind: GridKind::Sheet });
            let places = assemble(&grids).places;
            let bytes = made::workbook(&grids)?;
            let notices = Notices::new(sent, &places, &grids).ok_or(CELLS)?;
            guarded(&Patch { sent, bytes: &bytes, notices: &notices, grids: &grids, places: &places })
        }
        _ => Err(CELLS),
    }
}

const CELLS: Error = Error::new(
    "annotate.cells",
    Label::new("没有可以标注的单元格", "there are no cells to mark"),
    Label::new(
        "送检一份工作簿、CSV 表格或 JSON 档案后再标注",
        "check a workbook, CSV tables or a dossier in JSON, and annotate that",
    ),
);
