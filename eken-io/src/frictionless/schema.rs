//! The Table Schema of a table: its fields in the order of the file, its keys, how a missing value is written.

use eken_core::json::Tree;
use eken_core::model::kind::{Code, FieldKind, Reason};
use eken_core::words::{Label, Lang};

use super::field::{field, other, plain};
use super::json::{add, object, texts};
use crate::grid::Grid;
use crate::table::layout::{Column, EXTRA_HEADINGS, Holds, ITEM, Layout, SECTION, Sheet};

/// What a file of a folder holds.
#[derive(Clone, Copy, Debug)]
pub enum Table<'a> {
    /// What stands once.
    Once,
    /// What each section says of itself.
    Heads,
    /// What no other table can carry.
    Extra,
    /// A kind of fact.
    Facts(&'a Sheet),
}

impl<'a> Table<'a> {
    /// What the file of this key holds.
    pub fn of(key: &str, layout: &'a Layout) -> Option<Self> {
        match key {
            "dossier" => Some(Self::Once),
            "sections" => Some(Self::Heads),
            "extra" => Some(Self::Extra),
            _ => layout.sheets.iter().find(|sheet| sheet.key == key).map(Table::Facts),
        }
    }
}

/// The schema of a table that stands in a file with these headings, beside files of these keys.
pub fn schema(table: Table<'_>, grid: &Grid, beside: &[&str], layout: &Layout, lang: Lang) -> Tree {
    let headings: Vec<&str> =
        grid.rows.first().into_iter().flat_map(|row| &row.cells).filter_map(|placed| placed.cell.text()).collect();
    let mut out = object([
        ("fields", Tree::Array(headings.iter().map(|heading| named(table, heading, layout, lang)).collect())),
        ("missingValues", texts(missing(grid))),
    ]);
    let (key, links) = keys(table, &headings, beside, layout, lang);
    if !key.is_empty() {
        add(&mut out, "primaryKey", texts(key));
    }
    if !links.is_empty() {
        add(&mut out, "foreignKeys", Tree::Array(links));
    }
    out
}

/// The field of a heading.
fn named(table: Table<'_>, heading: &str, layout: &Layout, lang: Lang) -> Tree {
    let of = |columns: &[Column]| {
        columns.iter().find(|column| column.heading.get(lang) == heading).map(|column| field(column, lang))
    };
    let fixed = |label: &Label| plain(label.get(lang), label.get(other(lang)), "string");
    let found = match table {
        Table::Once => ITEM.iter().find(|label| label.get(lang) == heading).map(|label| {
            let items: Vec<&str> = layout.once.iter().map(|column| column.heading.get(lang)).collect();
            let mut out = fixed(label);
            if heading == ITEM[0].get(lang) {
                add(&mut out, "constraints", object([("required", Tree::Bool(true)), ("enum", texts(items))]));
            }
            out
        }),
        Table::Heads if heading == SECTION.get(lang) => {
            let sections = layout.sheets.iter().filter(|sheet| sheet.section).map(|sheet| sheet.title.get(lang));
            let mut out = fixed(&SECTION);
            add(&mut out, "constraints", object([("required", Tree::Bool(true)), ("enum", texts(sections))]));
            Some(out)
        }
        Table::Heads => of(&layout.heads),
        Table::Extra => EXTRA_HEADINGS.iter().find(|label| label.get(lang) == heading).map(|label| {
            let is_part = label == &EXTRA_HEADINGS[1];
            plain(label.get(lang), label.get(other(lang)), if is_part { "integer" } else { "string" })
        }),
        Table::Facts(sheet) => of(&sheet.columns).or_else(|| {
            let parent = sheet.parent_heading(layout)?;
            let mut out = plain(parent.get(lang), parent.get(other(lang)), "string");
            add(&mut out, "constraints", object([("required", Tree::Bool(true))]));
            Some(out)
        }),
    };
    found.unwrap_or_else(|| plain(heading, heading, "string"))
}

/// How a missing value is written: the reasons in both languages, and with their notes as they stand in the file.
fn missing(grid: &Grid) -> Vec<String> {
    let reasons = Reason::ALL.iter().flat_map(|reason| [reason.label().zh, reason.label().en]);
    let mut out: Vec<String> = [String::new()].into_iter().chain(reasons.map(|words| format!("#{words}"))).collect();
    let known = out.len();
    let cells = grid.rows.iter().flat_map(|row| &row.cells).filter_map(|placed| placed.cell.text());
    let mut noted: Vec<String> = cells
        .filter(|text| {
            let reasons = out.get(1..known).unwrap_or_default();
            reasons.iter().any(|reason| text.strip_prefix(reason.as_str()).is_some_and(|rest| rest.starts_with('：')))
        })
        .map(str::to_owned)
        .collect();
    noted.sort();
    noted.dedup();
    out.extend(noted);
    out
}

/// The fields that tell a record apart, and the fields that name records of other files.
fn keys<'h>(
    table: Table<'_>,
    headings: &[&'h str],
    beside: &[&str],
    layout: &Layout,
    lang: Lang,
) -> (Vec<&'h str>, Vec<Tree>) {
    let first = |count: usize| headings.iter().take(count).copied().collect::<Vec<_>>();
    let sheet = match table {
        Table::Once | Table::Heads => return (first(1), Vec::new()),
        Table::Extra => return (first(2), Vec::new()),
        Table::Facts(sheet) => sheet,
    };
    let is_id = |column: &&Column| matches!(column.holds, Holds::One(FieldKind::Id)) && column.required;
    let id_of = |sheet: &Sheet| sheet.columns.iter().find(is_id).map(|column| column.heading.get(lang).to_owned());
    let own = id_of(sheet).filter(|_| sheet.parent.is_none());
    let key = headings.iter().copied().filter(|heading| own.as_deref() == Some(*heading)).collect();
    let link = |from: &str, to: &Sheet| {
        let id = id_of(to).filter(|_| to.parent.is_none() && beside.contains(&to.key.as_str()))?;
        // the own table is named by nothing
        let resource = if to.key == sheet.key { "" } else { to.key.as_str() };
        let reference = object([("resource", Tree::text(resource)), ("fields", texts([id]))]);
        Some(object([("fields", texts([from])), ("reference", reference)]))
    };
    let parent = sheet.parent.and_then(|index| layout.sheets.get(index)).zip(sheet.parent_heading(layout));
    let mut links: Vec<Tree> = parent.iter().filter_map(|(to, heading)| link(heading.get(lang), to)).collect();
    for column in &sheet.columns {
        let Holds::One(FieldKind::Ref(section)) = column.holds else { continue };
        let to = layout.sheets.iter().find(|to| to.key == section);
        let is_here = headings.contains(&column.heading.get(lang));
        links.extend(to.filter(|_| is_here).and_then(|to| link(column.heading.get(lang), to)));
    }
    (key, links)
}
