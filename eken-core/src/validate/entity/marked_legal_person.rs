//! A partnership, sole proprietorship or branch that is marked as a legal person.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

use crate::model::LegalForm;
use crate::model::kind::Code;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-27"],
        summary: Label::new(
            "合伙企业、个人独资企业或分支机构被标为法人",
            "a partnership, sole proprietorship or branch is marked as a legal person",
        ),
        message: Label::new("登记类型 {form} 不具有法人资格，却标为法人", "the form {form} is none of a legal person"),
        help: Label::new(
            "核对登记类型；若无误，将 legal_person 改为 false",
            "check the form; if it is right, set legal_person to false",
        ),
        example: r#"{"schema_version": 1, "entities": {"items": [{"id": "E1", "form": "partnership", "legal_person": true}]}}"#,
        ..Spec::new("entity.marked-legal-person", Severity::Warning)
    },
    check: |context, found| {
        let forms = [LegalForm::Partnership, LegalForm::SoleProprietorship, LegalForm::Branch];
        for (row, entity) in rows("entities", &context.dossier.entities) {
            let form = found.value(&entity.form, || row.at("form")).filter(|form| forms.contains(form));
            let marked = found.value(&entity.legal_person, || row.at("legal_person"));
            if let (Some(form), Some(true)) = (form, marked) {
                found.at(row.at("legal_person"), vec![("form", form.code().into())]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn a_partnership_is_no_legal_person() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/entities/items/0/legal_person form=partnership"]);
    }

    #[test]
    fn a_company_and_an_unmarked_branch_are_clean() {
        let dossier = r#"{"entities": {"items": [{"form": "company", "legal_person": true}, {"form": "branch"},
            {"form": "branch", "legal_person": false}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }
}
