//! Chores of the house.

mod clauses;

use std::process::ExitCode;

use clap::Parser;

/// Chores of the house.
#[derive(Debug, Parser)]
enum Chore {
    /// Hold the clause registers against the text of the source.
    Clauses(clauses::Clauses),
}

fn main() -> ExitCode {
    match Chore::parse() {
        Chore::Clauses(clauses) => clauses.run(),
    }
}
