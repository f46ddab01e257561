//! A column as a field of a Table Schema: what its values are, in the form that the CSV writer gives them.

use eken_core::json::Tree;
use eken_core::model::kind::{CodeInfo, FieldKind};
use eken_core::quantity::{Bounds, Unit};
use eken_core::words::Lang;

use super::json::{add, object, texts};
use crate::table::layout::{Column, Holds};

/// A day, month, quarter or year as it is written. The signs are those that XML Schema and every other grammar know.
const PARTIAL: &str = "[0-9]{4}(Q[1-4]|-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?";

/// The field of a column.
pub fn field(column: &Column, lang: Lang) -> Tree {
    let kind = column.holds.kind();
    let mut out = plain(column.heading.get(lang), column.heading.get(other(lang)), kind_name(&column.holds));
    let said = about(column, lang);
    if !said.is_empty() {
        add(&mut out, "description", Tree::text(&said));
    }
    match (&column.holds, kind) {
        (Holds::Several(_), _) => {}
        (_, FieldKind::Flag) => {
            add(&mut out, "trueValues", texts(["是"]));
            add(&mut out, "falseValues", texts(["否"]));
        }
        (_, FieldKind::Date) => add(&mut out, "format", Tree::text("default")),
        (_, FieldKind::Time) => add(&mut out, "format", Tree::text("%H:%M")),
        (_, FieldKind::Quantity { bounds, .. }) => {
            if bounds.places > 0 {
                add(&mut out, "decimalChar", Tree::text("."));
            }
            if bounds.unit != Unit::Item {
                add(&mut out, "unit", Tree::text(bounds.unit.label().get(lang)));
            }
        }
        _ => {}
    }
    let limits = constraints(column);
    if !matches!(&limits, Tree::Object(members) if members.is_empty()) {
        add(&mut out, "constraints", limits);
    }
    if !column.clauses.is_empty() {
        add(&mut out, "clauses", texts(column.clauses));
    }
    add(&mut out, "member", Tree::text(&column.path.join(".")));
    out
}

/// A field of this name and type, its title in the other language.
pub fn plain(name: &str, title: &str, kind: &str) -> Tree {
    object([("name", Tree::text(name)), ("title", Tree::text(title)), ("type", Tree::text(kind))])
}

/// The other language.
pub const fn other(lang: Lang) -> Lang {
    match lang {
        Lang::Zh => Lang::En,
        Lang::En => Lang::Zh,
    }
}

/// The type of a Table Schema. Several values in a cell are a text.
const fn kind_name(holds: &Holds) -> &'static str {
    match holds {
        Holds::Several(_) => "string",
        Holds::One(kind) => match kind {
            FieldKind::Flag => "boolean",
            FieldKind::Date => "date",
            FieldKind::Month => "yearmonth",
            FieldKind::Time => "time",
            FieldKind::Quantity { bounds, .. } if bounds.places == 0 => "integer",
            FieldKind::Quantity { .. } => "number",
            FieldKind::Version => "integer",
            _ => "string",
        },
    }
}

/// What a column means and what it rests on.
fn about(column: &Column, lang: Lang) -> String {
    let mut parts: Vec<String> = Vec::new();
    let help = column.help.get(lang);
    if !help.is_empty() {
        parts.push(help.to_owned());
    }
    if matches!(column.holds, Holds::Several(_)) {
        parts.push(match lang {
            Lang::Zh => "多个值用“；”隔开".to_owned(),
            Lang::En => "several values are parted by “；”".to_owned(),
        });
    }
    if !column.clauses.is_empty() {
        parts.push(match lang {
            Lang::Zh => format!("依据：{}", column.clauses.join("、")),
            Lang::En => format!("rests on {}", column.clauses.join(", ")),
        });
    }
    parts.join(if lang == Lang::Zh { "。" } else { ". " })
}

fn constraints(column: &Column) -> Tree {
    let mut out = object([]);
    // a value may be missing with a reason, which a reader of the schema takes for no value at all
    if column.required && !column.missable {
        add(&mut out, "required", Tree::Bool(true));
    }
    match (&column.holds, column.holds.kind()) {
        (Holds::One(_), FieldKind::Code(codes)) => {
            add(&mut out, "enum", texts(codes.iter().map(|code| code.label.zh)));
        }
        (Holds::Several(_), FieldKind::Code(codes)) => add(&mut out, "pattern", Tree::text(&several(codes))),
        (Holds::One(_), FieldKind::Text(most)) => {
            add(&mut out, "maxLength", Tree::Number(most.to_string().into()));
        }
        (Holds::One(_), FieldKind::PartialDate) => add(&mut out, "pattern", Tree::text(PARTIAL)),
        (Holds::One(_), FieldKind::Quantity { bounds, .. }) => {
            if !bounds.signed {
                add(&mut out, "minimum", Tree::Number("0".into()));
            }
            add(&mut out, "maximum", greatest(bounds));
        }
        _ => {}
    }
    out
}

/// The greatest figure within bounds, as a text where a binary number would round it.
fn greatest(bounds: &Bounds) -> Tree {
    let nines = |count: u32| "9".repeat(usize::try_from(count).unwrap_or_default());
    match bounds.places {
        0 => Tree::Number(nines(bounds.whole).into()),
        places => Tree::text(&format!("{}.{}", nines(bounds.whole), nines(places))),
    }
}

/// The pattern of several codes in a cell.
fn several(codes: &[CodeInfo]) -> String {
    let label = |code: &CodeInfo| {
        let mut out = String::new();
        for sign in code.label.zh.chars() {
            if "\\.+*?()[]{}|^$-".contains(sign) {
                out.push('\\');
            }
            out.push(sign);
        }
        out
    };
    let one = codes.iter().map(label).collect::<Vec<_>>().join("|");
    format!("({one})(；({one}))*")
}
