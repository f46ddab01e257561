//! Errors of a file of many dossiers: a record that is refused, or a file that cannot be read on.

use std::io::ErrorKind;

use eken_core::words::{Label, Words};

/// A record was refused, or the file as a whole could not be read on. No text of it holds a value from the data.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// What the core says of one record; the place is that in the file.
    #[error(transparent)]
    Core(#[from] eken_core::error::Error),
    /// A line is longer than a line may be; it was passed over without being held.
    #[error("line {line} is longer than {limit} bytes")]
    LineTooLong {
        /// Number of the line, from 1.
        line: usize,
        /// Most bytes of a line.
        limit: usize,
    },
    /// A fault of this program while it worked on a record. The others are not touched by it.
    #[error("an internal fault on line {line}")]
    Internal {
        /// Number of the line, from 1.
        line: usize,
    },
    /// The file could be read up to a place and not on.
    #[error("the file cannot be read on at line {line}: {kind}")]
    Broken {
        /// Number of the line that could not be read, from 1.
        line: usize,
        /// Kind of fault that the system names.
        kind: ErrorKind,
    },
    /// There is no record in the file.
    #[error("there is no record in the file")]
    NoRecord,
    /// The system starts no thread.
    #[error("no thread can be started: {0}")]
    Threads(ErrorKind),
}

impl Error {
    /// Code of the error, such as `ndjson.line-too-long`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Core(eken_core::error::Error::Read { code, .. }) => code,
            Self::Core(_) => "call",
            Self::LineTooLong { .. } => "ndjson.line-too-long",
            Self::Internal { .. } => "internal",
            Self::Broken { .. } => "file.unreadable",
            Self::NoRecord => "json.empty",
            Self::Threads(_) => "threads",
        }
    }

    /// Line and column in the file, both from 1, where there is a place.
    pub const fn place(&self) -> Option<(usize, usize)> {
        match self {
            Self::Core(eken_core::error::Error::Read { line, column, .. }) => Some((*line, *column)),
            Self::LineTooLong { line, .. } | Self::Internal { line } | Self::Broken { line, .. } => Some((*line, 1)),
            Self::Core(_) | Self::NoRecord | Self::Threads(_) => None,
        }
    }

    /// What is wrong, in both languages.
    pub fn words(&self) -> Words {
        match self {
            Self::Core(eken_core::error::Error::Read { words, .. }) => (*words).into(),
            Self::Core(other) => Words::new("不能这样读取", other.to_string()),
            Self::LineTooLong { limit, .. } => Words::new(
                format!("这一行超过{limit}字节，已跳过"),
                format!("the line has more than {limit} bytes and is passed over"),
            ),
            Self::Internal { .. } => {
                Words::new("处理这一行时程序内部出错", "an internal fault of the program on this line")
            }
            Self::Broken { .. } => Words::new("文件从这一行起读不了", "the file cannot be read from this line on"),
            Self::NoRecord => Words::new("文件里没有档案", "there is no dossier in the file"),
            Self::Threads(_) => Words::new("系统不能再启动线程", "the system starts no more threads"),
        }
    }

    /// How to mend it.
    pub const fn help(&self) -> Label {
        match self {
            Self::Core(eken_core::error::Error::Read { help, .. }) => *help,
            Self::Core(_) => Label::new("检查调用的参数", "check the arguments of the call"),
            Self::LineTooLong { .. } => Label::new(
                "每行写一份档案，行末换行；确实这样大的档案单独存成 .json 文件",
                "write one dossier a line; keep one that is really this large in a .json file of its own",
            ),
            Self::Internal { .. } => {
                Label::new("请报告所用命令，不要附上档案", "please report the command used, not the dossier")
            }
            Self::Broken { .. } => {
                Label::new("检查磁盘、网络盘或管道的上游", "check the disk, the share or what is piped in")
            }
            Self::NoRecord => Label::new(
                "检查是否选错了文件，或标准输入没有接上",
                "check that it is the right file, or what is piped in",
            ),
            Self::Threads(_) => {
                Label::new("关闭一些程序，或用 --threads 1", "close some programs, or take --threads 1")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_has_words_and_help_in_both_languages() {
        let core = eken_core::parse::parse(b"{", &eken_core::limits::Limits::default()).unwrap_err();
        for (error, code, place) in [
            (Error::Core(core), "json.syntax", Some((1, 2))),
            (Error::LineTooLong { line: 3, limit: 9 }, "ndjson.line-too-long", Some((3, 1))),
            (Error::Internal { line: 4 }, "internal", Some((4, 1))),
            (Error::Broken { line: 5, kind: ErrorKind::Other }, "file.unreadable", Some((5, 1))),
            (Error::NoRecord, "json.empty", None),
            (Error::Threads(ErrorKind::OutOfMemory), "threads", None),
        ] {
            assert_eq!((error.code(), error.place()), (code, place));
            let (words, help) = (error.words(), error.help());
            assert!(![&*words.zh, &words.en, help.zh, help.en].contains(&""), "{error}");
            assert!(words.en.is_ascii() && !words.zh.is_ascii(), "{error}");
        }
    }
}
