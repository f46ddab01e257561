//! Relations of parts and kinds of content: read, and written again with what is added and what goes.

use std::collections::BTreeSet;
use std::io::Write;

use quick_xml::events::{BytesStart, Event};

use super::pass::{Out, Pass, end, escape, is, plain, prefix};
use crate::error::Result;
use crate::xlsx::package::join;

/// A relation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Relation {
    /// Its identifier.
    pub id: String,
    /// Its kind, in full.
    pub kind: String,
    /// The part that it leads to; none where it leads outside.
    pub part: Option<String>,
}

impl Relation {
    /// Whether its kind ends with this word.
    pub fn is(&self, kind: &str) -> bool {
        self.kind.rsplit('/').next() == Some(kind)
    }
}

/// Reads relations that are named from a folder.
pub fn read(mut pass: Pass<'_, '_>, folder: &str) -> Result<Vec<Relation>> {
    let mut out = Vec::new();
    while let Some((_, event)) = pass.next()? {
        let (Event::Start(tag) | Event::Empty(tag)) = event else { continue };
        if !is(&tag, "Relationship") {
            continue;
        }
        let of = |name: &str| plain(&tag, name).map(Option::unwrap_or_default);
        let outside = of("TargetMode")? == "External";
        let part = (!outside).then(|| of("Target")).transpose()?.map(|target| join(folder, &target));
        out.push(Relation { id: of("Id")?, kind: of("Type")?, part });
    }
    Ok(out)
}

/// An identifier that no relation has.
pub fn free(taken: &[Relation]) -> String {
    let mut ids = (1_usize..).map(|number| format!("eken{number}"));
    ids.find(|id| taken.iter().all(|relation| !relation.id.eq_ignore_ascii_case(id))).unwrap_or_default()
}

/// A relation to an absolute part, as it is written.
pub fn element(id: &str, kind: &str, part: &str) -> String {
    format!("Relationship Id=\"{}\" Type=\"{}\" Target=\"/{}\"", escape(id), escape(kind), escape(part))
}

/// A kind of content, as it is written.
pub fn content(part: &str, kind: &str) -> String {
    format!("Override PartName=\"/{}\" ContentType=\"{kind}\"", escape(part))
}

/// Relations of a part that had none.
pub fn new(elements: &[String]) -> String {
    let elements: String = elements.iter().map(|element| format!("<{element}/>")).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships \
         xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{elements}</Relationships>"
    )
}

/// Writes relations or kinds of content again: without those of which `goes` says so, and with these elements at the end.
pub fn write(
    mut pass: Pass<'_, '_>,
    goes: impl Fn(&BytesStart<'_>) -> Result<bool>,
    added: &[String],
    out: &mut Out<impl Write>,
) -> Result<()> {
    let mut own = String::new();
    let add = |own: &str, out: &mut Out<_>| added.iter().try_for_each(|element| out.raw(&format!("<{own}{element}/>")));
    let mut skipped = false;
    while let Some((level, event)) = pass.next()? {
        match event {
            Event::Empty(tag) if level == 0 => {
                out.event(Event::Start(tag.borrow()))?;
                add(&prefix(&tag), out)?;
                out.event(end(&tag))?;
            }
            Event::Start(tag) if level == 0 => {
                own = prefix(&tag);
                out.event(Event::Start(tag))?;
            }
            Event::Empty(tag) if level == 1 && goes(&tag)? => {}
            Event::Start(tag) if level == 1 && goes(&tag)? => skipped = true,
            Event::End(_) if level == 1 && skipped => skipped = false,
            _ if skipped => {}
            Event::End(tag) if level == 0 => {
                add(&own, out)?;
                out.event(Event::End(tag))?;
            }
            other => out.event(other)?,
        }
    }
    Ok(())
}

/// Whether a kind of content is that of one of these parts.
pub fn is_of(tag: &BytesStart<'_>, parts: &BTreeSet<String>) -> Result<bool> {
    let name = plain(tag, "PartName")?.map(|name| join("", &name));
    Ok(is(tag, "Override") && name.is_some_and(|name| parts.iter().any(|part| part.eq_ignore_ascii_case(&name))))
}
