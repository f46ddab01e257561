//! How grave a finding is.

use crate::words::Label;

/// Severity of a finding, gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The value is wrong; what rests on it stays open.
    Error,
    /// The value is doubtful.
    Warning,
    /// Worth knowing.
    Info,
}

impl Severity {
    /// All, gravest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Info];

    /// The code in JSON and on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }

    /// What it is called.
    pub const fn label(self) -> Label {
        match self {
            Self::Error => Label::new("错误", "error"),
            Self::Warning => Label::new("警告", "warning"),
            Self::Info => Label::new("提示", "info"),
        }
    }
}
