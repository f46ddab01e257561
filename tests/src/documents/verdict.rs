//! The reader's verdict on structure, the one that the schema must share.

use eken_core::error::Error;
use eken_core::finding::Severity;
use eken_core::limits::Limits;
use eken_core::parse::parse;

/// Whether the reader finds the text structurally sound: it reads it, and reports no error of structure. Limits of the
/// reader (`limit.…`) are not structure: no schema can see them.
pub fn sound(text: &str) -> bool {
    match parse(text.as_bytes(), &Limits::default()) {
        Ok(parsed) => !parsed
            .findings()
            .iter()
            .any(|finding| finding.severity == Severity::Error && !finding.code().starts_with("limit.")),
        Err(Error::Read { code, .. }) if code.starts_with("version.") || code == "json.not-an-object" => false,
        Err(error) => panic!("a document of the generator must be readable: {error}\n{text}"),
    }
}
