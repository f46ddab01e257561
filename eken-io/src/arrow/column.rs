//! Columns of a frame with what is to be said of them.

use arrow_array::ArrayRef;
use arrow_array::builder::StringBuilder;
use arrow_schema::{DataType, Field};
use eken_core::json::Tree;
use eken_core::model::kind::{Code, FieldKind, Reason};
use eken_core::words::{Lang, Words};
use std::sync::Arc;

use super::codes::Codes;
use super::frame::{FrameOptions, metadata};
use super::values::{self, Made};
use crate::error::Result;
use crate::table::layout::{Column, Sheet};

/// What a column has at a record.
#[derive(Clone, Copy)]
pub(super) enum Seen<'a> {
    /// Nothing.
    Absent,
    /// A value, or an object that says why there is none.
    Written(&'a Tree),
    /// Something that is no value, or in doubt.
    Faulty,
}

/// The reason that is no reason: something was written that is no value of the field.
const FAULTY: [&str; 3] = ["faulty", "填写有误", "faulty"];

/// Name of a column: as in JSON, members joined by full stops; the column of a list of plain values is named as the list.
pub(super) fn name(column: &Column, sheet: Option<&Sheet>) -> String {
    match (column.path.is_empty(), sheet) {
        (true, Some(sheet)) => sheet.path.last().map_or_else(String::new, |name| (*name).to_owned()),
        _ => column.path.join("."),
    }
}

/// A column of the layout with the columns that go with it: the days of partial dates, reasons.
pub(super) fn columns(
    column: &Column,
    sheet: Option<&Sheet>,
    seen: &[Seen<'_>],
    options: &FrameOptions,
) -> Result<Vec<(Field, ArrayRef)>> {
    let values: Vec<Option<&Tree>> = seen
        .iter()
        .map(|seen| match seen {
            Seen::Written(value) if reason(value).is_none() => Some(*value),
            _ => None,
        })
        .collect();
    let Made { array, left } = values::array(&values, column, options.labels)?;
    let (name, title) = (name(column, sheet), column.heading.clone());
    let mut out = vec![(field(column, &name, options), array)];
    if options.spans && matches!(column.holds.kind(), FieldKind::PartialDate | FieldKind::Month) {
        let ends = [("first", "起", "first day"), ("last", "止", "last day")];
        for ((end, zh, en), array) in ends.into_iter().zip(values::spans(&values)) {
            out.push((beside(&name, end, &title, [zh, en], DataType::Date32, options), array));
        }
    }
    let why: Vec<Option<usize>> = seen
        .iter()
        .zip(&left)
        .map(|(seen, left)| match seen {
            Seen::Absent => None,
            Seen::Written(value) => reason(value).or(left.then_some(Reason::INFO.len())),
            Seen::Faulty => Some(Reason::INFO.len()),
        })
        .collect();
    if (options.all_columns && (column.missable || column.required)) || why.iter().any(Option::is_some) {
        let codes = reasons(options.labels);
        let field = beside(&name, "missing", &title, ["缺失原因", "why missing"], codes.data_type(), options);
        out.push((field, codes.array(&why)?));
    }
    let notes: Vec<Option<&str>> = seen
        .iter()
        .map(|seen| match seen {
            Seen::Written(value) if reason(value).is_some() => text(value.get("note")?),
            _ => None,
        })
        .collect();
    if (options.all_columns && column.missable) || notes.iter().any(Option::is_some) {
        let mut array = StringBuilder::new();
        notes.into_iter().for_each(|note| array.append_option(note));
        let field = beside(&name, "missing_note", &title, ["缺失说明", "note on why missing"], DataType::Utf8, options);
        out.push((field, Arc::new(array.finish())));
    }
    Ok(out)
}

/// The texts of a column of reasons.
pub(super) fn reasons(labels: Option<Lang>) -> Codes {
    let faulty = match labels {
        None => FAULTY[0],
        Some(Lang::Zh) => FAULTY[1],
        Some(Lang::En) => FAULTY[2],
    };
    let shown = Reason::INFO.iter().map(|info| labels.map_or(info.code, |lang| info.label.get(lang)));
    Codes::new(shown.chain([faulty]))
}

/// The number of the reason that an object states.
fn reason(value: &Tree) -> Option<usize> {
    let code = text(value.get("missing")?)?;
    Reason::INFO.iter().position(|info| info.code == code)
}

fn text(value: &Tree) -> Option<&str> {
    match value {
        Tree::Text(text) => Some(text),
        _ => None,
    }
}

fn field(column: &Column, name: &str, options: &FrameOptions) -> Field {
    let kind = column.holds.kind();
    let unit = match kind {
        FieldKind::Quantity { bounds, .. } => bounds.unit.code(),
        _ => "",
    };
    let references = match kind {
        FieldKind::Ref(section) => *section,
        _ => "",
    };
    let about = [
        ("label.zh", column.heading.zh.as_str()),
        ("label.en", &column.heading.en),
        ("unit", unit),
        ("clauses", &column.clauses.join("、")),
        ("references", references),
        ("kind", kind_of(kind)),
        ("personal", if matches!(kind, FieldKind::Personal) { "true" } else { "" }),
    ];
    let name = options.headings.map_or(name, |lang| column.heading.get(lang));
    Field::new(name, values::data_type(column, options.labels), true).with_metadata(metadata(&about))
}

/// What kind of value a column holds, where its type does not say it.
const fn kind_of(kind: &FieldKind) -> &'static str {
    match kind {
        FieldKind::Id => "id",
        FieldKind::Ref(_) => "reference",
        FieldKind::Code(_) => "code",
        FieldKind::PartialDate => "partial-date",
        FieldKind::Month => "month",
        FieldKind::Geometry => "geojson",
        _ => "",
    }
}

/// A column beside another.
fn beside(
    name: &str,
    what: &str,
    heading: &Words,
    [zh, en]: [&str; 2],
    kind: DataType,
    options: &FrameOptions,
) -> Field {
    let heading = Words::new(format!("{}·{zh}", heading.zh), format!("{} · {en}", heading.en));
    let about = [("label.zh", heading.zh.as_str()), ("label.en", &heading.en)];
    let name = options.headings.map_or_else(|| format!("{name}.{what}"), |lang| heading.get(lang).to_owned());
    Field::new(name, kind, true).with_metadata(metadata(&about))
}
