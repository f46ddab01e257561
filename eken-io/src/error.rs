//! The one error of the crate: a file that could not be read or written at all. What is wrong inside it is a finding.

use eken_core::words::{Label, Lang};

pub use crate::place::Place;

/// A file could not be read or written. No text of it holds a value from the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{code}{}: {}", .at.as_ref().map(|at| format!(" at {}", at.text(Lang::En))).unwrap_or_default(), .words.en)]
pub struct Error {
    /// Code of the fault, such as `workbook.zip-ratio`.
    pub code: &'static str,
    /// What is wrong, in both languages.
    pub words: Label,
    /// How to mend it.
    pub help: Label,
    /// Where in the file; never a value.
    pub at: Option<Place>,
}

/// What a call of this crate gives.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error of the file as a whole.
    pub const fn new(code: &'static str, words: Label, help: Label) -> Self {
        Self { code, words, help, at: None }
    }

    /// The same, at a place.
    pub fn at(self, place: impl Into<Place>) -> Self {
        Self { at: Some(place.into()), ..self }
    }

    /// Where in the file, in words: empty where it is the file as a whole.
    pub fn place(&self, lang: Lang) -> String {
        self.at.as_ref().map(|at| at.text(lang)).unwrap_or_default()
    }
}
