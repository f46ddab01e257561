//! Records by their identifier: a list in the order of a digest, so that a look-up compares numbers and one text.

/// The records of one section that have an identifier. Building it takes n log n steps and a look-up log n, whatever the
/// identifiers are.
#[derive(Clone, Debug, Default)]
pub struct Ids<'a> {
    /// Digests of the identifiers, in order, record by record.
    digests: Vec<u64>,
    /// The records by digest, identifier and index in the file.
    records: Vec<(&'a str, usize)>,
}

impl<'a> Ids<'a> {
    /// Identifiers with what they stand for.
    pub(crate) fn of(all: impl Iterator<Item = (&'a str, usize)>) -> Self {
        let mut order: Vec<(u64, &'a str, usize)> = all.map(|(id, index)| (digest(id), id, index)).collect();
        order.sort_unstable();
        let digests = order.iter().map(|(digest, ..)| *digest).collect();
        Self { digests, records: order.into_iter().map(|(_, id, index)| (id, index)).collect() }
    }

    /// The records of an identifier, by their index.
    pub fn get(&self, id: &str) -> &[(&'a str, usize)] {
        let (first, found) = self.find(id);
        self.records.get(first..).and_then(|from| from.get(..found)).unwrap_or_default()
    }

    /// A number for an identifier that is there, below [`Ids::len`] and the same for each of its records.
    pub(super) fn number(&self, id: &str) -> Option<usize> {
        let (first, found) = self.find(id);
        (found > 0).then_some(first)
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The identifiers that pass a test, in order, each with its records.
    pub fn sorted(&self, test: impl Fn(&str, &[(&'a str, usize)]) -> bool) -> Vec<(&'a str, &[(&'a str, usize)])> {
        let groups = self.records.chunk_by(|(one, _), (next, _)| one == next);
        let named = groups.filter_map(|group| group.first().map(|(id, _)| (*id, group)));
        let mut chosen: Vec<_> = named.filter(|(id, group)| test(id, group)).collect();
        chosen.sort_unstable_by_key(|(id, _)| *id);
        chosen
    }

    /// Where the records of an identifier begin and how many there are.
    fn find(&self, id: &str) -> (usize, usize) {
        let digest = digest(id);
        let start = self.digests.partition_point(|other| *other < digest);
        let from = self.digests.get(start..).unwrap_or_default();
        let alike = match from.get(1) {
            Some(next) if *next == digest => from.partition_point(|other| *other == digest),
            _ => usize::from(from.first() == Some(&digest)),
        };
        let alike = self.records.get(start..).and_then(|from| from.get(..alike)).unwrap_or_default();
        let before = alike.partition_point(|(other, _)| *other < id);
        let through = alike.partition_point(|(other, _)| *other <= id);
        (start.saturating_add(before), through.saturating_sub(before))
    }
}

/// A number that few texts have in common.
pub(super) fn digest(text: &str) -> u64 {
    let (words, rest) = text.as_bytes().as_chunks::<8>();
    let mut last = [0u8; 8];
    for (slot, byte) in last.iter_mut().zip(rest) {
        *slot = *byte;
    }
    let length = u64::try_from(text.len()).unwrap_or_default();
    words.iter().chain([&last]).fold(length, |sum, word| mix(sum, u64::from_le_bytes(*word)))
}

/// A digest with a word more.
pub(super) fn mix(sum: u64, word: u64) -> u64 {
    // the upper half of a product depends on every bit
    (sum ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_records_of_an_identifier_come_by_their_index() {
        let ids = Ids::of([("b", 0), ("a", 1), ("b", 2), ("long-identifier", 3), ("b", 4)].into_iter());
        assert_eq!(ids.get("b"), [("b", 0), ("b", 2), ("b", 4)]);
        assert_eq!(ids.get("long-identifier"), [("long-identifier", 3)]);
        assert_eq!(ids.get("c"), []);
        assert_eq!(ids.number("c"), None);
        assert!(ids.number("a") != ids.number("b") && ids.number("a").is_some());
        let sorted: Vec<&str> = ids.sorted(|_, _| true).into_iter().map(|(id, _)| id).collect();
        assert_eq!(sorted, ["a", "b", "long-identifier"]);
        assert_eq!(ids.sorted(|_, records| records.len() > 1).len(), 1);
    }

    #[test]
    fn texts_that_differ_in_a_byte_or_in_length_have_digests_of_their_own() {
        let texts = ["", "\0", "\0\0", "a", "b", "aaaaaaaa", "aaaaaaaaa", "aaaaaaab", "E0001", "E0002"];
        let mut digests: Vec<u64> = texts.iter().map(|text| digest(text)).collect();
        digests.sort_unstable();
        digests.dedup();
        assert_eq!(digests.len(), texts.len());
    }
}
