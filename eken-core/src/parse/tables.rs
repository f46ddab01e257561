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
    "table.above-header" Error
        summary "表头上面有数据" "a record stands above the header"
        message "表头上面的这一行像是数据，没有读入" "the row stands above the header and looks like a record; it was not read"
        help "把数据移到表头下面；如果是标题或说明，合并成一个单元格" "move it below the header; where it is a title or a note, put it into one cell"
        example r#"{"设施": {"A1": "F1", "B1": 612, "A2": "编号", "B2": "总建筑面积"}}"#;
    "table.column-twice" Error
        summary "同一列出现两次" "a column stands twice"
        message "本列与{first}列是同一项，无法判断以哪列为准，原样保留，不参与评估" "the column says the same as column {first}; which one is meant is unknown, and this one is kept as it is and not assessed"
        help "只保留正确的一列，或改正列名" "keep the right one only, or correct its name"
        example r#"{"设施": {"A1": "编号", "B1": "名称", "C1": "名称"}}"#;
    "table.lone-cell" Warning
        summary "一行只填了一格" "a row has one cell filled"
        message "本行只填了一格，多半是小标题、页脚或落款，没有当作记录读入" "only one cell of the row is filled; it is taken for a heading, a footer or a signature, and was not read as a record"
        help "是记录的，补齐这一行；是小标题或说明的，移到表头上面，或以“注：”开头" "complete the row where it is a record; else move it above the header, or begin it with a word such as Note:"
        example r#"{"市场主体": {"A1": "编号", "B1": "名称", "C1": "登记类型", "A2": "一、某某乡"}}"#;
    "table.other-files" Warning
        summary "还有文件没有读" "there are files that were not read"
        message "文件夹或压缩包里另有{count}个文件或子文件夹没有读入（只读其中的表格文件：.csv、.tsv、.txt、.parquet、.arrow）" "the folder or archive holds {count} more files or folders that were not read; only its tables are (.csv, .tsv, .txt, .parquet, .arrow)"
        help "其中有档案数据的，另存为 CSV 放在一起，或单独检查；无关的移走" "save what belongs to the dossier as CSV beside the others, or check it by itself; move away what does not"
        example r#"{"市场主体.csv": "…", "设施.xlsx": "…"}"#;
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
    "table.unit-unused" Warning
        summary "表上写的单位没有用上" "a unit that is stated for a table was not used"
        message "这里写有单位{unit}，但本表没有写单位的数值列用不上它，仍按{base}读入" "the unit {unit} is stated here, but it was not applied to the figures of the table, which were read in {base}"
        help "在列名后写明单位，如“金额（万元）”；数值无误的，删去这里的单位" "state the unit in brackets behind the heading; delete it here where the figures are right"
        example r#"{"投资": {"A1": "单位：万元、元", "A2": "编号", "B2": "金额"}}"#;
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
    "cell.binary-noise" Info
        summary "数字带有二进制误差" "a number carries binary noise"
        message "单元格的数字带有计算机二进制误差，已取最接近的15位以内十进制数" "the number of the cell is off by binary noise; the nearest decimal of at most 15 digits was taken"
        help "公式结果用 ROUND 保留需要的小数位；数值无误则不用处理" "round the result of a formula to the digits that are meant; nothing to do where the figure is right"
        example r#"{"投资": {"D1": "金额", "D2": 0.30000000000000004}}"#;
    "cell.cumulative" Warning
        summary "时期写的是年初至今" "a period is stated as from January on"
        message "时期写的是1月至{months}月，已按{months}月读入" "the period is from January to month {months}; it was read as month {months}"
        help "累计数在“是否本年累计”列填“是”；表中没有这一列的，按月或按年分行填写" "say yes under whether the figure is cumulative; where there is no such column, give a row for each month or year"
        example r#"{"统计数据": {"C1": "时期", "C2": "2023年1-5月"}}"#;
    "cell.damaged-number" Error
        summary "长号码已被表格软件损坏" "a spreadsheet has damaged a long number"
        message "这个号码以数字格式保存，表格软件只保留前15位，后面的数字已丢失" "the number is kept as a figure, of which spreadsheets keep 15 digits; the digits behind them are lost"
        help "先把单元格设为文本格式，再对照原件重新录入" "make the cell a text, then enter the number again from the original"
        example r#"{"市场主体": {"B1": "统一社会信用代码", "B2": 911408270000000000}}"#;
    "cell.dash" Info
        summary "以横线或“无”等表示没有" "a dash or a word stands for nothing"
        message "单元格只有横线、斜线或“无”“不详”一类的词，已按没有填写处理，不当作0" "nothing but a dash, a stroke or a word such as none stands in the cell; it was taken as not filled in, never as 0"
        help "确实为零填 0；没有数据可写明原因，如 #未采集、#尚未到期、#不适用、#不予提供" "write 0 where it is zero; a reason can be stated, such as #not collected, #not yet due, #not applicable, #withheld"
        example r#"{"投资": {"D1": "金额", "D2": "—"}}"#;
    "cell.date-ambiguous" Error
        summary "分不清是1月还是10月" "January and October look alike"
        message "写成“年份.1”，可能是1月，也可能是10月（末尾的0会被表格软件去掉），没有采用" "a year with .1 may be January, or October whose last 0 a spreadsheet has dropped; it was not taken"
        help "写成 2023-01 或 2023-10，或 2023年1月、2023年10月" "write 2023-01 or 2023-10"
        example r#"{"统计数据": {"C1": "时期", "C2": 2023.1}}"#;
    "cell.date-in-text" Warning
        summary "文本列中是日期" "a date stands in a column of text"
        message "本列应为文本，单元格却是日期；表格软件会把 3-5 这样的编号改成日期" "the column holds text, but the cell is a date; spreadsheets turn numbers such as 3-5 into dates"
        help "核对原件；确为编号的，把单元格设为文本格式后重新录入" "check the original; if it is a number, make the cell a text and enter it again"
        example r#"{"市场主体": {"A1": "编号", "A2": "2023-03-05"}}"#;
    "cell.error-value" Error
        summary "单元格是错误值" "a cell shows an error"
        message "单元格是公式出错的结果，或列宽不够显示成的 ####，没有值" "the cell is the error of a formula, or #### from a column that was too narrow, and holds no value"
        help "改正公式、加宽列后重新导出，或直接填写" "correct the formula, widen the column and export again, or enter the value itself"
        example r##"{"投资": {"D1": "金额", "D2": "#REF!"}}"##;
    "cell.formula" Warning
        summary "数值由公式算出" "a figure is the result of a formula"
        message "数值由公式算出，读入的是文件上次保存时的结果，可能不是最新的" "the figure is the result of a formula, as it was when the file was last saved; it may be out of date"
        help "重新计算并保存，或把公式结果粘贴为数值" "recalculate and save, or paste the result as a value"
        example r#"{"投资": {"D1": "金额", "D2": "=SUM(D3:D9)"}}"#;
    "cell.format-unit" Error
        summary "数字格式显示的单位不认识" "a number format shows a unit that is not known"
        message "数字格式在数的旁边显示了文字，认不出是什么单位，没有采用" "the number format shows words beside the figure that are no known unit; the figure was not taken"
        help "把单位写进列名，如“金额（万元）”，单元格用不带文字的数字格式" "state the unit in brackets behind the heading, and use a number format without words"
        example r##"{"投资": {"D1": "金额", "D2": "12.5，格式 0.00\"W\""}}"##;
    "cell.merged" Warning
        summary "数字所在的单元格纵向合并" "a figure stands in cells that are merged downwards"
        message "合并单元格里的数字只算在第一行，本行没有这个数" "the figure of the merged cells counts in their first row; this row has none"
        help "取消合并，把每一行的数字分别填写" "unmerge the cells and state the figure of each row"
        example r#"{"投资": {"D2:D3": 300}}"#;
    "cell.not-calculated" Error
        summary "公式还没有算出结果" "a formula has not been worked out"
        message "单元格是公式，但文件里没有它的结果（由程序写成后没有用表格软件打开并保存过），没有值" "the cell holds a formula whose result is not in the file, which a program wrote and no spreadsheet has saved since; it holds no value"
        help "用 Excel、WPS 或 LibreOffice 打开，重新计算后保存，再报一次；或直接填写数值" "open the file in Excel, WPS or LibreOffice, recalculate, save it and send it again; or enter the value itself"
        example r#"{"投资": {"D1": "金额", "D2": "=SUM(D3:D9)"}}"#;
    "cell.rounded" Warning
        summary "换算单位后作了舍入" "a figure was rounded when its unit was converted"
        message "以{written}为单位的数值换算后除不尽，或小数超过{places}位，已按四舍六入五成双取{places}位小数" "the figure in {written} does not come out within {places} decimals of the base unit; it was rounded half to even at {places} decimals"
        help "需要精确时，直接按基本单位（元、平方米、小时、个）填写" "where the exact figure matters, state it in the base unit (yuan, square metres, hours, items)"
        example r#"{"设施": {"E1": "总建筑面积（亩）", "E2": 1}}"#;
    "cell.scaled" Error
        summary "数字格式显示的数与单位对不上" "what a number format shows does not fit the unit"
        message "数字格式把单元格里的数除以{times}来显示，而本列以{unit}为单位，以显示的数为准还是以存的数为准无法判断，没有采用" "the number format shows the figure divided by {times}, but the column is in {unit}; whether the figure shown or the one kept is meant is unknown, and it was not taken"
        help "把数字格式改成不缩小的（如 #,##0.00），核对显示的数与列名的单位一致" "use a number format that does not divide (such as #,##0.00), and check what is shown against the unit of the heading"
        example r#"{"投资": {"D1": "金额（元）", "D2": "1234567，格式 #,##0,"}}"#;
    "cell.serial-date" Info
        summary "日期列中是数字" "a plain number stands in a column of dates"
        message "日期列中是没有日期格式的数字，已按表格软件的日期序号（1900年系统）读作日期" "a number without the format of a date stands in a column of dates; it was read as the serial number of a day in the 1900 system"
        help "核对读出的日期；把单元格设为日期格式" "check the day that was read; give the cell the format of a date"
        example r#"{"检查": {"B1": "日期", "B2": 45047}}"#;
    "cell.unit-foreign" Error
        summary "单位与本列不符" "the unit does not fit the column"
        message "写明的单位是{written}，本列以{unit}为单位，无法换算，没有采用" "the unit stated is {written}, which cannot be converted to that of the column, {unit}; the figure was not taken"
        help "核对列名和单位，改成相符的单位" "check heading and unit, and use a unit that fits"
        example r#"{"设施": {"E1": "总建筑面积（万元）", "E2": 12}}"#;
    "cell.unit-twice" Warning
        summary "单元格与表头的单位不同" "cell and heading state different units"
        message "单元格写的单位是{inner}，表头写的是{outer}，已按单元格的单位换算" "the cell states the unit {inner}, the heading {outer}; the figure was read in that of the cell"
        help "核对数值，只在一处写单位" "check the figure, and state the unit in one place only"
        example r#"{"投资": {"D1": "金额（万元）", "D2": "350000元"}}"#;
}
