//! The sheet of what only JSON can carry.

use eken_core::json::{Reader, Tree};
use eken_core::limits::Limits;
use eken_core::parse::structure;

use super::super::layout::EXTRA_HEADINGS;
use super::super::plain::plain as plain_value;
use super::super::row::{RowKind, kind};
use super::super::work::Work;

/// A value that only JSON can carry, and its pointer.
pub(in super::super) struct Part {
    pub(in super::super) pointer: String,
    /// None where there is to be no value.
    pub(in super::super) value: Option<Tree>,
    /// Table, row and column.
    pub(in super::super) at: (usize, usize, usize),
    /// How many rows it takes.
    pub(in super::super) rows: usize,
}

/// The text of a value, which may go over several rows.
struct Written {
    pointer: String,
    json: String,
    at: (usize, usize, usize),
    rows: usize,
}

/// Reads the sheet of what only JSON can carry; a long text goes over several rows.
pub(in super::super) fn extra(work: &mut Work<'_>, table: usize, parts: &mut Vec<Part>) {
    let rows = &work.grid(table).rows;
    let from = super::find(rows, &EXTRA_HEADINGS).map_or(0, |(at, _)| at.saturating_add(1));
    work.tally(table).heads = from;
    let mut held: Vec<Written> = Vec::new();
    for row in rows.iter().skip(from) {
        if kind(row) == RowKind::Blank {
            work.blank(table);
            continue;
        }
        let text = |column: usize| match row.get(column).map(|placed| &placed.cell).and_then(plain_value) {
            Some(Tree::Text(text)) => text.to_string(),
            Some(Tree::Number(token)) => token.to_string(),
            Some(Tree::Bool(flag)) => flag.to_string(),
            _ => String::new(),
        };
        let (pointer, json) = (text(1), text(3));
        match held.last_mut().filter(|before| before.pointer == pointer) {
            Some(before) => {
                before.json.push_str(&json);
                before.rows = before.rows.saturating_add(1);
            }
            None => held.push(Written { pointer, json, at: (table, row.number, 3), rows: 1 }),
        }
    }
    let limits = Limits::default();
    for Written { pointer, json, at, rows } in held {
        let value = if json.is_empty() {
            Some(None)
        } else {
            let mut reader = Reader::new(&json, &limits);
            let tree = reader.tree();
            reader.end();
            let (_, _, ended) = reader.finish();
            ended.is_none().then_some(Some(tree))
        };
        match value {
            Some(value) => parts.push(Part { pointer, value, at, rows }),
            None => {
                work.find(structure("table.extra-json"), at, Vec::new());
                work.refuse_rows("table.extra-json", at, rows);
            }
        }
    }
}
