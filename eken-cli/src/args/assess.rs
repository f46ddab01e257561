//! Arguments of `assess`.

use std::path::PathBuf;

use clap::{Args as Arguments, ValueEnum};

use super::{InputArgs, OptionArgs, PlanChoice, year};

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
    /// 写报告：.html 可打印、可在手机上看，.xlsx 为工作簿 Write the report: .html to print and to read on a phone, .xlsx as a workbook
    #[arg(long, value_name = "FILE.html|.xlsx", help_heading = "选项 Options")]
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
