//! Arguments of `generate`.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args as Arguments, ValueEnum};
use eken_core::model::CountyTier;
use eken_core::model::kind::Code;
use eken_gen::ResidentIds;

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
