//! Faults of a CSV file as a whole.

use eken_core::words::Label;

use crate::error::Error;

pub(super) const ENCODING: Error = Error::new(
    "csv.encoding",
    Label::new("文件编码无法识别或已损坏", "the bytes are in no known encoding, or damaged"),
    Label::new(
        "在 Excel 中另存为“CSV UTF-8（逗号分隔）”，或用 --encoding 写明文件的编码",
        "save it in Excel as “CSV UTF-8 (comma delimited)”, or name its encoding with --encoding",
    ),
);

pub(super) const QUOTE: Error = Error::new(
    "csv.quote",
    Label::new(
        "引号没有正确结束，后面的行被并入同一单元格",
        "a quote is not closed properly and swallows the lines after it",
    ),
    Label::new(
        "删去多余的英文双引号；单元格内的英文双引号应写两遍，整个单元格用英文双引号括起",
        "remove the stray quote; inside a quoted cell a quote is written twice, and a delimiter follows the closing one",
    ),
);

pub(super) const NUL: Error = Error::new(
    "csv.nul",
    Label::new("文本中有空字符（NUL）", "a NUL character stands in the text"),
    Label::new("文件可能已损坏或不是文本文件，请重新导出", "the file is damaged or no text file: export it again"),
);

pub(super) const BYTES: Error = Error::new(
    "csv.bytes",
    Label::new("文件过大", "the file is too large"),
    Label::new("分成几个文件，或放宽字节数限制", "divide it into several files, or raise the limit of bytes"),
);

pub(super) const RECORDS: Error = Error::new(
    "csv.records",
    Label::new("文件的行数过多", "the file holds too many records"),
    Label::new("分成几个文件，或放宽行数限制", "divide it into several files, or raise the limit of records"),
);

pub(super) const FIELDS: Error = Error::new(
    "csv.fields",
    Label::new("一行的列数过多", "a record holds too many fields"),
    Label::new("检查分隔符是否正确，一行不超过 16384 列", "check the delimiter; a record holds at most 16,384 fields"),
);

pub(super) const FIELD: Error = Error::new(
    "csv.field",
    Label::new("一个单元格的内容过长", "a field is too long"),
    Label::new("检查引号是否成对，单元格内容不超过 1 MiB", "check that quotes are paired; a field holds at most 1 MiB"),
);

pub(super) const CELLS: Error = Error::new(
    "csv.cells",
    Label::new("文件的单元格过多", "the file holds too many cells"),
    Label::new("分成几个文件，或放宽单元格数限制", "divide it into several files, or raise the limit of cells"),
);

pub(super) const UNWRITABLE: Error = Error::new(
    "csv.unwritable",
    Label::new(
        "有一个字符无法用 GB18030 写出并原样读回",
        "a character cannot be written in GB18030 and read back as it was",
    ),
    Label::new("改用 UTF-8 输出", "write UTF-8 instead"),
);

pub(super) const WRITE: Error = Error::new(
    "csv.write",
    Label::new("文件写出失败", "the file could not be written"),
    Label::new("检查磁盘空间和写入权限", "check the space on the disk and the right to write"),
);
