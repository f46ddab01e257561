//! Arguments of the commands that write files in the place of others.

use std::path::PathBuf;

use clap::Args as Arguments;

use super::PlanChoice;

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
