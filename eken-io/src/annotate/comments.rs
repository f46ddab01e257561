//! Comments of a sheet: what the sender wrote stays, what an earlier copy added goes, what this one finds comes below.
//!
//! What eken writes into a comment stands between two lines that no one else writes, so that it can be taken out again, also
//! where the sender has written something above or below it.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::events::{BytesStart, Event};

use super::cells::At;
use super::pass::{Out, Pass, end, escape, is, plain, prefix};
use super::rich::Rich;
use crate::error::Result;
use crate::grid::letters;
use crate::xlsx::fault;
use crate::xlsx::sheet::place;

/// The line above what eken writes into a comment.
pub const BEGIN: &str = "▼ eken";
/// The line below it.
pub const END: &str = "▲ eken";
/// Who wrote a comment that is eken's alone.
const AUTHOR: &str = "eken";
/// Bytes of the comments of a sheet that are held.
const HELD: usize = 64 << 20;

/// A comment.
#[derive(Debug)]
struct Comment {
    at: At,
    tag: BytesStart<'static>,
    /// What stands in it, as it is written.
    inner: String,
}

/// The comments of a sheet.
#[derive(Debug, Default)]
pub struct Comments {
    root: Option<BytesStart<'static>>,
    prefix: String,
    /// The list of authors and what else stands before the comments, as it is written, without its end.
    authors: Vec<String>,
    list: Vec<Comment>,
    /// What stands behind the comments, as it is written.
    rest: String,
}

/// What became of the comments of a sheet.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// Cells that had no comment and have one now, with its text.
    pub added: BTreeMap<At, String>,
    /// Cells whose comment has another text now, with it.
    pub other: BTreeMap<At, String>,
    /// Cells that have lost the comment of an earlier copy.
    pub gone: BTreeSet<At>,
}

impl Changed {
    /// Whether nothing has changed.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

impl Comments {
    /// Reads the comments of a sheet.
    pub fn read(mut pass: Pass<'_, '_>) -> Result<Self> {
        let (mut out, mut part, mut held) = (Self::default(), String::new(), 0_usize);
        while let Some((level, event)) = pass.next()? {
            let (tag, opens) = match event {
                Event::Start(tag) => (tag.into_owned(), true),
                Event::Empty(tag) => (tag.into_owned(), false),
                _ => continue,
            };
            match level {
                0 => {
                    out.prefix = prefix(&tag);
                    out.root = Some(tag);
                }
                1 if is(&tag, "authors") || is(&tag, "commentList") => part = tag.local_name().as_ref().to_owned(),
                1 => out.rest.push_str(&whole(&tag, &inner(&mut pass, opens)?)?),
                2 if part == "authors" => out.authors.push(inner(&mut pass, opens)?),
                2 if is(&tag, "comment") => {
                    let at = plain(&tag, "ref")?.and_then(|at| place(at.split(':').next().unwrap_or_default()));
                    let (column, row) = at.ok_or(fault::damaged())?;
                    out.list.push(Comment { at: (row, column), inner: inner(&mut pass, opens)?, tag });
                }
                _ => drop(inner(&mut pass, opens)?),
            }
            let last = out.list.last().map_or(0, |comment| comment.inner.len());
            held = held.saturating_add(last).saturating_add(128);
            if held > HELD {
                return Err(fault::text());
            }
        }
        Ok(out)
    }

    /// Takes out what an earlier copy wrote and writes what this one finds.
    pub fn change(&mut self, new: &BTreeMap<At, String>) -> Result<Changed> {
        let (mut changed, mut left) = (Changed::default(), new.clone());
        for comment in &mut self.list {
            let mut rich = Rich::read(&comment.inner)?;
            let cut = rich.cut(BEGIN, END);
            let text = left.remove(&comment.at);
            if text.is_none() && !cut {
                continue;
            }
            if let Some(text) = text {
                rich.add(&text, BEGIN, END, &self.prefix);
            } else if rich.is_empty() {
                changed.gone.insert(comment.at);
                continue;
            }
            changed.other.insert(comment.at, rich.text());
            comment.inner = rich.markup(&self.prefix);
        }
        self.list.retain(|comment| !changed.gone.contains(&comment.at));
        let author = if left.is_empty() { 0 } else { self.author() };
        for (at, text) in left {
            let name = format!("{}comment", self.prefix);
            let tag = format!("{name} ref=\"{}{}\" authorId=\"{author}\"", letters(at.1), at.0);
            let mut rich = Rich::default();
            rich.add(&text, BEGIN, END, &self.prefix);
            let tag = BytesStart::from_content(tag, name.len());
            self.list.push(Comment { at, tag, inner: rich.markup(&self.prefix) });
            changed.added.insert(at, rich.text());
        }
        Ok(changed)
    }

    fn author(&mut self) -> usize {
        let own = escape(AUTHOR);
        self.authors.iter().position(|name| *name == own).unwrap_or_else(|| {
            self.authors.push(own);
            self.authors.len().saturating_sub(1)
        })
    }

    /// The part of the comments; the namespace is for one that is new.
    pub fn part(&self, space: &str) -> Result<Vec<u8>> {
        let mut out = Out::new(Vec::new());
        out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")?;
        let root = match &self.root {
            Some(root) => root.clone(),
            None => BytesStart::from_content(format!("comments xmlns=\"{space}\""), "comments".len()),
        };
        let own = &self.prefix;
        out.event(Event::Start(root.borrow()))?;
        out.raw(&format!("<{own}authors>"))?;
        for name in &self.authors {
            out.raw(&format!("<{own}author>{name}</{own}author>"))?;
        }
        out.raw(&format!("</{own}authors><{own}commentList>"))?;
        for comment in &self.list {
            out.raw(&whole(&comment.tag, &comment.inner)?)?;
        }
        out.raw(&format!("</{own}commentList>{}", self.rest))?;
        out.event(end(&root))?;
        Ok(out.into_inner())
    }
}

/// An element with what stands in it.
fn whole(tag: &BytesStart<'_>, inner: &str) -> Result<String> {
    Ok(format!("<{}>{inner}</{}>", &**tag, tag.name().as_ref()))
}

/// What stands in the element that was begun, as it is written.
fn inner(pass: &mut Pass<'_, '_>, opens: bool) -> Result<String> {
    let mut out = Out::new(Vec::new());
    let mut depth = usize::from(opens);
    while depth > 0 {
        let Some((_, event)) = pass.next()? else { return Err(fault::damaged()) };
        match &event {
            Event::Start(_) => depth = depth.saturating_add(1),
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > 0 {
            out.event(event)?;
        }
    }
    String::from_utf8(out.into_inner()).map_err(|_| fault::damaged())
}

#[cfg(test)]
mod tests;
