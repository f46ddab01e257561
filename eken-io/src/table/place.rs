//! From the pointer of a value back to its cell.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use eken_core::finding::Spot;
use eken_core::json::{HIDDEN, unescape};

use super::header::{Header, Meaning};
use super::layout::Layout;

/// Where the values of a dossier stand in the sheets it was read from.
#[derive(Clone, Debug, Default)]
pub struct Places {
    pub(super) tables: Vec<Table>,
    /// The table that stands for the whole dossier.
    pub(super) first: usize,
    /// Cells of values that stand once, by pointer.
    pub(super) cells: HashMap<String, (usize, usize, usize)>,
    /// Rows of records, by pointer.
    pub(super) records: HashMap<String, Row>,
    /// Columns of unknown fields whose names findings hide, by the pointer of their record.
    pub(super) hidden: HashMap<String, Vec<usize>>,
    /// Columns of each header that was used, by the way from the record down.
    pub(super) columns: Vec<Columns>,
}

/// A sheet or a file.
#[derive(Clone, Debug)]
pub(super) struct Table {
    /// Its name, as findings may show it.
    pub(super) name: Arc<str>,
    /// Whether it is a sheet of a workbook.
    pub(super) sheet: bool,
    /// The names of its columns, where it is a file whose columns have names; those that may be a person's are not there.
    pub(super) headings: Vec<Option<Arc<str>>>,
}

/// The row of a record.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub(super) table: usize,
    pub(super) row: usize,
    pub(super) columns: usize,
}

/// The columns of a header by what they hold.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    known: BTreeMap<Vec<&'static str>, usize>,
    unknown: Vec<(String, usize)>,
    parent: Option<usize>,
}

impl Columns {
    /// The columns of a header of a sheet.
    pub(super) fn of(header: &Header, sheet: usize, layout: &Layout) -> Self {
        let mut out = Self::default();
        for (number, heading) in &header.columns {
            match &heading.meaning {
                Meaning::Parent => out.parent = Some(*number),
                Meaning::Column(index) => {
                    let column = layout.sheets.get(sheet).and_then(|sheet| sheet.columns.get(*index));
                    if let Some(column) = column {
                        out.known.insert(column.path.clone(), *number);
                    }
                }
                Meaning::Unknown(name) | Meaning::Number(name) | Meaning::Unit(name) => {
                    out.unknown.push((name.clone(), *number))
                }
                Meaning::Twice(_) => {}
            }
        }
        out
    }

    /// The first of them that is known.
    pub(super) fn first(&self) -> usize {
        self.known.values().copied().chain(self.parent).min().unwrap_or(1)
    }

    /// The column that the rest of a pointer leads to: the value itself, the figure that it is a part of, or the first value of
    /// the record inside that it names.
    fn find(&self, rest: &[&str]) -> usize {
        let first = self.first();
        if rest.is_empty() {
            return first;
        }
        let starts =
            |long: &[&str], short: &[&str]| long.len() >= short.len() && long.iter().zip(short).all(|(a, b)| a == b);
        let above = self.known.iter().filter(|(path, _)| starts(rest, path)).max_by_key(|(path, _)| path.len());
        if let Some((_, column)) = above {
            return *column;
        }
        let below = self.known.iter().filter(|(path, _)| starts(path, rest)).map(|(_, column)| *column).min();
        if let Some(column) = below {
            return column;
        }
        // a cell beyond the header is kept under the letters of its column
        let lettered = rest.first().and_then(|step| step.strip_prefix("column_")).and_then(number);
        if let Some(column) = lettered {
            return column;
        }
        // the name of an unknown column may be hidden in the pointer
        let named = self.unknown.iter().find(|(name, _)| rest.first().is_some_and(|step| *step == name));
        named
            .or_else(|| self.unknown.first().filter(|_| rest.first().is_some_and(|step| step.contains('*'))))
            .map_or(first, |(_, column)| *column)
    }
}

/// The number of a column by its letters.
fn number(letters: &str) -> Option<usize> {
    let digit =
        |letter: u8| letter.is_ascii_uppercase().then(|| usize::from(letter.saturating_sub(b'A')).saturating_add(1));
    let number = letters.bytes().try_fold(0_usize, |sum, letter| sum.checked_mul(26)?.checked_add(digit(letter)?))?;
    (number > 0 && letters.len() <= 4).then_some(number)
}

impl Places {
    /// The cell of the value at a pointer, or of what is nearest around it; of the whole dossier the first cell of the first
    /// sheet.
    pub fn spot(&self, pointer: &str) -> Option<Spot> {
        self.nearest(pointer).or_else(|| self.at(self.first, 1, 1))
    }

    /// The same for one finding after the other, in the order of the values: fields whose names are hidden have one pointer.
    pub fn spots(&self) -> impl FnMut(&str) -> Option<Spot> {
        let mut met: HashMap<String, usize> = HashMap::new();
        move |pointer| {
            let hidden = pointer.strip_suffix(HIDDEN).and_then(|above| above.strip_suffix('/'));
            let Some((record, columns)) = hidden.and_then(|at| self.records.get(at).zip(self.hidden.get(at))) else {
                return self.spot(pointer);
            };
            let nth = met.entry(pointer.to_owned()).or_default();
            let column = columns.get(*nth);
            *nth = nth.saturating_add(1);
            column.and_then(|column| self.at(record.table, record.row, *column)).or_else(|| self.spot(pointer))
        }
    }

    /// Name of a sheet or file as it may be shown.
    pub fn name(&self, table: usize) -> Option<&str> {
        self.tables.get(table).map(|table| &*table.name)
    }

    /// The same; none where only the whole dossier is around it.
    pub fn nearest(&self, pointer: &str) -> Option<Spot> {
        let mut at = pointer;
        loop {
            if let Some((table, row, column)) = self.cells.get(at) {
                return self.at(*table, *row, *column);
            }
            if let Some(record) = self.records.get(at) {
                let rest = pointer.get(at.len()..).unwrap_or_default();
                let steps: Vec<_> = rest.split('/').skip(1).map(unescape).collect();
                let steps: Vec<&str> = steps.iter().map(AsRef::as_ref).collect();
                let column = self.columns.get(record.columns).map_or(1, |columns| columns.find(&steps));
                return self.at(record.table, record.row, column);
            }
            at = at.rsplit_once('/')?.0;
        }
    }

    pub(super) fn at(&self, table: usize, row: usize, column: usize) -> Option<Spot> {
        let of = self.tables.get(table)?;
        let heading = column.checked_sub(1).and_then(|nth| of.headings.get(nth)).cloned().flatten();
        Some(Spot { nth: table, row, column, table: Arc::clone(&of.name), sheet: of.sheet, heading })
    }
}
