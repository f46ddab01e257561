//! The command `eken`: argument → call → exit code.

mod args;
mod command;
mod guard;
mod input;
mod output;
mod plans;
mod schemas;
mod usage;

use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;

fn main() -> ExitCode {
    let args = match args::Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            // help and version come this way too; who closed the pipe has read enough
            if error.use_stderr() && error.kind() != ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
                output::complain(&usage::text(&error, usage::lang_of(std::env::args_os())));
            } else {
                let _ = error.print();
            }
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    guard::guarded(|| command::run(&args))
}
