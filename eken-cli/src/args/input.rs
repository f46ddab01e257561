//! How files are read.

use std::num::NonZeroUsize;

use clap::{Args as Arguments, ValueEnum};

use super::{TableArgs, threads};

/// How files are read.
#[derive(Debug, Arguments)]
pub struct InputArgs {
    /// 输入是一份档案（json）还是每行一份（ndjson）；默认看扩展名，.ndjson 和 .jsonl 为每行一份 One dossier, or one a line; by default as the file's name ends
    #[arg(long, value_enum, value_name = "json|ndjson", help_heading = "选项 Options", hide_possible_values = true)]
    pub input_format: Option<InputFormat>,
    /// 每行一份档案时用几个线程，默认与处理器数相同 Threads for a dossier a line; by default as many as processors
    #[arg(long, value_name = "N", value_parser = threads, help_heading = "选项 Options")]
    pub threads: Option<NonZeroUsize>,
    #[command(flatten)]
    pub table: TableArgs,
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum InputFormat {
    /// 一份档案 one dossier
    Json,
    /// 每行一份档案 one dossier a line
    Ndjson,
}
