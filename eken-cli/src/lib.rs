//! The command `eken`: argument → call → exit code. A library, so that the package of another language brings the same command.

mod args;
mod command;
mod guard;
mod input;
mod output;
mod plans;
mod run;
mod schemas;
mod usage;

pub use run::run;
