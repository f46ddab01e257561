//! What can be wrong with a columnar file.

use eken_core::words::Label;

use crate::error::Error;

/// How to mend a file that claims too much.
const FEWER: Label = Label::new(
    "请核对来源；确有这么多数据时分成几份",
    "look at where it comes from; divide it where there is so much data",
);

pub(super) const DAMAGED: Error = Error::new(
    "columnar.damaged",
    Label::new("Parquet 或 Arrow 文件已损坏或不完整", "the Parquet or Arrow file is damaged or incomplete"),
    Label::new("请重新传送，必要时请报送单位重新导出", "send it again; if that does not help, export it again"),
);

pub(super) const CODEC: Error = Error::new(
    "columnar.codec",
    Label::new("文件用的压缩方法不受支持", "the file is packed by a method that is not read"),
    Label::new(
        "用 snappy、gzip、zstd、lz4 或不压缩的方式重新导出",
        "export it again with snappy, gzip, zstd, lz4 or without compression",
    ),
);

pub(super) const ENCODING: Error = Error::new(
    "columnar.encoding",
    Label::new("文件用的编码方式不受支持", "the file holds texts in an encoding that is not read"),
    Label::new("用默认的编码方式重新导出", "export it again with the encodings that its program takes by default"),
);

pub(super) const TYPE: Error = Error::new(
    "columnar.type",
    Label::new("有一列的数据类型不能读入", "a column is of a type that is not read"),
    Label::new(
        "把该列转成文本、数字、日期、是否或文本列表，或删去该列",
        "turn the column into texts, numbers, dates, booleans or lists of texts, or leave it out",
    ),
);

pub(super) const LOCKED: Error = Error::new(
    "file.encrypted",
    Label::new("文件设有打开密码", "the file is protected by a password"),
    Label::new("不加密重新导出", "export it again without encryption"),
);

pub(super) const FEATHER: Error = Error::new(
    "columnar.feather",
    Label::new("不读取旧版 Feather（第1版）文件", "files of the old Feather (version 1) are not read"),
    Label::new("另存为 Feather 第2版（.arrow）或 Parquet", "save it as Feather version 2 (.arrow) or as Parquet"),
);

pub(super) const BYTES: Error = Error::new(
    "columnar.bytes",
    Label::new("Parquet 或 Arrow 文件过大", "the Parquet or Arrow file is too large"),
    FEWER,
);

pub(super) const UNPACKED: Error = Error::new(
    "columnar.unpacked",
    Label::new("文件解压后过大，可能是压缩炸弹", "the file unpacks to too much, as a decompression bomb does"),
    FEWER,
);

pub(super) const ROWS: Error =
    Error::new("columnar.rows", Label::new("文件的行数过多", "the file has too many rows"), FEWER);

pub(super) const COLUMNS: Error =
    Error::new("columnar.columns", Label::new("文件的列数过多", "the file has too many columns"), FEWER);

pub(super) const SLOTS: Error = Error::new(
    "columnar.slots",
    Label::new("文件的行列或列表项过多", "the file has too many rows, columns or items of lists"),
    FEWER,
);

pub(super) const CELLS: Error =
    Error::new("columnar.cells", Label::new("文件的数据过多", "the file holds too many values"), FEWER);

pub(super) const TEXT: Error =
    Error::new("columnar.text", Label::new("文件的文字过多", "the file holds too much text"), FEWER);

pub(super) const CELL: Error = Error::new("columnar.cell", Label::new("有一个值过长", "one value is too long"), FEWER);

pub(super) const ENTRIES: Error =
    Error::new("columnar.entries", Label::new("文件分块过多", "the file has too many parts"), FEWER);
