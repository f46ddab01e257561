//! Styles of cells: the number format of each.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::archive::Archive;
use super::fault;
use super::xml::{Said, Xml};
use crate::error::Result;
use crate::grid::Span;
use crate::workbook::section::{Figure, Kind, Moment};
use crate::workbook::shown::Format;

/// Styles of cells; a workbook has at most 65,490.
const STYLES: usize = 100_000;

/// Reads how each style of cells shows a number, by the index of the style.
pub fn read(archive: &mut Archive<'_>, part: &str) -> Result<Vec<Arc<Format>>> {
    let Some(stream) = archive.part(part)? else { return Ok(Vec::new()) };
    let (mut xml, mut formats, mut styles) = (Xml::new(stream), BTreeMap::new(), Vec::new());
    let mut in_cells = false;
    loop {
        let depth = xml.depth();
        match xml.next()? {
            Said::Open(tag) if depth == 1 => in_cells = tag.is("cellXfs"),
            Said::Open(tag) if depth == 2 && tag.is("numFmt") => {
                let (id, code) = (tag.attribute("numFmtId")?, tag.attribute("formatCode")?);
                let id = id.and_then(|id| id.trim().parse::<u32>().ok());
                if let (Some(id), Some(code)) = (id, code) {
                    formats.insert(id, Arc::new(Format::of_code(&code)));
                }
            }
            Said::Open(tag) if depth == 2 && in_cells && tag.is("xf") => {
                let id = tag.attribute("numFmtId")?.and_then(|id| id.trim().parse::<u32>().ok()).unwrap_or_default();
                styles.push(Arc::clone(formats.entry(id).or_insert_with(|| Arc::new(of_id(id)))));
            }
            Said::End => return Ok(styles),
            _ => {}
        }
        if styles.len() > STYLES || formats.len() > STYLES {
            return Err(fault::damaged().at(part));
        }
    }
}

/// The formats that every workbook has, those of Chinese ones among them (ECMA-376, part 1, 18.8.30).
fn of_id(id: u32) -> Format {
    Format::of_kind(match id {
        14..=16 | 22 | 28..=31 | 51 | 53 | 54 | 58 => Kind::Moment(Moment::Day(None)),
        17 | 27 | 36 | 50 | 52 | 57 => Kind::Moment(Moment::Day(Some(Span::Month))),
        18..=21 | 32..=35 | 45 | 47 | 55 | 56 => Kind::Moment(Moment::Clock),
        46 => Kind::Moment(Moment::Elapsed),
        _ => Kind::Figure(Figure { percent: matches!(id, 9 | 10), digits: true, ..Figure::default() }),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_formats_that_every_workbook_has_are_known_by_number() {
        let moment = |moment| Format::of_kind(Kind::Moment(moment));
        let (day, month) = (moment(Moment::Day(None)), moment(Moment::Day(Some(Span::Month))));
        for (id, format) in [
            (14, &day),
            (31, &day),
            (58, &day),
            (17, &month),
            (27, &month),
            (57, &month),
            (32, &moment(Moment::Clock)),
            (46, &moment(Moment::Elapsed)),
            (0, &Format::of_code("General")),
            (4, &Format::of_code("#,##0.00")),
            (9, &Format::of_code("0%")),
        ] {
            assert_eq!(of_id(id), *format, "{id}");
        }
    }
}
