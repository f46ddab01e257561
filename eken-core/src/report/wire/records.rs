//! The account of a dossier's records: those read and those refused are all that the file has.

use std::collections::HashMap;

use super::findings::{REFUSED, RecordsDocument, RefusedDocument};
use crate::json::Tree;
use crate::model::kind::{FieldKind, Leaf, RecordInfo, Step, Value, Walker};
use crate::validate::Checked;

/// What refuses an element of a list that is no record, where the finding that says so is one of those not kept.
const NO_RECORD: &str = "structure.type";
/// What refuses a list, or what holds it, as a whole.
const WHOLE: [&str; 2] = ["structure.duplicate-key", NO_RECORD];

impl RecordsDocument {
    /// The account of a dossier as it was read: a record is an element of a list of facts, or of a list inside one. The elements
    /// of a list that stands twice in one object, or where no list belongs, are refused with it: each at its JSON Pointer, with
    /// the code that refuses the whole.
    pub fn of(checked: &Checked) -> Self {
        let mut count = Count::default();
        Value::walk(checked.dossier(), &Step::Root, &mut count);
        let mut refused_records = Vec::new();
        if count.refused > 0 {
            let findings = checked.findings().iter();
            let found: HashMap<&str, _> = findings.rev().map(|found| (found.pointer.as_str(), found)).collect();
            refused_records.extend(count.told.iter().map(|(pointer, by)| {
                let own = found.get(pointer.as_str()).filter(|_| *by == By::Itself);
                let around = std::iter::successors(Some(pointer.as_str()), |at| Some(at.rsplit_once('/')?.0)).skip(1);
                let codes = around.filter_map(|at| found.get(at)).map(|found| found.code());
                let cell = own.map_or_else(|| pointer.clone(), |found| found.shown_place());
                let code =
                    own.map(|found| found.code()).or_else(|| codes.into_iter().find(|code| WHOLE.contains(code)));
                RefusedDocument { cell, code: code.unwrap_or(NO_RECORD).to_owned() }
            }));
        }
        Self { read: count.read, refused: count.refused, refused_records }
    }
}

/// What refuses a record.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    /// It is none.
    Itself,
    /// The list that it stands in, or what holds that, is not taken as a whole.
    Whole,
}

/// Counts records; the pointers of the first that were refused.
#[derive(Default)]
struct Count {
    read: usize,
    refused: usize,
    told: Vec<(String, By)>,
}

impl Walker for Count {
    fn record(&mut self, at: &Step<'_>, _: &'static str) {
        if matches!(at, Step::Index(..)) {
            self.read = self.read.saturating_add(1);
        }
    }

    fn refused(&mut self, at: &Step<'_>) {
        self.refuse(at, By::Itself);
    }

    fn not_taken(&mut self, at: &Step<'_>, kind: &FieldKind, written: &Tree) {
        match (kind, written) {
            (FieldKind::List(of), Tree::Array(items)) => {
                if let FieldKind::Record(info) = **of {
                    self.elements(at, info, items);
                }
            }
            (FieldKind::Section(info), Tree::Object(members)) => {
                let list = FieldKind::List(Box::new(FieldKind::Record(*info)));
                for (_, items) in members.iter().filter(|(key, _)| &**key == "items") {
                    self.not_taken(&Step::Key(at, "items"), &list, items);
                }
            }
            // its records without what a section says of itself
            (FieldKind::Section(info), Tree::Array(items)) => self.elements(at, *info, items),
            (FieldKind::Record(info), Tree::Object(members)) => self.members(at, &info(), members),
            _ => {}
        }
    }

    fn leaf(&mut self, _: &Step<'_>, _: Leaf<'_>) {}
}

impl Count {
    fn refuse(&mut self, at: &Step<'_>, by: By) {
        self.refused = self.refused.saturating_add(1);
        if self.told.len() < REFUSED {
            self.told.push((at.pointer(), by));
        }
    }

    /// Elements of a list that is not taken, and those of the lists inside of them.
    fn elements(&mut self, at: &Step<'_>, info: fn() -> RecordInfo, items: &[Tree]) {
        let info = info();
        for (index, item) in items.iter().enumerate() {
            let at = Step::Index(at, index);
            self.refuse(&at, By::Whole);
            if let Tree::Object(members) = item {
                self.members(&at, &info, members);
            }
        }
    }

    fn members(&mut self, at: &Step<'_>, info: &RecordInfo, members: &[(Box<str>, Tree)]) {
        for (key, value) in members {
            if let Some(field) = info.fields.iter().find(|field| field.name == &**key) {
                self.not_taken(&Step::Key(at, key), &field.kind, value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use crate::parse::parse;
    use crate::plan::builtin;
    use crate::validate::validate;

    fn account(dossier: &str) -> RecordsDocument {
        let text = format!(r#"{{"schema_version": 1, "town": {{"name": "例"}}, {dossier}}}"#);
        let plan = builtin("yuanqu-2023").unwrap();
        RecordsDocument::of(&validate(parse(text.as_bytes(), &Limits::default()).unwrap(), &plan))
    }

    #[test]
    fn an_element_that_is_no_record_is_refused_with_place_and_code() {
        let text = r#"{"schema_version": 1, "town": {"name": "例"},
"facilities": {"items": [{"id": "F1", "roles": [{"role": "?"}, "?", null]}, 7, {"id": "F2"}]}}"#;
        let checked = validate(parse(text.as_bytes(), &Limits::default()).unwrap(), &builtin("yuanqu-2023").unwrap());
        let records = RecordsDocument::of(&checked);
        assert_eq!((records.read, records.refused), (3, 3));
        let told: Vec<(&str, &str)> =
            records.refused_records.iter().map(|each| (each.cell.as_str(), each.code.as_str())).collect();
        assert_eq!(told, [("2:64", "structure.type"), ("2:69", "structure.null"), ("2:77", "structure.type")]);
    }

    #[test]
    fn the_elements_of_what_is_not_taken_as_a_whole_are_refused_with_it() {
        let of = |dossier: &str| {
            let records = account(dossier);
            assert_eq!(records.refused, records.refused_records.len());
            let codes: Vec<String> =
                records.refused_records.into_iter().map(|each| format!("{} {}", each.cell, each.code)).collect();
            (records.read, codes)
        };
        let list = r#"{"items": [{"id": "F1", "roles": [{"role": "?"}]}]}"#;
        for (dossier, read, refused) in [
            (
                // two sections, the records of both with the lists inside of them
                format!(r#""facilities": {list}, "facilities": {{"items": [{{"id": "F2"}}, 5]}}"#),
                0,
                vec![
                    "/facilities/items/0",
                    "/facilities/items/0/roles/0",
                    "/facilities/items/0",
                    "/facilities/items/1",
                ],
            ),
            (
                r#""facilities": {"items": [{"id": "F1"}], "items": [{"id": "F2"}, {"id": "F3"}]}"#.to_owned(),
                0,
                vec!["/facilities/items/0", "/facilities/items/0", "/facilities/items/1"],
            ),
            (
                r#""facilities": {"items": [{"id": "F1", "roles": [{}, {}], "roles": [{}]}, {"id": "F2"}]}"#.to_owned(),
                2,
                vec!["/facilities/items/0/roles/0", "/facilities/items/0/roles/1", "/facilities/items/0/roles/0"],
            ),
        ] {
            let mut refused: Vec<String> = refused.iter().map(|at| format!("{at} structure.duplicate-key")).collect();
            let (was, mut said) = of(&dossier);
            refused.sort();
            said.sort();
            assert_eq!((was, said), (read, refused), "{dossier}");
        }
        // a list where the object around it was forgotten
        assert_eq!(
            of(r#""facilities": [{"id": "F1"}, {"id": "F2"}]"#),
            (0, vec!["/facilities/0 structure.type".to_owned(), "/facilities/1 structure.type".to_owned()])
        );
    }

    #[test]
    fn lists_of_what_is_no_record_and_fields_of_no_meaning_refuse_none() {
        let of = |dossier: &str| {
            let records = account(dossier);
            (records.read, records.refused)
        };
        let twice = r#""facilities": {"items": [{"id": "F1", "evidence": ["D1", "D2"], "evidence": ["D3"]}]}"#;
        assert_eq!(of(twice), (1, 0));
        let unknown = r#""facilities": [{"id": "F1", "nothing": [{"id": "F2"}], "roles": [{}]}]"#;
        assert_eq!(of(unknown), (0, 2));
    }

    #[test]
    fn of_many_that_are_refused_the_first_are_listed_and_all_counted() {
        let items = vec!["7"; REFUSED + 2].join(",");
        let records = account(&format!(r#""facilities": {{"items": [{items}, {{"id": "F1"}}]}}"#));
        assert_eq!((records.read, records.refused, records.refused_records.len()), (1, REFUSED + 2, REFUSED));
        assert!(records.refused_records.iter().all(|each| each.code == NO_RECORD));
    }
}
