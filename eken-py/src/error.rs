//! Errors of the core and of files as exceptions of `eken.errors`.

use eken_core::error::Error;
use eken_core::report::ErrorDocument;
use eken_core::words::Lang;
use eken_io::document::Unread;
use eken_io::ndjson::Error as RecordError;
use pyo3::prelude::*;

/// Text in Chinese and in English.
type Both = (String, String);
/// A fault of a plan or a profile: file, line, column, what is wrong, how to mend it.
type Fault = (String, usize, usize, Both, Both);

/// An exception before it is raised.
struct Raised {
    class: &'static str,
    code: String,
    words: Both,
    help: Both,
    place: Option<(usize, usize)>,
    at: Option<Both>,
    faults: Vec<Fault>,
}

impl Raised {
    fn error(self, py: Python<'_>) -> PyErr {
        let Self { class, code, words, help, place, at, faults } = self;
        let (line, column) = place.unzip();
        let made = py
            .import("eken.errors")
            .and_then(|module| module.getattr(class))
            .and_then(|class| class.call1((code, words, help, line, column, at, faults)));
        made.map_or_else(|error| error, PyErr::from_value)
    }
}

/// An error of the core.
pub fn core(py: Python<'_>, error: &Error) -> PyErr {
    let [zh, en] = [Lang::Zh, Lang::En].map(|lang| ErrorDocument::new(error, lang));
    let (class, faults) = match error {
        Error::Read { .. } => ("ReadError", Vec::new()),
        Error::Plan(faults) => {
            let fault = |each: &eken_core::error::PlanFault| {
                let (words, help) = (&each.message, &each.help);
                let both = |words: &eken_core::words::Words| (words.zh.clone(), words.en.clone());
                (each.file.clone(), each.line, each.column, both(words), both(help))
            };
            ("PlanError", faults.iter().map(fault).collect())
        }
        Error::Profile(faults) => {
            let fault = |each: &eken_core::error::ProfileFault| {
                let both = |words: &eken_core::words::Words| (words.zh.clone(), words.en.clone());
                (String::new(), each.line, each.column, both(&each.message), both(&each.help))
            };
            ("ProfileError", faults.iter().map(fault).collect())
        }
        Error::Unknown { .. } => ("UnknownError", Vec::new()),
        _ => ("OptionError", Vec::new()),
    };
    let place = zh.line.zip(zh.column);
    let raised = Raised {
        class,
        code: zh.code,
        words: (zh.message, en.message),
        help: (zh.help, en.help),
        place,
        at: None,
        faults,
    };
    raised.error(py)
}

/// An error of a file.
pub fn file(py: Python<'_>, error: &eken_io::error::Error, class: &'static str) -> PyErr {
    let both = |label: &eken_core::words::Label| (label.zh.to_owned(), label.en.to_owned());
    let (words, help) = (both(&error.words), both(&error.help));
    let at = error.at.as_ref().map(|at| (at.text(Lang::Zh), at.text(Lang::En)));
    Raised { class, code: error.code.to_owned(), words, help, place: None, at, faults: Vec::new() }.error(py)
}

/// Why a file gave no dossier.
pub fn unread(py: Python<'_>, unread: &Unread) -> PyErr {
    match unread {
        Unread::File(error) => file(py, error, "ReadError"),
        Unread::Dossier(error) => core(py, error),
    }
}

/// Why a record of a file of many was refused, or the file not read on.
pub fn record(py: Python<'_>, error: &RecordError) -> PyErr {
    if let RecordError::Core(error) = error {
        return core(py, error);
    }
    let both = |words: eken_core::words::Words| (words.zh, words.en);
    let (words, help) = (both(error.words()), (error.help().zh.to_owned(), error.help().en.to_owned()));
    let (place, code) = (error.place(), error.code().to_owned());
    Raised { class: "ReadError", code, words, help, place, at: None, faults: Vec::new() }.error(py)
}

/// A fault of eken itself. Its text is not told, since it may hold a value of the data.
pub fn internal(py: Python<'_>) -> PyErr {
    let both = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
    let words = both("程序内部错误，没有结果", "an internal fault, no result");
    let help = both("请报告所用的调用，不要附上档案", "please report the call, not the dossier");
    let raised = Raised {
        class: "InternalError",
        code: "internal".to_owned(),
        words,
        help,
        place: None,
        at: None,
        faults: Vec::new(),
    };
    raised.error(py)
}
