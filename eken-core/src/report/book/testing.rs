//! For the tests of the rooms: the book of a small town, its rows and what they say.

use super::leaf::{Book, Cell, Leaf, Line, Part};
use crate::report::ReportOptions;
use crate::report::testing::{Town, town};

/// The book of the small town.
pub(super) fn book(options: &ReportOptions<'_>) -> Book {
    book_of(&town(), options)
}

/// The book of a dossier.
pub(super) fn book_of((checked, plan, assessment): &Town, options: &ReportOptions<'_>) -> Book {
    super::book(assessment, checked, plan, options)
}

/// A leaf by its name.
pub(super) fn leaf<'a>(book: &'a Book, name: &str) -> &'a Leaf {
    book.leaves.iter().find(|each| each.name == name).unwrap()
}

/// The rows of all tables of a leaf.
pub(super) fn lines(leaf: &Leaf) -> Vec<&Line> {
    leaf.parts
        .iter()
        .flat_map(|part| match part {
            Part::Table(table) => table.rows.iter().collect(),
            _ => Vec::new(),
        })
        .collect()
}

/// The row of an indicator.
pub(super) fn row_of<'a>(book: &'a Book, leaf: &str, id: &str) -> &'a Line {
    let leaf = book.leaves.iter().find(|each| each.name == leaf).unwrap();
    let is_it = |line: &&Line| matches!(line, Line::Row(cells) if cells.contains(&Cell::text(id)));
    lines(leaf).into_iter().find(is_it).unwrap()
}

/// What the cells of a row say.
pub(super) fn texts(line: &Line) -> Vec<String> {
    let said = |cell: &Cell| match cell {
        Cell::Blank => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.decimal.clone(),
        Cell::Sign(mark, word, _) => format!("{mark} {word}"),
        Cell::Link(name) => (*name).to_owned(),
    };
    match line {
        Line::Band(text) => vec![text.clone()],
        Line::Row(cells) => cells.iter().map(said).collect(),
        Line::Pair(term, says) => vec![said(term), says.clone()],
    }
}
