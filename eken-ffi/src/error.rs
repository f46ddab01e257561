//! The one error.

use eken_core::error::Error;
use eken_core::report::ErrorDocument;
use eken_core::words::{Label, Lang, Words};
use eken_io::document::Unread;
use eken_io::ndjson;

/// What is wrong, where, and how to mend it. No text holds a value from the data.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Fault {
    /// Code, such as `json.syntax`.
    pub code: String,
    /// What is wrong; of a plan its faults, a line each.
    pub words: Words,
    /// How to mend it.
    pub help: Words,
    /// Where: `3:7` for line and column, or a sheet, file or cell; none where it has no place.
    pub place: Option<String>,
}

/// A call failed. Faults in the data are findings, and a target missed is a verdict; neither is an error.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum EkenError {
    /// The bytes are no dossier: not of a kind that is read, damaged, beyond a limit.
    #[error("{}: {}", .fault.code, .fault.words.en)]
    Read {
        /// What is wrong.
        fault: Fault,
    },
    /// A plan or a profile is faulty.
    #[error("{}: {}", .fault.code, .fault.words.en)]
    Plan {
        /// What is wrong.
        fault: Fault,
    },
    /// A name or an option that was given to the call does not exist or is out of range.
    #[error("{}: {}", .fault.code, .fault.words.en)]
    Call {
        /// What is wrong.
        fault: Fault,
    },
    /// The watch of the call stopped it.
    #[error("{}: {}", .fault.code, .fault.words.en)]
    Cancelled {
        /// That it was stopped.
        fault: Fault,
    },
    /// A fault of eken itself.
    #[error("{}: {}", .fault.code, .fault.words.en)]
    Internal {
        /// That there is no result.
        fault: Fault,
    },
}

fn fault(code: &str, words: Label, help: Label, place: Option<String>) -> Fault {
    Fault { code: code.to_owned(), words: words.into(), help: help.into(), place }
}

impl EkenError {
    /// A panic.
    pub fn internal() -> Self {
        let words = Label::new("程序内部错误，没有结果", "an internal fault, no result");
        let help = Label::new("请报告所用的调用，不要附上档案", "please report the call, not the dossier");
        Self::Internal { fault: fault("internal", words, help, None) }
    }

    /// The watch said no.
    pub fn cancelled() -> Self {
        let words = Label::new("调用已取消", "the call was stopped");
        let help = Label::new("没有任何改动，可重新调用", "nothing is changed; it can be called again");
        Self::Cancelled { fault: fault("cancelled", words, help, None) }
    }
}

impl From<Error> for EkenError {
    fn from(error: Error) -> Self {
        let [zh, en] = [Lang::Zh, Lang::En].map(|lang| ErrorDocument::new(&error, lang));
        let place = zh.line.zip(zh.column).map(|(line, column)| format!("{line}:{column}"));
        let (words, help) = (Words::new(zh.message, en.message), Words::new(zh.help, en.help));
        let fault = Fault { code: zh.code, words, help, place };
        match error {
            Error::Read { .. } => Self::Read { fault },
            Error::Plan(_) | Error::Profile(_) => Self::Plan { fault },
            _ => Self::Call { fault },
        }
    }
}

impl From<Unread> for EkenError {
    fn from(unread: Unread) -> Self {
        match unread {
            Unread::Dossier(error) => error.into(),
            Unread::File(error) => {
                let place = error.at.as_ref().map(|at| at.text(Lang::Zh));
                Self::Read { fault: fault(error.code, error.words, error.help, place) }
            }
        }
    }
}

impl From<ndjson::Error> for EkenError {
    fn from(error: ndjson::Error) -> Self {
        let place = error.place().map(|(line, column)| format!("{line}:{column}"));
        let fault = Fault { code: error.code().to_owned(), words: error.words(), help: error.help().into(), place };
        match error {
            ndjson::Error::Core(error) => error.into(),
            ndjson::Error::Internal { .. } | ndjson::Error::Threads(_) => Self::Internal { fault },
            _ => Self::Read { fault },
        }
    }
}
