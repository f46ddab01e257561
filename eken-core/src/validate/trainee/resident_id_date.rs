//! The date of birth within a resident id.

use crate::code::ResidentIdFault;
use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::identity::identities;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["GB 11643-1999", "五(六)功能"],
        summary: Label::new("身份证号中的出生日期不存在", "the date of birth in a resident id does not exist"),
        message: Label::new(
            "身份证号第7至14位不是存在的日期",
            "places 7 to 14 of the resident id are no day that exists",
        ),
        help: Label::new("对照证件逐位核对", "compare with the document"),
        example: r#"{"schema_version": 1, "trainees": {"items": [{"id": "T1", "resident_id": "140827200113010012"}, {"id": "T2", "resident_id": "140827200102290012"}]}}"#,
        ..Spec::new("trainee.resident-id-date", Severity::Error)
    },
    check: |context, found| {
        for identity in identities(context, found) {
            if identity.form == Err(ResidentIdFault::Date) {
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
    fn a_month_thirteen_and_a_day_that_no_year_had_are_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/trainees/items/0/resident_id", "/trainees/items/1/resident_id"]);
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
