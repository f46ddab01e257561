//! The codes of faults that only sheets and CSV files have, with their words. `eken-io` finds them; they stand here so that
//! the published schema, the reference and `explain` know every code.

use crate::finding::{Severity, Spec};
use crate::words::Label;

macro_rules! tables {
    ($($code:literal $severity:ident
        summary $szh:literal $sen:literal
        message $mzh:literal $men:literal
        help $hzh:literal $hen:literal
        example $example:literal;)*) => {
        /// The kinds of fault of sheets, columns, rows and cells.
        pub static TABLES: &[Spec] = &[$(Spec {
            summary: Label::new($szh, $sen),
            message: Label::new($mzh, $men),
            help: Label::new($hzh, $hen),
            example: $example,
            ..Spec::new($code, Severity::$severity)
        }),*];
    };
}

tables! {
    "table.unknown-sheet" Warning
        summary "不认识的工作表" "a sheet is of no known kind"
        message "认不出这张表记录的是什么，其中{rows}行没有读入" "what this sheet records is unknown; its {rows} rows were not read"
        help "把表名和表头改成模板中的写法；与档案无关的表可以删去" "name the sheet and its columns as in the template; delete it if it has nothing to do with the dossier"
        example r#"{"Sheet3": {"A1": "…", "A2": "…"}}"#;
    "table.no-header" Error
        summary "找不到表头" "a sheet has no header"
        message "前{searched}行里没有表头，{rows}行没有读入" "no header in the first {searched} rows; {rows} rows were not read"
        help "补上表头，列名照模板写" "add the header with the names of the template"
        example r#"{"设施": {"A1": "F1", "B1": "服务中心"}}"#;
    "table.column-twice" Error
        summary "同一列出现两次" "a column stands twice"
        message "本列与{first}列同名，无法判断以哪列为准，没有读入" "the column is named like column {first}; which one is meant is unknown, and this one was not read"
        help "只保留正确的一列，或改正列名" "keep the right one only, or correct its name"
        example r#"{"设施": {"A1": "编号", "B1": "名称", "C1": "名称"}}"#;
    "table.parent-unknown" Error
        summary "所属记录不存在" "the record that a row belongs to does not exist"
        message "表“{sheet}”里没有本行所属的记录，本行没有读入" "the sheet {sheet} has no record that the row belongs to; the row was not read"
        help "改正第一列的编号，或在表“{sheet}”中补上这条记录" "correct the identifier in the first column, or add the record to the sheet {sheet}"
        example r#"{"市场主体·月度销售": {"A1": "市场主体编号", "A2": "E99"}}"#;
    "table.parent-ambiguous" Error
        summary "所属记录不唯一" "a row may belong to several records"
        message "表“{sheet}”里有{count}条记录用这个编号，无法判断本行属于哪条，本行没有读入" "{count} records of the sheet {sheet} have this identifier; which one the row belongs to is unknown, and it was not read"
        help "给每条记录唯一的编号；或写 #5 表示第5条记录" "give each record an identifier of its own, or write #5 for the fifth record"
        example r#"{"市场主体·月度销售": {"A1": "市场主体编号", "A2": "E1"}}"#;
    "table.unknown-item" Warning
        summary "不认识的项目" "an item is of no known kind"
        message "认不出本行填的是什么项目，没有读入" "what item this row states is unknown; it was not read"
        help "项目名称照模板写" "name the item as in the template"
        example r#"{"基本情况": {"A2": "…", "B2": "…"}}"#;
    "table.item-twice" Error
        summary "同一项目填了两次" "an item is stated twice"
        message "第{first}行已填过本项目，本行没有读入" "row {first} states the item already; this row was not read"
        help "只保留正确的一行" "keep the right row only"
        example r#"{"基本情况": {"A2": "数据截止日", "A3": "数据截止日"}}"#;
    "table.extra-json" Error
        summary "附加数据无效" "the additional data is not valid"
        message "附加数据不是有效的 JSON，或所指位置不存在，没有读入" "the additional data is not JSON or its place does not exist; it was not read"
        help "此表由程序生成，不要手工改动；重新导出一次" "this sheet is made by the program and not to be edited; export it again"
        example r#"{"附加数据": {"A2": "/town/x", "C2": "{"}}"#;
}
