//! A resident id or a phone number used as the identifier of a person's file.

use crate::code::{looks_like_phone, looks_like_resident_id};
use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["GB/T 35273-2020", "五(六)功能"],
        summary: Label::new(
            "以身份证号或手机号作人员档案的编号",
            "a resident id or a phone number serves as the identifier of a person's file",
        ),
        message: Label::new(
            "编号像身份证号或手机号；编号会出现在引用和输出中，不得使用个人号码",
            "the identifier looks like a resident id or a phone number; identifiers show in references and output",
        ),
        help: Label::new(
            "改用流水号等与个人无关的编号，并同步修改引用它的地方",
            "use a running number instead, and change what refers to it",
        ),
        example: r#"{"schema_version": 1, "trainees": {"items": [{"id": "142733197001010017"}, {"id": "13900000000"}]}}"#,
        ..Spec::new("trainee.id-is-personal-number", Severity::Error)
    },
    check: |context, found| {
        for section in ["trainees", "experts", "fostered"] {
            let is_number = |id: &str| looks_like_resident_id(id) || looks_like_phone(id);
            let numbers = context.ids_of(section).map(|ids| ids.sorted(|id, _| is_number(id))).unwrap_or_default();
            for (_, index) in numbers.into_iter().flat_map(|(_, records)| records) {
                found.at(format!("/{section}/items/{index}/id"), vec![]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{findings, found};

    #[test]
    fn the_number_itself_is_nowhere_in_the_finding() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/trainees/items/1/id", "/trainees/items/0/id"]);
        let shown = format!("{:?}", findings(&RULE, RULE.spec.example).first().unwrap().params);
        assert!(!shown.contains('3'), "{shown}");
    }

    #[test]
    fn experts_and_persons_fostered_are_looked_at_too() {
        let dossier = r#"{"experts": {"items": [{"id": "139 0000 0000"}]}, "fostered": {"items": [{"id": "142733197001010017"}]}}"#;
        assert_eq!(found(&RULE, dossier), ["/experts/items/0/id", "/fostered/items/0/id"]);
    }

    #[test]
    fn running_numbers_are_clean() {
        let dossier =
            r#"{"trainees": {"items": [{"id": "T-0001"}, {"id": "20230501001"}, {"id": "140827202300000001"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }
}
