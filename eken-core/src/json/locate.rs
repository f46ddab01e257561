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
    let mut before = 0usize;
    for (offset, index) in order {
        let passed = text.as_bytes().get(before..offset.min(text.len())).unwrap_or_default();
        let line = passed
            .iter()
            .rposition(|byte| *byte == b'\n')
            .and_then(|end| passed.split_at_checked(end.saturating_add(1)));
        if let Some((lines, _)) = line {
            let ends = lines.iter().filter(|byte| **byte == b'\n').count();
            here = Place { line: here.line.saturating_add(ends), column: 1 };
        }
        let column = line.map_or(passed, |(_, rest)| rest);
        // a character begins at each byte that does not go on with one
        let characters = column.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
        here.column = here.column.saturating_add(characters);
        before = offset.max(before);
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

/// The places of many JSON Pointers in a text that was read before, in the order given. A pointer to what is not there gets
/// the place of its nearest ancestor that is.
pub fn locate(text: &str, pointers: &[&str], limits: &Limits) -> Vec<Place> {
    if pointers.is_empty() {
        return Vec::new();
    }
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
        reader.pass();
    } else if reader.at_object() {
        reader.members(&mut |reader, key| match wanted.below.get(&*key) {
            Some(below) => visit(reader, below, offsets),
            None => reader.pass(),
        });
    } else if reader.at_array() {
        let below: BTreeMap<usize, &Wanted> =
            wanted.below.iter().filter_map(|(step, below)| Some((index_of(step)?, below))).collect();
        reader.elements(&mut |reader, index| match below.get(&index) {
            Some(below) => visit(reader, below, offsets),
            None => reader.pass(),
        });
    } else {
        reader.skip();
    }
}

/// The index that a step of a pointer is: digits without a leading zero.
fn index_of(step: &str) -> Option<usize> {
    let index: usize = step.parse().ok()?;
    (index.to_string() == step).then_some(index)
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

    #[test]
    fn what_lies_below_a_value_that_holds_nothing_is_at_that_value() {
        let text = "{\n  \"town\": [1, \"x\"],\n  \"z\": 0\n}";
        let places = locate(text, &["/z/a", "/town/1/0/1", "/z"], &Limits::default());
        let pairs: Vec<_> = places.iter().map(|place| (place.line, place.column)).collect();
        assert_eq!(pairs, [(3, 8), (2, 15), (3, 8)]);
    }
}
