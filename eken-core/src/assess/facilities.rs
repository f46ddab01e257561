//! Facilities by what they say of each other: which overlap, which lie inside which.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::repeated::Repeated;
use crate::model::kind::{List, Maybe, Ref};
use crate::model::{Dossier, Facility, Overlap, ToFacility};
use crate::quantity::{Exact, Quantity};

/// Area in common with one facility: `None` where an area is not known.
pub(super) type Area = Option<Exact>;

/// The facilities of a dossier, by index in the file and by identifier.
#[derive(Clone, Debug)]
pub(super) struct Facilities<'a> {
    all: BTreeMap<usize, &'a Facility>,
    by_id: BTreeMap<&'a str, Vec<usize>>,
    /// By the identifier inside of which they lie.
    within: BTreeMap<&'a str, Vec<usize>>,
    /// By the identifier with which they overlap, what each of them states.
    stated: BTreeMap<&'a str, BTreeMap<usize, Area>>,
    /// Those whose overlaps cannot be read.
    unread: Vec<usize>,
    /// Those that share an identifier.
    pub(super) repeated: Rc<Repeated>,
    pub(super) links: Links,
}

/// Which facilities lie inside others or are assigned to them.
#[derive(Clone, Debug, Default)]
pub(super) struct Links {
    /// By the facility that they lie in or are assigned to.
    pub(super) within: BTreeMap<usize, Vec<usize>>,
    /// Those of which it cannot be told.
    pub(super) unsure: Vec<usize>,
}

impl<'a> Facilities<'a> {
    pub(super) fn of(dossier: &'a Dossier) -> Self {
        let mut out = Self {
            all: dossier.facilities.iter().collect(),
            by_id: BTreeMap::new(),
            within: BTreeMap::new(),
            stated: BTreeMap::new(),
            unread: Vec::new(),
            repeated: Rc::new(Repeated::of(&dossier.facilities)),
            links: Links::default(),
        };
        for (index, facility) in dossier.facilities.iter() {
            if let Some(id) = facility.id.known() {
                out.by_id.entry(id.as_str()).or_default().push(index);
            }
            if let Some(outer) = facility.inside.known() {
                out.within.entry(outer.as_str()).or_default().push(index);
            }
            for (with, area) in overlaps(&facility.overlaps) {
                out.stated.entry(with).or_default().insert(index, area);
            }
            if cannot_be_read(&facility.overlaps) {
                out.unread.push(index);
            }
        }
        for (index, facility) in dossier.facilities.iter() {
            for link in [&facility.inside, &facility.assigned_to] {
                match leads_to(link, &out.by_id) {
                    Some(Some(place)) => out.links.within.entry(place).or_default().push(index),
                    Some(None) => {}
                    None => out.links.unsure.push(index),
                }
            }
        }
        out
    }

    /// A facility by its index.
    pub(super) fn at(&self, index: usize) -> Option<&'a Facility> {
        self.all.get(&index).copied()
    }

    /// The other facilities that a facility names or that name it, in order: as overlapping, or as one inside the other.
    pub(super) fn related(&self, index: usize, facility: &Facility) -> Vec<(usize, &'a Facility)> {
        let own = facility.id.known().map(|id| id.as_str());
        let overlapping = facility.overlaps.items().iter().filter_map(|overlap| overlap.with.known());
        let named = overlapping.chain(facility.inside.known()).filter_map(|named| self.by_id.get(named.as_str()));
        let mut found: BTreeSet<usize> = named.flatten().copied().collect();
        found.extend(own.and_then(|own| self.within.get(own)).into_iter().flatten());
        found.extend(own.and_then(|own| self.stated.get(own)).into_iter().flat_map(BTreeMap::keys));
        found.remove(&index);
        found.into_iter().filter_map(|index| Some((index, self.at(index)?))).collect()
    }

    /// What a facility states of its overlap with another: nothing where it states none.
    pub(super) fn states(&self, index: usize, other: &Facility) -> Option<&Area> {
        self.stated.get(other.id.known()?.as_str())?.get(&index)
    }

    /// Whether another facility may state an overlap that cannot be read.
    pub(super) fn others_unread(&self, index: usize) -> bool {
        self.unread.iter().any(|other| *other != index)
    }
}

/// The facility that a link leads to: none where there is no link, and `None` where it cannot be told.
fn leads_to(link: &Maybe<Ref<ToFacility>>, by_id: &BTreeMap<&str, Vec<usize>>) -> Option<Option<usize>> {
    match link {
        Maybe::Absent => Some(None),
        Maybe::Known(id) => match by_id.get(id.as_str()).map(Vec::as_slice) {
            Some([index]) => Some(Some(*index)),
            _ => None,
        },
        Maybe::Missing(_) | Maybe::Faulty(_) => link.is_not_applicable().then_some(None),
    }
}

/// The sums of the overlaps with each facility that is named.
pub(super) fn overlaps(list: &List<Overlap>) -> BTreeMap<&str, Area> {
    let mut sums: BTreeMap<&str, Area> = BTreeMap::new();
    for overlap in list.items() {
        let Some(with) = overlap.with.known() else { continue };
        let area = overlap.area.known().map(|area| Exact::decimal(area.value.number()));
        let sum = match sums.remove(with.as_str()) {
            Some(sum) => sum.zip(area).map(|(sum, area)| sum.plus(&area)),
            None => area,
        };
        sums.insert(with.as_str(), sum);
    }
    sums
}

/// Whether an overlap may be stated that cannot be read.
pub(super) fn cannot_be_read(overlaps: &List<Overlap>) -> bool {
    let unread = overlaps.items().iter().any(|overlap| overlap.with.known().is_none());
    unread || !(overlaps.is_absent() || overlaps.is_whole())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;

    /// Facilities of which each third overlaps with the next and lies inside the one after, as many as asked for.
    fn text(count: usize) -> String {
        let facility = |number: usize| {
            let (next, over) = (number.saturating_add(1), number.saturating_add(2));
            let overlap = |area: u32| format!(r#"{{"with":"F{next}","area":{area}}}"#);
            match number.is_multiple_of(3) {
                true => {
                    format!(r#"{{"id":"F{number}","inside":"F{over}","overlaps":[{},{}]}}"#, overlap(5), overlap(2))
                }
                false => format!(r#"{{"id":"F{number}"}}"#),
            }
        };
        let items: Vec<String> = (0..count).map(facility).collect();
        format!(r#"{{"schema_version":1,"facilities":{{"complete":true,"items":[{}]}}}}"#, items.join(","))
    }

    #[test]
    fn each_facility_is_held_against_those_alone_that_it_has_to_do_with() {
        let parsed = crate::parse::parse(text(9).as_bytes(), &Limits::default()).unwrap();
        let facilities = Facilities::of(parsed.dossier());
        let related = |index: usize| -> Vec<usize> {
            let facility = facilities.at(index).unwrap();
            facilities.related(index, facility).into_iter().map(|(index, _)| index).collect()
        };
        assert_eq!([0, 1, 2, 3].map(related), [vec![1, 2], vec![0], vec![0], vec![4, 5]]);
        let (first, second) = (facilities.at(0).unwrap(), facilities.at(1).unwrap());
        assert_eq!(facilities.states(0, second), Some(&Some(Exact::whole(7))));
        assert_eq!(facilities.states(1, first), None);
    }

    #[test]
    fn twenty_thousand_facilities_are_held_against_as_many_and_not_against_all_of_each_other() {
        let parsed = crate::parse::parse(text(19_998).as_bytes(), &Limits::default()).unwrap();
        let facilities = Facilities::of(parsed.dossier());
        let all = parsed.dossier().facilities.iter();
        let compared: usize = all.map(|(index, facility)| facilities.related(index, facility).len()).sum();
        assert_eq!(compared, 26_664);
    }
}
