//! The styles of a workbook: read, rid of old marks, and given those that new marks and 回执 need.

use std::collections::BTreeMap;
use std::io::Write;

use eken_core::finding::Severity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::memory::{Before, Memory};
use super::pass::{Out, Pass, end, is, plain, prefix, with};
use crate::error::Result;
use crate::xlsx::fault;

/// Styles of cells that a workbook takes.
const STYLES: usize = 64_000;
/// Bytes of fonts, fills, borders and styles of cells that are held.
const HELD: usize = 64 << 20;
/// What stands where a workbook has no styles.
const DEFAULTS: [&str; 4] = [
    "<font><sz val=\"11\"/><name val=\"Calibri\"/></font>",
    "<fill><patternFill patternType=\"none\"/></fill>",
    "<border><left/><right/><top/><bottom/><diagonal/></border>",
    "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>",
];
const GRAY: &str = "<fill><patternFill patternType=\"gray125\"/></fill>";
/// The lists in question, as they are called and as they are told apart here.
const LISTS: [&str; 4] = ["fonts", "fills", "borders", "cellXfs"];
/// The place of the styles of cells among them.
const CELLS: usize = 3;
/// The parts of the styles, in the order in which they stand.
const ORDER: [&str; 11] = [
    "numFmts",
    "fonts",
    "fills",
    "borders",
    "cellStyleXfs",
    "cellXfs",
    "cellStyles",
    "dxfs",
    "tableStyles",
    "colors",
    "extLst",
];

/// A list: its items as they are written, prefixes aside, and how many there were.
#[derive(Debug, Default)]
struct List {
    items: Vec<String>,
    before: usize,
    there: bool,
}

impl List {
    /// The number of an item, which is added where it is not there.
    fn of(&mut self, item: &str) -> usize {
        self.items.iter().position(|held| held == item).unwrap_or_else(|| {
            self.items.push(item.to_owned());
            self.items.len().saturating_sub(1)
        })
    }
}

/// The styles.
#[derive(Debug, Default)]
pub struct Styles {
    prefix: String,
    lists: [List; 4],
    marks: BTreeMap<(usize, Severity), Option<usize>>,
    changed: BTreeMap<usize, String>,
    /// Which colour covers what, from now on.
    pub memory: Memory,
}

impl Styles {
    /// Those of a workbook that has none.
    pub fn none() -> Self {
        let mut out = Self::default();
        out.complete();
        out
    }

    /// Reads the styles and takes off the marks of an earlier copy.
    pub fn read(mut pass: Pass<'_, '_>, old: &Memory) -> Result<Self> {
        let mut out = Self::default();
        let (mut list, mut held) = (None, 0_usize);
        while let Some((level, event)) = pass.next()? {
            let (tag, opens) = match event {
                Event::Start(tag) => (tag, true),
                Event::Empty(tag) => (tag, false),
                _ => continue,
            };
            match level {
                0 => out.prefix = prefix(&tag),
                1 => {
                    list = LISTS.iter().position(|name| is(&tag, name));
                    if let Some(list) = list.and_then(|list| out.lists.get_mut(list)) {
                        list.there = true;
                    }
                }
                2 => {
                    let Some(index) = list else { continue };
                    let tag = tag.into_owned();
                    let item = item(&mut pass, &tag, opens, if index == CELLS { None } else { Some(&out.prefix) })?;
                    held = held.saturating_add(item.len()).saturating_add(64);
                    let Some(list) = out.lists.get_mut(index) else { continue };
                    list.items.push(item);
                    if held > HELD {
                        return Err(fault::damaged());
                    }
                }
                _ => {}
            }
        }
        for list in &mut out.lists {
            list.before = list.items.len();
        }
        out.complete();
        out.clean(old)?;
        Ok(out)
    }

    /// Gives each list what it must begin with.
    fn complete(&mut self) {
        for (list, first) in self.lists.iter_mut().zip(DEFAULTS) {
            if list.items.is_empty() {
                list.items.push(first.to_owned());
            }
        }
        let [_, fills, ..] = &mut self.lists;
        if fills.before == 0 {
            fills.items.push(GRAY.to_owned());
        }
    }

    /// Takes the marks of an earlier copy off the styles that have them.
    fn clean(&mut self, old: &Memory) -> Result<()> {
        let [fonts, fills, _, cells] = &mut self.lists;
        let covered: BTreeMap<usize, Before> = fills
            .items
            .iter()
            .enumerate()
            .filter_map(|(index, fill)| Some((index, old.before(&solid(fill)?)?)))
            .collect();
        if covered.is_empty() {
            return Ok(());
        }
        for (index, cell) in cells.items.iter_mut().enumerate() {
            let Some(before) = number(cell, "fillId")?.and_then(|fill| covered.get(&fill)) else { continue };
            let fill = before.fill.as_ref().map_or(0, |fill| fills.of(fill)).to_string();
            let font = before.font.as_ref().map(|font| fonts.of(font).to_string());
            let mut changes = vec![("fillId", Some(fill.as_str()))];
            if let Some(font) = &font {
                changes.push(("fontId", Some(font.as_str())));
            }
            *cell = changed(cell, &changes)?;
            self.changed.insert(index, cell.clone());
        }
        Ok(())
    }

    /// The style of a cell that is marked, made from the one that it has; none where a workbook takes no more.
    pub fn mark(&mut self, base: usize, severity: Severity) -> Result<Option<usize>> {
        if let Some(known) = self.marks.get(&(base, severity)) {
            return Ok(*known);
        }
        let made = self.derive(base, severity)?;
        self.marks.insert((base, severity), made);
        Ok(made)
    }

    fn derive(&mut self, base: usize, severity: Severity) -> Result<Option<usize>> {
        let [fonts, fills, _, cells] = &mut self.lists;
        if cells.items.len() >= STYLES {
            return Ok(None);
        }
        let cell = cells.items.get(base).or(cells.items.first()).cloned().unwrap_or_default();
        let of = |list: &List, number: Option<usize>| number.and_then(|number| list.items.get(number)).cloned();
        let none = |fill: &str| fill.contains("patternType=\"none\"") || !fill.contains("patternType=");
        let fill = of(fills, number(&cell, "fillId")?).filter(|fill| fill.contains("<gradientFill") || !none(fill));
        // a light letter on a dark fill would not be seen on a light one
        let font = of(fonts, number(&cell, "fontId")?).filter(|font| is_light(font));
        let dark = font.as_ref().map(|font| fonts.of(&without_colour(font)).to_string());
        let Some(colour) = self.memory.colour(severity, Before { fill, font }) else { return Ok(None) };
        let fill = fills.of(&filled(&colour)).to_string();
        let mut changes = vec![("fillId", Some(fill.as_str())), ("applyFill", Some("1"))];
        if let Some(dark) = &dark {
            changes.extend([("fontId", Some(dark.as_str())), ("applyFont", Some("1"))]);
        }
        Ok(Some(cells.of(&changed(&cell, &changes)?)))
    }

    /// A style from font, fill and border, as they are written without prefixes, attributes of its own, and how it is aligned.
    pub fn add(&mut self, [font, fill, border]: [&str; 3], attributes: &str, alignment: &str) -> usize {
        let prefix = self.prefix.clone();
        let [fonts, fills, borders, cells] = &mut self.lists;
        let (font, fill, border) = (fonts.of(font), fills.of(fill), borders.of(border));
        let head = format!("numFmtId=\"0\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"{border}\"");
        let applied = "applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"";
        cells.of(&format!("<{prefix}xf {head} {applied}{attributes}><{prefix}alignment {alignment}/></{prefix}xf>"))
    }

    /// A part of styles for a workbook that has none.
    pub fn part(&self, space: &str) -> String {
        let list = |index: usize| self.whole(index).unwrap_or_default();
        let lists: String = (0..LISTS.len()).map(list).collect();
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<styleSheet xmlns=\"{space}\">{lists}</styleSheet>"
        )
    }

    /// Writes the styles again, with what was changed and added.
    pub fn write(&self, mut pass: Pass<'_, '_>, out: &mut Out<impl Write>) -> Result<()> {
        let (mut list, mut nth, mut at) = (None, 0_usize, 0_usize);
        while let Some((level, event)) = pass.next()? {
            let (tag, opens) = match event {
                Event::Start(tag) => (tag, true),
                Event::Empty(tag) => (tag, false),
                Event::End(tag) => {
                    match level {
                        0 => self.fill_in(&mut at, ORDER.len(), out)?,
                        1 => {
                            if let Some(index) = list.take() {
                                self.added(index, out)?;
                            }
                        }
                        _ => {}
                    }
                    out.event(Event::End(tag))?;
                    continue;
                }
                other => {
                    out.event(other)?;
                    continue;
                }
            };
            match level {
                0 if !opens => {
                    out.event(Event::Start(tag.borrow()))?;
                    self.fill_in(&mut at, ORDER.len(), out)?;
                    out.event(end(&tag))?;
                }
                1 => {
                    let rank = ORDER.iter().position(|name| is(&tag, name)).unwrap_or(at);
                    self.fill_in(&mut at, rank, out)?;
                    let index = LISTS.iter().position(|name| is(&tag, name));
                    (list, nth) = (index, 0);
                    match index.and_then(|index| self.lists.get(index)) {
                        None => out.event(if opens { Event::Start(tag) } else { Event::Empty(tag) })?,
                        Some(items) => {
                            let count = items.items.len().to_string();
                            let tag = match plain(&tag, "count")? {
                                Some(_) => with(&tag, &[("count", Some(&count))])?,
                                None => tag.into_owned(),
                            };
                            out.event(Event::Start(tag.borrow()))?;
                            if !opens {
                                if let Some(index) = list.take() {
                                    self.added(index, out)?;
                                }
                                out.event(end(&tag))?;
                            }
                        }
                    }
                }
                2 if list == Some(CELLS) => {
                    let change = self.changed.get(&nth);
                    nth = nth.saturating_add(1);
                    match change {
                        Some(cell) => {
                            let tag = tag.into_owned();
                            item(&mut pass, &tag, opens, None)?;
                            out.raw(cell)?;
                        }
                        None => out.event(if opens { Event::Start(tag) } else { Event::Empty(tag) })?,
                    }
                }
                _ => out.event(if opens { Event::Start(tag) } else { Event::Empty(tag) })?,
            }
        }
        Ok(())
    }

    /// Writes the lists that are not there and that stand before this rank.
    fn fill_in(&self, at: &mut usize, rank: usize, out: &mut Out<impl Write>) -> Result<()> {
        let passed = ORDER.iter().take(rank).skip(*at);
        for name in passed {
            let index = LISTS.iter().position(|list| list == name);
            let lacks = index.filter(|index| self.lists.get(*index).is_some_and(|list| !list.there));
            if let Some(list) = lacks.and_then(|index| self.whole(index)) {
                out.raw(&list)?;
            }
        }
        *at = rank.max(*at);
        Ok(())
    }

    fn whole(&self, index: usize) -> Option<String> {
        let (list, name) = (self.lists.get(index)?, LISTS.get(index)?);
        let (prefix, count) = (&self.prefix, list.items.len());
        let items: String = list.items.iter().map(|item| self.prefixed(index, item)).collect();
        Some(format!("<{prefix}{name} count=\"{count}\">{items}</{prefix}{name}>"))
    }

    /// Writes the items that were added to a list.
    fn added(&self, index: usize, out: &mut Out<impl Write>) -> Result<()> {
        let Some(list) = self.lists.get(index) else { return Ok(()) };
        list.items.iter().skip(list.before).try_for_each(|item| out.raw(&self.prefixed(index, item)))
    }

    /// An item with the prefix of the part; styles of cells are held with it, but for the first one of none.
    fn prefixed(&self, index: usize, item: &str) -> String {
        if self.prefix.is_empty() || (index == CELLS && item.starts_with(&format!("<{}", self.prefix))) {
            return item.to_owned();
        }
        item.replace("</", "\u{0}")
            .replace('<', &format!("<{}", self.prefix))
            .replace('\u{0}', &format!("</{}", self.prefix))
    }
}

/// The element that was begun, up to its end: as it is, or without this prefix and without what has another.
fn item(pass: &mut Pass<'_, '_>, first: &BytesStart<'_>, opens: bool, without: Option<&str>) -> Result<String> {
    let mut out = Out::new(Vec::new());
    let tagged = |tag: &BytesStart<'_>| -> Result<Option<BytesStart<'static>>> {
        match without {
            None => Ok(Some(tag.to_owned())),
            Some(own) if prefix(tag) != own => Ok(None),
            Some(_) => bare(tag).map(Some),
        }
    };
    let written = |out: &mut Out<Vec<u8>>, tag: BytesStart<'static>, opens: bool| {
        out.event(if opens { Event::Start(tag) } else { Event::Empty(tag) })
    };
    if let Some(tag) = tagged(first)? {
        written(&mut out, tag, opens)?;
    }
    let (mut depth, mut skipped) = (usize::from(opens), 0_usize);
    while depth > 0 {
        let Some((_, event)) = pass.next()? else { return Err(fault::damaged()) };
        match event {
            Event::Start(tag) => {
                depth = depth.saturating_add(1);
                match tagged(&tag)? {
                    Some(tag) if skipped == 0 => written(&mut out, tag, true)?,
                    _ => skipped = skipped.saturating_add(1),
                }
            }
            Event::Empty(tag) => {
                if let Some(tag) = tagged(&tag)?.filter(|_| skipped == 0) {
                    written(&mut out, tag, false)?;
                }
            }
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                match (skipped, without) {
                    (0, None) => out.event(Event::End(tag))?,
                    (0, Some(_)) => out.raw(&format!("</{}>", tag.local_name().as_ref()))?,
                    _ => skipped = skipped.saturating_sub(1),
                }
            }
            other if without.is_none() => out.event(other)?,
            _ => {}
        }
    }
    String::from_utf8(out.into_inner()).map_err(|_| fault::damaged())
}

/// An element without its prefix and without attributes that have one.
fn bare(tag: &BytesStart<'_>) -> Result<BytesStart<'static>> {
    let name = tag.local_name().as_ref().to_owned();
    let named = BytesStart::from_content(format!("{name}{}", tag.attributes_raw()), name.len());
    let prefixed: Vec<String> = named
        .attributes()
        .with_checks(false)
        .filter_map(|attribute| Some(attribute.ok()?.key.as_ref().to_owned()))
        .filter(|key| key.contains(':') || key == "xmlns")
        .collect();
    let changes: Vec<(&str, Option<&str>)> = prefixed.iter().map(|key| (key.as_str(), None)).collect();
    with(&named, &changes)
}

/// An element with other attributes.
fn changed(element: &str, changes: &[(&str, Option<&str>)]) -> Result<String> {
    let mut reader = Reader::from_str(element);
    let event = reader.read_event().map_err(|_| fault::damaged())?;
    let rest = usize::try_from(reader.buffer_position()).ok().and_then(|at| element.get(at..)).unwrap_or_default();
    match event {
        Event::Start(tag) => Ok(format!("<{}>{rest}", &*with(&tag, changes)?)),
        Event::Empty(tag) => Ok(format!("<{}/>", &*with(&tag, changes)?)),
        _ => Err(fault::damaged()),
    }
}

/// A number among the attributes of an element.
fn number(element: &str, name: &str) -> Result<Option<usize>> {
    match Reader::from_str(element).read_event() {
        Ok(Event::Start(tag) | Event::Empty(tag)) => {
            Ok(plain(&tag, name)?.and_then(|number| number.trim().parse().ok()))
        }
        _ => Ok(None),
    }
}

/// The fill of one colour.
pub fn filled(colour: &str) -> String {
    format!(
        "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF{colour}\"/><bgColor indexed=\"64\"/></patternFill></fill>"
    )
}

/// The colour of a fill of one colour that is given by its parts.
fn solid(fill: &str) -> Option<String> {
    let is_solid = fill.contains("patternType=\"solid\"");
    let (_, colour) = fill.split_once("<fgColor rgb=\"").filter(|_| is_solid)?;
    let (colour, _) = colour.split_once('"')?;
    colour.get(2..).map(str::to_ascii_uppercase)
}

/// Whether the letters of a font are light.
fn is_light(font: &str) -> bool {
    let Some(colour) = colour_of(font) else { return false };
    let Ok(Event::Empty(tag)) = Reader::from_str(colour).read_event() else { return false };
    let of = |name: &str| plain(&tag, name).ok().flatten();
    if let Some(theme) = of("theme") {
        return matches!(theme.as_str(), "0" | "2");
    }
    if let Some(index) = of("indexed") {
        return matches!(index.as_str(), "1" | "9");
    }
    let number = of("rgb").and_then(|rgb| u32::from_str_radix(&rgb, 16).ok());
    number.is_some_and(|number| {
        let [_, red, green, blue] = number.to_be_bytes();
        let part = |part: u8, weight: u32| u32::from(part).saturating_mul(weight);
        part(red, 299).saturating_add(part(green, 587)).saturating_add(part(blue, 114)) > 160_000
    })
}

fn colour_of(font: &str) -> Option<&str> {
    let begin = font.find("<color ")?;
    let rest = font.get(begin..)?;
    rest.get(..rest.find("/>")?.saturating_add(2))
}

fn without_colour(font: &str) -> String {
    colour_of(font).map_or_else(|| font.to_owned(), |colour| font.replacen(colour, "", 1))
}

#[cfg(test)]
mod tests;
