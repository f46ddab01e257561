//! Chores of the house.

mod clauses;
mod generated;
mod schema;

use std::process::ExitCode;

use clap::Parser;

/// Chores of the house.
#[derive(Debug, Parser)]
enum Chore {
    /// Hold the clause registers against the text of the source.
    Clauses(clauses::Clauses),
    /// Write the published schemas.
    Schema(schema::Schema),
}

fn main() -> ExitCode {
    match Chore::parse() {
        Chore::Clauses(clauses) => clauses.run(),
        Chore::Schema(schema) => schema.run(),
    }
}
