//! One thing in two records.

use std::collections::BTreeMap;

use crate::model::kind::Maybe;
use crate::validate::Found;
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

/// A field as a part of such a key: one that is not written is like another that is not. `None` where it is missing with a
/// reason, or faulty, which is noted, and nothing can be told.
pub(super) fn part<'v, T>(
    found: &mut Found<'_>,
    field: &'v Maybe<T>,
    pointer: impl FnOnce() -> String,
) -> Option<Option<&'v T>> {
    let value = found.value(field, pointer);
    (value.is_some() || field.is_absent()).then_some(value)
}

/// Whether the day on which something ended says that it has, or leaves it open. What has ended may have begun anew under
/// another identifier.
pub(super) fn may_have_ended<T>(end: &Maybe<T>) -> bool {
    end.is_stated() && !end.is_not_applicable() && !end.is_not_yet_due()
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

    #[test]
    fn an_end_that_does_not_apply_or_has_not_come_is_none() {
        let text = br#"{"brands": {"items": [{"withdrawn": "2022"}, {"withdrawn": 5}, {"withdrawn": {"missing": "not_collected"}},
            {}, {"withdrawn": {"missing": "not_applicable"}}, {"withdrawn": {"missing": "not_yet_due"}}]}}"#;
        let parsed = crate::parse::parse(text, &crate::limits::Limits::default()).unwrap();
        let ended: Vec<bool> =
            parsed.dossier.brands.iter().map(|(_, brand)| may_have_ended(&brand.withdrawn)).collect();
        assert_eq!(ended, [true, true, true, false, false, false]);
    }
}
