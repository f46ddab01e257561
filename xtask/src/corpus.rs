//! The corpus: what its dossiers are now, held against the pins, or accepted in their place.

use std::collections::BTreeMap;
use std::process::ExitCode;

use clap::Args;
use eken_tests::corpus::{Asked, Changes, Law, Pin, Pins, ask, file, named_in};

use crate::generated::{Mode, root};

/// Arguments of the chore.
#[derive(Debug, Args)]
pub struct Corpus {
    /// Accept what has changed, under this name, which an entry of CHANGELOG.md must hold as `corpus NAME`.
    #[arg(long, value_name = "NAME")]
    accept: Option<String>,
    /// Choose the faults of the broken dossiers anew, so that new faults come in.
    #[arg(long, requires = "accept")]
    renew: bool,
}

impl Corpus {
    /// Runs the chore.
    pub fn run(&self) -> ExitCode {
        match self.settle() {
            Ok(text) => {
                println!("{text}");
                ExitCode::SUCCESS
            }
            Err(text) => {
                eprintln!("{text}");
                ExitCode::FAILURE
            }
        }
    }

    fn settle(&self) -> Result<String, String> {
        let pins = match std::fs::read_to_string(file()) {
            Ok(text) => Pins::read(&text)?,
            Err(_) => Pins::default(),
        };
        let anew = self.renew || pins.pins.is_empty();
        let asked: Vec<Asked> = if anew { ask() } else { pins.pins.iter().map(|pin| pin.asked.clone()).collect() };
        let law = Law::default();
        let made: Result<Vec<Pin>, String> =
            asked.iter().map(|asked| asked.pin(&law).map_err(|error| format!("{}: {error}", asked.name()))).collect();
        let made =
            made.map_err(|text| format!("{text}\ntake the faults anew: cargo xtask corpus --accept NAME --renew"))?;
        let changes = Changes::between(&pins.pins, &made);
        if changes.is_none() && pins.is_as_accepted() && !anew {
            return Ok(format!("corpus: {} dossiers are as they were accepted", made.len()));
        }
        let Some(name) = &self.accept else { return Err(changes.text()) };
        self.may_accept(name, &pins, &changes)?;
        let accepted = pins.accepted.iter().chain([name]).cloned().collect();
        let files = BTreeMap::from([(file(), Pins::new(accepted, made).text())]);
        match Mode::default().settle("corpus", &files) {
            ExitCode::SUCCESS => Ok(format!("{}accepted as {name}", self.told(&changes))),
            _ => Err("the pins could not be written".to_owned()),
        }
    }

    fn may_accept(&self, name: &str, pins: &Pins, changes: &Changes) -> Result<(), String> {
        let plain = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
        if name.is_empty() || !name.chars().all(plain) {
            return Err("a name is written in small letters, digits and hyphens".to_owned());
        }
        if pins.accepted.iter().any(|accepted| accepted == name) {
            return Err(format!("{name} was accepted before: each acceptance has a name of its own"));
        }
        let changelog = std::fs::read_to_string(root().join("CHANGELOG.md")).map_err(|error| error.to_string())?;
        match named_in(&changelog, name) {
            None => Err(format!("add an entry to CHANGELOG.md that says what changes and holds `corpus {name}`")),
            Some(false) if !changes.verdicts.is_empty() => {
                Err(format!("verdicts change: the entry with `corpus {name}` must begin with ★\n{}", changes.text()))
            }
            Some(_) => Ok(()),
        }
    }

    fn told(&self, changes: &Changes) -> String {
        let Changes { bytes, verdicts, findings } = changes;
        format!("{} other bytes, {} other verdicts, {} other findings: ", bytes.len(), verdicts.len(), findings.len())
    }
}
