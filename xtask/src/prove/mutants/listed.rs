//! The mutants that cargo-mutants thinks of.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::generated::root;
use crate::prove::tool::{installed, output};

/// cargo-mutants, as it is installed.
const CARGO_MUTANTS: &str = "27.1.0";
/// The rooms of the core that are changed.
const ROOMS: &[&str] = &["assess", "validate", "quantity", "code"];

/// Line and column, both from one; a column is a sign.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl Position {
    /// A place as syn tells it: its columns begin with nought.
    pub const fn of(at: proc_macro2::LineColumn) -> Self {
        Self { line: at.line, column: at.column.saturating_add(1) }
    }

    /// The byte of a text at this place.
    pub fn byte_in(self, text: &str) -> usize {
        let lines: usize = text.split_inclusive('\n').take(self.line.saturating_sub(1)).map(str::len).sum();
        let line = text.get(lines..).unwrap_or_default();
        let within = line.char_indices().nth(self.column.saturating_sub(1)).map_or(line.len(), |(byte, _)| byte);
        lines.saturating_add(within)
    }
}

/// From a place up to another, without it.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd)]
pub struct Span {
    /// Where it begins.
    pub start: Position,
    /// Where it has ended.
    pub end: Position,
}

/// What is changed.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd)]
pub enum Genre {
    /// A function gives a fixed value.
    FnValue,
    /// Another operator.
    BinaryOperator,
    /// An operator is gone.
    UnaryOperator,
    /// An arm is gone.
    MatchArm,
    /// A guard is always so, or never.
    MatchArmGuard,
    /// A field takes the value of the base.
    StructField,
}

#[derive(Deserialize)]
struct Raw {
    name: String,
    file: String,
    span: Span,
    replacement: String,
    genre: Genre,
}

/// One mutant.
#[derive(Clone, Debug)]
pub struct Mutant {
    /// The file, from the root.
    pub file: String,
    /// What is changed, in words.
    pub change: String,
    /// The line of the source that it begins in.
    pub line: usize,
    /// That line, without the blanks around it.
    pub code: String,
    /// What is replaced.
    pub span: Span,
    /// What stands there instead.
    pub replacement: String,
    /// Its kind.
    pub genre: Genre,
}

impl Mutant {
    /// It in words, with its place.
    pub fn told(&self) -> String {
        format!("{}:{}: {}", self.file, self.line, self.change)
    }
}

/// All mutants, and the text of the files that they are in.
///
/// # Errors
/// When cargo-mutants cannot be installed, or lists them in another form.
pub fn list() -> Result<(Vec<Mutant>, BTreeMap<String, String>), String> {
    let tool = installed("cargo-mutants", CARGO_MUTANTS)?;
    let mut command = std::process::Command::new(tool);
    command.args(["mutants", "--list", "--json", "--no-config", "--package", "eken-core"]);
    for room in ROOMS {
        command.arg("--file").arg(format!("eken-core/src/{room}/**"));
    }
    let raw: Vec<Raw> =
        serde_json::from_str(&output(&mut command)?).map_err(|error| format!("cargo-mutants: {error}"))?;
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    let mut mutants = Vec::new();
    for one in raw {
        let text = match texts.get(&one.file) {
            Some(text) => text,
            None => {
                let read = std::fs::read_to_string(root().join(&one.file));
                texts.entry(one.file.clone()).or_insert(read.map_err(|error| format!("{}: {error}", one.file))?)
            }
        };
        let line = one.span.start.line;
        let code = text.lines().nth(line.saturating_sub(1)).unwrap_or_default().trim().to_owned();
        let change = one.name.split_once(": ").map_or(one.name.as_str(), |(_, change)| change).to_owned();
        let Raw { file, span, replacement, genre, .. } = one;
        mutants.push(Mutant { file, change, line, code, span, replacement, genre });
    }
    Ok((mutants, texts))
}
