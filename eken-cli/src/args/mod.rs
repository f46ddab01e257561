//! The arguments, in Chinese first, each with an English line.

mod assess;
mod check;
mod files;
mod generate;
mod input;
mod table;

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{ArgAction, Args as Arguments, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use eken_core::model::CountyTier;
use eken_core::model::kind::Code;
use eken_core::plan::DEFAULT;
use eken_core::quantity::{Date, YEARS};
use eken_core::words::{Label, Lang};

pub use self::assess::{AssessArgs, AssessmentFormat, FailOnVerdict};
pub use self::check::{CheckArgs, FindingsFormat};
pub use self::files::{ConvertArgs, TableFormat, TemplateArgs};
pub use self::generate::GenerateArgs;
pub use self::input::{InputArgs, InputFormat};
pub use self::table::TableArgs;
use crate::schemas::SchemaName;
use crate::usage::Refusal;

/// Most threads that may be asked for.
const THREADS: usize = 256;
const TEMPLATE: &str = "{about-with-newline}\n用法 Usage: {usage}\n\n{all-args}{after-help}";

/// 乡村e镇档案：检查数据，对照方案逐项评估，说明理由
///
/// Dossiers of rural e-towns: check the data, assess them against the plan, explain why
#[derive(Debug, Parser)]
#[command(
    name = "eken",
    version,
    help_template = TEMPLATE,
    subcommand_help_heading = "命令 Commands",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    after_help = "退出码 Exit codes:\n  0  没有问题 clean\n  1  有达到 --fail-on 的问题或结论 findings or verdicts at or past --fail-on\n  2  用法有误或文件读不了 usage, or an input that cannot be read\n  3  程序内部错误 internal fault",
)]
pub struct Args {
    /// 输出语言 Language of the output
    #[arg(
        long,
        global = true,
        value_enum,
        default_value = "zh",
        value_name = "zh|en",
        help_heading = "选项 Options",
        hide_possible_values = true
    )]
    pub lang: LangArg,
    /// 显示帮助 Print help
    #[arg(short, long, global = true, action = ArgAction::HelpShort, help_heading = "选项 Options")]
    pub help: Option<bool>,
    /// 显示版本 Print version
    #[arg(short = 'V', long, action = ArgAction::Version, help_heading = "选项 Options")]
    pub version: Option<bool>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// A language.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum LangArg {
    /// 中文 Chinese
    Zh,
    /// 英文 English
    En,
}

impl From<LangArg> for Lang {
    fn from(lang: LangArg) -> Self {
        match lang {
            LangArg::Zh => Self::Zh,
            LangArg::En => Self::En,
        }
    }
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// 检查档案的数据问题 Check dossiers for faults in the data
    #[command(help_template = TEMPLATE)]
    Check(CheckArgs),
    /// 对照方案逐项评估档案 Assess dossiers against the plan
    #[command(help_template = TEMPLATE)]
    Assess(AssessArgs),
    /// 说明一项结论是怎样得出的，或一条检查规则 Explain how one verdict comes about, or a rule
    #[command(help_template = TEMPLATE)]
    Explain(ExplainArgs),
    /// 列出全部检查规则 List every rule of the check
    #[command(help_template = TEMPLATE)]
    Rules(RulesArgs),
    /// 重算回执，核对是否与档案相符 Recompute a receipt and hold it against the dossier
    #[command(help_template = TEMPLATE)]
    Verify(VerifyArgs),
    /// 输出公开的 JSON Schema Print a published JSON Schema
    #[command(help_template = TEMPLATE)]
    Schema(SchemaArgs),
    /// 查看、检查、比较方案 Show, check and compare plans
    #[command(help_template = TEMPLATE, subcommand_help_heading = "命令 Commands", disable_help_subcommand = true)]
    Plan(PlanArgs),
    /// 列出约束性指标和目标及其要求 List indicators and targets with what they require
    #[command(help_template = TEMPLATE)]
    Indicators(IndicatorsArgs),
    /// 生成供填报的工作簿 Make the workbook to fill in
    #[command(help_template = TEMPLATE)]
    Template(TemplateArgs),
    /// 在 JSON、工作簿、CSV 之间转换档案 Convert a dossier between JSON, workbook and CSV
    #[command(help_template = TEMPLATE)]
    Convert(ConvertArgs),
    /// 生成编造的档案，供测试和演示 Make up dossiers, for tests and demonstrations
    #[command(help_template = TEMPLATE)]
    Generate(GenerateArgs),
    /// 输出命令行补全脚本 Print a completion script for a shell
    #[command(help_template = TEMPLATE)]
    Completions(CompletionsArgs),
}

/// Form of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// 给人看的文本 text for people
    Text,
    /// 给程序用的 JSON for programs
    Json,
}

/// The form asked for.
#[derive(Debug, Arguments)]
pub struct FormatArgs {
    /// 输出格式 Form of the output
    #[arg(
        long,
        value_enum,
        default_value = "text",
        value_name = "text|json",
        help_heading = "选项 Options",
        hide_possible_values = true
    )]
    pub format: Format,
}

/// The plan asked for.
#[derive(Debug, Arguments)]
pub struct PlanChoice {
    /// 方案：编号、文件夹、.toml 或 .json Plan: id, folder, .toml or .json
    #[arg(long, default_value = DEFAULT, value_name = "ID|PATH", help_heading = "选项 Options")]
    pub plan: String,
}

/// What an assessment is made under, the year apart.
#[derive(Debug, Arguments)]
pub struct OptionArgs {
    /// 评估时点，默认为档案的数据截止日 As-of date; by default the dossier's own
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date, help_heading = "选项 Options")]
    pub as_of: Option<Date>,
    /// 换一种读法，可多次写，如 R7=stock Take another reading, repeatable
    #[arg(long = "reading", value_name = "R7=stock", value_parser = reading, help_heading = "选项 Options")]
    pub readings: Vec<(String, String)>,
    /// 假设县域类型，并列出与申报的相比会变的结论 Suppose a county tier and list what it changes
    #[arg(long, value_name = "TIER", value_parser = PossibleValuesParser::new(CountyTier::INFO.iter().map(|info| info.code)), help_heading = "选项 Options")]
    pub tier: Option<String>,
}

/// Arguments of `explain`.
#[derive(Debug, Arguments)]
pub struct ExplainArgs {
    /// 指标或目标编号，如 16、T1；或规则代码，如 entity.code-check Indicator or target, such as 16 or T1, or the code of a rule
    #[arg(value_name = "NO|CODE", help_heading = "参数 Arguments")]
    pub id: String,
    /// 档案文件；- 为标准输入；说明规则时不写 Dossier; - is standard input; left out for a rule
    #[arg(value_name = "FILE", help_heading = "参数 Arguments")]
    pub file: Option<PathBuf>,
    /// 验收年度；说明规则时不写 Acceptance year; left out for a rule
    #[arg(long, value_name = "YYYY", value_parser = year, help_heading = "选项 Options")]
    pub year: Option<i32>,
    #[command(flatten)]
    pub options: OptionArgs,
    #[command(flatten)]
    pub plan: PlanChoice,
    #[command(flatten)]
    pub table: TableArgs,
    #[command(flatten)]
    pub format: FormatArgs,
}

/// Arguments of `rules`.
#[derive(Debug, Arguments)]
pub struct RulesArgs {
    #[command(flatten)]
    pub format: FormatArgs,
}

/// Arguments of `verify`.
#[derive(Debug, Arguments)]
pub struct VerifyArgs {
    /// 回执文件，或 assess 输出的 JSON Receipt, or what assess wrote as JSON
    #[arg(value_name = "RECEIPT", help_heading = "参数 Arguments")]
    pub receipt: PathBuf,
    /// 档案文件；- 为标准输入 Dossier; - is standard input
    #[arg(value_name = "DOSSIER", help_heading = "参数 Arguments")]
    pub dossier: PathBuf,
    /// 方案，默认为回执写明的 Plan; by default the one that the receipt names
    #[arg(long, value_name = "ID|PATH", help_heading = "选项 Options")]
    pub plan: Option<String>,
    #[command(flatten)]
    pub table: TableArgs,
    #[command(flatten)]
    pub format: FormatArgs,
}

/// Arguments of `schema`.
#[derive(Debug, Arguments)]
pub struct SchemaArgs {
    /// 哪一个 Which one
    #[arg(value_enum, value_name = "NAME", help_heading = "参数 Arguments")]
    pub name: SchemaName,
}

/// Arguments of `plan`.
#[derive(Debug, Arguments)]
pub struct PlanArgs {
    /// What to do.
    #[command(subcommand)]
    pub command: PlanCommand,
}

/// The commands on plans.
#[derive(Debug, Subcommand)]
pub enum PlanCommand {
    /// 列出内置方案 List the built-in plans
    #[command(help_template = TEMPLATE)]
    List {
        #[command(flatten)]
        format: FormatArgs,
    },
    /// 显示一个方案 Show one plan
    #[command(help_template = TEMPLATE)]
    Show {
        /// 编号、文件夹、.toml 或 .json Id, folder, .toml or .json
        #[arg(value_name = "ID|PATH", default_value = DEFAULT, help_heading = "参数 Arguments")]
        plan: String,
        #[command(flatten)]
        format: FormatArgs,
    },
    /// 检查方案文件，错误逐条列出文件、行、列 Check the files of a plan; every fault with file, line and column
    #[command(help_template = TEMPLATE)]
    Check {
        /// 文件夹、.toml 或 .json Folder, .toml or .json
        #[arg(value_name = "PATH", help_heading = "参数 Arguments")]
        plan: String,
    },
    /// 比较两个方案 Compare two plans
    #[command(help_template = TEMPLATE)]
    Diff {
        /// 原方案 The one
        #[arg(value_name = "A", help_heading = "参数 Arguments")]
        a: String,
        /// 新方案 The other
        #[arg(value_name = "B", help_heading = "参数 Arguments")]
        b: String,
        #[command(flatten)]
        format: FormatArgs,
    },
}

/// Arguments of `indicators`.
#[derive(Debug, Arguments)]
pub struct IndicatorsArgs {
    #[command(flatten)]
    pub plan: PlanChoice,
    #[command(flatten)]
    pub format: FormatArgs,
}

/// Arguments of `completions`.
#[derive(Debug, Arguments)]
pub struct CompletionsArgs {
    /// 命令行环境 Shell
    #[arg(value_enum, value_name = "SHELL", help_heading = "参数 Arguments")]
    pub shell: Shell,
}

fn year(text: &str) -> Result<i32, Refusal> {
    let year = text.parse().ok().filter(|year| YEARS.contains(year));
    year.ok_or(Refusal(Label::new("写 1900 至 2099 之间的年份，如 2023", "a year from 1900 to 2099, such as 2023")))
}

fn threads(text: &str) -> Result<NonZeroUsize, Refusal> {
    let threads = text.parse().ok().filter(|threads: &NonZeroUsize| threads.get() <= THREADS);
    threads.ok_or(Refusal(Label::new("写 1 至 256 之间的整数", "a whole number from 1 to 256")))
}

fn date(text: &str) -> Result<Date, Refusal> {
    Date::parse(text).ok_or(Refusal(Label::new(
        "写 1900 至 2099 年间存在的日期，写成 YYYY-MM-DD，如 2023-12-31",
        "a day that exists from 1900 to 2099, YYYY-MM-DD",
    )))
}

fn reading(text: &str) -> Result<(String, String), Refusal> {
    match text.split_once('=') {
        Some((id, option)) if !id.is_empty() && !option.is_empty() => Ok((id.to_owned(), option.to_owned())),
        _ => Err(Refusal(Label::new("写成 编号=选项，如 R7=stock", "write id=option, such as R7=stock"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_well_formed() {
        Args::command().debug_assert();
    }

    #[test]
    fn a_reading_names_id_and_option() {
        assert_eq!(reading("R7=stock"), Ok(("R7".to_owned(), "stock".to_owned())));
        assert!(reading("R7").is_err() && reading("=x").is_err());
        assert!(date("2023-02-30").is_err());
        assert_eq!(threads("2").map(NonZeroUsize::get), Ok(2));
        assert!(threads("0").is_err() && threads("257").is_err() && threads("-1").is_err());
        assert_eq!(year("2023"), Ok(2023));
        assert!(year("1899").is_err() && year("2100").is_err() && year("").is_err());
    }
}
