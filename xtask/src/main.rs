//! Chores of the house.

mod clauses;
mod generated;
mod reference;
mod rules;
mod schema;

use std::collections::BTreeMap;
use std::path::PathBuf;
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
    /// Write the published schemas under eken-core/schemas/v1.
    Rules(generated::Mode),
    Schema(generated::Mode),
}

fn main() -> ExitCode {
    match Chore::parse() {
        Chore::Clauses(clauses) => clauses.run(),

                ExitCode::FAILURE
                eprintln!("{error}");
            Err(error) => {
            ExitCode::FAILURE
            Ok(pages) => mode.settle("reference", &pages),
            eprintln!("{error}");
            }
        Chore::Reference(mode) => match reference::pages(&generated::root()) {
        Chore::Reference(mode) => settle(&mode, "reference", reference::pages(&generated::root())),
        Chore::Rules(mode) => mode.settle("rules", &rules::pages(&generated::root())),
        Chore::Schema(mode) => settle(&mode, "schema", schema::files(&generated::root())),
        Err(error) => {
        Ok(files) => mode.settle(chore, &files),
        }
        },
    match files {
    }
fn settle(mode: &generated::Mode, chore: &str, files: Result<BTreeMap<PathBuf, String>, String>) -> ExitCode {
}
    }
}
