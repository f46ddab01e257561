//! The arguments, in Chinese first, each with an English line.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{ArgAction, Args as Arguments, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use eken_core::finding::Severity;
use eken_core::model::CountyTier;
use eken_core::model::kind::Code;
use eken_core::quantity::{Date, YEARS};
use eken_core::words::{Label, Lang};
use eken_gen::ResidentIds;

use crate::plans::DEFAULT;
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

/// What `template` takes.
#[derive(Debug, Arguments)]
pub struct TemplateArgs {
    /// 写到哪个文件，以 .xlsx 结尾 The file to write, ending in .xlsx
    #[arg(value_name = "OUT.xlsx", help_heading = "参数 Arguments")]
    pub out: PathBuf,
    /// The plan.
    #[command(flatten)]
    pub plan: PlanChoice,
}

/// What `convert` takes.
#[derive(Debug, Arguments)]
pub struct ConvertArgs {
    /// 档案：.json、.xlsx、.zip，或放 CSV 的文件夹 The dossier: .json, .xlsx, .zip, or a folder of CSV files
    #[arg(value_name = "IN", help_heading = "参数 Arguments")]
    pub from: PathBuf,
    /// 写到哪里：.json、.ndjson、.xlsx，其他名称为放 CSV 的新文件夹 Where to: .json, .ndjson, .xlsx; any other name is a new folder of CSV files
    #[arg(value_name = "OUT", help_heading = "参数 Arguments")]
    pub to: PathBuf,
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

/// How files are read.
#[derive(Debug, Arguments)]
pub struct InputArgs {
    /// 输入是一份档案（json）还是每行一份（ndjson）；默认看扩展名，.ndjson 和 .jsonl 为每行一份 One dossier, or one a line; by default as the file's name ends
    #[arg(long, value_enum, value_name = "json|ndjson", help_heading = "选项 Options", hide_possible_values = true)]
    pub input_format: Option<InputFormat>,
    /// 每行一份档案时用几个线程，默认与处理器数相同 Threads for a dossier a line; by default as many as processors
    #[arg(long, value_name = "N", value_parser = threads, help_heading = "选项 Options")]
    pub threads: Option<NonZeroUsize>,
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum InputFormat {
    /// 一份档案 one dossier
    Json,
    /// 每行一份档案 one dossier a line
    Ndjson,
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

/// Arguments of `check`.
#[derive(Debug, Arguments)]
pub struct CheckArgs {
    /// 档案文件，可用通配符；- 为标准输入 Dossiers, globs allowed; - is standard input
    #[arg(required = true, value_name = "FILE", help_heading = "参数 Arguments")]
    pub files: Vec<PathBuf>,
    /// 有这一级或更重的问题即以 1 退出 Exit with 1 from this severity on
    #[arg(
        long,
        value_enum,
        default_value = "error",
        value_name = "error|warning|info|never",
        help_heading = "选项 Options",
        hide_possible_values = true
    )]
    pub fail_on: FailOnFinding,
    /// 校验口径：改轻重、列豁免的 .toml Profile: a .toml with severities and waivers
    #[arg(long, value_name = "FILE", help_heading = "选项 Options")]
    pub profile: Option<PathBuf>,
    #[command(flatten)]
    pub plan: PlanChoice,
    #[command(flatten)]
    pub input: InputArgs,
    /// 输出格式：文本、JSON、每行一处、SARIF 2.1.0、JUnit、官方统计校验报告 Form of the output: text, JSON, a finding a line, SARIF 2.1.0, JUnit, validation report of official statistics
    #[arg(
        long,
        value_enum,
        default_value = "text",
        value_name = "text|json|ndjson|sarif|junit|ess",
        help_heading = "选项 Options",
        hide_possible_values = true
    )]
    pub format: FindingsFormat,
}

/// Form of the output of `check`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FindingsFormat {
    /// 给人看的文本 text for people
    Text,
    /// 给程序用的 JSON for programs
    Json,
    /// 每行一处问题 one finding a line
    Ndjson,
    /// SARIF 2.1.0，供编辑器和代码平台 for editors and code hosts
    Sarif,
    /// JUnit XML，供持续集成 for CI
    Junit,
    /// 官方统计的校验报告 validation report of official statistics (ESS)
    Ess,
}

/// From which severity on `check` fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FailOnFinding {
    /// Errors.
    Error,
    /// Warnings and errors.
    Warning,
    /// Any finding.
    Info,
    /// Never.
    Never,
}

impl FailOnFinding {
    /// The severities that fail.
    pub const fn severities(self) -> &'static [Severity] {
        match self {
            Self::Error => &[Severity::Error],
            Self::Warning => &[Severity::Error, Severity::Warning],
            Self::Info => &Severity::ALL,
            Self::Never => &[],
        }
    }
}

/// Arguments of `assess`.
#[derive(Debug, Arguments)]
pub struct AssessArgs {
    /// 档案文件，可用通配符；- 为标准输入 Dossiers, globs allowed; - is standard input
    #[arg(required = true, value_name = "FILE", help_heading = "参数 Arguments")]
    pub files: Vec<PathBuf>,
    /// 验收年度 Acceptance year
    #[arg(long, value_name = "YYYY", value_parser = year, help_heading = "选项 Options")]
    pub year: i32,
    #[command(flatten)]
    pub options: OptionArgs,
    /// 逐一试每种读法，列出会因此而变的结论 Try every reading and list the verdicts that depend on one
    #[arg(long, help_heading = "选项 Options")]
    pub all_readings: bool,
    /// 把回执写到文件，供 eken verify 核对 Write the receipt to a file, for eken verify
    #[arg(long, value_name = "FILE", help_heading = "选项 Options")]
    pub receipt: Option<PathBuf>,
    /// 把报告写成一个 HTML 文件，可打印、可在手机上看 Write the report as one HTML file, to print and to read on a phone
    #[arg(long, value_name = "FILE.html", help_heading = "选项 Options")]
    pub report: Option<PathBuf>,
    /// 报告为公开版，不列记录的名称（默认） The report for everybody, without names of records (the default)
    #[arg(long, requires = "report", conflicts_with = "internal", help_heading = "选项 Options")]
    pub public: bool,
    /// 报告为内部版，列出记录的名称，每页标明 The report for those who work on the dossier, with names of records, marked on every page
    #[arg(long, requires = "report", help_heading = "选项 Options")]
    pub internal: bool,
    /// 有这种结论即以 1 退出；open 含数据冲突和未达到 Exit with 1 on such a verdict; open takes in conflict and not_met
    #[arg(
        long,
        value_enum,
        default_value = "never",
        value_name = "not_met|open|never",
        help_heading = "选项 Options",
        hide_possible_values = true
    )]
    pub fail_on: FailOnVerdict,
    #[command(flatten)]
    pub plan: PlanChoice,
    #[command(flatten)]
    pub input: InputArgs,
    /// 输出格式：文本、JSON、每行一份评估 Form of the output: text, JSON, an assessment a line
    #[arg(
        long,
        value_enum,
        default_value = "text",
        value_name = "text|json|ndjson",
        help_heading = "选项 Options",
        hide_possible_values = true
    )]
    pub format: AssessmentFormat,
}

/// Form of the output of `assess`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum AssessmentFormat {
    /// 给人看的文本 text for people
    Text,
    /// 给程序用的 JSON for programs
    Json,
    /// 每行一份评估 one assessment a line
    Ndjson,
}

/// On which verdicts `assess` fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum FailOnVerdict {
    /// Not met.
    NotMet,
    /// Not met, in conflict or open.
    Open,
    /// Never.
    Never,
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

/// Arguments of `generate`.
#[derive(Debug, Arguments)]
pub struct GenerateArgs {
    /// 县域类型 County tier
    #[arg(long, value_name = "TIER", required_unless_present = "list_faults", value_parser = PossibleValuesParser::new(CountyTier::INFO.iter().map(|info| info.code)), help_heading = "选项 Options")]
    pub tier: Option<String>,
    /// 种子：同一种子在任何机器上都生成相同的字节 Seed: the same one gives the same bytes on every machine
    #[arg(long, value_name = "N", default_value_t = 1, help_heading = "选项 Options")]
    pub seed: u64,
    /// 大小，上下不超过一成，10kB 至 1GB；超过 4MB 的每行一份档案（NDJSON） Size within a tenth, 10kB to 1GB; beyond 4MB one dossier a line (NDJSON)
    #[arg(long, value_name = "20kB|2MB|1GB", default_value = "100kB", help_heading = "选项 Options")]
    pub size: String,
    /// 档案年度 Year that the dossier is of
    #[arg(long, value_name = "YYYY", default_value_t = 2023, help_heading = "选项 Options")]
    pub year: i32,
    /// 埋入差错：all 或若干名称，用逗号隔开 Plant faults: all, or names with commas between
    #[arg(long, value_name = "all|NAME,…", value_delimiter = ',', help_heading = "选项 Options")]
    pub faults: Vec<String>,
    /// 每种差错埋几处 How many of each fault
    #[arg(long, value_name = "N", default_value_t = 1, requires = "faults", help_heading = "选项 Options")]
    pub count: u16,
    /// 每项指标的数字恰在门槛上下 Put a figure of each indicator just below, at or above its threshold
    #[arg(long, conflicts_with = "faults", help_heading = "选项 Options")]
    pub boundary: bool,
    /// 学员身份证号：不填、脱敏、编造的全号 Resident ids of trainees: none, masked, made up in full
    #[arg(
        long,
        value_enum,
        default_value = "masked",
        value_name = "none|masked|full",
        help_heading = "选项 Options",
        hide_possible_values = true
    )]
    pub resident_ids: ResidentIdsArg,
    /// 写到文件，默认为标准输出 Write to a file; by default to standard output
    #[arg(long, value_name = "FILE", help_heading = "选项 Options")]
    pub out: Option<PathBuf>,
    /// 附表：埋了哪些差错、数字落在哪里；默认在 --out 旁边 Side file: the faults planted, where figures landed; by default beside --out
    #[arg(long, value_name = "FILE", help_heading = "选项 Options")]
    pub planted: Option<PathBuf>,
    /// 列出可埋的差错 List the faults that can be planted
    #[arg(long, exclusive = true, help_heading = "选项 Options")]
    pub list_faults: bool,
}

/// How resident ids stand in a generated dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ResidentIdsArg {
    /// None.
    None,
    /// Masked, hashed or none.
    Masked,
    /// In full.
    Full,
}

impl From<ResidentIdsArg> for ResidentIds {
    fn from(ids: ResidentIdsArg) -> Self {
        match ids {
            ResidentIdsArg::None => Self::None,
            ResidentIdsArg::Masked => Self::Masked,
            ResidentIdsArg::Full => Self::Full,
        }
    }
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
