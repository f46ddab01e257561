//! The zip of a workbook, copied entry by entry: what has to change is streamed through, what is new comes behind, all else stays
//! as it is packed.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Write};

use quick_xml::events::Event;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::book::{self, Book, First};
use super::cells::{self, At, Change, Scan};
use super::comments::{Changed, Comments};
use super::copy::Sent;
use super::drawing;
use super::looks::Looks;
use super::memory::Memory;
use super::notice::{Mark, Notices};
use super::pass::{Out, Pass, plain};
use super::receipt::{Content, Target, names, page};
use super::relations::{self, Relation};
use super::styles::Styles;
use crate::error::Result;
use crate::grid::Grid;
use crate::table::Places;
use crate::table::receipt::{NAME, is_receipt, memory};
use crate::xlsx::archive::{Archive, Stream};
use crate::xlsx::fault;
use crate::xlsx::limits::Limits;
use crate::xlsx::package::{Package, SheetPart, relations_of};

const TYPES: &str = "[Content_Types].xml";
/// Bytes of a drawing of comments.
const DRAWING: usize = 64 << 20;
/// How often a part may be read on the way into a copy, once to look and once to write.
const READS: u64 = 4;

/// A workbook and what is to be said of it.
pub struct Patch<'a> {
    /// The file, for its words.
    pub sent: &'a Sent<'a>,
    /// The workbook: the sender's, or one that was made.
    pub bytes: &'a [u8],
    /// What is told.
    pub notices: &'a Notices,
    /// Its cells.
    pub grids: &'a [Grid],
    /// Where values stand in it.
    pub places: &'a Places,
}

/// Whether a workbook says that it holds macros.
pub fn has_macros(bytes: &[u8]) -> bool {
    let says = || -> Result<bool> {
        let mut archive = Archive::open(bytes, &Limits::default())?;
        let mut pass = pass(&mut archive, TYPES)?.ok_or(fault::damaged())?;
        while let Some((_, event)) = pass.next()? {
            let (Event::Start(tag) | Event::Empty(tag)) = event else { continue };
            if plain(&tag, "ContentType")?.is_some_and(|kind| kind.contains("macroEnabled.main")) {
                return Ok(true);
            }
        }
        Ok(false)
    };
    says().unwrap_or(false)
}

/// A sheet of the workbook on its way into the copy.
struct Sheet {
    part: String,
    marks: BTreeMap<At, Mark>,
    scan: Scan,
    /// The part that holds its relations, and those.
    relations: (String, Vec<Relation>),
    comments: Comments,
    changed: Changed,
    change: Change,
    added: Vec<String>,
}

/// What the copy is made of, entry by entry.
#[derive(Default)]
struct Made {
    /// Parts that are there and get another content.
    other: BTreeMap<String, Vec<u8>>,
    /// Parts that are new.
    new: Vec<(String, Vec<u8>)>,
    /// Their kinds of content, as they are written.
    contents: Vec<String>,
}

/// The copy of a workbook.
pub fn patch(patch: &Patch<'_>, limits: &Limits) -> Result<Vec<u8>> {
    let limits = Limits { inflated: limits.inflated.saturating_mul(READS), ..*limits };
    let mut archive = Archive::open(patch.bytes, &limits)?;
    let package = Package::read(&mut archive, &limits)?;
    let book = Book::read(pass(&mut archive, &package.workbook)?.ok_or(fault::damaged())?)?;
    let lang = patch.sent.lang;
    let folder = folder(&package.workbook).to_owned();
    let related = relations_part(&mut archive, &package.workbook)?;
    // the sheets as the reader has them: what is hidden and begins with _ belongs to the template
    let read: Vec<&SheetPart> =
        package.sheets.iter().filter(|sheet| sheet.shown || !sheet.name.starts_with('_')).collect();
    let old: BTreeSet<String> = (read.iter().zip(patch.grids))
        .filter(|(_, grid)| is_receipt(grid) && patch.is_the_senders())
        .map(|(sheet, _)| sheet.part.clone())
        .collect();
    let known = Memory::read(patch.grids.iter().filter(|grid| is_receipt(grid)).flat_map(memory));
    let styles_part = package.styles.clone().filter(|part| archive.has(part));
    let mut styles = match &styles_part {
        Some(part) => Styles::read(pass(&mut archive, part)?.ok_or(fault::damaged())?, &known)?,
        None => Styles::none(),
    };

    // look at each sheet of cells, and choose the styles of its marks
    let mut sheets = Vec::new();
    let mut block = last_block(&mut archive)?;
    for part in related.1.iter().filter(|each| each.is("worksheet")).filter_map(|each| each.part.clone()) {
        if old.contains(&part) || sheets.iter().any(|sheet: &Sheet| sheet.part == part) || !archive.has(&part) {
            continue;
        }
        let mut marks = BTreeMap::new();
        for (table, sheet) in read.iter().enumerate() {
            if sheet.part == part {
                marks.extend(patch.notices.marks.get(&table).cloned().unwrap_or_default());
            }
        }
        let mut sheet = Sheet::read(&mut archive, part, marks)?;
        for (at, mark) in &sheet.marks {
            if let Some(style) = styles.mark(sheet.scan.style(*at), mark.severity)? {
                sheet.change.styles.insert(*at, style);
            }
        }
        sheets.push(sheet);
    }

    let mut made = Made::default();
    let base = base(&related.1);
    for sheet in &mut sheets {
        sheet.comment(&mut archive, &mut made, (&book.space, &base), &mut block)?;
    }

    // 回执 itself
    let goes: Vec<usize> = (book.tabs.iter().enumerate())
        .filter(|(_, tab)| {
            related.1.iter().any(|each| each.id == tab.id && each.part.as_ref().is_some_and(|part| old.contains(part)))
        })
        .map(|(index, _)| index)
        .collect();
    let content = Content::new(patch.sent, patch.notices, patch.sent.sheets, patch.places);
    let looks = Looks::add(&mut styles, lang);
    let name = book.free(NAME.get(lang), &goes);
    let targets: Vec<Target> =
        read.iter().map(|sheet| Target { name: sheet.name.clone(), shown: sheet.shown }).collect();
    let text = page(&content, &targets, &styles.memory, &looks, &book.space, lang);
    let receipt = free_part(&archive, &made, &format!("{}worksheets/receipt", slashed(&folder)), "xml");
    made.add(&receipt, text.into_bytes(), "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml");
    let id = relations::free(&related.1);
    let mut elements = vec![relations::element(&id, &format!("{base}/worksheet"), &receipt)];
    if styles_part.is_none() {
        let part = free_part(&archive, &made, &format!("{}styles", slashed(&folder)), "xml");
        let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
        made.add(&part, styles.part(&book.space).into_bytes(), kind);
        elements.push(relations::element(&format!("{id}styles"), &format!("{base}/styles"), &part));
    }
    let first = First { names: names(&name, &content), name, id, goes };
    let gone = |relation: &str| {
        related.1.iter().any(|each| each.id == relation && each.part.as_ref().is_some_and(|part| old.contains(part)))
    };

    // entry by entry
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (index, entry) in archive.names().into_iter().enumerate() {
        let is = |part: &str| entry.eq_ignore_ascii_case(part);
        if old.iter().any(|part| is(part) || is(&relations_of(part))) {
            continue;
        }
        let sheet = sheets.iter().find(|sheet| is(&sheet.part) && sheet.is_changed());
        let other = made.other.iter().find(|(part, _)| is(part)).map(|(_, content)| content);
        let changes = is(TYPES) || is(&package.workbook) || is(&related.0) || styles_part.as_deref().is_some_and(is);
        if sheet.is_none() && other.is_none() && !changes {
            archive.copy(index, &mut out)?;
            continue;
        }
        let options = archive.options(&entry).unwrap_or_default().compression_method(CompressionMethod::Deflated);
        out.start_file(entry.as_str(), options).map_err(|_| fault::not_written())?;
        if let Some(content) = other {
            out.write_all(content).map_err(|_| fault::not_written())?;
            continue;
        }
        let source = pass(&mut archive, &entry)?.ok_or(fault::damaged())?;
        let mut writer = Out::new(&mut out);
        if let Some(sheet) = sheet {
            cells::write(source, &sheet.scan, &sheet.change, &mut writer)?;
        } else if is(TYPES) {
            relations::write(source, |tag| relations::is_of(tag, &old), &made.contents, &mut writer)?;
        } else if is(&package.workbook) {
            book::write(source, &book, &first, &mut writer)?;
        } else if is(&related.0) {
            relations::write(source, |tag| Ok(plain(tag, "Id")?.is_some_and(|id| gone(&id))), &elements, &mut writer)?;
        } else {
            styles.write(source, &mut writer)?;
        }
    }
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let options = options.last_modified_time(DateTime::default());
    for (name, content) in &made.new {
        out.start_file(name.as_str(), options).map_err(|_| fault::not_written())?;
        out.write_all(content).map_err(|_| fault::not_written())?;
    }
    out.finish().map(Cursor::into_inner).map_err(|_| fault::not_written())
}

impl Patch<'_> {
    /// Whether the workbook is the sender's; one that was made holds no 回执 of its own.
    fn is_the_senders(&self) -> bool {
        std::ptr::eq(self.bytes, self.sent.bytes)
    }
}

impl Made {
    fn add(&mut self, part: &str, content: Vec<u8>, kind: &str) {
        self.new.push((part.to_owned(), content));
        self.contents.push(relations::content(part, kind));
    }
}

impl Sheet {
    fn read(archive: &mut Archive<'_>, part: String, marks: BTreeMap<At, Mark>) -> Result<Self> {
        let marked = marks.keys().copied().collect();
        let scan = Scan::read(pass(archive, &part)?.ok_or(fault::damaged())?, &marked)?;
        let relations = relations_part(archive, &part)?;
        let held = relations.1.iter().find(|each| each.is("comments")).and_then(|each| each.part.clone());
        let mut comments = match held.map(|part| pass(archive, &part)).transpose()?.flatten() {
            Some(pass) => Comments::read(pass)?,
            None => Comments::default(),
        };
        let texts = marks.iter().map(|(at, mark)| (*at, mark.text.clone())).collect();
        let changed = comments.change(&texts)?;
        Ok(Self { part, marks, scan, relations, comments, changed, change: Change::default(), added: Vec::new() })
    }

    fn is_changed(&self) -> bool {
        self.scan.selected || !self.change.styles.is_empty() || self.change.drawing.is_some()
    }

    /// Makes the parts of the comments: the texts, the boxes, and the relations that lead to them.
    fn comment(
        &mut self,
        archive: &mut Archive<'_>,
        made: &mut Made,
        (space, base): (&str, &str),
        block: &mut usize,
    ) -> Result<()> {
        if self.changed.is_nothing() {
            return Ok(());
        }
        let (part, related) = (&self.relations.0, &self.relations.1);
        let near = format!("{}eken", slashed(folder(&self.part)));
        let texts = self.comments.part(space)?;
        match related.iter().find(|each| each.is("comments")).and_then(|each| each.part.clone()) {
            Some(part) => drop(made.other.insert(part, texts)),
            None => {
                let part = free_part(archive, made, &format!("{near}-comments"), "xml");
                let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
                made.add(&part, texts, kind);
                let id = format!("{}comments", relations::free(related));
                self.added.push(relations::element(&id, &format!("{base}/comments"), &part));
            }
        }
        let drawn = self.scan.drawing.as_ref().and_then(|id| related.iter().find(|each| each.id == *id));
        let drawn = drawn.and_then(|each| each.part.clone()).filter(|part| archive.has(part));
        let old = match &drawn {
            Some(part) => whole(archive, part)?,
            None => String::new(),
        };
        let first = block.saturating_add(1);
        *block = block.saturating_add(drawing::blocks(self.changed.added.len()));
        let Changed { added, other, gone } = &self.changed;
        let boxes = drawing::change(&old, added, other, gone, (&self.scan.size, first))?.into_bytes();
        match drawn {
            Some(part) => drop(made.other.insert(part, boxes)),
            None => {
                let part = free_part(archive, made, &format!("{near}-drawing"), "vml");
                made.add(&part, boxes, "application/vnd.openxmlformats-officedocument.vmlDrawing");
                let id = format!("{}drawing", relations::free(related));
                self.added.push(relations::element(&id, &format!("{base}/vmlDrawing"), &part));
                // the namespace of relations is that of their kinds
                self.change.drawing = Some((id, base.to_owned()));
            }
        }
        if !self.added.is_empty() {
            match pass(archive, part)? {
                Some(source) => {
                    let mut out = Out::new(Vec::new());
                    relations::write(source, |_| Ok(false), &self.added, &mut out)?;
                    made.other.insert(part.clone(), out.into_inner());
                }
                None => made.new.push((part.clone(), relations::new(&self.added).into_bytes())),
            }
        }
        Ok(())
    }
}

/// A part that is read to be written again.
fn pass<'s, 'a>(archive: &'s mut Archive<'a>, part: &str) -> Result<Option<Pass<'s, 'a>>> {
    Ok(archive.part(part)?.map(Pass::new))
}

/// The part that holds the relations of a part, and those; none where it is not there.
fn relations_part(archive: &mut Archive<'_>, part: &str) -> Result<(String, Vec<Relation>)> {
    let name = relations_of(part);
    let read = match pass(archive, &name)? {
        Some(pass) => relations::read(pass, folder(part))?,
        None => Vec::new(),
    };
    Ok((name, read))
}

fn folder(part: &str) -> &str {
    part.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn slashed(folder: &str) -> String {
    if folder.is_empty() { String::new() } else { format!("{folder}/") }
}

/// The beginning of the kinds of relations: the strict and the usual form of the standard differ in it.
fn base(related: &[Relation]) -> String {
    let worksheet = related.iter().find(|each| each.is("worksheet"));
    let base = worksheet.and_then(|each| each.kind.rsplit_once('/')).map(|(base, _)| base.to_owned());
    base.unwrap_or_else(|| "http://schemas.openxmlformats.org/officeDocument/2006/relationships".to_owned())
}

/// The name of a part that is not there yet.
fn free_part(archive: &Archive<'_>, made: &Made, name: &str, extension: &str) -> String {
    let mut names = (1_usize..).map(|number| format!("{name}{number}.{extension}"));
    let is_new = |part: &String| !archive.has(part) && made.new.iter().all(|(name, _)| name != part);
    names.find(is_new).unwrap_or_default()
}

/// The largest number that a drawing of the workbook has.
fn last_block(archive: &mut Archive<'_>) -> Result<usize> {
    let drawings: Vec<String> =
        archive.names().into_iter().filter(|name| name.to_ascii_lowercase().ends_with(".vml")).collect();
    let mut last = 0;
    for name in drawings {
        last = drawing::last_block(&whole(archive, &name)?).max(last);
    }
    Ok(last)
}

/// The text of a part that need not be well-formed.
fn whole(archive: &mut Archive<'_>, part: &str) -> Result<String> {
    let mut stream: Stream<'_, '_> = archive.part(part)?.ok_or(fault::damaged())?;
    let (mut out, mut block) = (Vec::new(), [0_u8; 8 << 10]);
    loop {
        stream.event();
        let read = match stream.read(&mut block) {
            Ok(read) => read,
            Err(_) => return Err(stream.refused().unwrap_or(fault::damaged())),
        };
        if read == 0 {
            return String::from_utf8(out).map_err(|_| fault::damaged());
        }
        out.extend_from_slice(block.get(..read).unwrap_or_default());
        if out.len() > DRAWING {
            return Err(fault::inflated());
        }
    }
}
