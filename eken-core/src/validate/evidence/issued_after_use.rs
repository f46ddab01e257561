//! A judgement or declaration that rests on a document issued after it.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::model::kind::{List, Ref};
use crate::model::{Document, ToDocument};
use crate::quantity::Date;
use crate::validate::place::{Row, rows};
use crate::validate::records::by_id;
use crate::validate::{Found, Rule};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2", "附件2-20"],
        summary: Label::new(
            "评审或申报所依据的文件出具在后",
            "a judgement or declaration rests on a document that was issued after it",
        ),
        message: Label::new(
            "依据文件 {issued} 才出具，晚于 {used}",
            "the document was issued on {issued}, after {used}",
        ),
        help: Label::new(
            "核对两个日期，或改引当时已有的文件",
            "check both dates, or refer to a document that existed then",
        ),
        example: r#"{"schema_version": 1, "judgements": {"items": [{"id": "R1", "question": "15-needs", "outcome": "satisfied", "post": "评审组长", "date": "2023-12-20", "basis": "例", "evidence": ["D1"]}]}, "documents": {"items": [{"id": "D1", "title": "例", "issued": "2024-01-05"}]}}"#,
        ..Spec::new("evidence.issued-after-use", Severity::Warning)
    },
    check: |context, found| {
        let documents = by_id(&context.dossier.documents, |document| &document.id);
        for (row, judgement) in rows("judgements", &context.dossier.judgements) {
            let date = found.value(&judgement.date, || row.at("date"));
            late(found, row, date, &judgement.evidence, &documents);
        }
        for (row, declaration) in rows("compliance", &context.dossier.compliance) {
            let date = found.value(&declaration.declared, || row.at("declared"));
            late(found, row, date, &declaration.evidence, &documents);
        }
    },
};

/// Tells the documents of a record that were issued after the day on which it rested on them.
fn late(
    found: &mut Found<'_>,
    row: Row,
    used: Option<&Date>,
    evidence: &List<Ref<ToDocument>>,
    documents: &BTreeMap<&str, &Document>,
) {
    let Some(used) = used else { return };
    for (index, id) in evidence.iter() {
        let issued = documents.get(id.as_str()).and_then(|document| document.issued.known());
        if let Some(issued) = issued.filter(|issued| *issued > used) {
            let params = vec![("issued", issued.to_string().into()), ("used", used.to_string().into())];
            found.at(row.at(&format!("evidence/{index}")), params);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn judgements_and_declarations_on_later_documents_are_found() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/judgements/items/0/evidence/0 issued=2024-01-05 used=2023-12-20"]
        );
        let dossier = r#"{"compliance": {"items": [{"declared": "2023-12-31", "evidence": ["D1", "D2"]}]},
            "documents": {"items": [{"id": "D1", "issued": "2023-12-31"}, {"id": "D2", "issued": "2024-01-01"}]}}"#;
        assert_eq!(found(&RULE, dossier), ["/compliance/items/0/evidence/1 issued=2024-01-01 used=2023-12-31"]);
    }

    #[test]
    fn documents_of_the_day_and_of_no_day_are_clean() {
        let dossier = r#"{"judgements": {"items": [{"date": "2023-12-20", "evidence": ["D1", "D2", "D9"]}, {"evidence": ["D3"]}]},
            "documents": {"items": [{"id": "D1", "issued": "2023-12-20"}, {"id": "D2"}, {"id": "D3", "issued": "2024-01-01"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(
            skipped(&RULE, r#"{"judgements": {"items": [{"date": "x"}]}}"#),
            ["faulty /judgements/items/0/date"]
        );
    }
}
