//! A product pavilion on a platform without national influence.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-6"],
        summary: Label::new(
            "特色馆所在平台不是国内有影响的平台",
            "a pavilion stands on a platform without national influence",
        ),
        message: Label::new(
            "所在平台在国内没有影响，不计入特色馆数量",
            "its platform has no national influence: the pavilion does not count",
        ),
        help: Label::new(
            "如有误，将 national_influence 改为 true 并引用依据文件",
            "if that is wrong, set national_influence to true and refer to a document",
        ),
        example: r#"{"schema_version": 1, "pavilions": {"items": [{"id": "P1", "platform": "示例平台", "national_influence": false}]}}"#,
        ..Spec::new("pavilion.platform-not-national", Severity::Info)
    },
    check: |context, found| {
        for (row, pavilion) in rows("pavilions", &context.dossier.pavilions) {
            if found.value(&pavilion.national_influence, || row.at("national_influence")) == Some(&false) {
                found.at(row.at("national_influence"), vec![]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn a_local_platform_is_told() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/pavilions/items/0/national_influence"]);
    }

    #[test]
    fn a_national_platform_and_an_unstated_one_are_clean() {
        assert_eq!(found(&RULE, r#"{"pavilions": {"items": [{"national_influence": true}, {}]}}"#), [""; 0]);
    }
}
