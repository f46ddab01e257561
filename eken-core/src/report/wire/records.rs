//! The account of a dossier's records: those read and those refused are all that the file has.

use std::collections::HashMap;

use super::findings::{REFUSED, RecordsDocument, RefusedDocument};
use crate::model::kind::{Leaf, Step, Value, Walker};
use crate::validate::Checked;

/// What refuses an element of a list that is no record, where the finding that says so is one of those not kept.
const NO_RECORD: &str = "structure.type";

impl RecordsDocument {
    /// The account of a dossier as it was read: a record is an element of a list of facts, or of a list inside one.
    pub fn of(checked: &Checked) -> Self {
        let mut count = Count::default();
        Value::walk(checked.dossier(), &Step::Root, &mut count);
        let mut refused_records = Vec::new();
        if count.refused > 0 {
            let findings = checked.findings().iter();
            let found: HashMap<&str, _> = findings.rev().map(|found| (found.pointer.as_str(), found)).collect();
            refused_records.extend(count.pointers.iter().map(|pointer| match found.get(pointer.as_str()) {
                Some(found) => RefusedDocument { cell: found.shown_place(), code: found.code().to_owned() },
                None => RefusedDocument { cell: pointer.clone(), code: NO_RECORD.to_owned() },
            }));
        }
        Self { read: count.read, refused: count.refused, refused_records }
    }
}

/// Counts records; the pointers of the first that were refused.
#[derive(Default)]
struct Count {
    read: usize,
    refused: usize,
    pointers: Vec<String>,
}

impl Walker for Count {
    fn record(&mut self, at: &Step<'_>, _: &'static str) {
        if matches!(at, Step::Index(..)) {
            self.read = self.read.saturating_add(1);
        }
    }

    fn refused(&mut self, at: &Step<'_>) {
        self.refused = self.refused.saturating_add(1);
        if self.pointers.len() < REFUSED {
            self.pointers.push(at.pointer());
        }
    }

    fn leaf(&mut self, _: &Step<'_>, _: Leaf<'_>) {}
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use crate::parse::parse;
    use crate::plan::builtin;
    use crate::validate::validate;

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
}
