//! Survivors that are explained: a file with the reason of each.

use serde::Deserialize;

use super::listed::Mutant;

#[derive(Default, Deserialize)]
struct File {
    #[serde(default)]
    survivor: Vec<Survivor>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Survivor {
    /// The file, from the sources of the core.
    file: String,
    /// The change, in the words of cargo-mutants.
    change: String,
    /// The line, where the function holds several alike.
    code: Option<String>,
    why: String,
}

/// The explained ones.
pub struct Explained(Vec<Survivor>);

impl Explained {
    /// Reads the file.
    ///
    /// # Errors
    /// When it is not as it should be, or an entry gives no reason.
    pub fn read() -> Result<Self, String> {
        Self::of(include_str!("explained.toml"))
    }

    fn of(text: &str) -> Result<Self, String> {
        let file: File = toml::from_str(text).map_err(|error| format!("explained.toml: {error}"))?;
        if let Some(bare) = file.survivor.iter().find(|survivor| survivor.why.trim().is_empty()) {
            return Err(format!("explained.toml: {}: {} has no reason", bare.file, bare.change));
        }
        Ok(Self(file.survivor))
    }

    /// Whether a mutant is among them.
    pub fn has(&self, mutant: &Mutant) -> bool {
        self.0.iter().any(|survivor| survivor.is(mutant))
    }

    /// Entries that fit no mutant: the code has changed since.
    pub fn stale(&self, mutants: &[Mutant]) -> Vec<String> {
        let stale = self.0.iter().filter(|survivor| !mutants.iter().any(|mutant| survivor.is(mutant)));
        stale.map(|survivor| format!("explained.toml: nothing is {}: {}", survivor.file, survivor.change)).collect()
    }
}

impl Survivor {
    fn is(&self, mutant: &Mutant) -> bool {
        mutant.file.strip_prefix("eken-core/src/") == Some(self.file.as_str())
            && mutant.change == self.change
            && self.code.as_ref().is_none_or(|code| *code == mutant.code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prove::mutants::listed::{Genre, Position, Span};

    #[test]
    fn an_entry_needs_a_reason_and_fits_by_file_change_and_line() {
        let text = "[[survivor]]\nfile = \"a.rs\"\nchange = \"x\"\ncode = \"y\"\nwhy = ";
        assert!(Explained::of(&format!("{text}\" \"")).is_err());
        let explained = Explained::of(&format!("{text}\"the same\"")).unwrap();
        let place = Position { line: 1, column: 1 };
        let mutant = |code: &str| Mutant {
            file: "eken-core/src/a.rs".to_owned(),
            change: "x".to_owned(),
            line: 1,
            code: code.to_owned(),
            span: Span { start: place, end: place },
            replacement: String::new(),
            genre: Genre::FnValue,
        };
        assert!(explained.has(&mutant("y")) && !explained.has(&mutant("z")));
        assert_eq!((explained.stale(&[mutant("y")]).len(), explained.stale(&[mutant("z")]).len()), (0, 1));
        assert!(Explained::read().is_ok());
    }
}
