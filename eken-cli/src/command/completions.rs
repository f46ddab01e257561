//! `eken completions`: a completion script.

use clap::CommandFactory;

use super::{CLEAN, Outcome};
use crate::args::{Args, CompletionsArgs};
use crate::output::print;

pub(super) fn run(args: &CompletionsArgs) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "eken", &mut script);
    print(&String::from_utf8(script).unwrap_or_default())?;
    Ok(CLEAN)
}
