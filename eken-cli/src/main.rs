//! The program `eken`.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(eken_cli::run(std::env::args_os().collect()))
}
