//! Record batches as the grid of a file: a first row of names, then a row for each record.

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_buffer::NullBuffer;
use arrow_schema::{DataType, Schema};

use super::budget::Budget;
use super::fault::COLUMNS;
use super::limits::ColumnarLimits;
use super::source::{Source, at_column};
use crate::error::Result;
use crate::grid::{Cell, Grid, GridKind, Placed, Row};

/// A grid being filled, batch by batch.
pub(in crate::arrow) struct Cells {
    names: Vec<String>,
    rows: Vec<Row>,
    count: usize,
    budget: Budget,
}

impl Cells {
    /// A grid for the columns of a schema; a struct has its members as columns, `area.value` as `area`.
    ///
    /// # Errors
    /// `columnar.columns` for more than the limits allow.
    pub(in crate::arrow) fn new(schema: &Schema, limits: &ColumnarLimits) -> Result<Self> {
        let mut names = Vec::new();
        for field in schema.fields() {
            name(field.name(), field.data_type(), limits.columns, &mut names)?;
        }
        Ok(Self { names, rows: Vec::new(), count: 0, budget: Budget::new(limits) })
    }

    /// Takes a batch.
    ///
    /// # Errors
    /// `columnar.type` at a column that is not read; `columnar.rows`, `columnar.slots`, `columnar.cells`, `columnar.text` and
    /// `columnar.cell` beyond the limits.
    pub(in crate::arrow) fn take(&mut self, batch: &RecordBatch) -> Result<()> {
        self.budget.rows(batch.num_rows())?;
        let mut flat = Vec::new();
        batch.columns().iter().for_each(|array| flatten(array, None, &mut flat));
        let mut sources = Vec::new();
        for (number, (array, valid)) in (1_usize..).zip(&flat) {
            let source = Source::of(array).map_err(|error| at_column(error, number))?;
            self.budget.slots(source.slots())?;
            sources.push((number, source, valid));
        }
        for row in 0..batch.num_rows() {
            self.count = self.count.saturating_add(1);
            let mut cells = Vec::new();
            for (number, source, valid) in &sources {
                if valid.as_ref().is_some_and(|valid| valid.is_null(row)) {
                    continue;
                }
                let cell = source.cell(row, &mut self.budget).map_err(|error| at_column(error, *number))?;
                if !matches!(cell, Cell::Empty) {
                    self.budget.cell()?;
                    cells.push(Placed { column: *number, cell, formula: false });
                }
            }
            if !cells.is_empty() {
                cells.shrink_to_fit();
                self.rows.push(Row { number: self.count, cells });
            }
        }
        Ok(())
    }

    /// The grid, named as the file.
    pub(in crate::arrow) fn finish(self, name: &str) -> Grid {
        let names = (1_usize..).zip(self.names);
        let head = names.map(|(column, name)| Placed { column, cell: Cell::Text(name), formula: false });
        let mut rows = vec![Row { number: 1, cells: head.collect() }];
        rows.extend(self.rows);
        let mut grid = Grid { name: name.to_owned(), kind: GridKind::Table, rows, merged: Vec::new() };
        super::reasons::fold(&mut grid);
        grid
    }
}

fn name(name: &str, kind: &DataType, most: usize, out: &mut Vec<String>) -> Result<()> {
    match kind {
        DataType::Struct(fields) if !fields.is_empty() => {
            for field in fields {
                let inner = match field.name().as_str() {
                    "value" => name.to_owned(),
                    other => format!("{name}.{other}"),
                };
                self::name(&inner, field.data_type(), most, out)?;
            }
        }
        _ => out.push(name.to_owned()),
    }
    if out.len() > most { Err(COLUMNS) } else { Ok(()) }
}

/// The columns of a batch, those of structs one by one, each with where the struct around it is none.
fn flatten(array: &ArrayRef, around: Option<&NullBuffer>, out: &mut Vec<(ArrayRef, Option<NullBuffer>)>) {
    match array.data_type() {
        DataType::Struct(fields) if !fields.is_empty() => {
            let record = array.as_struct();
            let valid = NullBuffer::union(around, record.nulls());
            record.columns().iter().for_each(|inner| flatten(inner, valid.as_ref(), out));
        }
        _ => out.push((array.clone(), around.cloned())),
    }
}
