//! Chores of the house.

mod clauses;
mod generated;
mod reference;

use std::process::ExitCode;

use clap::Parser;

/// Chores of the house.
#[derive(Debug, Parser)]
enum Chore {
    /// Hold the clause registers against the text of the source.
    Clauses(clauses::Clauses),
    /// Write the reference pages under docs/reference.
    Reference(generated::Mode),
}

fn main() -> ExitCode {
    match Chore::parse() {
        Chore::Clauses(clauses) => clauses.run(),
        Chore::Reference(mode) => match reference::pages(&generated::root()) {
            Ok(pages) => mode.settle("reference", &pages),
            Err(error) => {
                eprintln!("{error}");
                ExitCode::FAILURE
            }
        },
    }
}
