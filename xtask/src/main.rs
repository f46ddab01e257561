//! Chores of the house.

mod clauses;
mod generated;
mod reference;
mod rules;

use std::process::ExitCode;

use clap::Parser;

/// Chores of the house.
#[derive(Debug, Parser)]
enum Chore {
    /// Hold the clause registers against the text of the source.
    Clauses(clauses::Clauses),
    /// Write the reference pages under docs/reference.
    Reference(generated::Mode),
    /// Write the page of every kind of finding, docs/reference/rules.md.
    Rules(generated::Mode),
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
        Chore::Rules(mode) => mode.settle("rules", &rules::pages(&generated::root())),
    }
}
