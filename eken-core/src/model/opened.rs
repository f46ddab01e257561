//! A record opened up: its values as they are written and which of them could not be read, without knowing its type.

use super::Dossier;
use super::kind::{Leaf, Record, Section, SectionHead, Step, Walker};
use crate::json::Tree;

/// A record taken out of a dossier, for whoever goes by [`RecordInfo`](super::kind::RecordInfo) and not by type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Its place among the elements of its list, those that were refused counted; 0 for what stands once.
    pub index: usize,
    /// Its members as they are written.
    pub tree: Tree,
    /// JSON Pointers, from the record on, of the values that could not be read as their type.
    pub faulty: Vec<String>,
}

impl Opened {
    /// Opens a record.
    pub fn of<T: Record>(record: &T, index: usize) -> Self {
        let mut faults = Faults(Vec::new());
        record.walk(&Step::Root, &mut faults);
        Self { index, tree: record.tree(), faulty: faults.0 }
    }

    /// The dossier's own fields, its sections apart.
    pub fn once(dossier: &Dossier) -> Self {
        Self::of(&dossier.without_sections(), 0)
    }

    /// What a section says of itself.
    pub fn head(head: &SectionHead) -> Self {
        Self::of(head, 0)
    }

    /// The record of a section that was read as the n-th, from 0.
    pub(super) fn nth<T: Record>(section: &Section<T>, nth: usize) -> Option<Self> {
        let record = section.items.items().get(nth)?;
        let index = if section.items.refused() == 0 { nth } else { section.iter().nth(nth)?.0 };
        Some(Self::of(record, index))
    }
}

struct Faults(Vec<String>);

impl Walker for Faults {
    fn leaf(&mut self, at: &Step<'_>, leaf: Leaf<'_>) {
        if matches!(leaf, Leaf::Faulty) {
            self.0.push(at.pointer());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::limits::Limits;
    use crate::parse::parse;

    #[test]
    fn the_nth_record_read_stands_at_the_nth_place_unless_one_before_it_was_refused() {
        for (items, places) in [
            (r#"{"id":"F0"},{"id":"F1"},{"id":"F2"}"#, [Some(0), Some(1), Some(2), None]),
            (r#"{"id":"F0"},7,{"id":"F2"}"#, [Some(0), Some(2), None, None]),
        ] {
            let text = format!(r#"{{"schema_version":1,"facilities":{{"items":[{items}]}}}}"#);
            let parsed = parse(text.as_bytes(), &Limits::default()).unwrap();
            let records = [0, 1, 2, 3].map(|nth| parsed.dossier().record("facilities", nth));
            assert_eq!(records.each_ref().map(|record| record.as_ref().map(|record| record.index)), places, "{items}");
            for record in records.into_iter().flatten() {
                assert_eq!(record.tree.get("id"), Some(&crate::json::Tree::text(&format!("F{}", record.index))));
            }
        }
    }

    #[test]
    fn a_record_says_what_could_not_be_read_and_where_it_stands() {
        let text = r#"{"schema_version":1,"id":7,"facilities":{"note":5,"items":[3,
            {"id":"F1","roles":[{"role":"logistics","area":-1},4],"opened":"2023-13","floor_area":{"value":2,"status":"x"}}]}}"#;
        let parsed = parse(text.as_bytes(), &Limits::default()).unwrap();
        let dossier = parsed.dossier();
        let record = dossier.record("facilities", 0).unwrap();
        assert_eq!(record.index, 1);
        assert_eq!(record.tree.at("/roles/0/role"), Some(&crate::json::Tree::text("logistics")));
        assert_eq!(record.faulty, ["/roles/0/area", "/roles/1", "/floor_area/status", "/opened"]);
        assert_eq!(dossier.records("facilities"), Some(1));
        assert_eq!((dossier.record("facilities", 1), dossier.record("none", 0)), (None, None));
        assert_eq!(dossier.head("facilities").unwrap().faulty, ["/note"]);
        let once = super::Opened::once(dossier);
        assert_eq!(once.faulty, ["/id"]);
        assert!(once.tree.get("facilities").is_none() && once.tree.get("schema_version").is_some());
    }
}
