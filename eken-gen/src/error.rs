//! The one error of the crate: a dossier that cannot be made as asked.

use eken_core::words::Label;

/// Nothing could be made, or not written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A size is not written as a number and a unit.
    #[error("not a size: write a whole number and kB, MB or GB, such as 20kB")]
    SizeForm,
    /// A size is out of the range that can be met.
    #[error("the size must be from {least} to {most} bytes")]
    SizeRange {
        /// Fewest bytes.
        least: u64,
        /// Most bytes.
        most: u64,
    },
    /// A year is out of the range that can be made.
    #[error("the year must be from {least} to {most}")]
    Year {
        /// First year.
        least: i32,
        /// Last year.
        most: i32,
    },
    /// A kind of fault has no name like this.
    #[error("there is no fault named {0:?}")]
    UnknownFault(String),
    /// A fault has no place in the dossier: what it would be planted in is not there, or taken by another.
    #[error("there is no place left for the fault {0:?}")]
    NoPlace(String),
    /// What was made could not be written.
    #[error("the dossier cannot be written: {0}")]
    Write(#[from] std::io::Error),
}

impl Error {
    /// The words for people: what is wrong, and how to mend it.
    pub fn words(&self) -> (String, String, Label) {
        match self {
            Self::SizeForm => (
                "大小写得不对".to_owned(),
                "not a size".to_owned(),
                Label::new(
                    "写成整数加单位，如 20kB、2MB、1GB",
                    "write a whole number and a unit, such as 20kB, 2MB, 1GB",
                ),
            ),
            Self::SizeRange { least, most } => (
                format!("大小须在 {least} 至 {most} 字节之间"),
                format!("the size must be from {least} to {most} bytes"),
                Label::new(
                    "带 --faults 或 --boundary 的档案要有全部分节，所以不能太小",
                    "a dossier with --faults or --boundary needs every section and so cannot be as small as one without",
                ),
            ),
            Self::Year { least, most } => (
                format!("年度须在 {least} 至 {most} 年之间"),
                format!("the year must be from {least} to {most}"),
                Label::new("换一个年度", "choose another year"),
            ),
            Self::UnknownFault(name) => (
                format!("没有名为 {name} 的差错"),
                format!("there is no fault named {name}"),
                Label::new(
                    "用 eken generate --list-faults 列出全部名称",
                    "eken generate --list-faults lists the names",
                ),
            ),
            Self::NoPlace(name) => (
                format!("档案里没有地方再埋差错 {name}"),
                format!("there is no place left for the fault {name}"),
                Label::new("加大 --size 或减少 --count", "take a larger --size or a smaller --count"),
            ),
            Self::Write(error) => (
                format!("写不进去：{}", error.kind()),
                format!("it cannot be written: {}", error.kind()),
                Label::new("检查文件名、位置和权限", "check name, place and permissions"),
            ),
        }
    }
}
