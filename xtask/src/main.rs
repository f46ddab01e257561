//! Chores of the house.

mod clauses;
mod corpus;
mod generated;
mod prove;
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
    /// Hold the corpus of generated dossiers against its pins, or accept what has changed.
    Corpus(corpus::Corpus),
    /// Run proofs over many made-up dossiers, or list them.
    Prove(prove::Prove),
    /// Serve a proof with a process that may die.
    #[command(hide = true)]
    ProveWorker(prove::Worker),
    /// Write the reference pages under docs/reference.
    Reference(generated::Mode),
    /// Write the page of every kind of finding, docs/reference/rules.md.
    Rules(generated::Mode),
    /// Write the published schemas under eken-core/schemas/v1.
    Schema(generated::Mode),
}

fn main() -> ExitCode {
    match Chore::parse() {
        Chore::Clauses(clauses) => clauses.run(),
        Chore::Corpus(corpus) => corpus.run(),
        Chore::Prove(prove) => prove.run(),
        Chore::ProveWorker(worker) => worker.run(),
        Chore::Reference(mode) => settle(&mode, "reference", reference::pages(&generated::root())),
        Chore::Rules(mode) => mode.settle("rules", &rules::pages(&generated::root())),
        Chore::Schema(mode) => settle(&mode, "schema", schema::files(&generated::root())),
    }
}

fn settle(mode: &generated::Mode, chore: &str, files: Result<BTreeMap<PathBuf, String>, String>) -> ExitCode {
    match files {
        Ok(files) => mode.settle(chore, &files),
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
