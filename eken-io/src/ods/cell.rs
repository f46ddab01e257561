//! What stands in one cell.

use super::figure::figure;
use super::paragraph;
use crate::error::Result;
use crate::grid::Cell;
use crate::workbook::xml::{Said, Tag, Xml};
use crate::workbook::{day, fault, number};

/// What a cell says of itself.
#[derive(Default)]
pub struct Head {
    kind: Option<String>,
    value: Option<String>,
    is_error: bool,
    formula: bool,
}

impl Head {
    /// What the tag of a cell says.
    pub fn of(tag: &Tag<'_>) -> Result<Self> {
        let mut head = Self::default();
        tag.attributes(|name, value| match name {
            // LibreOffice states the kind a second time in words of its own, which know of errors
            "value-type" if value == "error" => head.is_error = true,
            "value-type" => head.kind = head.kind.take().or(Some(value)),
            "value" | "date-value" | "time-value" | "boolean-value" | "string-value" => head.value = Some(value),
            "formula" => head.formula = true,
            _ => {}
        })?;
        Ok(head)
    }
}

/// What stands in the cell that was opened last, in at most so many bytes, and whether a formula made it; none where nothing
/// does.
pub fn read(xml: &mut Xml<'_, '_>, head: Head, most: usize) -> Result<Option<(Cell, bool)>> {
    let shown = shown(xml, most)?;
    let Head { kind, value, is_error, formula } = head;
    if value.as_ref().is_some_and(|value| value.len() > most) {
        return Err(fault::text_of_cell());
    }
    let is_error = is_error || (formula && (shown.starts_with('#') || shown.starts_with("Err:")));
    let text = |text: String| if text.is_empty() { Cell::Empty } else { Cell::Text(text) };
    let value = value.as_deref();
    let cell = match kind.as_deref() {
        _ if is_error => Some(Cell::Fault(shown.clone())),
        Some("float" | "currency") => value.and_then(|value| figure(value, &shown)),
        Some("percentage") => value.and_then(number::percent),
        Some("date") => value.and_then(day::iso),
        Some("time") => value.and_then(day::duration),
        Some("boolean") => match value {
            Some("true") => Some(Cell::Flag(true)),
            Some("false") => Some(Cell::Flag(false)),
            _ => None,
        },
        Some("string") => value.map(|value| text(value.to_owned())),
        _ => None,
    };
    let cell = match cell {
        Some(cell) => cell,
        // a formula that gave a text of no length says that it is a text
        None if formula && kind.is_none() && shown.is_empty() => Cell::NotCalculated,
        None => text(shown),
    };
    Ok((formula || cell != Cell::Empty).then_some((cell, formula)))
}

/// What the cell shows: its paragraphs, a line each. Comments and drawings are left out.
fn shown(xml: &mut Xml<'_, '_>, most: usize) -> Result<String> {
    let (inner, mut shown, mut begun) = (xml.depth(), String::new(), false);
    while xml.depth() >= inner {
        let Said::Open(tag) = xml.next()? else { continue };
        if !tag.is("p") {
            xml.skip()?;
            continue;
        }
        if begun {
            shown.push('\n');
        }
        begun = true;
        paragraph::read(xml, &mut shown, most)?;
    }
    Ok(shown)
}
