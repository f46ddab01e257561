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
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        let mut groups = BTreeMap::new();
        for (index, record) in records.iter() {
            let Some(id) = record.id() else { continue };
            let group = *first.entry(id).or_insert(index);
            if group != index {
                groups.insert(group, group);
                groups.insert(index, group);
            }
        }
        Self(groups)
    }

    /// Makes one group of records, and of the groups that they are in already.
    pub(super) fn join(&mut self, records: &[usize]) {
        let groups = &mut self.0;
        let held: Vec<usize> = records.iter().filter_map(|index| groups.get(index).copied()).collect();
        let Some(first) = records.iter().chain(&held).min().copied() else { return };
        for group in groups.values_mut().filter(|group| held.contains(group)) {
            *group = first;
        }
        groups.extend(records.iter().map(|index| (*index, first)));
    }

    /// The group of a record, if it shares its identifier.
    pub(super) fn group(&self, index: usize) -> Option<usize> {
        self.0.get(&index).copied()
    }

    /// How many records a group has.
    pub(super) fn size(&self, group: usize) -> usize {
        self.0.values().filter(|of| **of == group).count()
    }

    /// What would settle whether the records of these groups are one or several.
    pub(super) fn lacks(section: &str, indices: &BTreeSet<usize>) -> Vec<Lack> {
        indices.iter().map(|index| Lack::new(LackKind::Repeated, record_pointer(section, *index), vec![])).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::measure;

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
