//! A leading enterprise of which nothing shows the influence.

use crate::finding::{Severity, Spec};
use crate::model::EntityRole;
use crate::model::kind::Code;
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-4", "五(三)功能"],
        summary: Label::new(
            "龙头企业没有认定级别、影响范围或依据文件",
            "nothing shows why an enterprise is a leading one",
        ),
        message: Label::new(
            "角色 {role} 没有认定级别、影响范围和依据文件，能否计入要看评审意见",
            "the role {role} has neither recognition nor influence nor a document; whether it counts rests on a judgement",
        ),
        help: Label::new(
            "填 recognition 或 influence，并引用依据文件",
            "add recognition or influence and refer to a document",
        ),
        example: r#"{"schema_version": 1, "entities": {"items": [{"id": "E1", "roles": [{"role": "leading_e_commerce"}]}]}}"#,
        ..Spec::new("leading.no-recognition", Severity::Info)
    },
    check: |context, found| {
        let leading = [EntityRole::LeadingECommerce, EntityRole::LeadingCrossBorder];
        for (row, entity) in rows("entities", &context.dossier.entities) {
            for (index, held) in entity.roles.iter() {
                let role = found.value(&held.role, || row.at(&format!("roles/{index}/role")));
                let Some(role) = role.filter(|role| leading.contains(role)) else { continue };
                let shown = held.recognition.is_stated() || held.influence.is_stated() || !held.evidence.is_absent();
                if !shown {
                    found.at(row.at(&format!("roles/{index}")), vec![("role", role.code().into())]);
                }
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn a_bare_role_is_told() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/entities/items/0/roles/0 role=leading_e_commerce"]);
    }

    #[test]
    fn recognition_influence_or_a_document_is_enough() {
        let dossier = r#"{"entities": {"items": [{"roles": [{"role": "leading_e_commerce", "recognition": "city"},
            {"role": "leading_cross_border", "influence": "county"}, {"role": "leading_e_commerce", "evidence": ["D1"]}, {"role": "e_commerce"}]}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }
}
