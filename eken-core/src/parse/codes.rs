//! The codes of structural faults, with their words.

use crate::finding::{Severity, Spec};
use crate::words::Label;

macro_rules! structure {
    ($($code:literal $severity:ident
        summary $szh:literal $sen:literal
        message $mzh:literal $men:literal
        help $hzh:literal $hen:literal
        example $example:literal;)*) => {
        /// The kinds of structural fault, in the order of the documentation.
        pub static STRUCTURE: &[Spec] = &[$(Spec {
            summary: Label::new($szh, $sen),
            message: Label::new($mzh, $men),
            help: Label::new($hzh, $hen),
            example: $example,
            ..Spec::new($code, Severity::$severity)
        }),*];
    };
}

structure! {
    "structure.type" Error
        summary "值的类型不对" "a value is of another type"
        message "此处应为{expected}，实为{found}" "expected {expected}, found {found}"
        help "按字段说明改写；数字不加引号之外的符号，文本加双引号" "write the value as the field's description says"
        example r#"{"town": {"name": 5}}"#;
    "structure.null" Error
        summary "以 null 表示缺失" "null stands for a missing value"
        message "null 不是有效的值，此处应为{expected}" "null is no value; expected {expected}"
        help "没有的值就不写这个字段，或写 {\"missing\": \"not_collected\"} 并说明原因" "leave the field out, or write {\"missing\": \"not_collected\"} to say why"
        example r#"{"as_of": null}"#;
    "structure.required" Error
        summary "缺少必填字段" "a record lacks a field it must have"
        message "缺少必填字段 {field}" "the field {field} is required"
        help "补上字段 {field}" "add the field {field}"
        example r#"{"town": {}}"#;
    "structure.unknown-field" Warning
        summary "有未知字段" "a field is unknown"
        message "字段 {field} 不在格式之内，已保留但不参与评估" "the field {field} is unknown; it is kept and not assessed"
        help "检查拼写；最接近的字段是 {likely}" "check the spelling; the nearest field is {likely}"
        example r#"{"town": {"name": "例", "nmae": "例"}}"#;
    "structure.duplicate-key" Error
        summary "同一对象内字段重复" "a field stands twice in one object"
        message "字段重复出现，无法判断以哪个为准，按存疑处理" "the field stands twice; which value is meant is unknown"
        help "只保留正确的一个" "keep the right one only"
        example r#"{"town": {"name": "甲", "name": "乙"}}"#;
    "structure.code-list" Error
        summary "不在代码表内" "a value is not in its code list"
        message "此值不在代码表内" "the value is not in the code list"
        help "从代码表中选取：{known}；最接近的是 {likely}" "choose one of: {known}; the nearest is {likely}"
        example r#"{"brands": {"items": [{"id": "B1", "name": "例", "level": "regional"}]}}"#;
    "structure.date" Error
        summary "日期无效" "a date is not valid"
        message "不是有效日期，或不在1900至2099年之间" "not a day that exists between 1900 and 2099"
        help "写成 {form}" "write it as {form}"
        example r#"{"as_of": "2023-02-30"}"#;
    "structure.partial-date" Error
        summary "时间无效" "a date is not valid"
        message "不是有效的年、季、月或日" "not a year, quarter, month or day that exists"
        help "写成 {form} 之一" "write it as one of {form}"
        example r#"{"town": {"name": "例", "completed": "2023.5"}}"#;
    "structure.month" Error
        summary "月份无效" "a month is not valid"
        message "不是有效月份" "not a month that exists"
        help "写成 {form}" "write it as {form}"
        example r#"{"entities": {"items": [{"id": "E1", "sales": [{"month": "2023-13", "amount": 1}]}]}}"#;
    "structure.time" Error
        summary "时刻无效" "a time of day is not valid"
        message "不是有效时刻" "not a time of day"
        help "写成 {form}" "write it as {form}"
        example r#"{"sessions": {"items": [{"id": "S1", "date": "2023-06-01", "starts": "9点"}]}}"#;
    "structure.number-text" Error
        summary "文本不是规范的数字" "a text is no plain number"
        message "文本不是规范的数字" "the text is no plain number"
        help "只用半角数字和小数点，不加单位和千分位；整数部分至多{whole}位，小数至多{places}位" "use digits and a point only, no unit, no separators; at most {whole} digits before and {places} after the point"
        example r#"{"town": {"name": "例", "site": {"area": "1500亩"}}}"#;
    "structure.range" Error
        summary "数值过大" "a number is too large"
        message "数值超出范围：整数部分至多{whole}位" "the number is out of range: at most {whole} digits before the point"
        help "核对单位：此处以{unit}为单位" "check the unit: the field is in {unit}"
        example r#"{"town": {"name": "例", "site": {"area": 1e12}}}"#;
    "structure.negative" Error
        summary "不应为负数" "a number must not be negative"
        message "此处不能为负数" "the number must not be negative"
        help "核对数值；冲减另行说明" "check the figure; state deductions apart"
        example r#"{"town": {"name": "例", "site": {"area": -5}}}"#;
    "structure.integer" Error
        summary "应为整数" "a number must be whole"
        message "此处应为整数" "the number must be whole"
        help "写成整数" "write a whole number"
        example r#"{"sessions": {"items": [{"id": "S1", "date": "2023-06-01", "head_count": 30.5}]}}"#;
    "structure.empty" Error
        summary "空文本" "a text is empty"
        message "文本为空" "the text is empty"
        help "没有内容就不写这个字段" "leave the field out when there is nothing to say"
        example r#"{"town": {"name": ""}}"#;
    "structure.length" Error
        summary "文本过长" "a text is too long"
        message "文本有{found}个字符，至多{most}个" "the text has {found} characters, at most {most} are allowed"
        help "缩短文本，或把内容放到备注里" "shorten the text or move it to a note"
        example r#"{"id": "…超过64个字符的编号…"}"#;
    "structure.surrogate" Error
        summary "文本含不完整的转义字符" "a text holds half a surrogate pair"
        message "文本含不成对的代理项转义，不是有效的 Unicode 文本" "the text holds an unpaired surrogate escape"
        help "用 UTF-8 直接写出该字符，或写全一对转义" "write the character in UTF-8 or both halves of the pair"
        example r#"{"id": "\ud800"}"#;
    "structure.geometry" Error
        summary "不是有效的 GeoJSON 多边形" "not a GeoJSON polygon"
        message "不是有效的 GeoJSON Polygon 或 MultiPolygon；第一个坐标 {swapped} 像是先写了纬度" "not a valid GeoJSON Polygon or MultiPolygon; the first position, {swapped}, looks as if latitude stood first"
        help "每个环至少四点，先经度后纬度，经度在±180、纬度在±90以内，坐标为数字" "each ring has at least four positions, longitude first, within ±180, latitude within ±90"
        example r#"{"town": {"name": "例", "site": {"boundary": {"type": "Point", "coordinates": [111, 35]}}}}"#;
    "structure.schema-version" Error
        summary "格式版本无效" "the format version is not valid"
        message "格式版本应为整数 {current}" "the format version must be the whole number {current}"
        help "写成 \"schema_version\": {current}" "write \"schema_version\": {current}"
        example r#"{"schema_version": 1.5}"#;
    "limit.digits" Error
        summary "小数位过多" "a number has too many decimals"
        message "小数超过{places}位，为免舍入未采用" "more than {places} decimals; not taken, so as not to round"
        help "写到{places}位小数以内" "write at most {places} decimals"
        example r#"{"town": {"name": "例", "site": {"area": 0.1234567890123}}}"#;
    "limit.unknown-fields" Error
        summary "未知字段过多" "too many unknown fields"
        message "一个对象内的未知字段超过{limit}个，其余未保留" "more than {limit} unknown fields in one object; the rest is not kept"
        help "确认文件确为乡村e镇档案" "make sure that the file is a dossier"
        example "{}";
}

/// The kind of a structural fault. Every code that the reader uses is in the list; a test walks over all of them.
pub fn structure(code: &str) -> &'static Spec {
    static UNKNOWN: Spec = Spec::new("structure.type", Severity::Error);
    STRUCTURE.iter().chain(super::TABLES).find(|spec| spec.code == code).unwrap_or(&UNKNOWN)
}

/// What is wrong and how to mend it, for what ends the reading.
pub(super) fn fatal_words(code: &str) -> (Label, Label) {
    match code {
        "json.utf-8" => (
            Label::new("文件不是 UTF-8 编码", "the bytes are not UTF-8"),
            Label::new("另存为 UTF-8；GB18030 的 JSON 请先转码", "save the file as UTF-8"),
        ),
        "json.is-zip" => (
            Label::new(
                "像是电子表格（XLSX）或压缩包，不是 JSON",
                "it seems to be a workbook (XLSX) or an archive, not JSON",
            ),
            Label::new(
                "档案须是 JSON 文件；先把表格转成 JSON",
                "a dossier is a JSON file; turn the workbook into JSON first",
            ),
        ),
        "json.is-toml" => (
            Label::new("像是 TOML 文件，不是 JSON", "it seems to be TOML, not JSON"),
            Label::new(
                "档案须是 JSON 文件；方案的 TOML 文件用 --plan 指明",
                "a dossier is a JSON file; a plan in TOML is named with --plan",
            ),
        ),
        "json.is-csv" => (
            Label::new("像是 CSV 表格，不是 JSON", "it seems to be a table in CSV, not JSON"),
            Label::new(
                "档案须是 JSON 文件；先把表格转成 JSON",
                "a dossier is a JSON file; turn the table into JSON first",
            ),
        ),
        "json.empty" => (
            Label::new("文件是空的", "there is nothing in the file"),
            Label::new(
                "检查是否选错了文件，或标准输入没有接上",
                "check that it is the right file, or what is piped in",
            ),
        ),
        "json.not-an-object" => (
            Label::new("最外层不是对象", "the outermost value is no object"),
            Label::new("一份档案是一个 {…} 对象", "a dossier is one {…} object"),
        ),
        "limit.bytes" => (
            Label::new("文件超过大小上限", "the file is beyond the size limit"),
            Label::new("拆分文件；程序里可以放宽上限 bytes", "split the file; a program may raise the limit `bytes`"),
        ),
        "limit.depth" => (
            Label::new("嵌套层数超过上限", "arrays and objects are nested too deeply"),
            Label::new("档案至多嵌套9层；检查文件是否损坏", "a dossier nests at most 9 levels; check the file"),
        ),
        "limit.text" => (
            Label::new("文本长度超过上限", "a text is beyond the length limit"),
            Label::new("缩短文本；程序里可以放宽上限 text", "shorten the text; a program may raise the limit `text`"),
        ),
        "limit.number" => (
            Label::new("数字的位数超过上限", "a number has too many digits"),
            Label::new(
                "缩短数字；程序里可以放宽上限 number",
                "shorten the number; a program may raise the limit `number`",
            ),
        ),
        "limit.values" => (
            Label::new("值的个数超过上限", "there are too many values"),
            Label::new(
                "检查文件是否损坏；程序里可以放宽上限 values",
                "look whether the file is damaged; a program may raise the limit `values`",
            ),
        ),
        "limit.kept" => (
            Label::new("未知字段、重复字段和错误的值太多", "too much is unknown, written twice or faulty"),
            Label::new(
                "确认文件确为乡村e镇档案；程序里可以放宽上限 kept",
                "make sure that the file is a dossier; a program may raise the limit `kept`",
            ),
        ),
        "limit.records" => (
            Label::new("记录数超过上限", "there are too many records"),
            Label::new(
                "按镇、按年拆分文件；程序里可以放宽上限 records",
                "split the file by town or year; a program may raise the limit `records`",
            ),
        ),
        "version.newer" => (
            Label::new("文件的格式版本比本程序新", "the file is of a newer format version"),
            Label::new("升级本程序", "upgrade this program"),
        ),
        "version.unknown" => (
            Label::new("不认识文件的格式版本", "the format version of the file is unknown"),
            Label::new("当前版本写成 \"schema_version\": 1", "the current version is \"schema_version\": 1"),
        ),
        _ => (
            Label::new("不是有效的 JSON", "not valid JSON"),
            Label::new("检查此处的逗号、引号和括号", "check commas, quotes and brackets here"),
        ),
    }
}
