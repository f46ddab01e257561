//! Records of a section that share an identifier: they may be one and the same, filed twice.

use std::collections::{BTreeMap, BTreeSet};

use super::lack::{Lack, LackKind};
use super::measured::record_pointer;
use crate::model::kind::{Record, Section};

/// For each record that shares its identifier with another, which group it belongs to.
#[derive(Clone, Debug, Default)]
pub(super) struct Repeated(BTreeMap<usize, usize>);

impl Repeated {
    /// The groups of a section.
    pub(super) fn of<T: Record>(records: &Section<T>) -> Self {
        let ids = || records.iter().filter_map(|(index, record)| Some((index, record.id()?)));
        // running numbers share nothing
        if ids().is_sorted_by(|(_, one), (_, next)| one < next) {
            return Self::default();
        }
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        let mut groups = BTreeMap::new();
        for (index, id) in ids() {
            let group = *first.entry(id).or_insert(index);
            if group != index {
                groups.insert(group, group);
                groups.insert(index, group);
            }
        }
        Self(groups)
    }

    /// Makes one group of each of these lists of records, with the groups that they are in already. A group goes by the first
    /// of its records.
    #[must_use]
    pub(super) fn joined(self, lists: impl Iterator<Item = Vec<usize>>) -> Self {
        let mut leads = self.0;
        for list in lists {
            let found: Vec<usize> = list.into_iter().map(|index| lead(&mut leads, index)).collect();
            let Some(first) = found.iter().min().copied() else { continue };
            leads.extend(found.into_iter().map(|index| (index, first)));
        }
        let members: Vec<usize> = leads.keys().copied().collect();
        Self(members.into_iter().map(|index| (index, lead(&mut leads, index))).collect())
    }

    /// The group of a record, if it shares its identifier.
    pub(super) fn group(&self, index: usize) -> Option<usize> {
        self.0.get(&index).copied()
    }

    /// How many records each group has.
    pub(super) fn sizes(&self) -> BTreeMap<usize, usize> {
        let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
        for group in self.0.values() {
            let size = sizes.entry(*group).or_default();
            *size = size.saturating_add(1);
        }
        sizes
    }

    /// What would settle whether the records of these groups are one or several.
    pub(super) fn lacks(section: &str, indices: &BTreeSet<usize>) -> Vec<Lack> {
        indices.iter().map(|index| Lack::new(LackKind::Repeated, record_pointer(section, *index), vec![])).collect()
    }
}

/// The record by which the group of a record goes, which may be the record itself; the way to it is shortened.
fn lead(leads: &mut BTreeMap<usize, usize>, index: usize) -> usize {
    let mut way = Vec::new();
    let mut here = index;
    while let Some(next) = leads.get(&here).copied().filter(|next| *next != here) {
        way.push(here);
        here = next;
    }
    leads.extend(way.into_iter().map(|step| (step, here)));
    leads.entry(index).or_insert(here);
    here
}

#[cfg(test)]
mod tests {
    use super::Repeated;
    use crate::assess::measure::testing::measure;

    #[test]
    fn groups_that_share_a_record_are_one_and_go_by_the_first() {
        let joined = |lists: &[&[usize]]| Repeated::default().joined(lists.iter().map(|list| list.to_vec())).0;
        assert_eq!(joined(&[&[4, 5], &[1, 2], &[2, 5]]), [(1, 1), (2, 1), (4, 1), (5, 1)].into());
        assert_eq!(joined(&[&[7, 9], &[3, 4]]), [(3, 3), (4, 3), (7, 7), (9, 7)].into());
        assert_eq!(joined(&[&[], &[3, 4], &[]]), [(3, 3), (4, 3)].into());
        // a chain of many, from its end
        let chain = (0..20_000).rev().map(|index| vec![index, index + 1]);
        assert!(Repeated::default().joined(chain).0.values().all(|group| *group == 0));
    }

    fn industries(items: &str) -> String {
        let text = format!(
            r#"{{"schema_version":1,"as_of":"2023-12-31","industries":{{"complete":true,"items":[{items}]}}}}"#
        );
        measure("industries", &[], &text, &[]).to_string()
    }

    #[test]
    fn records_that_share_an_identifier_may_be_one() {
        let one = r#"{"id":"I1","name":"甲","since":"2020"}"#;
        let two = r#"{"id":"I2","name":"乙","since":"2020"}"#;
        let gone = r#"{"id":"I1","name":"甲","since":"2010","until":"2012"}"#;
        assert_eq!(industries(&format!("{one},{two}")), "2");
        assert_eq!(industries(&format!("{one},{two},{one}")), "2..3");
        assert_eq!(industries(&format!("{one},{gone},{two}")), "1..2");
        assert_eq!(industries(&format!("{gone},{one},{two}")), "1..2");
    }

    #[test]
    fn entities_of_one_credit_code_may_be_one() {
        let units = |items: &str| {
            let text = format!(
                r#"{{"schema_version":1,"as_of":"2023-12-31","entities":{{"complete":true,"items":[{items}]}}}}"#
            );
            measure("registered-entities", &[("who", "legal_person_units")], &text, &[]).to_string()
        };
        let entity = |id: &str, code: &str| {
            format!(
                r#"{{"id":"{id}","code":"{code}","form":"company","registered":"2023-05","territory":"site","roles":[]}}"#
            )
        };
        let (one, other) = ("91140827MA0EKEN03X", "91140827MA0EKEN04W");
        assert_eq!(units(&format!("{},{}", entity("E1", one), entity("E2", ""))), "2");
        assert_eq!(units(&format!("{},{}", entity("E1", one), entity("E2", one))), "1..2");
        // E1 and E2 by their code, E2 and E2 by their identifier
        assert_eq!(units(&format!("{},{},{}", entity("E1", one), entity("E2", one), entity("E2", other))), "1..3");
        // a code that fails its check is one code all the same
        assert_eq!(units(&format!("{},{}", entity("E1", "9114"), entity("E2", "9114"))), "1..2");
    }

    #[test]
    fn money_filed_twice_is_not_counted_twice_for_sure() {
        let one = r#"{"id":"V1","stage":"completed","source":"public","amount":100,"period":"2023"}"#;
        let other = r#"{"id":"V1","stage":"completed","source":"public","amount":30,"period":"2023"}"#;
        let sum = |items: &str| {
            let text = format!(
                r#"{{"schema_version":1,"as_of":"2023-12-31","investments":{{"complete":true,"items":[{items}]}}}}"#
            );
            measure("investment", &[], &text, &[]).to_string()
        };
        assert_eq!(sum(one), "100");
        assert_eq!(sum(&format!("{one},{one}")), "100..200");
        assert_eq!(sum(&format!("{other},{one}")), "30..130");
    }
}
