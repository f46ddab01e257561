//! A document on file that nothing refers to.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::finding::{Severity, Spec};
use crate::model::Dossier;
use crate::model::kind::{FieldKind, Record, RecordInfo, Step};
use crate::validate::place::rows;
use crate::validate::{Context, Ids, Rule, Skip};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["五(五)3"],
        summary: Label::new("佐证文件没有被引用", "nothing refers to a document on file"),
        message: Label::new(
            "没有一条记录引用此文件，它不支持任何事实",
            "no record refers to it, so that it bears out nothing",
        ),
        help: Label::new(
            "在它佐证的记录的 evidence 中引用；多余的可删去",
            "refer to it in evidence of the record it bears out, or leave it out",
        ),
        example: r#"{"schema_version": 1, "documents": {"items": [{"id": "D1", "title": "例"}]}}"#,
        ..Spec::new("document.unused", Severity::Info)
    },
    check: |context, found| {
        if context.dossier.documents.items.items().is_empty() {
            return;
        }
        let used = &context.tour().used;
        let documents = context.ids_of("documents");
        for (row, document) in rows("documents", &context.dossier.documents) {
            let Some(id) = found.value(&document.id, || row.at("id")) else { continue };
            if documents.and_then(|ids| ids.number(id.as_str())).is_some_and(|number| used.holds(number)) {
                continue;
            }
            if used.in_doubt {
                // what could not be read may refer to it
                found.skip(row.pointer(), Skip::Faulty);
            } else {
                found.at(row.pointer(), vec![]);
            }
        }
    },
};

/// The documents that are referred to.
#[derive(Clone, Debug)]
pub(in crate::validate) struct Used {
    /// By the number of their identifier.
    marks: Vec<bool>,
    /// Whether something that may refer to a document could not be read.
    in_doubt: bool,
}

impl Used {
    pub(in crate::validate) fn new(context: &Context<'_>) -> Self {
        let documents = context.ids_of("documents").map_or(0, Ids::len);
        Self { marks: vec![false; documents], in_doubt: false }
    }

    /// Marks the document of a number.
    pub(in crate::validate) fn mark(&mut self, number: usize) {
        if let Some(mark) = self.marks.get_mut(number) {
            *mark = true;
        }
    }

    /// Takes note of what could not be read.
    pub(in crate::validate) fn faulty(&mut self, at: &Step<'_>) {
        self.in_doubt = self.in_doubt || key(at).is_none_or(|field| FIELDS.contains(field));
    }

    fn holds(&self, number: usize) -> bool {
        self.marks.get(number).copied().unwrap_or_default()
    }
}

/// The field that a value stands in, be it an element of its list.
fn key<'s>(at: &Step<'s>) -> Option<&'s str> {
    match at {
        Step::Root => None,
        Step::Key(_, field) => Some(field),
        Step::Index(list, _) => key(list),
    }
}

/// The names of the fields under which documents are referred to, at any depth.
static FIELDS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(fields);

fn fields() -> BTreeSet<&'static str> {
    fn collect(record: &RecordInfo, fields: &mut BTreeSet<&'static str>) {
        for field in &record.fields {
            let mut kind = &field.kind;
            while let FieldKind::List(inner) = kind {
                kind = inner;
            }
            match kind {
                FieldKind::Ref("documents") => {
                    fields.insert(field.name);
                }
                FieldKind::Record(of) | FieldKind::Section(of) => {
                    fields.insert(field.name);
                    collect(&of(), fields);
                }
                _ => {}
            }
        }
    }
    let mut fields = BTreeSet::from(["items"]);
    collect(&Dossier::info(), &mut fields);
    fields
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn a_document_that_bears_out_nothing_is_told() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/documents/items/0"]);
    }

    #[test]
    fn a_reference_anywhere_is_enough() {
        let dossier = r#"{"town": {"tier": {"evidence": ["D1"]}}, "meetings": 5, "organisation": {"leading_group": {"meetings": [{"document": "D2"}]}},
            "documents": {"items": [{"id": "D1"}, {"id": "D2"}, {}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }

    #[test]
    fn what_could_not_be_read_may_refer_to_it() {
        for rest in [
            r#""facilities": {"items": [{"evidence": [5]}]}"#,
            r#""facilities": {"items": [{"exemptions": [{"document": 5}]}]}"#,
            r#""facilities": {"items": [5]}"#,
            r#""facilities": {"items": 5}"#,
            r#""facilities": 5"#,
            r#""town": {"tier": 5}"#,
        ] {
            let dossier = format!(r#"{{{rest}, "documents": {{"items": [{{"id": "D1"}}]}}}}"#);
            assert_eq!(found(&RULE, &dossier), [""; 0], "{rest}");
            assert_eq!(skipped(&RULE, &dossier), ["faulty /documents/items/0"]);
        }
    }

    #[test]
    fn a_faulty_value_that_is_no_reference_changes_nothing() {
        let dossier = r#"{"town": {"name": 5}, "facilities": {"items": [{"floor_area": "x"}]}, "sessions": {"items": [{"attendance": [5]}]},
            "documents": {"items": [{"id": "D1", "title": 5}]}}"#;
        assert_eq!(found(&RULE, dossier), ["/documents/items/0"]);
    }
}
