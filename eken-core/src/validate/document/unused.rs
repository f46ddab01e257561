//! A document on file that nothing refers to.

use std::collections::BTreeSet;

use crate::finding::{Severity, Spec};
use crate::model::kind::{Leaf, Step, Value, Walker};
use crate::validate::place::rows;
use crate::validate::{Rule, Skip};
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
        let mut used = Used { documents: BTreeSet::new(), faulty: false };
        context.dossier.walk(&Step::Root, &mut used);
        for (row, document) in rows("documents", &context.dossier.documents) {
            let Some(id) = found.value(&document.id, || row.at("id")) else { continue };
            if used.documents.contains(id.as_str()) {
                continue;
            }
            if used.faulty {
                // what could not be read may refer to it
                found.skip(row.pointer(), Skip::Faulty);
            } else {
                found.at(row.pointer(), vec![]);
            }
        }
    },
};

/// The documents that are referred to.
struct Used {
    documents: BTreeSet<Box<str>>,
    faulty: bool,
}

impl Walker for Used {
    fn leaf(&mut self, _: &Step<'_>, leaf: Leaf<'_>) {
        match leaf {
            Leaf::Ref("documents", id) => {
                self.documents.insert(id.into());
            }
            Leaf::Faulty => self.faulty = true,
            _ => {}
        }
    }
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
        let dossier = r#"{"facilities": {"items": [{"evidence": [5]}]}, "documents": {"items": [{"id": "D1"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(skipped(&RULE, dossier), ["faulty /documents/items/0"]);
    }
}
