//! What 回执 says, in words, row by row.

use eken_core::finding::{Severity, Spot};
use eken_core::parse::structure;
use eken_core::report::total_text;
use eken_core::validate::catalogue;
use eken_core::words::Lang;

use crate::annotate::copy::Sent;
use crate::annotate::notice::{Cell, Notice, Notices, anchor};
use crate::document::Sheets;
use crate::table::Places;
use crate::table::receipt::TITLE;

/// Rows of findings, of refused records and of rules not evaluated, each.
const LISTED: usize = 65_000;
/// Refused records that are listed one by one.
const REFUSED: usize = 1_000;
/// Rules not evaluated, waivers and kinds that are listed.
const OTHERS: usize = 1_000;

/// A row of the findings.
#[derive(Debug)]
pub struct Line {
    /// How grave it is.
    pub severity: Severity,
    /// Place, what is wrong, how to mend it, code, clauses.
    pub words: [String; 5],
    /// Where its place leads.
    pub cell: Option<Cell>,
}

/// A row of a part further down: place, what is said, more, code.
#[derive(Debug, Default)]
pub struct Row {
    /// Its words.
    pub words: [String; 4],
    /// Where its place leads.
    pub cell: Option<Cell>,
}

/// 回执 in words.
#[derive(Debug)]
pub struct Content {
    /// Title.
    pub title: &'static str,
    /// What stands below the title, a line each.
    pub notes: Vec<String>,
    /// Headings of the columns.
    pub head: [&'static str; 7],
    /// The findings.
    pub lines: Vec<Line>,
    /// What stands below the findings: heading and rows.
    pub parts: Vec<(&'static str, Vec<Row>)>,
}

impl Content {
    /// Puts everything into words. `sheets` is the account of a file that had sheets, `places` that of the copy.
    pub fn new(sent: &Sent<'_>, notices: &Notices, sheets: Option<&Sheets>, places: &Places) -> Self {
        let lang = sent.lang;
        let zh = lang == Lang::Zh;
        let records = sheets.map(|sheets| sheets.account().text(lang));
        let counts = [Some(total_text(sent.checked, lang)), records].into_iter().flatten().collect::<Vec<_>>();
        let parts = [
            (pick(zh, "说明", "About this receipt"), facts(sent, notices)),
            (
                pick(zh, "各表记录", "Records of each sheet"),
                sheets.map(|sheets| tables(sheets, places, zh)).unwrap_or_default(),
            ),
            (
                pick(zh, "没有读入的记录", "Records that were not read"),
                sheets.map(|sheets| refused(sheets, lang)).unwrap_or_default(),
            ),
            (pick(zh, "没有检查的规则", "Rules that were not evaluated"), unevaluated(notices, lang)),
            (pick(zh, "按校验口径豁免的问题", "Findings that the profile waives"), waived(sent, notices)),
        ];
        Self {
            title: TITLE.get(lang),
            notes: vec![counts.join(pick(zh, "；", "; ")), how(sent, zh).to_owned()],
            head: match lang {
                Lang::Zh => ["序号", "级别", "位置", "问题", "改法", "代码", "依据"],
                Lang::En => ["No.", "Severity", "Place", "What is wrong", "How to mend it", "Code", "Rests on"],
            },
            lines: notices.list.iter().take(LISTED).map(|notice| line(notice, lang)).collect(),
            parts: parts.into_iter().filter(|(_, rows)| !rows.is_empty()).collect(),
        }
    }
}

fn pick<'w>(zh: bool, chinese: &'w str, english: &'w str) -> &'w str {
    if zh { chinese } else { english }
}

/// What the sender is to do.
fn how(sent: &Sent<'_>, zh: bool) -> &'static str {
    let clean = Severity::ALL.iter().all(|severity| sent.checked.total(*severity) == 0);
    match (clean, zh) {
        (true, true) => "没有需要改正的地方。",
        (true, false) => "There is nothing to mend.",
        (false, true) => {
            "有底色的单元格有问题，说明见批注；点“位置”可跳到该格。“错误”必须改正，“警告”请核实，“提示”供参考。改好后直接交回本文件：本页和批注不必删除，再次检查时会更新。"
        }
        (false, false) => {
            "Cells that are filled have findings, told in their comments; a place leads to its cell. Errors have to be mended, warnings checked. Mend them and send this very file back: this sheet and the comments need not be deleted, they are renewed with the next check."
        }
    }
}

fn line(notice: &Notice, lang: Lang) -> Line {
    let joint = if lang == Lang::Zh { "、" } else { ", " };
    let told = &notice.told;
    let place = match (notice.place.is_empty(), lang) {
        (false, _) => notice.place.clone(),
        (true, Lang::Zh) => format!("整份档案 {}", told.pointer).trim_end().to_owned(),
        (true, Lang::En) => format!("whole dossier {}", told.pointer).trim_end().to_owned(),
    };
    let words = [place, told.message.clone(), told.help.clone(), told.code.clone(), told.clauses.join(joint)];
    Line { severity: notice.severity, words, cell: notice.cell.clone() }
}

fn row(words: [impl Into<String>; 4], cell: Option<Cell>) -> Row {
    Row { words: words.map(Into::into), cell }
}

/// What the receipt rests on, so that anyone can check that it is of this file.
fn facts(sent: &Sent<'_>, notices: &Notices) -> Vec<Row> {
    let zh = sent.lang == Lang::Zh;
    let fact = |name: &str, value: String| row([name, value.as_str(), "", ""], None);
    let mut rows = Vec::new();
    if let Some(digest) = &sent.digest {
        rows.push(fact(pick(zh, "送来文件的摘要", "Digest of the file sent"), (*digest).to_owned()));
    }
    rows.push(fact(pick(zh, "档案数据的摘要", "Digest of its data"), sent.checked.digest().to_owned()));
    rows.push(fact(pick(zh, "对照方案", "Plan"), format!("{} {}", sent.plan.id, sent.plan.title.get(sent.lang))));
    rows.push(fact(pick(zh, "检查程序", "Checked by"), format!("eken {}", env!("CARGO_PKG_VERSION"))));
    let more = |count: usize, chinese: String, english: String| {
        (count > 0).then(|| fact(pick(zh, "未尽列出", "Not all listed"), if zh { chinese } else { english }))
    };
    for (code, more_of_it) in notices.read.unlisted.iter().take(OTHERS) {
        rows.extend(more(
            *more_of_it,
            format!("{code} 另有{more_of_it}处没有列出，总数见上"),
            format!("{code}: {more_of_it} more are not listed; the totals above count them"),
        ));
    }
    let unmarked = notices.unmarked;
    rows.extend(more(
        unmarked,
        format!("另有{unmarked}个单元格有问题而没有标出"),
        format!("{unmarked} more cells have findings and are not marked"),
    ));
    let beyond = notices.list.len().saturating_sub(LISTED);
    rows.extend(more(beyond, format!("另有{beyond}处没有列在本页"), format!("{beyond} more are not on this sheet")));
    rows
}

/// What became of the rows of each sheet or file.
fn tables(sheets: &Sheets, places: &Places, zh: bool) -> Vec<Row> {
    let tallies = sheets.tallies.iter().enumerate().filter(|(_, tally)| tally.records() > 0);
    let said = tallies.map(|(table, tally)| {
        let (records, read, refused) = (tally.records(), tally.read, tally.refused);
        let others = tally.rows.saturating_sub(records);
        let words = if zh {
            format!("记录{records}条：读入{read}条，未读入{refused}条；表头、合计、注释等{others}行")
        } else {
            format!("{records} records: {read} read, {refused} refused; {others} rows of headers, sums and notes")
        };
        let name = places.name(table).unwrap_or_default().to_owned();
        row([name, words, String::new(), String::new()], Some(Cell { table, at: (1, 1) }))
    });
    said.collect()
}

fn refused(sheets: &Sheets, lang: Lang) -> Vec<Row> {
    let said = sheets.refused.iter().take(REFUSED).map(|refused| {
        let place = Spot { sheet: true, ..refused.spot.clone() }.to_string();
        let at = anchor(sheets.grids.get(refused.spot.nth), (refused.spot.row, refused.spot.column));
        let cell = Cell { table: refused.spot.nth, at };
        row([place.as_str(), structure(refused.code).summary.get(lang), "", refused.code], Some(cell))
    });
    let mut rows: Vec<Row> = said.collect();
    let more = sheets.refused.len().saturating_sub(rows.len());
    if more > 0 {
        let words = match lang {
            Lang::Zh => format!("另有{more}条没有列出"),
            Lang::En => format!("{more} more are not listed"),
        };
        rows.push(row(["", words.as_str(), "", ""], None));
    }
    rows
}

fn unevaluated(notices: &Notices, lang: Lang) -> Vec<Row> {
    let specs = catalogue();
    let said = notices.read.not_evaluated.iter().take(OTHERS).map(|each| {
        let summary = specs.iter().find(|spec| spec.code == each.code).map_or("", |spec| spec.summary.get(lang));
        let total = each.total;
        let why = match lang {
            Lang::Zh => format!("{}，{total}处", each.message),
            Lang::En => format!("{}, {total} in all", each.message),
        };
        let places = each.pointers.iter().take(3).cloned().collect::<Vec<_>>().join(" ");
        row([places, summary.to_owned(), why, each.code.clone()], None)
    });
    said.collect()
}

fn waived(sent: &Sent<'_>, notices: &Notices) -> Vec<Row> {
    let said = notices.waived.iter().take(OTHERS).map(|(notice, why)| {
        let Line { words: [place, message, _, code, _], cell, .. } = line(notice, sent.lang);
        let why = match sent.lang {
            Lang::Zh => format!("{}（{}，至{}）", why.reason, why.authority, why.until),
            Lang::En => format!("{} ({}, until {})", why.reason, why.authority, why.until),
        };
        row([place, message, why, code], cell)
    });
    let mut rows: Vec<Row> = said.collect();
    let more = sent.checked.waived_total().saturating_sub(rows.len());
    if more > 0 {
        let words = match sent.lang {
            Lang::Zh => format!("另有{more}处没有列出"),
            Lang::En => format!("{more} more are not listed"),
        };
        rows.push(row(["", words.as_str(), "", ""], None));
    }
    rows
}
