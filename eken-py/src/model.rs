//! The kinds of record and their fields, for the classes that Python makes of them.

use std::collections::BTreeSet;

use eken_core::model::Dossier;
use eken_core::model::kind::{FieldInfo, FieldKind, FigureDetail, Record, SectionHead};
use eken_core::words::Label;
use pyo3::prelude::*;

/// A kind of value: its name; characters, unit, section or record; whether it may carry status and source; its codes.
type Kind = (&'static str, Option<&'static str>, bool, Vec<(&'static str, &'static str, &'static str)>);
/// A label or help in Chinese and in English.
type Both = (&'static str, &'static str);
/// A field: name, label, help, clauses, whether it is required and may be missing, depth of lists, kind.
type Field = (&'static str, Both, Both, Vec<&'static str>, bool, bool, usize, Kind);
/// A kind of record: name, Chinese and English label, fields.
type Kinds = (&'static str, &'static str, &'static str, Vec<Field>);

/// Every kind of record that a dossier holds, the dossier first.
#[pyfunction]
pub fn kinds() -> Vec<Kinds> {
    let (mut out, mut seen) = (Vec::new(), BTreeSet::new());
    let mut waiting = vec![FigureDetail::info(), SectionHead::info(), Dossier::info()];
    while let Some(info) = waiting.pop() {
        if !seen.insert(info.name) {
            continue;
        }
        let mut below = info.fields.iter().filter_map(|field| field.kind.record()).collect::<Vec<_>>();
        below.reverse();
        waiting.extend(below);
        out.push((info.name, info.label.zh, info.label.en, info.fields.iter().map(field).collect()));
    }
    out
}

fn field(info: &FieldInfo) -> Field {
    let (mut depth, mut kind) = (0usize, &info.kind);
    while let FieldKind::List(inner) = kind {
        depth = depth.saturating_add(1);
        kind = inner;
    }
    let both = |label: Label| (label.zh, label.en);
    (info.name, both(info.label), both(info.help), info.clauses.to_vec(), info.required, info.missable, depth, of(kind))
}

fn of(kind: &FieldKind) -> Kind {
    let plain = |name| (name, None, false, Vec::new());
    match kind {
        FieldKind::Text(_) => plain("text"),
        FieldKind::Id => plain("id"),
        FieldKind::Ref(section) => ("ref", Some(*section), false, Vec::new()),
        FieldKind::Personal => plain("personal"),
        FieldKind::Code(codes) => {
            ("code", None, false, codes.iter().map(|code| (code.code, code.label.zh, code.label.en)).collect())
        }
        FieldKind::Flag => plain("flag"),
        FieldKind::Date => plain("date"),
        FieldKind::PartialDate => plain("partial_date"),
        FieldKind::Month => plain("month"),
        FieldKind::Time => plain("time"),
        FieldKind::Quantity { bounds, figure } => {
            (if bounds.places == 0 { "count" } else { "quantity" }, Some(bounds.unit.code()), *figure, Vec::new())
        }
        FieldKind::Record(info) => ("record", Some(info().name), false, Vec::new()),
        FieldKind::Section(info) => ("section", Some(info().name), false, Vec::new()),
        FieldKind::Geometry => plain("geometry"),
        FieldKind::Version => plain("version"),
        FieldKind::List(_) => plain("list"),
    }
}
