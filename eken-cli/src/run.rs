//! One run of the command.

use std::ffi::OsString;

use clap::Parser;
use clap::error::ErrorKind;

use crate::args::Args;
use crate::{command, guard, output, usage};

/// Runs the command with these arguments, the first of which is its name, and gives the exit code: 0 clean; 1 findings or
/// verdicts at or past `--fail-on`; 2 wrong usage or unreadable input; 3 a fault of eken itself.
pub fn run(arguments: Vec<OsString>) -> u8 {
    let args = match Args::try_parse_from(&arguments) {
        Ok(args) => args,
        Err(error) => {
            // help and version come this way too; who closed the pipe has read enough
            if error.use_stderr() && error.kind() != ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
                output::complain(&usage::text(&error, usage::lang_of(arguments)));
            } else {
                let _ = error.print();
            }
            return u8::try_from(error.exit_code()).unwrap_or(2);
        }
    };
    guard::guarded(|| command::run(&args))
}
