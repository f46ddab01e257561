//! The commands: each converts, calls core, converts.

mod annotate;
mod assess;
mod check;
mod completions;
mod convert;
mod explain;
mod generate;
mod lines;
mod outputs;
mod plan;
mod rules;
mod template;
mod verify;

use std::io;
use std::path::PathBuf;

use eken_core::assess::Options;
use eken_core::error::Error;
use eken_core::model::CountyTier;
use eken_core::model::kind::Code;
use eken_core::report::failure_text;
use eken_core::words::Lang;
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;

use crate::args::{Args, Command, OptionArgs};
use crate::output::{complain, error_is_terminal, error_style, print};
use crate::plans::Refused;

/// Exit code of a command that did its work and found nothing to object to.
const CLEAN: u8 = 0;
/// Exit code of findings or verdicts at or past `--fail-on`.
const FAILED: u8 = 1;
/// Exit code of wrong usage or unreadable input.
const USAGE: u8 = 2;

/// Why a command could not do its work, in words.
#[derive(Debug)]
struct Failure(String);

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        // who reads it is not known here
        Self(format!("错误 结果写不出去；检查输出的去处\nerror the result cannot be written: {}\n", error.kind()))
    }
}

impl From<Refused> for Failure {
    fn from(refused: Refused) -> Self {
        Self(refused.text)
    }
}

type Outcome = Result<u8, Failure>;

/// Runs a command and gives the exit code.
pub fn run(args: &Args) -> u8 {
    let lang = args.lang.into();
    let outcome = match &args.command {
        Command::Check(args) => check::run(args, lang),
        Command::Assess(args) => assess::run(args, lang),
        Command::Explain(args) => explain::run(args, lang),
        Command::Rules(args) => rules::run(args, lang),
        Command::Verify(args) => verify::run(args, lang),
        Command::Schema(args) => schema(args.name.name(), lang),
        Command::Plan(args) => plan::run(&args.command, lang),
        Command::Indicators(args) => plan::indicators(args, lang),
        Command::Template(args) => template::run(args, lang),
        Command::Convert(args) => convert::run(args, lang),
        Command::Generate(args) => generate::run(args, lang),
        Command::Completions(args) => completions::run(args),
    };
    outcome.unwrap_or_else(|Failure(text)| {
        complain(&text);
        USAGE
    })
}

fn schema(name: &str, lang: Lang) -> Outcome {
    let text = eken_core::schema::text(name).map_err(|error| failed(&error, lang))?;
    print(&text)?;
    Ok(CLEAN)
}

fn failed(error: &Error, lang: Lang) -> Failure {
    Failure(failure_text(error, None, &error_style(lang)))
}

/// A refusal in words of the command: what is wrong and how to mend it.
fn refusal(lang: Lang, [zh, en]: [&str; 2], [help_zh, help_en]: [&str; 2]) -> Failure {
    Failure(match lang {
        Lang::Zh => format!("错误 {zh}\n  改法：{help_zh}\n"),
        Lang::En => format!("error {en}\n  help: {help_en}\n"),
    })
}

fn options(year: i32, args: &OptionArgs) -> Options {
    Options {
        year,
        as_of: args.as_of,
        readings: args.readings.iter().cloned().collect(),
        tier: args.tier.as_deref().and_then(CountyTier::from_code),
    }
}

/// A bar on standard error when that is a terminal and there are several files.
fn progress(files: &[PathBuf]) -> ProgressBar {
    if files.len() < 2 || !error_is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(u64::try_from(files.len()).unwrap_or(u64::MAX));
    if let Ok(style) = ProgressStyle::with_template("{wide_bar} {pos}/{len}") {
        bar.set_style(style);
    }
    bar
}

fn print_json(value: &impl Serialize) -> Result<(), Failure> {
    let mut text = serde_json::to_string_pretty(value)
        .map_err(|_| Failure("错误 结果写不成 JSON\nerror the result cannot be put into JSON\n".to_owned()))?;
    text.push('\n');
    Ok(print(&text)?)
}
