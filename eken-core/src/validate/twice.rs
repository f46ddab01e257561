//! One thing in two records.

use std::collections::BTreeMap;

use crate::model::kind::Maybe;
use crate::validate::place::Row;

/// What each record was first met with.
#[derive(Debug)]
pub(super) struct Firsts<K>(BTreeMap<K, Row>);

impl<K: Ord> Firsts<K> {
    pub(super) const fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// Whether an earlier record had the key, and which; a new key is kept with its record.
    pub(super) fn earlier(&mut self, key: K, row: Row) -> Option<Row> {
        match self.0.get(&key) {
            Some(first) => Some(*first),
            None => {
                self.0.insert(key, row);
                None
            }
        }
    }
}

/// A field as a part of such a key: one that is not written is like another that is not. `None` where it is faulty or missing
/// with a reason, and nothing can be told.
pub(super) const fn part<T>(field: &Maybe<T>) -> Option<Option<&T>> {
    match field {
        Maybe::Absent => Some(None),
        Maybe::Known(value) => Some(Some(value)),
        Maybe::Missing(_) | Maybe::Faulty(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_record_of_a_key_stays_the_first() {
        let mut firsts = Firsts::new();
        assert!(firsts.earlier("a", Row::new("brands", 0)).is_none());
        assert!(firsts.earlier("b", Row::new("brands", 1)).is_none());
        assert_eq!(firsts.earlier("a", Row::new("brands", 2)).unwrap().pointer(), "/brands/items/0");
        assert_eq!(firsts.earlier("a", Row::new("brands", 3)).unwrap().pointer(), "/brands/items/0");
    }
}
