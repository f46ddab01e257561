//! One registered name in two entities that are not of one code.

use std::collections::BTreeMap;

use crate::code::{Uscc, uscc};
use crate::finding::{Severity, Spec};
use crate::model::LegalForm;
use crate::validate::Rule;
use crate::validate::place::{Row, rows};
use crate::validate::plain::plain;
use crate::validate::twice::may_have_ended;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-27", "附件1-二-县统计局"],
        summary: Label::new("两个主体的登记名称相同", "two entities have one registered name"),
        message: Label::new(
            "名称与 {first} 相同；同一登记机关不会登记两个同名企业",
            "the name is that of {first} as well; no registry keeps two enterprises of one name",
        ),
        help: Label::new(
            "重复填报的合并；名称或代码抄错的更正",
            "merge the records if it is one entity, or correct the name or the code",
        ),
        example: r#"{"schema_version": 1, "entities": {"items": [{"id": "E1", "name": "例山电子商务有限公司", "form": "company", "code": "91140827MA0EKEN03X"}, {"id": "E2", "name": "例山电子商务有限公司", "form": "company"}]}}"#,
        ..Spec::new("entity.name-twice", Severity::Warning)
    },
    check: |context, found| {
        let mut seen: BTreeMap<String, (Row, Option<Uscc>)> = BTreeMap::new();
        for (row, entity) in rows("entities", &context.dossier.entities) {
            let name = found.value(&entity.name, || row.at("name"));
            let form = found.value(&entity.form, || row.at("form"));
            let (Some(name), Some(form)) = (name, form) else { continue };
            // a sole trader or a farm may bear the name of another; a name may be taken again after a deregistration
            let unique = matches!(form, LegalForm::Company | LegalForm::Cooperative | LegalForm::Partnership);
            if !unique || may_have_ended(&entity.deregistered) {
                continue;
            }
            let code = entity.code.known().and_then(|code| uscc::check(code.as_str()).ok());
            let (first, of_first) = *seen.entry(plain(name.as_str())).or_insert((row, code));
            // entity.code-twice
            if first != row && (code.is_none() || of_first != code) {
                found.at(row.at("name"), vec![("first", first.pointer().into())]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn a_company_of_the_same_name_is_found_whatever_its_code() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/entities/items/1/name first=/entities/items/0"]);
        let dossier = r#"{"entities": {"items": [{"name": "甲合作社", "form": "cooperative"}, {"name": "甲 合作社", "form": "cooperative"}]}}"#;
        assert_eq!(found(&RULE, dossier), ["/entities/items/1/name first=/entities/items/0"]);
    }

    #[test]
    fn sole_traders_former_companies_and_one_code_twice_are_clean() {
        let dossier = r#"{"entities": {"items": [{"name": "甲", "form": "company", "code": "91140827MA0EKEN03X"},
            {"name": "甲", "form": "company", "code": "91140827MA0EKEN03X"}, {"name": "甲", "form": "sole_trader"}, {"name": "甲"},
            {"name": "甲", "form": "company", "deregistered": "2020"}, {"name": "乙", "form": "company"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(
            skipped(&RULE, r#"{"entities": {"items": [{"name": 5, "form": "company"}]}}"#),
            ["faulty /entities/items/0/name"]
        );
    }
}
