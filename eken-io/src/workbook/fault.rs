//! Why a workbook could not be read or written: the errors of this room, each with its words and its help.

use eken_core::words::Label;

use crate::error::Error;

const SAVE: Label = Label::new(
    "请用 Excel 或 WPS 打开该文件，另存为“Excel 工作簿（.xlsx）”后重新提交",
    "open the file in Excel or WPS, save it as an Excel workbook (.xlsx) and send that",
);
const SEND_AGAIN: Label = Label::new(
    "请重新传送原文件；若原文件也打不开，请用 Excel 或 WPS 修复后另存为 .xlsx",
    "send the original again; if that does not open either, repair it in Excel or WPS and save it as .xlsx",
);
const SPLIT: Label = Label::new(
    "请删去空白行列、图片和无关工作表，或按清单分成几个文件提交",
    "delete blank rows and columns, pictures and sheets that do not belong to it, or send it in several files",
);
const SUSPECT: Label = Label::new(
    "正常保存的工作簿不会这样；请核实文件来源，或用 Excel 打开后另存为新的 .xlsx",
    "no program saves a workbook like this; check where the file comes from, or open it in Excel and save it anew",
);

/// The file has no bytes.
pub const fn empty() -> Error {
    Error::new("workbook.empty", Label::new("文件是空的，没有任何内容", "the file is empty"), SEND_AGAIN)
}

/// The file is no workbook at all.
pub const fn not_a_workbook() -> Error {
    Error::new(
        "workbook.not-a-workbook",
        Label::new("文件不是 XLSX 工作簿，扩展名与内容不符", "the file is no XLSX workbook, whatever its name says"),
        SAVE,
    )
}

/// The file is locked by a password.
pub const fn password() -> Error {
    Error::new(
        "workbook.password",
        Label::new("工作簿设有打开密码，无法读取", "the workbook is locked by a password"),
        Label::new(
            "请在 Excel 中取消打开密码（文件－信息－保护工作簿）后另存",
            "remove the password in Excel (File, Info, Protect Workbook) and save it",
        ),
    )
}

/// The file is a workbook of an older or binary format.
pub const fn old_format() -> Error {
    Error::new(
        "workbook.old-format",
        Label::new(
            "文件是旧格式工作簿（.xls 或 .xlsb），不能读取",
            "the file is a workbook of another format (.xls or .xlsb)",
        ),
        SAVE,
    )
}

/// The file is an OpenDocument spreadsheet, where an XLSX workbook was promised.
pub const fn open_document() -> Error {
    Error::new(
        "workbook.open-document",
        Label::new(
            "文件是 OpenDocument 表格（.ods），不是 XLSX 工作簿",
            "the file is an OpenDocument spreadsheet (.ods) and no XLSX workbook",
        ),
        Label::new("把扩展名改为 .ods，或另存为 .xlsx", "name it .ods, or save it as .xlsx"),
    )
}

/// The file is no OpenDocument spreadsheet.
pub const fn no_open_document() -> Error {
    Error::new(
        "workbook.not-a-workbook",
        Label::new(
            "文件不是 OpenDocument 表格，扩展名与内容不符",
            "the file is no OpenDocument spreadsheet, whatever its name says",
        ),
        SAVE,
    )
}

/// The file is broken.
pub const fn damaged() -> Error {
    Error::new("workbook.damaged", Label::new("工作簿已损坏，读不完整", "the workbook is damaged"), SEND_AGAIN)
}

/// The file is larger than is read.
pub const fn too_large() -> Error {
    Error::new("workbook.too-large", Label::new("文件过大", "the file is too large"), SPLIT)
}

/// The zip has more entries than is read.
pub const fn entries() -> Error {
    Error::new(
        "workbook.zip-entries",
        Label::new("压缩包内的文件过多", "the zip of the workbook has too many entries"),
        SUSPECT,
    )
}

/// The zip names an entry twice.
pub const fn twice() -> Error {
    Error::new(
        "workbook.zip-twice",
        Label::new("压缩包内有同名文件，读哪一个说不清", "the zip of the workbook has two entries of one name"),
        SUSPECT,
    )
}

/// An entry inflates out of all proportion.
pub const fn ratio() -> Error {
    Error::new(
        "workbook.zip-ratio",
        Label::new("压缩比异常，疑为压缩炸弹", "an entry of the workbook inflates out of all proportion"),
        SUSPECT,
    )
}

/// More comes out of the zip than is read.
pub const fn inflated() -> Error {
    Error::new("workbook.zip-inflated", Label::new("解压后的内容过大", "the workbook inflates to too much"), SPLIT)
}

/// A part has a document type declaration.
pub const fn doctype() -> Error {
    Error::new(
        "workbook.doctype",
        Label::new("工作簿内含文档类型声明（DTD），不予读取", "a part of the workbook declares a document type (DTD)"),
        SUSPECT,
    )
}

/// There are more sheets than is read.
pub const fn sheets() -> Error {
    Error::new("workbook.sheets", Label::new("工作表过多", "the workbook has too many sheets"), SPLIT)
}

/// There are more cells than is read.
pub const fn cells() -> Error {
    Error::new("workbook.cells", Label::new("单元格过多", "the workbook has too many cells"), SPLIT)
}

/// There is more text than is read.
pub const fn text() -> Error {
    Error::new("workbook.text", Label::new("文字总量过大", "the workbook has too much text"), SPLIT)
}

/// The text of one cell is too long.
pub const fn text_of_cell() -> Error {
    Error::new(
        "workbook.cell-text",
        Label::new("单元格文字过长", "the text of a cell is too long"),
        Label::new(
            "一个单元格最多 32767 个字符，请缩短或另附文件",
            "a cell holds at most 32,767 characters: shorten it or attach a document",
        ),
    )
}

/// A sheet could not be written.
pub const fn not_written() -> Error {
    Error::new(
        "workbook.not-written",
        Label::new("工作簿写不出来", "the workbook could not be written"),
        Label::new(
            "工作表最多 1048576 行、16384 列，名称不超过 31 个字符且不重复，请减少内容后再试",
            "a sheet has at most 1,048,576 rows and 16,384 columns, and a name of its own of at most 31 characters",
        ),
    )
}
