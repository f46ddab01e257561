//! What the cases are run on.

use crate::grid::{Cell, Placed, Shown};
use crate::table::layout::{Column, layout};
use crate::table::value::{Given, Mark, read};

/// A column of the layout.
pub(super) fn column(sheet: &str, path: &str) -> &'static Column {
    let layout = layout();
    let columns = match layout.sheets.iter().find(|found| found.key == sheet) {
        Some(found) => &found.columns,
        None => &layout.once,
    };
    columns.iter().find(|column| column.path.join(".") == path).unwrap_or_else(|| panic!("{sheet} has no {path}"))
}

pub(super) fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

pub(super) fn number(text: &str) -> Cell {
    Cell::Number(text.to_owned())
}

/// A number whose format shows more than its digits.
pub(super) fn both(number: &str, figure: Option<&str>, text: Option<&str>) -> Cell {
    let [figure, text] = [figure, text].map(|text| text.map(str::to_owned));
    Cell::Shown(Box::new(Shown { number: number.to_owned(), figure, text }))
}

/// The value as JSON, or `blank`; then the codes of the marks without `cell.`.
pub(super) fn shown(cell: Cell, column: &Column, unit: Option<&str>) -> String {
    let unit = unit.map(|unit| Given::parse(unit).unwrap_or_else(|| panic!("{unit} is no unit")));
    let mut marks: Vec<Mark> = Vec::new();
    let value = read(&Placed { column: 1, cell, formula: false }, column, unit.as_ref(), &mut marks);
    let mut out = value.map_or("blank".to_owned(), |value| value.to_text());
    for mark in marks {
        out.push(' ');
        out.push_str(mark.spec.code.trim_start_matches("cell."));
    }
    out
}

/// Runs texts through a column.
pub(super) fn texts(column: &Column, cases: &[(&str, &str)]) {
    for (written, expected) in cases {
        assert_eq!(shown(text(written), column, None), *expected, "{written:?}");
    }
}
