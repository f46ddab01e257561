//! The one error of the crate: a call that could not do its work.

use crate::words::{Label, Words};

/// A call failed. Faults in the data are findings, and a target missed is a verdict; neither is an error.
///
/// No text of an error holds a value from the data, so that no name, id number or phone number can leak through it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The bytes could not be read as a dossier at all: not UTF-8, not JSON, beyond a limit, of an unknown version.
    #[error("{code} at line {line}, column {column}: {}", .words.en)]
    Read {
        /// Code of the fault, such as `json.syntax`.
        code: &'static str,
        /// What is wrong, in both languages.
        words: Label,
        /// How to mend it.
        help: Label,
        /// Line, from 1.
        line: usize,
        /// Column in characters, from 1.
        column: usize,
    },
    /// A plan could not be loaded: its faults, each with file and line.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Plan(Vec<PlanFault>),
    /// A profile could not be loaded: its faults, each with its line.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Profile(Vec<ProfileFault>),
    /// A name that the caller gave (a plan, an indicator, a reading, a schema) does not exist.
    #[error("there is no {kind} named {name:?}; known: {}", .known.join(", "))]
    Unknown {
        /// What kind of thing was named.
        kind: &'static str,
        /// The name given.
        name: String,
        /// The names that exist.
        known: Vec<String>,
    },
    /// An option of the call is out of its range.
    #[error("{}", .words.en)]
    Option {
        /// What is wrong, in both languages.
        words: Words,
        /// How to mend it.
        help: Words,
    },
}

impl Error {
    /// The error of a dossier that stands in a file from this line on, counted from 1: its line is that in the file.
    #[must_use]
    pub fn on_line(mut self, first: usize) -> Self {
        if let Self::Read { line, .. } = &mut self {
            *line = line.saturating_add(first.saturating_sub(1));
        }
        self
    }
}

/// One fault of a plan file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}:{column}: {} ({})", .message.en, .help.en)]
pub struct PlanFault {
    /// File, relative to the plan's folder.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong, in both languages.
    pub message: Words,
    /// How to mend it.
    pub help: Words,
}

/// One fault of a profile.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{line}:{column}: {} ({})", .message.en, .help.en)]
pub struct ProfileFault {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: Words,
    /// How to mend it.
    pub help: Words,
}

/// Result of a call.
pub type Result<T> = std::result::Result<T, Error>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_error_of_reading_has_a_line_that_moves() {
        let words = Label::new("甲", "a");
        let read = || Error::Read { code: "json.syntax", words, help: words, line: 2, column: 3 };
        let line = |error: Error| match error {
            Error::Read { line, column, .. } => Some((line, column)),
            _ => None,
        };
        assert_eq!([1, 5, 0].map(|first| line(read().on_line(first))), [Some((2, 3)), Some((6, 3)), Some((2, 3))]);
        let other = Error::Option { words: Words::new("甲", "a"), help: Words::new("乙", "b") };
        assert_eq!(other.clone().on_line(5), other);
    }
}
