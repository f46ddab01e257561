//! Files beside tables that are known to hold no data of a dossier, by their names.

use super::super::format::Format;
use crate::frictionless::package::{FILE, SCHEMAS};

/// Endings of documents and pictures, which hold no table of a dossier.
const DOCUMENTS: [&str; 24] = [
    "doc", "docx", "wps", "rtf", "pdf", "ofd", "odt", "ppt", "pptx", "md", "jpg", "jpeg", "png", "gif", "bmp", "tif",
    "tiff", "webp", "heic", "mp4", "mov", "mp3", "lnk", "url",
];

/// Whether a file or folder is hidden, or is what a system or an editor puts beside others.
pub(super) fn hidden(name: &str) -> bool {
    const SYSTEM: [&str; 3] = ["__macosx", "thumbs.db", "desktop.ini"];
    let lower = name.to_lowercase();
    name.starts_with('.') || name.starts_with("~$") || SYSTEM.contains(&lower.as_str())
}

/// Whether a file holds no data of a dossier: it is hidden, a document, a picture, or the package that describes the tables.
pub(super) fn file(name: &str) -> bool {
    let end = name.rsplit_once('.').map(|(_, end)| end.to_lowercase()).unwrap_or_default();
    hidden(name) || name == FILE || DOCUMENTS.contains(&end.as_str())
}

/// The same of a file in a folder beside the tables; the folder of schemas holds JSON.
pub(super) fn inside(folder: &str, name: &str) -> bool {
    file(name) || (folder == SCHEMAS && Format::promised(name) == Format::Json)
}

/// Whether a file may be a dossier by itself, or an archive of one.
pub(super) fn is_dossier(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    let is = matches!(
        Format::promised(file),
        Format::Json | Format::Ndjson | Format::Xlsx | Format::Xls | Format::Ods | Format::CsvZip
    );
    is && !hidden(file) && file != FILE
}
