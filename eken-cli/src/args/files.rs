//! Arguments of the commands that write files in the place of others.

use std::path::PathBuf;

use clap::Args as Arguments;

use super::{PlanChoice, TableArgs};

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
    /// 档案：.json、.xlsx、.ods、.zip，或放 CSV 的文件夹 The dossier: .json, .xlsx, .ods, .zip, or a folder of CSV files
    #[arg(value_name = "IN", help_heading = "参数 Arguments")]
    pub from: PathBuf,
    /// 写到哪里：.json、.ndjson、.xlsx，其他名称为放 CSV 的新文件夹 Where to: .json, .ndjson, .xlsx; any other name is a new folder of CSV files
    #[arg(value_name = "OUT", help_heading = "参数 Arguments")]
    pub to: PathBuf,
    #[command(flatten)]
    pub table: TableArgs,
}
