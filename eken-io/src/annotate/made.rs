//! A workbook of what was read from CSV files or JSON: every cell at its row and column, so that it can be marked like one that was
//! sent.

use std::collections::BTreeSet;

use crate::error::Result;
use crate::grid::{Grid, GridKind};
use crate::xlsx::write::write;

/// Characters of the name of a sheet.
const NAME: usize = 31;

/// The grids as the sheets of a workbook, in order; their names are made such that a workbook takes them.
pub fn workbook(grids: &[Grid]) -> Result<Vec<u8>> {
    let mut taken = BTreeSet::new();
    let named: Vec<Grid> =
        grids.iter().map(|grid| Grid { name: free(&grid.name, &mut taken), ..below_names(grid) }).collect();
    write(&named)
}

/// The grid with its records below the names of its columns, where these stand in no row of their own.
fn below_names(grid: &Grid) -> Grid {
    let mut grid = grid.clone();
    if grid.kind == GridKind::Table {
        for row in grid.rows.iter_mut().skip(1) {
            row.number = row.number.saturating_add(1);
        }
    }
    grid
}

/// A name that a workbook takes and no sheet has yet.
fn free(name: &str, taken: &mut BTreeSet<String>) -> String {
    let taken_by_none = |sign: char| !matches!(sign, '[' | ']' | ':' | '*' | '?' | '/' | '\\') && !sign.is_control();
    let plain: String = name.chars().map(|sign| if taken_by_none(sign) { sign } else { '_' }).collect();
    let plain = plain.trim_matches('\'').trim();
    // one that Excel keeps for itself
    let plain = if plain.is_empty() || plain.eq_ignore_ascii_case("history") { "表" } else { plain };
    let numbered = (1_usize..).map(|number| {
        let behind = if number == 1 { String::new() } else { format!(" ({number})") };
        let room = NAME.saturating_sub(behind.encode_utf16().count());
        format!("{}{behind}", short(plain, room))
    });
    let mut left = numbered.filter(|name| taken.insert(name.to_lowercase()));
    left.next().unwrap_or_default()
}

/// The beginning of a text, of at most so many units of UTF-16, as a workbook counts.
fn short(text: &str, most: usize) -> String {
    let mut left = most;
    text.chars()
        .take_while(|letter| match left.checked_sub(letter.len_utf16()) {
            Some(rest) => {
                left = rest;
                true
            }
            None => false,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_becomes_one_that_a_workbook_takes() {
        let mut taken = BTreeSet::new();
        for (name, made) in [
            ("设施", "设施"),
            ("entities.sales", "entities.sales"),
            ("a/b:c", "a_b_c"),
            ("A/B:C", "A_B_C (2)"),
            ("", "表"),
            ("'", "表 (2)"),
            ("History", "表 (3)"),
            (&"长".repeat(40), &"长".repeat(31)),
            (&"长".repeat(41), &format!("{} (2)", "长".repeat(27))),
        ] {
            assert_eq!(free(name, &mut taken), made);
        }
    }
}
