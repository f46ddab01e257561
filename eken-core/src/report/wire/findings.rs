//! Findings in JSON.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::codes::SeverityCode;
use crate::code::mask_personal;
use crate::error::Error;
use crate::finding::{Finding, Severity, Spot};
use crate::json::Param;
use crate::plan::Plan;
use crate::report::failure::{Told, told};
use crate::report::sentence::{self, Voice};
use crate::validate::{Checked, NotEvaluated, Waived};
use crate::words::Lang;

/// 数据问题清单。Findings of one or several files, in the order given.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FindingsFile {
    /// 文件。The files.
    pub files: Vec<FileDocument>,
}

/// 一份文件。One file: its findings, or why it could not be read.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum FileDocument {
    /// 读到的文件。A file that was read.
    Read(ReadFile),
    /// 读不了的文件。A file that could not be read.
    Unread(UnreadFile),
}

/// 读到的文件。A file that was read.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ReadFile {
    /// 文件名，按调用时所写；`-` 为标准输入。The file as it was named; `-` for standard input.
    pub file: String,
    /// 行号，从1起；一个文件多份档案（NDJSON）时才有。Number of the line, from 1, in a file of many dossiers (NDJSON); absent elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "usize")]
    pub line: Option<usize>,
    /// 记录数：读入的和未读入的，合起来是文件里全部的记录；工作表和 CSV 按行计。What became of the records: those read and those refused are
    /// all that the file has; of sheets and CSV files the rows.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "RecordsDocument")]
    pub records: Option<RecordsDocument>,
    /// 数据问题，按文中先后。Findings in the order of the text.
    pub findings: Vec<FindingDocument>,
    /// 没有检查的规则及原因。Rules that were not evaluated, and why.
    pub not_evaluated: Vec<NotEvaluatedDocument>,
    /// 各档次数，含未列出的。How many there are of each severity, those not listed included.
    pub counts: FindingCounts,
    /// 超过上限未列出的次数，按代码；没有的不写。How many of each kind are not listed, by code; absent where all are.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub unlisted: BTreeMap<String, usize>,
    /// 按校验口径豁免的问题，不计入次数；没有的不写。Findings that a waiver of the profile passes over, not counted; absent where
    /// there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub waived: Vec<WaivedDocument>,
}

/// 记录数：读入与未读入之和为文件中的记录数。Records of the file: those read and those refused are all there are.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RecordsDocument {
    /// 读入的记录。Records read.
    pub read: usize,
    /// 未读入的记录。Records refused.
    pub refused: usize,
    /// 未读入的记录在哪里、为什么，最多列一千条。Where and why, the first thousand.
    pub refused_records: Vec<RefusedDocument>,
}

/// 未读入的记录。A record that was refused.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RefusedDocument {
    /// 单元格；JSON 为行:列。The cell; in JSON line and column.
    pub cell: String,
    /// 说明原因的问题代码。Code of the finding that says why.
    pub code: String,
}

/// Refused records that are listed.
pub(super) const REFUSED: usize = 1_000;

impl RecordsDocument {
    /// The account of a file: records read, and each one refused.
    pub fn new<'a>(read: usize, refused: impl ExactSizeIterator<Item = (&'a Spot, &'static str)>) -> Self {
        let count = refused.len();
        let listed = refused.take(REFUSED).map(|(spot, code)| RefusedDocument {
            cell: mask_personal(&spot.to_string()).into_owned(),
            code: code.to_owned(),
        });
        Self { read, refused: count, refused_records: listed.collect() }
    }

    /// The account in one line.
    pub fn text(&self, lang: Lang) -> String {
        let Self { read, refused, .. } = self;
        let all = read.saturating_add(*refused);
        match lang {
            Lang::Zh => format!("记录{all}条：读入{read}条，未读入{refused}条"),
            Lang::En => format!("{all} records: {read} read, {refused} refused"),
        }
    }
}

/// 豁免的问题。A finding that a waiver passes over.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WaivedDocument {
    /// 问题。The finding.
    pub finding: FindingDocument,
    /// 理由。Why it is waived.
    pub reason: String,
    /// 批准单位。The body that answers for it.
    pub authority: String,
    /// 最后一日。The last day of the waiver.
    pub until: String,
}

/// 读不了的文件。A file that could not be read.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct UnreadFile {
    /// 文件名。The file as it was named.
    pub file: String,
    /// 行号，从1起；一个文件多份档案（NDJSON）时才有。Number of the line, from 1, in a file of many dossiers (NDJSON); absent elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "usize")]
    pub line: Option<usize>,
    /// 错误。What is wrong.
    pub error: ErrorDocument,
}

impl WaivedDocument {
    /// The waiver in a few words.
    pub(in crate::report) fn why(&self, lang: Lang) -> String {
        let Self { reason, authority, until, .. } = self;
        match lang {
            Lang::Zh => format!("豁免：{reason}（{authority}，至{until}）"),
            Lang::En => format!("waived: {reason} ({authority}, until {until})"),
        }
    }
}

/// 错误。Why a file could not be read.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ErrorDocument {
    /// 代码。Code, such as `json.syntax`.
    pub code: String,
    /// 哪里不对。What is wrong.
    pub message: String,
    /// 怎样改。How to mend it.
    pub help: String,
    /// 行，从1起；文件打不开时不写。Line, from 1; absent when the file could not be opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "usize")]
    pub line: Option<usize>,
    /// 列，按字符，从1起。Column in characters, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "usize")]
    pub column: Option<usize>,
}

impl ErrorDocument {
    /// An error of the core.
    pub fn new(error: &Error, lang: Lang) -> Self {
        let Told { code, message, help } = told(error, lang);
        let place = match error {
            Error::Read { line, column, .. } => Some((*line, *column)),
            _ => None,
        };
        let (line, column) = place.unzip();
        Self { code: code.to_owned(), message, help, line, column }
    }
}

/// 一处数据问题。One fault in the data.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FindingDocument {
    /// 代码。Code: subject, full stop, fault.
    pub code: String,
    /// 轻重。How grave it is.
    pub severity: SeverityCode,
    /// 位置：JSON Pointer（RFC 6901）。Place as JSON Pointer (RFC 6901).
    pub pointer: String,
    /// 行，从1起；工作表和 CSV 为行号。Line, from 1; of a sheet or CSV file the row.
    pub line: usize,
    /// 列，按字符，从1起；工作表和 CSV 为第几列。Column in characters, from 1; of a sheet or CSV file the column.
    pub column: usize,
    /// 单元格，如 设施!C5、facilities:5:3；其他格式不写。The cell of a sheet or CSV file; absent for other formats.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub cell: Option<String>,
    /// 说明的参数。Parameters of the message.
    pub params: BTreeMap<String, ParamDocument>,
    /// 依据的条款和标准。Clauses and standards it rests on.
    pub clauses: Vec<String>,
    /// 哪里不对。What is wrong.
    pub message: String,
    /// 怎样改。How to mend it.
    pub help: String,
}

/// 参数。A parameter: a text or a whole number.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum ParamDocument {
    /// 文本。A text.
    Text(String),
    /// 整数。A whole number.
    Number(i64),
}

impl From<&Param> for ParamDocument {
    fn from(param: &Param) -> Self {
        match param {
            Param::Text(text) => Self::Text(text.to_string()),
            Param::Number(number) => Self::Number(*number),
        }
    }
}

pub(super) fn params(params: &[(&'static str, Param)]) -> BTreeMap<String, ParamDocument> {
    params.iter().map(|(name, param)| ((*name).to_owned(), param.into())).collect()
}

/// 没有检查的规则。A rule that could not be evaluated on something.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct NotEvaluatedDocument {
    /// 规则代码。Code of the rule.
    pub code: String,
    /// 原因代码。Why: `section-absent`, `section-incomplete`, `faulty`.
    pub why: String,
    /// 原因。Why, in words.
    pub message: String,
    /// 位置：前十处。JSON Pointers of what could not be looked at, the first ten.
    pub pointers: Vec<String>,
    /// 共几处。How many there are in all.
    pub total: usize,
}

impl NotEvaluatedDocument {
    /// A rule that was not evaluated on something, in one language.
    pub fn new(each: &NotEvaluated, lang: Lang) -> Self {
        Self {
            code: each.code.to_owned(),
            why: each.why.code().to_owned(),
            message: each.why.label().get(lang).to_owned(),
            pointers: each.pointers.clone(),
            total: each.total,
        }
    }
}

/// 各档次数。How many findings there are of each severity.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct FindingCounts {
    /// 错误。Errors.
    pub error: usize,
    /// 警告。Warnings.
    pub warning: usize,
    /// 提示。Notes.
    pub info: usize,
}

impl FindingCounts {
    /// The counts of a dossier.
    pub fn of(checked: &Checked) -> Self {
        Self {
            error: checked.total(Severity::Error),
            warning: checked.total(Severity::Warning),
            info: checked.total(Severity::Info),
        }
    }
}

impl FileDocument {
    /// The findings of a file.
    pub fn read(file: &str, checked: &Checked, plan: &Plan, lang: Lang) -> Self {
        let voice = Voice { lang, plan: Some(plan), with_names: true };
        Self::Read(ReadFile {
            file: file.to_owned(),
            line: None,
            records: Some(RecordsDocument::of(checked)),
            findings: checked.findings().iter().map(|each| finding(each, &voice)).collect(),
            not_evaluated: checked.not_evaluated().iter().map(|each| NotEvaluatedDocument::new(each, lang)).collect(),
            counts: FindingCounts::of(checked),
            unlisted: checked.unlisted().into_iter().map(|(code, more)| (code.to_owned(), more)).collect(),
            waived: checked.waived().iter().filter_map(|each| waived(each, checked, &voice)).collect(),
        })
    }

    /// The same with the account of its rows, where it was read from sheets or CSV files.
    #[must_use]
    pub fn with_records(mut self, records: Option<RecordsDocument>) -> Self {
        if let (Self::Read(read), Some(records)) = (&mut self, records) {
            read.records = Some(records);
        }
        self
    }

    /// A file that could not be read.
    pub fn unread(file: &str, error: ErrorDocument) -> Self {
        Self::Unread(UnreadFile { file: file.to_owned(), line: None, error })
    }

    /// The same for the dossier on a line of a file of many.
    #[must_use]
    pub fn on_line(mut self, number: usize) -> Self {
        match &mut self {
            Self::Read(read) => read.line = Some(number),
            Self::Unread(unread) => unread.line = Some(number),
        }
        self
    }
}

impl FindingDocument {
    /// The document of one finding, its sentences in one language.
    pub fn new(each: &Finding, plan: &Plan, lang: Lang) -> Self {
        finding(each, &Voice { lang, plan: Some(plan), with_names: true })
    }
}

fn finding(finding: &Finding, voice: &Voice<'_>) -> FindingDocument {
    FindingDocument {
        code: finding.code().to_owned(),
        severity: SeverityCode(finding.severity),
        pointer: finding.pointer.clone(),
        line: finding.place.line,
        column: finding.place.column,
        cell: finding.spot.as_ref().map(|spot| mask_personal(&spot.to_string()).into_owned()),
        params: params(&finding.params),
        clauses: finding.spec.clauses.iter().map(|clause| (*clause).to_owned()).collect(),
        message: sentence::message(finding, voice),
        help: sentence::help(finding, voice),
    }
}

fn waived(each: &Waived, checked: &Checked, voice: &Voice<'_>) -> Option<WaivedDocument> {
    let waiver = checked.waivers().get(each.waiver)?;
    Some(WaivedDocument {
        finding: finding(&each.finding, voice),
        reason: mask_personal(&waiver.reason).into_owned(),
        authority: mask_personal(&waiver.authority).into_owned(),
        until: waiver.until.to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing::town;

    #[test]
    fn the_json_has_the_names_that_others_rely_on() {
        let (checked, plan, _) = town();
        let files = vec![
            FileDocument::read("a.json", &checked, &plan, Lang::Zh),
            FileDocument::unread(
                "b.json",
                ErrorDocument::new(&crate::parse::parse(b"[", &Default::default()).unwrap_err(), Lang::Zh),
            ),
        ];
        let json = serde_json::to_value(FindingsFile { files }).unwrap();
        let read = &json["files"][0];
        let keys = |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(read), ["file", "records", "findings", "not_evaluated", "counts"]);
        assert_eq!(
            keys(&read["findings"][0]),
            ["code", "severity", "pointer", "line", "column", "params", "clauses", "message", "help"]
        );
        assert_eq!(keys(&read["counts"]), ["error", "warning", "info"]);
        assert_eq!(json["files"][1]["error"]["code"], "json.syntax");
        assert!(!json.to_string().contains("13900000000"));
    }
}
