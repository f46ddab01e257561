//! The legal form of an entity against what its code says it is.

use crate::code::uscc;
use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

use crate::model::LegalForm;
use crate::model::kind::Code;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["GB 32100-2015", "附件2-27"],
        summary: Label::new(
            "登记类型与统一社会信用代码的前两位不符",
            "the legal form is not the one that the first two characters of the code name",
        ),
        message: Label::new(
            "代码前两位 {pair} 不是登记类型 {form} 的代码",
            "{pair}, the first two characters of the code, do not go with the form {form}",
        ),
        help: Label::new(
            "核对营业执照上的类型；按代码应为 {expected}",
            "compare with the licence; the code says {expected}",
        ),
        example: r#"{"schema_version": 1, "entities": {"items": [{"id": "E1", "code": "92140827MA0TEXT20Y", "form": "company"}]}}"#,
        ..Spec::new("entity.form-against-code", Severity::Warning)
    },
    check: |context, found| {
        for (row, entity) in rows("entities", &context.dossier.entities) {
            let Some(form) = found.value(&entity.form, || row.at("form")).copied() else { continue };
            let code = found.value(&entity.code, || row.at("code")).and_then(|code| uscc::check(code.as_str()).ok());
            let Some((code, fitting)) = code.and_then(|code| Some((code, LegalForm::fitting(code.kind())?))) else {
                continue;
            };
            if form == LegalForm::Other || fitting.contains(&form) {
                continue;
            }
            let (registrar, kind) = code.registrar_and_kind();
            let expected: Vec<&str> = fitting.iter().map(|form| form.code()).collect();
            let mut params = vec![("pair", format!("{registrar}{kind}").into()), ("form", form.code().into())];
            if !expected.is_empty() {
                params.push(("expected", expected.join(", ").into()));
            }
            found.at(row.at("form"), params);
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn a_sole_traders_code_does_not_go_with_a_company() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/entities/items/0/form pair=92 form=company expected=sole_trader, family_farm"]
        );
    }

    #[test]
    fn a_fitting_form_another_form_and_an_unsound_code_are_clean() {
        let dossier = r#"{"entities": {"items": [{"code": "91140827MA0EKEN03X", "form": "company"},
            {"code": "93140827MF0TEXT37W", "form": "cooperative"}, {"code": "11140827000000051Q", "form": "other"},
            {"code": "N2140827MF0TEXT96M", "form": "rural_collective"}, {"code": "91140827MA0EKEN03Y", "form": "sole_trader"},
            {"code": "121408274000000425", "form": "public_institution"}, {"form": "company"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }

    #[test]
    fn an_organ_goes_with_no_form_of_trade() {
        let dossier = r#"{"entities": {"items": [{"code": "11140827000000051Q", "form": "company"}]}}"#;
        assert_eq!(found(&RULE, dossier), ["/entities/items/0/form pair=11 form=company"]);
    }
}
