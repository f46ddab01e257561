//! Headers are found, not assumed: above them may stand a title, below them a unit row; a heading may take two rows.

use std::collections::BTreeMap;

use eken_core::model::kind::FieldKind;

use super::heading::{column_of, odd_unit, plain, sheet_of, unit_at_end, unit_in};
use super::layout::{Holds, Layout, Sheet};
use super::row::has_facts;
use super::value::{Given, compact, half};
use crate::grid::{Grid, GridKind, Placed, Row};

/// Rows at the head of a sheet in which a header is looked for.
pub const SEARCHED: usize = 30;

/// What a column of a grid is.
#[derive(Clone, Debug)]
pub enum Meaning {
    /// It names the record of the parent's sheet.
    Parent,
    /// It is a column of the layout.
    Column(usize),
    /// It is unknown and kept under its heading.
    Unknown(String),
    /// It states the unit of the figures of each row, and is kept under its heading where it does not.
    Unit(String),
    /// It counts the rows (序号) and is no fact; what is no whole number in it is kept under the heading.
    Number(String),
    /// It is a second column of one meaning; the first one has this number.
    Twice(usize),
}

/// A column of a grid with its heading.
#[derive(Clone, Debug)]
pub struct Heading {
    /// What it is.
    pub meaning: Meaning,
    /// The unit that the heading, or the unit row below it, states.
    pub unit: Option<Given>,
}

/// A header.
#[derive(Clone, Debug)]
pub struct Header {
    /// Index of its first row in the grid, and how many rows it takes.
    pub at: (usize, usize),
    /// The columns by their numbers.
    pub columns: BTreeMap<usize, Heading>,
    /// How many columns are known.
    pub known: usize,
}

/// The header of a sheet of a known kind: the row, or two rows, with the most known headings.
pub fn header(grid: &Grid, from: usize, sheet: &Sheet, layout: &Layout) -> Option<Header> {
    let all = sheet
        .columns
        .iter()
        .filter(|column| !column.detail)
        .count()
        .saturating_add(usize::from(sheet.parent.is_some()));
    let mut best: Option<Header> = None;
    for at in from..grid.rows.len().min(from.saturating_add(SEARCHED)) {
        let rows: &[usize] = match (is_forked(grid, at), is_forked(grid, at.saturating_add(1))) {
            (true, _) => &[2],
            (false, true) => &[1],
            (false, false) => &[1, 2],
        };
        for rows in rows.iter().copied() {
            let Some(found) = header_at(grid, at, rows, sheet, layout) else { continue };
            // the upper of two rows that adds nothing is a line of the title
            let lower = || header_at(grid, at.saturating_add(1), 1, sheet, layout);
            if rows == 2 && !is_forked(grid, at) && lower().is_some_and(|lower| lower.known >= found.known) {
                continue;
            }
            if best.as_ref().is_none_or(|best| found.known > best.known) {
                best = Some(found);
            }
        }
    }
    // a file of named columns has its header for certain
    let enough = if grid.kind == GridKind::Table { 1 } else { all.min(2) };
    best.filter(|header| header.known >= enough)
}

/// Whether a row is the upper of two rows of a header for certain: below its headings that span several columns, and nowhere
/// else, stand texts, two of them at least below each, and below another heading none. What is below then parts the fact above, as 线上 and 线下 part
/// 销售额, and the upper row alone would take a part for the whole.
pub fn is_forked(grid: &Grid, at: usize) -> bool {
    let (Some(above), Some(below)) = (grid.rows.get(at), at.checked_add(1).and_then(|at| grid.rows.get(at))) else {
        return false;
    };
    let is_text = |placed: &Placed| placed.cell.is_blank() || placed.cell.text().is_some();
    let is_label = texts(above).any(|(_, text)| text.contains([':', '：']));
    let tops: Vec<usize> = texts(above).map(|(column, _)| column).collect();
    let parts: Vec<usize> = texts(below).map(|(column, _)| column).collect();
    if below.number != above.number.saturating_add(1) || is_label || !below.cells.iter().all(is_text) {
        return false;
    }
    let merged = |top: usize| {
        let ranges = grid.merged.iter().filter(|merged| merged.rows.0 == above.number);
        ranges.filter(|merged| merged.columns.0 == top).map(|merged| merged.columns.1).next_back()
    };
    let spans = tops.iter().enumerate().map(|(nth, top)| {
        let next = tops.get(nth.saturating_add(1)).map_or(usize::MAX, |next| next.saturating_sub(1));
        (*top, merged(*top).unwrap_or(next))
    });
    let under: Vec<usize> =
        spans.map(|(first, last)| parts.iter().filter(|part| (first..=last).contains(part)).count()).collect();
    let all = under.iter().sum::<usize>() == parts.len();
    all && under.contains(&0) && !under.contains(&1) && under.iter().any(|count| *count > 1)
}

/// The kind of a sheet that its name does not tell: the one whose header fits best, with three known headings at least, which
/// are half of all; where the title above the header names a kind that knows two, that one.
pub fn kind_of(grid: &Grid, layout: &Layout) -> Option<(usize, Header)> {
    let best = best_kind(grid, layout);
    let titled = (0..grid.rows.len().min(SEARCHED)).find_map(|at| by_title(grid, at, 1, layout));
    match (best, titled) {
        (Some(best), Some(titled)) if titled.1.at.0 <= best.1.at.0 => Some(titled),
        (None, titled) => titled,
        (best, _) => best,
    }
}

/// The kind that the title above a row names, with the row as its header: two headings of it at least are known, and half of all.
pub fn by_title(grid: &Grid, at: usize, rows: usize, layout: &Layout) -> Option<(usize, Header)> {
    let title = grid.rows.get(at.checked_sub(1)?)?;
    let mut filled = title.cells.iter().filter(|placed| !placed.cell.is_blank());
    let text = filled.next()?.cell.text()?;
    if filled.next().is_some() {
        return None;
    }
    let kind = sheet_of(text, layout)?;
    let header = header_at(grid, at, rows, layout.sheets.get(kind)?, layout)?;
    (header.known >= 2 && header.known.saturating_mul(2) >= header.columns.len()).then_some((kind, header))
}

fn best_kind(grid: &Grid, layout: &Layout) -> Option<(usize, Header)> {
    let mut best: Option<(usize, Header)> = None;
    for (index, sheet) in layout.sheets.iter().enumerate() {
        let Some(header) = header(grid, 0, sheet, layout).filter(fits) else { continue };
        let better = |held: &(usize, Header)| {
            let width = |index: usize| layout.sheets.get(index).map_or(usize::MAX, |sheet| sheet.columns.len());
            (header.known, std::cmp::Reverse(width(index))) > (held.1.known, std::cmp::Reverse(width(held.0)))
        };
        if best.as_ref().is_none_or(better) {
            best = Some((index, header));
        }
    }
    best
}

/// Whether so many headings are known that a row can only be a header.
pub fn fits(header: &Header) -> bool {
    header.known >= 3 && header.known.saturating_mul(2) >= header.columns.len()
}

/// The row, or two rows, at an index as a header.
pub fn header_at(grid: &Grid, at: usize, rows: usize, sheet: &Sheet, layout: &Layout) -> Option<Header> {
    let texts = match rows {
        1 => single(grid.rows.get(at)?),
        _ => double(grid.rows.get(at)?, grid.rows.get(at.checked_add(1)?)?)?,
    };
    let mut columns: BTreeMap<usize, Heading> = BTreeMap::new();
    let mut held: BTreeMap<Option<usize>, usize> = BTreeMap::new();
    let mut known = 0_usize;
    for (number, candidates) in texts {
        let found = candidates.iter().find_map(|text| {
            if is_parent(text, sheet, layout) {
                return Some(None);
            }
            column_of(text, &sheet.key, &sheet.columns).map(Some)
        });
        let unit = candidates.iter().find_map(|text| unit_in(text));
        let at_end = |text: &String| unit_at_end(text).map(|(_, unit)| unit);
        let unit = unit.or_else(|| found.and_then(|_| candidates.iter().find_map(at_end)));
        let odd = |text: &String| odd_unit(text).map(|words| Given::unknown(&words));
        let unit = unit.or_else(|| candidates.iter().find_map(odd));
        let meaning = match found {
            None => {
                let heading = candidates.first().cloned().unwrap_or_default();
                if candidates.iter().any(|text| counts_rows(text)) {
                    Meaning::Number(heading)
                } else if candidates.iter().any(|text| states_units(text)) {
                    Meaning::Unit(heading)
                } else {
                    Meaning::Unknown(heading)
                }
            }
            Some(what) => match held.get(&what) {
                Some(first) => Meaning::Twice(*first),
                None => {
                    held.insert(what, number);
                    known = known.saturating_add(1);
                    what.map_or(Meaning::Parent, Meaning::Column)
                }
            },
        };
        columns.insert(number, Heading { meaning, unit });
    }
    let mut header = Header { at: (at, rows), columns, known };
    find_parent(&mut header, sheet, layout);
    Some(header)
}

/// A column of a list inside records that is called as the parent's own column is (企业名称, 统一社会信用代码) names the parent's
/// record, where no other column does.
fn find_parent(header: &mut Header, sheet: &Sheet, layout: &Layout) {
    let Some(parent) = sheet.parent.and_then(|parent| layout.sheets.get(parent)) else { return };
    if header.columns.values().any(|heading| matches!(heading.meaning, Meaning::Parent)) {
        return;
    }
    let names_it = |name: &str| {
        let column = column_of(name, &parent.key, &parent.columns).and_then(|index| parent.columns.get(index));
        column.is_some_and(|column| matches!(column.path.as_slice(), ["id" | "code" | "name"]))
    };
    let found = header.columns.values_mut().find(|heading| match &heading.meaning {
        Meaning::Unknown(name) => names_it(name),
        _ => false,
    });
    if let Some(heading) = found {
        heading.meaning = Meaning::Parent;
        header.known = header.known.saturating_add(1);
    }
}

/// Whether a heading is that of a column which states units.
fn states_units(heading: &str) -> bool {
    matches!(plain(heading).as_str(), "单位" | "计量单位" | "数据单位" | "金额单位" | "unit" | "units")
}

/// Whether a heading is that of a column which counts the rows.
fn counts_rows(heading: &str) -> bool {
    matches!(plain(heading).as_str(), "序号" | "序" | "行号" | "顺序号" | "no" | "no." | "№" | "#")
}

/// The texts of a row, each at its column.
fn single(row: &Row) -> Vec<(usize, Vec<String>)> {
    texts(row).map(|(column, text)| (column, vec![text.to_owned()])).collect()
}

/// The texts of two rows, the upper one spread to the right over what is merged or left blank.
fn double(above: &Row, below: &Row) -> Option<Vec<(usize, Vec<String>)>> {
    // a row of figures is no second half of a header
    if below.cells.iter().any(|placed| placed.cell.text().is_none() && !placed.cell.is_blank()) {
        return None;
    }
    // nor is a record that came to stand above the header the first
    if has_facts(above, texts(below).count()) {
        return None;
    }
    let tops: Vec<(usize, &str)> = texts(above).collect();
    let top = |column: usize| tops.iter().take_while(|(at, _)| *at <= column).last().map(|(_, text)| *text);
    let mut out: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for (column, text) in &tops {
        out.insert(*column, vec![(*text).to_owned()]);
    }
    for (column, text) in texts(below) {
        let joined = top(column).map(|top| format!("{top}·{text}"));
        out.insert(column, joined.into_iter().chain([text.to_owned()]).collect());
    }
    Some(out.into_iter().collect())
}

fn texts(row: &Row) -> impl Iterator<Item = (usize, &str)> {
    let text = |placed: &'_ Placed| placed.cell.text().is_some_and(|text| !plain(text).is_empty());
    row.cells.iter().filter(move |placed| text(placed)).filter_map(|placed| Some((placed.column, placed.cell.text()?)))
}

/// Whether a heading is that of the column that names the parent's record: its own heading, the parent's title with 编号, 名称
/// or 代码, or the title alone.
fn is_parent(text: &str, sheet: &Sheet, layout: &Layout) -> bool {
    let (Some(parent), Some(own)) =
        (sheet.parent.and_then(|parent| layout.sheets.get(parent)), sheet.parent_heading(layout))
    else {
        return false;
    };
    let text = plain(text);
    if text == plain(&own.zh) || text == plain(&own.en) {
        return true;
    }
    let label = [parent.title.zh.as_str(), parent.label.zh];
    let bare = text.strip_prefix('所').map_or(text.as_str(), |rest| rest.trim_start_matches(['属', '在']));
    label.iter().any(|label| {
        let label = plain(label);
        bare.strip_prefix(label.as_str()).is_some_and(|rest| matches!(rest, "" | "编号" | "名称" | "代码" | "id"))
    }) || text == format!("{}_id", parent.key)
}

/// Lines above a header in which its unit is looked for.
const LINES: usize = 12;
/// Most cells of such a line.
const LINE_CELLS: usize = 4;

/// Takes the units that the lines above a header state for the whole table (单位：万元): for each figure whose column states none,
/// where one of its kind is stated, and no other.
///
/// The upper of two rows may be such a line too, but a unit behind the words of a heading in it is that heading's own.
pub fn take_units_above(lines: &[&Row], grid: &Grid, header: &mut Header, sheet: &Sheet) {
    let (at, rows) = header.at;
    let is_line = |row: &&Row| row.cells.iter().filter(|placed| !placed.cell.is_blank()).count() <= LINE_CELLS;
    let lines = lines.iter().copied().filter(is_line).rev().take(LINES);
    let upper = grid.rows.get(at..at.saturating_add(rows.saturating_sub(1))).unwrap_or_default().iter();
    let of_heading = |text: &str| text.split_once(['(', '（']).is_some_and(|(before, _)| !before.trim().is_empty());
    let upper = upper.flat_map(texts).filter(|(_, text)| !of_heading(text));
    let upper = upper.flat_map(|(_, text)| stated_units(text));
    let stated: Vec<Given> = lines.flat_map(units_of_line).chain(unit_in(&grid.name)).chain(upper).collect();
    for heading in header.columns.values_mut().filter(|heading| heading.unit.is_none()) {
        let Meaning::Column(index) = heading.meaning else { continue };
        let column = sheet.columns.get(index).map(|column| &column.holds);
        let Some(Holds::One(FieldKind::Quantity { bounds, .. })) = column else { continue };
        let mut fitting = stated.iter().filter(|given| given.fits(bounds.unit));
        if let Some(first) = fitting.next()
            && fitting.all(|other| other.is_like(first))
        {
            heading.unit = Some(first.clone());
        }
    }
}

/// Takes the units of the header that stood above another of the same kind, column by column: on the next page they are not said again.
pub fn take_units_of(held: &Header, header: &mut Header) {
    for (number, heading) in header.columns.iter_mut().filter(|(_, heading)| heading.unit.is_none()) {
        let before = held.columns.get(number).filter(|before| match (&before.meaning, &heading.meaning) {
            (Meaning::Column(one), Meaning::Column(other)) => one == other,
            _ => false,
        });
        heading.unit = before.and_then(|before| before.unit.clone());
    }
}

/// The units that a line states: behind the word 单位, which may stand in a cell of its own, or in brackets behind a title.
pub fn units_of_line(row: &Row) -> Vec<Given> {
    let mut found = Vec::new();
    let mut is_label = false;
    for (_, text) in texts(row) {
        if is_label {
            found.extend(Given::parse(text));
        }
        let stated = stated_units(text);
        is_label = stated.is_empty() && compact(text).trim_end_matches(':').ends_with("单位");
        // 投资情况表（万元）; a unit of things counts no table
        let titled = || unit_in(text).filter(|given| !given.is_count());
        match stated.is_empty() {
            true => found.extend(titled()),
            false => found.extend(stated),
        }
    }
    found
}

/// The units behind the word 单位 of a line, such as 填报单位：示例局　单位：万元、亩.
pub fn stated_units(line: &str) -> Vec<Given> {
    const BESIDE: [char; 7] = ['、', ',', '/', ';', '(', ')', '。'];
    const BEFORE: [char; 6] = [':', '为', '是', '(', '[', '均'];
    // 万元 2023年
    let unit = |part: &str| Given::parse(part).or_else(|| Given::parse(part.split_whitespace().next()?));
    let units = |rest: &str| -> Vec<Given> {
        let after = rest.trim_start().trim_start_matches(BEFORE).trim_start();
        // 人民币 says that it is money, and no size
        let parts = after.split(BESIDE).filter(|part| !part.trim().is_empty() && part.trim() != "人民币");
        parts.map_while(unit).collect()
    };
    let line = half(line).to_lowercase();
    let joined = compact(&line);
    let behind = |text: &str| -> Vec<Given> {
        let words = ["单位", "unit:", "units:"];
        words.into_iter().flat_map(|word| text.split(word).skip(1).flat_map(units).collect::<Vec<_>>()).collect()
    };
    // 单 位：万元
    Some(behind(&line)).filter(|found| !found.is_empty()).unwrap_or_else(|| behind(&joined))
}

/// A unit among these that some figure of a table is in perhaps, whose heading states none, and the unit that it was read in.
pub fn unused(units: &[Given], header: &Header, sheet: &Sheet) -> Option<(String, &'static str)> {
    header.columns.values().filter(|heading| heading.unit.is_none()).find_map(|heading| {
        let Meaning::Column(index) = heading.meaning else { return None };
        let Some(Holds::One(FieldKind::Quantity { bounds, .. })) = sheet.columns.get(index).map(|column| &column.holds)
        else {
            return None;
        };
        let unit = units.iter().find(|unit| unit.fits(bounds.unit) && !unit.is_base())?;
        Some((unit.shown().to_owned(), bounds.unit.code()))
    })
}

/// Whether a row below a header states units and nothing else; it gives them to their columns.
///
/// Hints how to fill the columns may stand beside them: （必填）, 下拉, 年/月.
pub fn take_units(row: &Row, header: &mut Header) -> bool {
    let mut found = Vec::new();
    let is_hint = |text: &str| {
        let text = compact(text);
        let bracketed = text.starts_with('(') && text.ends_with(')');
        bracketed
            || matches!(
                text.trim_end_matches('项'),
                "必填"
                    | "选填"
                    | "可选"
                    | "下拉"
                    | "文本"
                    | "数字"
                    | "数值"
                    | "日期"
                    | "年/月"
                    | "年月"
                    | "年-月"
                    | "年/月/日"
                    | "年月日"
                    | "年-月-日"
                    | "yyyy-mm"
                    | "yyyy-mm-dd"
            )
    };
    for placed in row.cells.iter().filter(|placed| !placed.cell.is_blank()) {
        let Some(text) = placed.cell.text() else { return false };
        match Given::parse(text.trim_matches(['(', ')', '（', '）', ' '])) {
            Some(unit) => found.push((placed.column, unit)),
            None if matches!(plain(text).as_str(), "单位" | "计量单位" | "-" | "—" | "unit") || is_hint(text) =>
                {}
            None => return false,
        }
    }
    let some = !found.is_empty();
    for (column, unit) in found {
        if let Some(heading) = header.columns.get_mut(&column) {
            heading.unit = Some(unit);
        }
    }
    some
}
