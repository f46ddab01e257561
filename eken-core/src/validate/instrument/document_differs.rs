//! An instrument whose document on file has another number or day.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::document_number::written;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-5", "附件2-9", "附件2-18", "附件2-22", "GB/T 9704-2012"],
        summary: Label::new(
            "制度文件与存档文件的文号或日期不同",
            "an instrument and its document on file differ in number or day",
        ),
        message: Label::new(
            "与存档文件 {first} 不一致；{number_field} 不同；印发日期填为 {issued}，存档文件为 {filed}",
            "it differs from its document on file, {first}; {number_field} is not the same; issued on {issued}, the document is of {filed}",
        ),
        help: Label::new(
            "对照原件核对文号和日期，或更正所引用的存档文件",
            "compare both with the original, or refer to the document that is meant",
        ),
        example: r#"{"schema_version": 1, "documents": {"items": [{"id": "D1", "title": "示例办法", "number": "例政发〔2023〕6号", "issued": "2023-05-11"}]},
  "instruments": {"items": [{"id": "W1", "title": "示例办法", "number": "例政发〔2023〕5号", "issued": "2023-05-01", "document": "D1"}]}}"#,
        ..Spec::new("instrument.document-differs", Severity::Warning)
    },
    check: |context, found| {
        let mut documents = BTreeMap::new();
        for (row, document) in rows("documents", &context.dossier.documents) {
            if let Some(id) = document.id.known() {
                documents.entry(id.as_str()).or_insert((row, document));
            }
        }
        for (row, instrument) in rows("instruments", &context.dossier.instruments) {
            let Some(of) = found.value(&instrument.document, || row.at("document")) else { continue };
            let Some((first, document)) = documents.get(of.as_str()) else { continue };
            let mut params = Vec::new();
            let numbers = instrument.number.known().zip(document.number.known());
            if numbers.is_some_and(|(number, filed)| written(number.as_str()) != written(filed.as_str())) {
                params.push(("number_field", "number".into()));
            }
            if let Some((issued, filed)) = instrument.issued.get().zip(document.issued.get())
                && issued != filed
            {
                params.push(("issued", issued.to_string().into()));
                params.push(("filed", filed.to_string().into()));
            }
            if !params.is_empty() {
                params.push(("first", first.pointer().into()));
                found.at(row.at("document"), params);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn another_number_and_another_day_are_found() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            [
                "/instruments/items/0/document number_field=number issued=2023-05-01 filed=2023-05-11 first=/documents/items/0"
            ]
        );
    }

    #[test]
    fn what_is_the_same_or_unknown_is_clean() {
        let same = RULE.spec.example.replace("〔2023〕6号", "[2023]5号").replace("2023-05-11", "2023-05-01");
        assert_eq!(found(&RULE, &same), [""; 0]);
        let bare = RULE.spec.example.replace(r#", "number": "例政发〔2023〕6号", "issued": "2023-05-11""#, "");
        assert_eq!(found(&RULE, &bare), [""; 0]);
        assert_eq!(found(&RULE, &RULE.spec.example.replace(r#""document": "D1""#, r#""document": "D2""#)), [""; 0]);
        assert_eq!(found(&RULE, &same.replace("[2023]5号", "[2023]6号")).len(), 1);
    }
}
