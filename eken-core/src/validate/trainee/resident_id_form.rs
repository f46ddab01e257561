//! Length and characters of a resident id.

use crate::code::ResidentIdFault;
use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::identity::identities;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["GB 11643-1999", "五(六)功能"],
        summary: Label::new(
            "身份证号的位数或字符不对",
            "a resident id has a wrong length or a character that cannot stand there",
        ),
        message: Label::new(
            "不是身份证号；位数不对，实为{length}位；第{position}位不能是这个字符",
            "not a resident id; {length} characters is not a length it has; the character in place {position} cannot stand there",
        ),
        help: Label::new(
            "填18位身份证号，或脱敏号（至少4个星号），或 sha256: 加64位小写十六进制数",
            "give 18 characters, or the number masked by at least four stars, or sha256: and 64 lower-case hexadecimal digits",
        ),
        example: r#"{"schema_version": 1, "trainees": {"items": [{"id": "T1", "resident_id": "14082720011111405"}, {"id": "T2", "resident_id": "14082720011111405A"}, {"id": "T3", "resident_id": "140827700101001"}]}}"#,
        ..Spec::new("trainee.resident-id-form", Severity::Error)
    },
    check: |context, found| {
        for identity in identities(context, found) {
            let params = match identity.form {
                Err(ResidentIdFault::Length { found }) => vec![("length", found.into())],
                Err(ResidentIdFault::Character { position }) => vec![("position", position.into())],
                Err(ResidentIdFault::OldFifteen) => vec![("length", 15usize.into())],
                _ => continue,
            };
            found.at(identity.pointer(), params);
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn another_length_another_character_and_the_old_form_are_found() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            [
                "/trainees/items/0/resident_id length=17",
                "/trainees/items/1/resident_id position=18",
                "/trainees/items/2/resident_id length=15",
            ]
        );
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
