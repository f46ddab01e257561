//! A region code in a resident id that is younger than the person.

use crate::code::ResidentIdForm;
use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::identity::identities;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["GB 11643-1999", "五(六)功能"],
        summary: Label::new(
            "身份证号的地区代码启用晚于出生日期",
            "the region code of a resident id came into use after the date of birth",
        ),
        message: Label::new(
            "身份证号的地区代码在持证人出生之后才启用",
            "the region code of the resident id came into use after the person was born",
        ),
        help: Label::new(
            "对照证件核对：垣曲县2000年以前出生的多为142733开头；补登户口的可能无误",
            "compare with the document: people of Yuanqu born before 2000 mostly carry 142733; who was registered late may be right",
        ),
        example: r#"{"schema_version": 1, "trainees": {"items": [{"id": "T1", "resident_id": "140827197001010013"}]}}"#,
        ..Spec::new("trainee.resident-id-region-younger", Severity::Warning)
    },
    check: |context, found| {
        for identity in identities(context, found) {
            let Ok(ResidentIdForm::Full(id)) = identity.form else { continue };
            if id.region_is_younger() {
                found.at(identity.pointer(), vec![]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn a_code_of_2000_on_someone_born_in_1970_is_doubtful() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/trainees/items/0/resident_id"]);
    }

    #[test]
    fn whole_masked_and_hashed_ids_that_hold_are_clean() {
        let digest = "0123456789abcdef".repeat(4);
        let dossier = format!(
            r#"{{"trainees": {{"items": [{{"resident_id": "142733197001010017"}}, {{"resident_id": "140827********0012"}},
                {{"resident_id": "sha256:{digest}"}}, {{}}, {{"resident_id": 1}}]}}}}"#
        );
        assert_eq!(found(&RULE, &dossier), [""; 0]);
        assert_eq!(skipped(&RULE, &dossier), ["faulty /trainees/items/4/resident_id"]);
    }
}
