//! Findings in the words of the copy, each with the cell that it marks.

use std::collections::BTreeMap;

use eken_core::finding::{Finding, Severity, Spot};
use eken_core::json::child;
use eken_core::report::{FileDocument, FindingDocument, ReadFile, WaivedDocument};
use eken_core::words::Lang;

use super::cells::At;
use super::copy::Sent;
use crate::grid::{Grid, GridKind};
use crate::table::Places;
use crate::table::receipt::is_receipt;

/// Findings that one comment tells; 回执 lists the others too.
const TOLD: usize = 12;
/// Cells that are marked, over all sheets; 回执 says how many are not.
pub const MARKED: usize = 65_000;

/// Where a finding is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The sheet, by its place among those that are read.
    pub table: usize,
    /// Row and column.
    pub at: At,
}

/// A finding as the copy tells it.
#[derive(Clone, Debug)]
pub struct Notice {
    /// How grave it is.
    pub severity: Severity,
    /// The place in words; empty where it is the whole dossier.
    pub place: String,
    /// The cell; none where it is the whole dossier.
    pub cell: Option<Cell>,
    /// What is wrong, how to mend it, code, clauses, why it is waived.
    pub told: FindingDocument,
}

/// A cell that is marked.
#[derive(Clone, Debug)]
pub struct Mark {
    /// The gravest of its findings.
    pub severity: Severity,
    /// What its comment says.
    pub text: String,
}

/// Everything that is told.
#[derive(Debug)]
pub struct Notices {
    /// The findings, gravest first, else in the order of the cells.
    pub list: Vec<Notice>,
    /// The findings that are waived, and why.
    pub waived: Vec<(Notice, WaivedDocument)>,
    /// The marks of each sheet.
    pub marks: BTreeMap<usize, BTreeMap<At, Mark>>,
    /// Cells with findings that are not marked, because there are too many.
    pub unmarked: usize,
    /// The rest of the words: counts, what was not evaluated, what is not listed.
    pub read: ReadFile,
}

impl Notices {
    /// Puts findings into words; of the cells that `Places` and the grids know.
    pub fn new(sent: &Sent<'_>, places: &Places, grids: &[Grid]) -> Option<Self> {
        let FileDocument::Read(mut read) = FileDocument::read("", sent.checked, sent.plan, sent.lang) else {
            return None;
        };
        let (told, waived) = (std::mem::take(&mut read.findings), std::mem::take(&mut read.waived));
        let notice = |finding: &Finding, told: FindingDocument| {
            let spot = spot(finding, places);
            let words = |spot: &Spot| place(spot, finding, sent.lang);
            Notice {
                severity: finding.severity,
                place: spot.as_ref().map(words).unwrap_or_default(),
                cell: spot
                    .as_ref()
                    .map(|spot| Cell { table: spot.nth, at: anchor(grids.get(spot.nth), (spot.row, spot.column)) }),
                told,
            }
        };
        let mut list: Vec<Notice> =
            sent.checked.findings().iter().zip(told).map(|(finding, told)| notice(finding, told)).collect();
        list.sort_by_key(|notice| notice.severity);
        let waived = sent
            .checked
            .waived()
            .iter()
            .zip(waived)
            .map(|(held, why)| (notice(&held.finding, why.finding.clone()), why));
        let waived = waived.collect();
        let mut cells: BTreeMap<(usize, At), Vec<&Notice>> = BTreeMap::new();
        for notice in &list {
            let cell = notice.cell.as_ref().filter(|cell| grids.get(cell.table).is_some_and(|grid| !is_receipt(grid)));
            if let Some(Cell { table, at }) = cell {
                cells.entry((*table, *at)).or_default().push(notice);
            }
        }
        let unmarked = cells.len().saturating_sub(MARKED);
        let mut marks: BTreeMap<usize, BTreeMap<At, Mark>> = BTreeMap::new();
        for ((table, at), notices) in cells.into_iter().take(MARKED) {
            let Some(severity) = notices.iter().map(|notice| notice.severity).min() else { continue };
            marks.entry(table).or_default().insert(at, Mark { severity, text: comment(&notices, sent.lang) });
        }
        Some(Self { list, waived, marks, unmarked, read })
    }
}

/// The cell of a finding. What a rule says of the whole dossier has none, though the reader names the first cell for it; what was
/// found at a cell of a sheet (`table.…`) has that.
fn spot(finding: &Finding, places: &Places) -> Option<Spot> {
    let found_there = finding.pointer.is_empty() && finding.code().starts_with("table.");
    match finding.spot.as_deref().filter(|_| found_there) {
        Some(spot) => Some(spot.clone()),
        None => {
            let nearest = places.nearest(&finding.pointer)?;
            // a value that lacks is marked where it is to be written
            let lacking = lacking(finding).and_then(|pointer| places.nearest(&pointer));
            Some(lacking.or_else(|| finding.spot.as_deref().cloned()).unwrap_or(nearest))
        }
    }
}

/// The pointer of a value that a record lacks.
fn lacking(finding: &Finding) -> Option<String> {
    let (_, field) =
        finding.params.iter().find(|(name, _)| *name == "field" && finding.code() == "structure.required")?;
    let mut pointer = finding.pointer.clone();
    child(&mut pointer, &field.to_string());
    Some(pointer)
}

/// The place in words: the cell, and for a dossier that was no sheet the line of its text.
fn place(spot: &Spot, finding: &Finding, lang: Lang) -> String {
    let cell = Spot { sheet: true, ..spot.clone() }.to_string();
    match (&finding.spot, lang) {
        (Some(_), _) => cell,
        (None, Lang::Zh) => format!("{cell}（原文件第{}行第{}列）", finding.place.line, finding.place.column),
        (None, Lang::En) => {
            format!("{cell} (line {}, column {} of the file)", finding.place.line, finding.place.column)
        }
    }
}

/// The cell that shows: of merged ones the first; of a table whose columns have names the one below them.
pub fn anchor(grid: Option<&Grid>, (row, column): At) -> At {
    let within = |(from, to): (usize, usize), at: usize| from <= at && at <= to;
    let merged = grid
        .and_then(|grid| grid.merged.iter().find(|merged| within(merged.rows, row) && within(merged.columns, column)));
    let (row, column) = merged.map_or((row, column), |merged| (merged.rows.0, merged.columns.0));
    match grid.map(|grid| grid.kind) {
        Some(GridKind::Table) => (row.saturating_add(1), column),
        _ => (row, column),
    }
}

fn comment(notices: &[&Notice], lang: Lang) -> String {
    let one = |notice: &&Notice| {
        let FindingDocument { message, help, code, clauses, .. } = &notice.told;
        let word = notice.severity.label().get(lang);
        let (help_word, code_word, joint) = match lang {
            Lang::Zh => ("改法：", "代码：", "、"),
            Lang::En => ("help: ", "code: ", ", "),
        };
        let mut lines = vec![format!("【{word}】{message}")];
        if !help.is_empty() {
            lines.push(format!("{help_word}{help}"));
        }
        let clauses = clauses.join(joint);
        let clauses = if clauses.is_empty() { clauses } else { format!("（{clauses}）") };
        lines.push(format!("{code_word}{code}{clauses}"));
        lines.join("\n")
    };
    let mut parts: Vec<String> = notices.iter().take(TOLD).map(one).collect();
    let more = notices.len().saturating_sub(parts.len());
    match (more, lang) {
        (0, _) => {}
        (more, Lang::Zh) => parts.push(format!("另有{more}处，见回执")),
        (more, Lang::En) => parts.push(format!("{more} more, see the receipt")),
    }
    parts.join("\n\n")
}
