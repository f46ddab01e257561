//! Which parts a workbook has: its sheets in order, its texts, its styles, its way of counting days.

use super::archive::Archive;
use super::fault;
use super::limits::Limits;
use super::xml::{Said, Xml};
use crate::error::Result;

/// A sheet of the workbook.
pub struct SheetPart {
    /// Name.
    pub name: String,
    /// Its part in the zip.
    pub part: String,
    /// Whether it is shown.
    pub shown: bool,
}

/// The workbook.
pub struct Package {
    /// Its part in the zip.
    pub workbook: String,
    /// Its sheets of cells, in order.
    pub sheets: Vec<SheetPart>,
    /// The part that holds the shared texts.
    pub strings: Option<String>,
    /// The part that holds the number formats.
    pub styles: Option<String>,
    /// Whether its days are counted from 1904.
    pub since_1904: bool,
    /// Whether its formulas are to be worked out anew when it is opened, because who wrote it could not.
    pub recalculate: bool,
}

struct Relation {
    id: String,
    kind: String,
    target: String,
}

impl Package {
    /// Reads what the workbook says of its parts.
    pub fn read(archive: &mut Archive<'_>, limits: &Limits) -> Result<Self> {
        let workbook = match relations(archive, "", "_rels/.rels", limits)? {
            Some(found) => found.into_iter().find(|relation| relation.kind == "officeDocument"),
            None => None,
        };
        let workbook = match workbook {
            Some(relation) => relation.target,
            None if archive.has("xl/workbook.xml") => "xl/workbook.xml".to_owned(),
            None if archive.has("xl/workbook.bin") => return Err(fault::old_format()),
            None if archive.has("META-INF/manifest.xml") => return Err(fault::open_document()),
            None => return Err(fault::not_a_workbook()),
        };
        if workbook.ends_with(".bin") {
            return Err(fault::old_format());
        }
        let folder = workbook.rsplit_once('/').map_or("", |(folder, _)| folder);
        let relations = relations(archive, folder, &relations_of(&workbook), limits)?;
        let relations = relations.unwrap_or_default();
        let of = |kind: &str| {
            let found = relations.iter().find(|relation| relation.kind == kind);
            found.map(|relation| relation.target.clone())
        };
        let (mut sheets, mut since_1904, mut recalculate) = (Vec::new(), false, false);
        let stream = archive.part(&workbook)?.ok_or(fault::damaged())?;
        let mut xml = Xml::new(stream);
        let mut is_workbook = false;
        loop {
            let depth = xml.depth();
            match xml.next()? {
                Said::Open(tag) if depth == 0 => is_workbook = tag.is("workbook"),
                Said::Open(tag) if depth == 1 && tag.is("workbookPr") => since_1904 = tag.says("date1904")?,
                Said::Open(tag) if depth == 1 && tag.is("calcPr") => recalculate = tag.says("fullCalcOnLoad")?,
                Said::Open(tag) if depth == 2 && tag.is("sheet") => {
                    if sheets.len() >= limits.sheets {
                        return Err(fault::sheets());
                    }
                    let (name, id) = (tag.attribute("name")?, tag.attribute("id")?);
                    let (Some(name), Some(id)) = (name, id) else { return Err(fault::damaged()) };
                    let shown = !matches!(tag.attribute("state")?.as_deref(), Some("hidden" | "veryHidden"));
                    let relation = relations.iter().find(|relation| relation.id == id).ok_or(fault::damaged())?;
                    // charts and dialogues have sheets of their own, without cells
                    if relation.kind == "worksheet" {
                        sheets.push(SheetPart { name, part: relation.target.clone(), shown });
                    }
                }
                Said::End => break,
                _ => {}
            }
        }
        if !is_workbook {
            return Err(fault::not_a_workbook());
        }
        Ok(Self { sheets, strings: of("sharedStrings"), styles: of("styles"), since_1904, recalculate, workbook })
    }
}

fn relations(archive: &mut Archive<'_>, folder: &str, part: &str, limits: &Limits) -> Result<Option<Vec<Relation>>> {
    let Some(stream) = archive.part(part)? else { return Ok(None) };
    let (mut xml, mut found) = (Xml::new(stream), Vec::new());
    loop {
        match xml.next()? {
            Said::Open(tag) if tag.is("Relationship") => {
                // one relation for each part at most, and some that lead outside
                if found.len() > limits.entries.saturating_mul(2) {
                    return Err(fault::entries());
                }
                let inside = tag.attribute("TargetMode")?.as_deref() != Some("External");
                let (id, kind, target) = (tag.attribute("Id")?, tag.attribute("Type")?, tag.attribute("Target")?);
                if let (Some(id), Some(kind), Some(target), true) = (id, kind, target, inside) {
                    let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                    found.push(Relation { id, kind, target: join(folder, &target) });
                }
            }
            Said::End => return Ok(Some(found)),
            _ => {}
        }
    }
}

/// The part of the relations of a part.
pub fn relations_of(part: &str) -> String {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    join(folder, &format!("_rels/{file}.rels"))
}

/// The name of a part that is named from a folder: absolute, or relative with steps up.
pub fn join(folder: &str, target: &str) -> String {
    let mut way: Vec<&str> = match target.starts_with('/') {
        true => Vec::new(),
        false => folder.split('/').collect(),
    };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(way.pop()),
            step => way.push(step),
        }
    }
    way.retain(|step| !step.is_empty());
    way.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_named_from_its_folder_or_from_the_root() {
        for (folder, target, part) in [
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/worksheets", "../styles.xml", "xl/styles.xml"),
            ("", "xl/workbook.xml", "xl/workbook.xml"),
            ("", "../../etc/passwd", "etc/passwd"),
        ] {
            assert_eq!(join(folder, target), part);
        }
    }
}
