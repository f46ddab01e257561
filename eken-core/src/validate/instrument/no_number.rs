//! An issued instrument without a document number.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-5", "附件2-9", "附件2-18", "附件2-22", "九3"],
        summary: Label::new("印发的制度文件没有文号", "an issued instrument has no document number"),
        message: Label::new("没有文号，难以核实是否正式印发", "without a document number its issue is hard to verify"),
        help: Label::new(
            "补填文号 number；尚未印发的，将 draft 填为 true；无文号的，注明缺失原因",
            "add number; for a draft set draft to true; where there is none, say why it is missing",
        ),
        example: r#"{"schema_version": 1, "instruments": {"items": [{"id": "I1", "title": "示例办法", "issued": "2023-05-01"}]}}"#,
        ..Spec::new("instrument.no-number", Severity::Warning)
    },
    check: |context, found| {
        for (row, instrument) in rows("instruments", &context.dossier.instruments) {
            let draft = found.value(&instrument.draft, || row.at("draft")).copied();
            let unsure = instrument.draft.is_stated() && draft.is_none();
            if instrument.number.is_absent() && draft != Some(true) && !unsure {
                found.at(row.pointer(), vec![]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn an_issued_instrument_without_a_number_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/instruments/items/0"]);
    }

    #[test]
    fn a_number_a_draft_and_a_reason_are_clean() {
        let dossier = r#"{"instruments": {"items": [{"number": "例政发〔2023〕1号"}, {"draft": true}, {"number": {"missing": "not_applicable"}}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }

    #[test]
    fn what_cannot_be_read_may_be_a_draft() {
        let dossier = r#"{"instruments": {"items": [{"draft": "maybe"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(skipped(&RULE, dossier), ["faulty /instruments/items/0/draft"]);
    }
}
