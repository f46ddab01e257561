//! How tables of text are read.

use clap::{Args as Arguments, ValueEnum};
use eken_io::csv::delimiter::Delimiter;
use eken_io::csv::encoding::Encoding;
use eken_io::csv::read::ReadOptions;

/// How tables of text are read.
#[derive(Clone, Copy, Debug, Default, Arguments)]
pub struct TableArgs {
    /// CSV 文件的编码，写了就以此为准；默认自动识别 Encoding of CSV files, which always wins; by default it is found
    #[arg(
        long,
        value_enum,
        ignore_case = true,
        value_name = "utf-8|gb18030|utf-16le|utf-16be",
        help_heading = "选项 Options",
        hide_possible_values = true
    )]
    pub encoding: Option<EncodingArg>,
    /// CSV 文件的分隔符，写了就以此为准；默认自动识别 What parts the fields of CSV files, which always wins; by default it is found
    #[arg(
        long,
        value_enum,
        ignore_case = true,
        value_name = "comma|semicolon|tab|bar",
        help_heading = "选项 Options",
        hide_possible_values = true
    )]
    pub delimiter: Option<DelimiterArg>,
}

impl TableArgs {
    /// How CSV files are read.
    pub fn options(self) -> ReadOptions {
        ReadOptions {
            encoding: self.encoding.map_or(Encoding::Auto, EncodingArg::encoding),
            delimiter: self.delimiter.map_or(Delimiter::Auto, DelimiterArg::delimiter),
            ..ReadOptions::default()
        }
    }

    /// Which of the options was written.
    pub const fn written(self) -> Option<&'static str> {
        match (self.encoding, self.delimiter) {
            (Some(_), _) => Some("--encoding"),
            (None, Some(_)) => Some("--delimiter"),
            (None, None) => None,
        }
    }
}

/// An encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum EncodingArg {
    /// UTF-8，带不带 BOM 都可 with or without mark
    #[value(name = "utf-8", alias = "utf8")]
    Utf8,
    /// 国标码，含 GBK、GB 2312 with GBK and GB 2312
    #[value(name = "gb18030", aliases = ["gbk", "gb2312", "cp936"])]
    Gb18030,
    /// Excel 的“Unicode 文本” "Unicode text" of Excel
    #[value(name = "utf-16le", aliases = ["utf16le", "utf-16"])]
    Utf16Le,
    /// 高位在前的 UTF-16 high byte first
    #[value(name = "utf-16be", alias = "utf16be")]
    Utf16Be,
}

impl EncodingArg {
    const fn encoding(self) -> Encoding {
        match self {
            Self::Utf8 => Encoding::Utf8,
            Self::Gb18030 => Encoding::Gb18030,
            Self::Utf16Le => Encoding::Utf16Le,
            Self::Utf16Be => Encoding::Utf16Be,
        }
    }
}

/// What parts the fields of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DelimiterArg {
    /// 逗号 a comma
    #[value(name = "comma", alias = ",")]
    Comma,
    /// 分号 a semicolon
    #[value(name = "semicolon", alias = ";")]
    Semicolon,
    /// 制表符 a tab
    #[value(name = "tab", aliases = ["\t", "\\t"])]
    Tab,
    /// 竖线 a bar
    #[value(name = "bar", alias = "|")]
    Bar,
}

impl DelimiterArg {
    const fn delimiter(self) -> Delimiter {
        match self {
            Self::Comma => Delimiter::Comma,
            Self::Semicolon => Delimiter::Semicolon,
            Self::Tab => Delimiter::Tab,
            Self::Bar => Delimiter::Bar,
        }
    }
}
