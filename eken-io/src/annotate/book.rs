//! The workbook itself on its way into the copy: 回执 becomes its first sheet, an older one goes, and what counts sheets counts
//! them anew.

use std::collections::BTreeMap;
use std::io::Write;

use quick_xml::events::{BytesStart, Event};

use super::pass::{Out, Pass, end, escape, is, plain, prefix, with};
use crate::error::Result;
use crate::xlsx::fault;
use crate::xlsx::xml::attribute;

/// What stands between the sheets and the names of a workbook (ECMA-376, part 1, 18.2.27).
const BEFORE_NAMES: [&str; 2] = ["functionGroups", "externalReferences"];

/// A sheet as the workbook names it, of whatever kind.
#[derive(Clone, Debug)]
pub struct Tab {
    /// Its name.
    pub name: String,
    /// Its relation.
    pub id: String,
    number: usize,
}

/// What has to be known of a workbook before it is written.
#[derive(Debug, Default)]
pub struct Book {
    /// The namespace of the workbook, which those of its parts follow.
    pub space: String,
    /// Its sheets, in order.
    pub tabs: Vec<Tab>,
    /// How an element says its relation, with the namespace that the prefix stands for where the element says it itself.
    relation: (String, Option<(String, String)>),
}

impl Book {
    /// Reads a workbook.
    pub fn read(mut pass: Pass<'_, '_>) -> Result<Self> {
        let (mut out, mut part) = (Self::default(), String::new());
        while let Some((level, event)) = pass.next()? {
            let (Event::Start(tag) | Event::Empty(tag)) = event else { continue };
            match level {
                0 => out.space = space(&tag)?,
                1 => part = tag.local_name().as_ref().to_owned(),
                2 if part == "sheets" && is(&tag, "sheet") => {
                    let (name, id) = (plain(&tag, "name")?, attribute(&tag, "id")?);
                    let (Some(name), Some(id)) = (name, id) else { return Err(fault::damaged()) };
                    let number = plain(&tag, "sheetId")?.and_then(|number| number.trim().parse().ok());
                    if out.tabs.is_empty() {
                        out.relation = relation(&tag)?;
                    }
                    out.tabs.push(Tab { name, id, number: number.unwrap_or_default() });
                }
                _ => {}
            }
        }
        Ok(out)
    }

    /// A name that no sheet has: this one, or this one with a number.
    pub fn free(&self, wanted: &str, goes: &[usize]) -> String {
        let is_taken = |name: &str| {
            let mut left = self.tabs.iter().enumerate().filter(|(index, _)| !goes.contains(index));
            left.any(|(_, tab)| tab.name.to_lowercase() == name.to_lowercase())
        };
        let mut names = std::iter::once(wanted.to_owned()).chain((2_usize..).map(|nth| format!("{wanted} ({nth})")));
        names.find(|name| !is_taken(name)).unwrap_or_default()
    }
}

/// What the workbook gets.
#[derive(Clone, Debug)]
pub struct First {
    /// The name of the sheet that becomes the first.
    pub name: String,
    /// Its relation.
    pub id: String,
    /// Names that belong to it, as they are called and what they stand for.
    pub names: Vec<(&'static str, String)>,
    /// Sheets that go, by their place.
    pub goes: Vec<usize>,
}

impl First {
    /// The new place of each sheet that stays, by its old one.
    fn places(&self, count: usize) -> BTreeMap<usize, usize> {
        (0..count).filter(|old| !self.goes.contains(old)).zip(1..).collect()
    }
}

/// Writes a workbook again, with its first sheet.
pub fn write(mut pass: Pass<'_, '_>, book: &Book, first: &First, out: &mut Out<impl Write>) -> Result<()> {
    let places = first.places(book.tabs.len());
    let (mut part, mut nth, mut named, mut behind) = (String::new(), 0_usize, false, false);
    let mut skipped = false;
    let names = |own: &str, out: &mut Out<_>| {
        first.names.iter().try_for_each(|(name, range)| {
            let range = escape(range);
            let hidden = if name.ends_with("_FilterDatabase") { " hidden=\"1\"" } else { "" };
            out.raw(&format!("<{own}definedName name=\"{name}\" localSheetId=\"0\"{hidden}>{range}</{own}definedName>"))
        })
    };
    let all_names = |own: &str, out: &mut Out<_>| {
        out.raw(&format!("<{own}definedNames>"))?;
        names(own, out)?;
        out.raw(&format!("</{own}definedNames>"))
    };
    while let Some((level, event)) = pass.next()? {
        let (tag, opens) = match event {
            Event::Start(tag) => (tag, true),
            Event::Empty(tag) => (tag, false),
            Event::End(tag) => {
                let own = tag.name().prefix().map(|prefix| format!("{}:", prefix.as_ref())).unwrap_or_default();
                behind |= level == 1 && part == "sheets";
                if level == 0 && !named {
                    all_names(&own, out)?;
                }
                if !(level == 2 && std::mem::take(&mut skipped)) {
                    out.event(Event::End(tag))?;
                }
                continue;
            }
            other => {
                if !skipped {
                    out.event(other)?;
                }
                continue;
            }
        };
        let written = |out: &mut Out<_>, tag: BytesStart<'_>| {
            out.event(if opens { Event::Start(tag) } else { Event::Empty(tag) })
        };
        match level {
            1 => {
                part = tag.local_name().as_ref().to_owned();
                let own = prefix(&tag);
                if behind && !named && !BEFORE_NAMES.contains(&part.as_str()) {
                    named = true;
                    if part == "definedNames" {
                        out.event(Event::Start(tag.borrow()))?;
                        names(&own, out)?;
                        if !opens {
                            out.event(end(&tag))?;
                        }
                        continue;
                    }
                    all_names(&own, out)?;
                }
                let is_sheets = part == "sheets" && opens;
                written(out, tag)?;
                if is_sheets {
                    out.raw(&format!("<{own}{}/>", sheet(book, first)))?;
                }
            }
            2 if part == "sheets" && is(&tag, "sheet") => {
                let goes = first.goes.contains(&nth);
                nth = nth.saturating_add(1);
                if !goes {
                    written(out, tag)?;
                }
                skipped = goes && opens;
            }
            2 if part == "bookViews" => {
                written(out, with(&tag, &[("activeTab", None), ("firstSheet", None)])?)?;
            }
            2 if part == "definedNames" => {
                let old = plain(&tag, "localSheetId")?.and_then(|old| old.trim().parse::<usize>().ok());
                match old.map(|old| places.get(&old)) {
                    None => written(out, tag)?,
                    Some(None) => skipped = opens,
                    Some(Some(new)) => written(out, with(&tag, &[("localSheetId", Some(&new.to_string()))])?)?,
                }
            }
            _ if skipped => {}
            _ => written(out, tag)?,
        }
    }
    Ok(())
}

/// The element of the first sheet, without its prefix.
fn sheet(book: &Book, first: &First) -> String {
    let taken = book.tabs.iter().map(|tab| tab.number).max().unwrap_or_default();
    let number = taken.saturating_add(1);
    let (key, said) = &book.relation;
    let said = said.as_ref().map(|(name, space)| format!(" {name}=\"{}\"", escape(space))).unwrap_or_default();
    format!("sheet{said} name=\"{}\" sheetId=\"{number}\" {key}=\"{}\"", escape(&first.name), escape(&first.id))
}

/// The namespace of an element.
fn space(tag: &BytesStart<'_>) -> Result<String> {
    let key = tag.name().prefix().map_or("xmlns".to_owned(), |prefix| format!("xmlns:{}", prefix.as_ref()));
    Ok(plain(tag, &key)?.unwrap_or_default())
}

/// How an element says its relation.
fn relation(tag: &BytesStart<'_>) -> Result<(String, Option<(String, String)>)> {
    let mut key = "id".to_owned();
    for attribute in tag.attributes().with_checks(false).flatten() {
        if attribute.key.local_name().as_ref() == "id" {
            key = attribute.key.as_ref().to_owned();
        }
    }
    let declared = key.split_once(':').map(|(prefix, _)| format!("xmlns:{prefix}"));
    let space = match &declared {
        Some(name) => plain(tag, name)?.map(|space| (name.clone(), space)),
        None => None,
    };
    Ok((key, space))
}

#[cfg(test)]
mod tests;
