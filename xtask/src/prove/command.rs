//! The command: which proofs, how long, from which seed, with or without the planted fault.

use std::process::ExitCode;

use clap::Args;

use super::proof::{Ask, Proof};
use super::{coverage, fuzz, hostile, mutants, privacy, recall, same, schema, stream};

/// The proofs, in the order in which they run.
static PROOFS: &[Proof] = &[
    privacy::PROOF,
    same::PROOF,
    hostile::PROOF,
    stream::PROOF,
    recall::PROOF,
    fuzz::PROOF,
    schema::PROOF,
    coverage::PROOF,
    mutants::PROOF,
];

/// Runs proofs, or lists them when none is named.
#[derive(Debug, Args)]
pub struct Prove {
    /// Names of proofs.
    #[arg(value_name = "NAME")]
    names: Vec<String>,
    /// Take the long form.
    #[arg(long)]
    long: bool,
    /// Seed of all that is made up.
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// Plant the fault that the proof is there to find: it must turn red.
    #[arg(long)]
    sabotage: bool,
}

impl Prove {
    /// Runs the chore: 0 when nothing failed, 1 when something did, 2 when a proof could not be run.
    pub fn run(&self) -> ExitCode {
        if self.names.is_empty() {
            for proof in PROOFS {
                println!("{:<8} {}", proof.name, proof.about);
            }
            return ExitCode::SUCCESS;
        }
        let mut chosen = Vec::new();
        for name in &self.names {
            let Some(proof) = PROOFS.iter().find(|proof| proof.name == name) else {
                eprintln!("there is no proof named {name:?}; `cargo xtask prove` lists them");
                return ExitCode::from(2);
            };
            chosen.push(proof);
        }
        let ask = Ask { seed: self.seed, long: self.long, sabotage: self.sabotage };
        let mut code = ExitCode::SUCCESS;
        for proof in chosen {
            match (proof.run)(&ask) {
                Ok(tally) => {
                    for (case, failure) in &tally.shown {
                        eprintln!("{}, case {case}: {failure}", proof.name);
                    }
                    for note in &tally.notes {
                        println!("{}: {note}", proof.name);
                    }
                    println!("{}: {} cases, {} failures, seed {}", proof.name, tally.cases, tally.failures, ask.seed);
                    if tally.failures > 0 {
                        code = ExitCode::FAILURE;
                    }
                }
                Err(error) => {
                    eprintln!("{}: {error}", proof.name);
                    return ExitCode::from(2);
                }
            }
        }
        code
    }
}

/// The process that a proof feeds with hostile input.
#[derive(Debug, Args)]
pub struct Worker {
    /// Misbehave as the planted faults do.
    #[arg(long)]
    sabotage: bool,
}

impl Worker {
    /// Serves until its input ends.
    pub fn run(&self) -> ExitCode {
        hostile::serve(self.sabotage)
    }
}
