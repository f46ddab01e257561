//! A resident id that is badly written and sound within. The repair is described, never shown.

use crate::code::{ResidentIdFault, ResidentIdRepair};
use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::identity::identities;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["GB 11643-1999", "五(六)功能"],
        summary: Label::new("身份证号只是书写不规范", "a resident id is sound and only written badly"),
        message: Label::new(
            "身份证号书写不规范；去掉其中{separators}处空格或连字符；全角字符应改为半角，共{wide}处；末位小写 x 应改为大写，第{lower}位；散列值应改为小写，共{upper}处",
            "the resident id is written badly; {separators} blanks or hyphens are to go; {wide} full-width characters are to be half width; the x in place {lower} is to be a capital; {upper} capitals of the digest are to be lower case",
        ),
        help: Label::new("照此改写，号码本身无误", "rewrite it so; the number itself is sound"),
        example: r#"{"schema_version": 1, "trainees": {"items": [{"id": "T1", "resident_id": "142733 19700101 0017"}, {"id": "T2", "resident_id": "１42733197001010017"}, {"id": "T3", "resident_id": "14273319920229203x"}, {"id": "T4", "resident_id": "sha256:ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789"}]}}"#,
        ..Spec::new("trainee.resident-id-repairable", Severity::Warning)
    },
    check: |context, found| {
        for identity in identities(context, found) {
            let Err(ResidentIdFault::Repairable(repair)) = identity.form else { continue };
            let count = |test: fn(char) -> bool| identity.id.reveal().chars().filter(|sign| test(*sign)).count();
            found.at(
                identity.pointer(),
                vec![match repair {
                    ResidentIdRepair::Separators => {
                        ("separators", count(|sign| !sign.is_alphanumeric() && !matches!(sign, '*' | ':')).into())
                    }
                    ResidentIdRepair::FullWidth => ("wide", count(|sign| !sign.is_ascii()).into()),
                    ResidentIdRepair::LowerCaseX => ("lower", 18usize.into()),
                    ResidentIdRepair::UpperCaseDigest => ("upper", count(|sign| sign.is_ascii_uppercase()).into()),
                }],
            );
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn each_repair_is_described_without_the_number() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            [
                "/trainees/items/0/resident_id separators=2",
                "/trainees/items/1/resident_id wide=1",
                "/trainees/items/2/resident_id lower=18",
                "/trainees/items/3/resident_id upper=24",
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
