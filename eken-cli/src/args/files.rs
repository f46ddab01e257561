//! Arguments of the commands that write files in the place of others.

use std::path::PathBuf;

use clap::{Args as Arguments, ValueEnum};

use super::{PlanChoice, TableArgs};

/// What `template` takes.
#[derive(Debug, Arguments)]
pub struct TemplateArgs {
    /// 写到哪个文件，以 .xlsx 结尾 The file to write, ending in .xlsx
    #[arg(
        value_name = "OUT.xlsx",
        required_unless_present = "tables",
        conflicts_with = "tables",
        help_heading = "参数 Arguments"
    )]
    pub out: Option<PathBuf>,
    /// 改为写出空的 CSV 表、每张表的 Table Schema 和 datapackage.json Write empty CSV tables instead, each with its Table Schema, and datapackage.json
    #[arg(long, value_name = "FOLDER", help_heading = "选项 Options")]
    pub tables: Option<PathBuf>,
    /// 已有同名文件也照写，原来填的内容随之丢失 Write over a file of that name, and what was filled in there is lost
    #[arg(long, conflicts_with = "tables", help_heading = "选项 Options")]
    pub force: bool,
    /// The plan.
    #[command(flatten)]
    pub plan: PlanChoice,
}

/// What `convert` takes.
#[derive(Debug, Arguments)]
pub struct ConvertArgs {
    /// 档案：.json、.xlsx、.ods、.zip，或放表格（CSV、Parquet、Arrow）的文件夹 The dossier: .json, .xlsx, .ods, .zip, or a folder of tables (CSV, Parquet, Arrow)
    #[arg(value_name = "IN", help_heading = "参数 Arguments")]
    pub from: PathBuf,
    /// 写到哪里：.json、.ndjson、.xlsx，其他名称为放表格的新文件夹；已有的同名文件会被替换 Where to: .json, .ndjson, .xlsx; any other name is a new folder of tables; a file of that name is replaced
    #[arg(value_name = "OUT", help_heading = "参数 Arguments")]
    pub to: PathBuf,
    #[command(flatten)]
    pub table: TableArgs,
    /// 文件夹里写哪种表格，默认 csv The tables that a folder holds; csv by default
    #[arg(
        long = "to",
        value_enum,
        value_name = "csv|parquet|arrow",
        help_heading = "选项 Options",
        hide_possible_values = true
    )]
    pub tables: Option<TableFormat>,
}

/// The tables of a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    /// CSV 文本 text
    Csv,
    /// Apache Parquet
    Parquet,
    /// Arrow IPC（Feather 第2版）Arrow IPC (Feather version 2)
    Arrow,
}
