//! A sheet of a workbook: its bounds, and how errors name it and its cells.

use crate::error::Place;
use crate::grid::letters;
use crate::table::shown::is_shown;

/// Rows of a sheet.
pub const ROWS: usize = 1_048_576;
/// Columns of a sheet.
pub const COLUMNS: usize = 16_384;

/// What errors call a sheet: its name where that cannot be a person's, else its number.
#[derive(Clone, Copy)]
pub struct Called<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its number among the sheets, from 1.
    pub number: usize,
}

impl Called<'_> {
    /// The sheet as a place.
    pub fn place(self) -> Place {
        if is_shown(self.name) { self.name.into() } else { Place::Sheet(self.number) }
    }

    /// A cell of it.
    pub fn cell(self, column: usize, row: usize) -> Place {
        let cell = format!("{}{row}", letters(column));
        match self.place() {
            Place::Named(name) => format!("{name}!{cell}").into(),
            number => Place::from(cell).inside(number),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_named_without_the_name_of_a_person() {
        assert_eq!(Called { name: "设施", number: 2 }.cell(3, 5), "设施!C5".into());
        assert_eq!(Called { name: "某某某", number: 2 }.cell(3, 5), Place::from("C5").inside(Place::Sheet(2)));
    }
}
