//! One identifier for two records of a section.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件1-二-县统计局"],
        summary: Label::new("同一分节内编号重复", "an identifier stands twice in one section"),
        message: Label::new(
            "编号与 {first} 相同，引用时无法判断指哪一条",
            "the identifier is that of {first} as well: what refers to it is in doubt",
        ),
        help: Label::new(
            "重复填报的删去一条；不是同一条的改用别的编号",
            "drop the record if it was filed twice, else give it another identifier",
        ),
        example: r#"{"schema_version": 1, "trainees": {"items": [{"id": "T1"}, {"id": "T1"}]}}"#,
        ..Spec::new("record.duplicate-id", Severity::Error)
    },
    check: |context, found| {
        for (section, ids) in context.ids() {
            let repeated = ids.sorted(|_, records| records.len() > 1);
            for ((_, first), others) in repeated.into_iter().filter_map(|(_, records)| records.split_first()) {
                for (_, index) in others {
                    let first = format!("/{section}/items/{first}");
                    found.at(format!("/{section}/items/{index}/id"), vec![("first", first.into())]);
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
    fn every_later_record_names_the_first() {
        let dossier = r#"{"brands": {"items": [{"id": "B1"}, {"id": "B2"}, 7, {"id": "B1"}, {"id": "B1"}]}}"#;
        assert_eq!(
            found(&RULE, dossier),
            ["/brands/items/3/id first=/brands/items/0", "/brands/items/4/id first=/brands/items/0"]
        );
    }

    #[test]
    fn the_same_identifier_in_two_sections_is_clean() {
        let dossier =
            r#"{"id": "A1", "brands": {"items": [{"id": "A1"}]}, "trainees": {"items": [{"id": "A1"}, {"id": "A2"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }
}
