//! Findings as a frame.

use eken_core::finding::Severity;
use eken_core::plan::Plan;
use eken_core::report::{FileDocument, FindingDocument};
use eken_core::validate::Checked;
use eken_core::words::{Label, Lang};

use super::build::Columns;
use super::codes::Codes;
use super::frame::{Frame, FrameOptions};
use crate::error::Result;

/// The findings of a dossier, a row each, with their sentences in one language, those that a waiver passes over among them.
///
/// Columns: `code`, `severity`, `pointer`, `table` (sheet or file), `line` and `column` (of a sheet or file its row and column),
/// `cell`, `message`, `help`, `clauses`, `waived` (why), `unlisted`: of each kind a dossier lists so many findings; how many more
/// there are stands in a row of its own, without a place.
///
/// # Errors
/// As [`frames`](super::frames).
pub fn findings(checked: &Checked, plan: &Plan, lang: Lang, options: &FrameOptions) -> Result<Frame> {
    let FileDocument::Read(read) = FileDocument::read("", checked, plan, lang) else {
        return Columns::new(options).frame("findings", TITLE, 0);
    };
    let tables = checked.findings().iter().map(|finding| finding.spot.as_ref().map(|spot| spot.table.to_string()));
    let of = |finding, table, waived, unlisted| Row { finding, table, waived, unlisted };
    let mut rows: Vec<Row<'_>> =
        read.findings.iter().zip(tables).map(|(finding, table)| of(Some(finding), table, None, None)).collect();
    rows.extend(read.waived.iter().map(|waived| {
        let why = format!("{} ({}, {})", waived.reason, waived.authority, waived.until);
        of(Some(&waived.finding), None, Some(why), None)
    }));
    rows.extend(read.unlisted.iter().map(|(code, more)| of(None, None, None, Some((code.as_str(), *more)))));
    let severities = Codes::new(Severity::ALL.map(|each| match options.labels {
        Some(lang) => each.label().get(lang),
        None => each.code(),
    }));
    let mut out = Columns::new(options);
    let whole = |number: usize| i64::try_from(number).ok();
    out.repeated("code", Label::new("代码", "Code"), rows.iter().map(|row| row.code().map(str::to_owned)));
    let severity = |row: &Row<'_>| Severity::ALL.iter().position(|each| Some(*each) == row.severity());
    out.codes("severity", Label::new("轻重", "Severity"), &severities, rows.iter().map(severity))?;
    out.texts("pointer", Label::new("位置", "Pointer"), rows.iter().map(|row| Some(row.finding?.pointer.as_str())));
    out.repeated("table", Label::new("表", "Table"), rows.iter().map(|row| row.table.clone()));
    out.whole("line", Label::new("行", "Line"), rows.iter().map(|row| whole(row.finding?.line)));
    out.whole("column", Label::new("列", "Column"), rows.iter().map(|row| whole(row.finding?.column)));
    out.texts("cell", Label::new("单元格", "Cell"), rows.iter().map(|row| row.finding?.cell.clone()));
    out.texts("message", Label::new("说明", "Message"), rows.iter().map(|row| Some(row.finding?.message.as_str())));
    out.texts("help", Label::new("改法", "Help"), rows.iter().map(|row| Some(row.finding?.help.as_str())));
    let clauses =
        rows.iter().map(|row| row.finding.iter().flat_map(|each| each.clauses.iter().map(String::as_str)).collect());
    out.lists("clauses", Label::new("依据", "Clauses"), clauses);
    out.texts("waived", Label::new("豁免", "Waived"), rows.iter().map(|row| row.waived.as_deref()));
    let more = |row: &Row<'_>| whole(row.unlisted?.1);
    out.whole("unlisted", Label::new("未列出", "Not listed"), rows.iter().map(more));
    out.frame("findings", TITLE, rows.len())
}

const TITLE: Label = Label::new("数据问题", "Findings");

/// A finding, or the number of those that are not listed.
struct Row<'a> {
    finding: Option<&'a FindingDocument>,
    table: Option<String>,
    waived: Option<String>,
    unlisted: Option<(&'a str, usize)>,
}

impl Row<'_> {
    fn code(&self) -> Option<&str> {
        self.finding.map(|finding| finding.code.as_str()).or(self.unlisted.map(|(code, _)| code))
    }

    fn severity(&self) -> Option<Severity> {
        self.finding.map(|finding| finding.severity.0)
    }
}
