//! Bounds on what an open verdict says of the records that lack something: thousands of trainees without an outcome are one
//! thing to do, and naming each of them costs more than all the rest of the assessment.

use std::collections::BTreeMap;

use super::lack::{Lack, LackKind};

/// Lacks of one kind and place that are listed.
const LISTED: usize = 100;

/// How many lacks there are of a kind at a place beyond those listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unlisted {
    /// The kind.
    pub kind: LackKind,
    /// The place, without the numbers of the records: `/trainees/items/follow_ups`.
    pub place: String,
    /// How many.
    pub count: usize,
}

/// A lack after the numbers of the records in its pointer.
type Numbered = (Vec<usize>, Lack);

/// Lacks, each once and in order: of each kind and place the first records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Bounded {
    pub(super) kept: Vec<Lack>,
    pub(super) unlisted: Vec<Unlisted>,
}

impl Bounded {
    pub(super) fn of(mut lacks: Vec<Lack>) -> Self {
        lacks.sort();
        lacks.dedup();
        if lacks.len() <= LISTED {
            return Self { kept: lacks, unlisted: Vec::new() };
        }
        let mut alike: BTreeMap<(LackKind, String), Vec<Numbered>> = BTreeMap::new();
        for lack in lacks {
            let (place, numbers) = place(&lack.pointer);
            alike.entry((lack.kind, place)).or_default().push((numbers, lack));
        }
        let mut out = Self::default();
        for ((kind, place), mut lacks) in alike {
            let count = lacks.len().saturating_sub(LISTED);
            if count > 0 {
                lacks.sort();
                lacks.truncate(LISTED);
                out.unlisted.push(Unlisted { kind, place, count });
            }
            out.kept.extend(lacks.into_iter().map(|(_, lack)| lack));
        }
        out.kept.sort();
        out
    }
}

/// A pointer without the numbers of records, and those numbers.
pub(crate) fn place(pointer: &str) -> (String, Vec<usize>) {
    let mut place = String::with_capacity(pointer.len());
    let mut numbers = Vec::new();
    for step in pointer.split('/').skip(1) {
        match step.parse() {
            Ok(number) => numbers.push(number),
            Err(_) => {
                place.push('/');
                place.push_str(step);
            }
        }
    }
    (place, numbers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::measured::field_lack;

    #[test]
    fn few_lacks_stand_as_they_are_each_once() {
        let lacks = vec![field_lack("trainees", 2, "outcome"), field_lack("trainees", 10, "outcome")];
        let bounded = Bounded::of([lacks.clone(), lacks.clone()].concat());
        // in the order of the text of the pointer
        assert_eq!(bounded, Bounded { kept: lacks.into_iter().rev().collect(), unlisted: vec![] });
    }

    #[test]
    fn of_many_the_first_records_are_listed_and_the_rest_counted() {
        let many = |field| (0..250).rev().map(move |index| field_lack("trainees", index, field));
        let mut lacks: Vec<Lack> = many("origin").chain(many("outcome")).collect();
        let section = Lack::new(LackKind::SectionIncomplete, "/trainees", vec![]);
        lacks.push(section.clone());
        let Bounded { kept, unlisted } = Bounded::of(lacks);
        assert!(kept.contains(&section) && kept.is_sorted());
        for field in ["origin", "outcome"] {
            let listed = (0..250).filter(|index| kept.contains(&field_lack("trainees", *index, field)));
            assert_eq!(listed.collect::<Vec<_>>(), (0..LISTED).collect::<Vec<_>>());
        }
        let unlisted: Vec<_> = unlisted.iter().map(|each| (each.kind, each.place.as_str(), each.count)).collect();
        assert_eq!(
            unlisted,
            [(LackKind::Field, "/trainees/items/origin", 150), (LackKind::Field, "/trainees/items/outcome", 150)]
        );
    }

    #[test]
    fn a_hundred_alike_are_all_listed() {
        let lacks: Vec<Lack> = (0..LISTED).map(|index| field_lack("trainees", index, "outcome")).collect();
        let section = Lack::new(LackKind::SectionIncomplete, "/trainees", vec![]);
        let bounded = Bounded::of([lacks, vec![section]].concat());
        assert_eq!((bounded.kept.len(), bounded.unlisted), (LISTED + 1, vec![]));
    }
}
