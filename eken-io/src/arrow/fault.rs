//! What can be wrong with a columnar file, or with the making of one.

use eken_core::words::Label;

use crate::error::Error;

pub(super) const FRAME: Error = Error::new(
    "arrow.frame",
    Label::new("表格无法生成", "the table cannot be made"),
    Label::new("请报告所用命令，不要附上档案", "please report the command used, not the dossier"),
);
