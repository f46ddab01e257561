//! TOML files, read with their places.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::plan::source::{Entry, Faults, Node, NodeKind, Place};

/// Reads one TOML text. Syntax faults go to `faults`; then there is no tree.
pub(super) fn read(file: usize, text: &str, faults: &mut Faults<'_>) -> Option<Node> {
    let (body, shift) = text.strip_prefix('\u{feff}').map_or((text, 0), |body| (body, '\u{feff}'.len_utf8()));
    let (table, errors) = DeTable::parse_recoverable(body);
    for error in &errors {
        let offset = error.span().map_or(0, |span| span.start).saturating_add(shift);
        faults.add(Place { file, offset }, format!("not TOML: {}", error.message()), "");
    }
    if errors.is_empty() { Some(Reader { file, shift }.table(table.get_ref(), 0)) } else { None }
}

struct Reader {
    file: usize,
    shift: usize,
}

impl Reader {
    fn place(&self, offset: usize) -> Place {
        Place { file: self.file, offset: offset.saturating_add(self.shift) }
    }

    fn table(&self, table: &DeTable<'_>, offset: usize) -> Node {
        let entries = table.iter().map(|(key, value)| Entry {
            key: key.get_ref().to_string(),
            place: self.place(key.span().start),
            node: self.node(value),
        });
        Node { place: self.place(offset), kind: NodeKind::Table(entries.collect()) }
    }

    fn node(&self, value: &Spanned<DeValue<'_>>) -> Node {
        let offset = value.span().start;
        let kind = match value.get_ref() {
            DeValue::String(text) => NodeKind::Text(text.to_string()),
            DeValue::Boolean(truth) => NodeKind::Bool(*truth),
            DeValue::Integer(_) | DeValue::Float(_) => NodeKind::Number,
            DeValue::Datetime(_) => NodeKind::Date,
            DeValue::Array(items) => NodeKind::List(items.iter().map(|item| self.node(item)).collect()),
            DeValue::Table(table) => return self.table(table, offset),
        };
        Node { place: self.place(offset), kind }
    }
}
