//! One brand under two identifiers.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::validate::plain::plain;
use crate::validate::twice::{Firsts, may_have_ended};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-8", "五(四)功能"],
        summary: Label::new("同一品牌报了两次", "one brand is filed twice"),
        message: Label::new(
            "层级和名称与 {first} 相同，可能是同一品牌",
            "level and name are those of {first} as well: it may be the same brand",
        ),
        help: Label::new(
            "重复填报的删去一条，并修改引用它的产品",
            "drop the record if it was filed twice, and change what refers to it",
        ),
        example: r#"{"schema_version": 1, "brands": {"items": [{"id": "B1", "level": "category", "name": "例香菇"}, {"id": "B2", "level": "category", "name": "例 香菇"}]}}"#,
        ..Spec::new("brand.twice", Severity::Warning)
    },
    check: |context, found| {
        let mut firsts = Firsts::new();
        for (row, brand) in rows("brands", &context.dossier.brands) {
            let level = found.value(&brand.level, || row.at("level"));
            let name = found.value(&brand.name, || row.at("name"));
            let (Some(level), Some(name)) = (level, name) else { continue };
            // a name that was given up may be taken by another
            if may_have_ended(&brand.withdrawn) {
                continue;
            }
            if let Some(first) = firsts.earlier((*level, plain(name.as_str())), row) {
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
    fn the_later_record_names_the_first() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/brands/items/1/name first=/brands/items/0"]);
    }

    #[test]
    fn another_level_another_name_and_one_given_up_are_clean() {
        let dossier = r#"{"brands": {"items": [{"level": "category", "name": "甲"}, {"level": "regional_public", "name": "甲"},
            {"level": "category", "name": "乙"}, {"level": "category", "name": "甲", "withdrawn": "2022"}, {"level": "category"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(
            skipped(&RULE, r#"{"brands": {"items": [{"level": 5, "name": "甲"}]}}"#),
            ["faulty /brands/items/0/level"]
        );
    }
}
