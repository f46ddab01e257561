//! A legal-person unit without a unified social credit code.

use crate::finding::{Severity, Spec};
use crate::model::LegalForm;
use crate::model::kind::Code;
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-27", "GB 32100-2015"],
        summary: Label::new("法人单位没有统一社会信用代码", "a legal-person unit has no unified social credit code"),
        message: Label::new(
            "登记类型为 {form}，没有统一社会信用代码，无法核对是否登记、是否重复",
            "its form is {form}, and without a code neither its registration nor a second filing can be checked",
        ),
        help: Label::new(
            "按营业执照或登记证书补填 code；暂时没有的写明缺失原因",
            "add code from the licence; state the reason if it is missing for now",
        ),
        example: r#"{"schema_version": 1, "entities": {"items": [{"id": "E1", "form": "company"}]}}"#,
        ..Spec::new("entity.no-code", Severity::Warning)
    },
    check: |context, found| {
        use LegalForm::{Company, Cooperative, PublicInstitution, RuralCollective};
        for (row, entity) in rows("entities", &context.dossier.entities) {
            let Some(form) = found.value(&entity.form, || row.at("form")).copied() else { continue };
            let legal = matches!(form, Company | Cooperative | PublicInstitution | RuralCollective);
            if legal && entity.code.is_absent() {
                found.at(row.pointer(), vec![("form", form.code().into())]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn a_company_without_a_code_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/entities/items/0 form=company"]);
    }

    #[test]
    fn a_code_a_reason_or_another_form_is_clean() {
        let dossier = r#"{"entities": {"items": [{"form": "company", "code": "91140827MA0EKEN03X"},
            {"form": "company", "code": {"missing": "not_collected"}}, {"form": "sole_trader"}, {"id": "E1"},
            {"form": "company", "code": 5}, {"form": "firm"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(skipped(&RULE, dossier), ["faulty /entities/items/5/form"]);
    }
}
