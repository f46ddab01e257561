//! Two files for one trainee.

use std::collections::BTreeMap;

use crate::code::ResidentIdForm;
use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::identity::identities;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["五(六)功能", "GB 11643-1999"],
        summary: Label::new("同一学员有两份档案", "one trainee has two files"),
        message: Label::new(
            "身份证号与 {first} 相同，一人应只有一份档案",
            "the resident id is that of {first} as well: a trainee has one file",
        ),
        help: Label::new(
            "合并两份档案，并把签到名单中的引用改到保留的一份",
            "merge the two files and let the attendance lists refer to the one that stays",
        ),
        example: r#"{"schema_version": 1, "trainees": {"items": [{"id": "T1", "resident_id": "142733197001010017"}, {"id": "T2", "resident_id": "142733197001010017"}]}}"#,
        ..Spec::new("trainee.two-files", Severity::Warning)
    },
    check: |context, found| {
        let mut seen = BTreeMap::new();
        for identity in identities(context, found) {
            if !matches!(identity.form, Ok(ResidentIdForm::Full(_) | ResidentIdForm::Hashed)) {
                continue;
            }
            let first = *seen.entry(identity.id.reveal()).or_insert(identity.row);
            if first != identity.row {
                found.at(identity.pointer(), vec![("first", first.pointer().into())]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn the_later_file_names_the_first() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/trainees/items/1/resident_id first=/trainees/items/0"]);
    }

    #[test]
    fn masked_numbers_may_agree_by_chance() {
        let dossier = r#"{"trainees": {"items": [{"resident_id": "140827********0012"}, {"resident_id": "140827********0012"},
            {"resident_id": "142733197001010017"}, {"resident_id": "14273319920229203X"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }
}
