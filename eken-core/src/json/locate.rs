//! From JSON Pointers and byte offsets to lines and columns, in one pass over the text.

use std::collections::BTreeMap;

use super::reader::Reader;
use crate::limits::Limits;

/// Line and column of a value, both from 1; the column counts characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// The places of many byte offsets, in the order given.
pub fn places_of_offsets(text: &str, offsets: &[usize]) -> Vec<Place> {
    let mut order: Vec<(usize, usize)> =
        offsets.iter().copied().enumerate().map(|(index, offset)| (offset, index)).collect();
    order.sort_unstable();
    let mut places = vec![Place { line: 1, column: 1 }; offsets.len()];
    let mut here = Place { line: 1, column: 1 };
    let mut characters = text.char_indices().peekable();
    for (offset, index) in order {
        while let Some((_, character)) = characters.next_if(|(at, _)| *at < offset) {
            if character == '\n' {
                here = Place { line: here.line.saturating_add(1), column: 1 };
            } else {
                here.column = here.column.saturating_add(1);
            }
        }
        if let Some(place) = places.get_mut(index) {
            *place = here;
        }
    }
    places
}

#[derive(Default)]
struct Wanted {
    here: Vec<usize>,
    below: BTreeMap<String, Wanted>,
}

/// The places of many JSON Pointers, in the order given. A pointer to what is not there gets the place of its nearest
/// ancestor that is.
pub fn locate(text: &str, pointers: &[&str], limits: &Limits) -> Vec<Place> {
    let mut root = Wanted::default();
    for (index, pointer) in pointers.iter().enumerate() {
        let mut node = &mut root;
        for step in pointer.split('/').skip(1) {
            node = node.below.entry(super::unescape(step).into_owned()).or_default();
        }
        node.here.push(index);
    }
    let mut offsets = vec![0usize; pointers.len()];
    let mut reader = Reader::new(text, limits);
    visit(&mut reader, &root, &mut offsets);
    places_of_offsets(text, &offsets)
}

fn visit(reader: &mut Reader<'_>, wanted: &Wanted, offsets: &mut [usize]) {
    let start = reader.value_start();
    assign(wanted, start, offsets);
    if wanted.below.is_empty() {
        reader.skip();
    } else if reader.at_object() {
        reader.members(|reader, key| match wanted.below.get(&*key) {
            Some(below) => visit(reader, below, offsets),
            None => reader.skip(),
        });
    } else if reader.at_array() {
        let mut last = String::new();
        reader.elements(|reader, index| {
            last.clear();
            last.push_str(&index.to_string());
            match wanted.below.get(&last) {
                Some(below) => visit(reader, below, offsets),
                None => reader.skip(),
            }
        });
    } else {
        reader.skip();
    }
}

fn assign(wanted: &Wanted, start: usize, offsets: &mut [usize]) {
    for index in &wanted.here {
        if let Some(offset) = offsets.get_mut(*index) {
            *offset = start;
        }
    }
    for below in wanted.below.values() {
        assign(below, start, offsets);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_is_found_at_its_line_and_column() {
        let text = "{\n  \"镇\": [1, {\"b/c\": true}],\n  \"z\": 0\n}";
        let places = locate(text, &["/镇/1/b~1c", "/z", "", "/镇/7", "/镇"], &Limits::default());
        let pairs: Vec<_> = places.iter().map(|place| (place.line, place.column)).collect();
        assert_eq!(pairs, [(2, 20), (3, 8), (1, 1), (2, 8), (2, 8)]);
    }
}
