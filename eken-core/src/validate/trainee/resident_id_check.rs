//! The check character of a resident id. Neither the id nor the expected character is named.

use crate::code::ResidentIdFault;
use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::identity::identities;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["GB 11643-1999", "五(六)功能"],
        summary: Label::new("身份证号的校验字符不符", "the check character of a resident id does not fit"),
        message: Label::new(
            "身份证号的校验字符不符，抄写有误",
            "the check character of the resident id does not fit: a slip in copying",
        ),
        help: Label::new(
            "对照证件逐位核对；不需要全号的，可填脱敏号或散列值",
            "compare with the document; where the whole number is not needed, file it masked or hashed",
        ),
        example: r#"{"schema_version": 1, "trainees": {"items": [{"id": "T1", "resident_id": "140827200111114052"}]}}"#,
        ..Spec::new("trainee.resident-id-check", Severity::Error)
    },
    check: |context, found| {
        for identity in identities(context, found) {
            if identity.form == Err(ResidentIdFault::Check) {
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
    fn a_check_character_that_fails_is_found_without_showing_any_digit() {
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
