//! Arguments of `check`.

use std::path::PathBuf;

use clap::{Args as Arguments, ValueEnum};
use eken_core::finding::Severity;

use super::{InputArgs, PlanChoice};

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
    /// 另存一份标注：工作簿原样复制，有问题的单元格填色加批注，首页为回执；CSV 和 JSON 做成工作簿。多份档案写一个已有的文件夹；已有的同名文件会被替换 An annotated copy: the workbook with faults filled and commented and a receipt as its first sheet; of CSV and JSON a workbook is made. For several dossiers name a folder that exists; a file of that name is replaced
    #[arg(long, value_name = "OUT.xlsx", help_heading = "选项 Options")]
    pub annotate: Option<PathBuf>,
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
