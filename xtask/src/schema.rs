//! `cargo xtask schema`: the published schemas, made from the types.

use std::path::Path;
use std::process::ExitCode;

use eken_core::schema::{names, text};

use crate::generated::{Generated, settle};

/// Writes the published schemas to `eken-core/schemas/v1`.
#[derive(Debug, clap::Args)]
pub struct Schema {
    /// Only tell which files are out of date.
    #[arg(long)]
    check: bool,
}

impl Schema {
    /// Runs the command.
    pub fn run(&self) -> ExitCode {
        let folder = Path::new("eken-core/schemas/v1");
        let files: Result<Vec<Generated>, _> = names()
            .map(|name| text(name).map(|text| Generated { path: folder.join(format!("{name}.json")), text }))
            .collect();
        match files {
            Ok(files) => settle(&files, self.check, "cargo xtask schema"),
            Err(error) => {
                eprintln!("{error}");
                ExitCode::from(2)
            }
        }
    }
}
