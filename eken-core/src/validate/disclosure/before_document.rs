//! Something published before the document was issued.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::validate::records::by_id;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["九3"],
        summary: Label::new("公开日期早于文件出具日期", "a document was published before it was issued"),
        message: Label::new("{date} 公开，文件 {issued} 才出具", "published on {date}, issued on {issued}"),
        help: Label::new(
            "核对两个日期，或改引公开时的文件",
            "check both dates, or refer to the document that was published",
        ),
        example: r#"{"schema_version": 1, "disclosures": {"items": [{"id": "M1", "subject": "plan", "date": "2023-03-20", "document": "D1"}]}, "documents": {"items": [{"id": "D1", "title": "例", "issued": "2023-03-24"}]}}"#,
        ..Spec::new("disclosure.before-document", Severity::Warning)
    },
    check: |context, found| {
        let documents = by_id(&context.dossier.documents, |document| &document.id);
        for (row, disclosure) in rows("disclosures", &context.dossier.disclosures) {
            let date = found.value(&disclosure.date, || row.at("date"));
            let id = found.value(&disclosure.document, || row.at("document"));
            let (Some(date), Some(id)) = (date, id) else { continue };
            let issued = documents.get(id.as_str()).and_then(|document| document.issued.known());
            if let Some(issued) = issued.filter(|issued| *issued > date) {
                let params = vec![("date", date.to_string().into()), ("issued", issued.to_string().into())];
                found.at(row.at("date"), params);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn a_document_published_before_its_issue_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/disclosures/items/0/date date=2023-03-20 issued=2023-03-24"]);
    }

    #[test]
    fn the_day_of_issue_and_documents_of_no_day_are_clean() {
        let dossier = r#"{"disclosures": {"items": [{"date": "2023-03-24", "document": "D1"}, {"date": "2023-03-20", "document": "D2"}, {"date": "2023-03-20"}]},
            "documents": {"items": [{"id": "D1", "issued": "2023-03-24"}, {"id": "D2"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(
            skipped(&RULE, r#"{"disclosures": {"items": [{"date": "x"}]}}"#),
            ["faulty /disclosures/items/0/date"]
        );
    }
}
