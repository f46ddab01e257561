//! A training session whose list and head-count differ.

use crate::finding::{Severity, Spec};
use crate::quantity::{Exact, Quantity};
use crate::validate::Rule;
use crate::validate::Skip;
use crate::validate::figure::figure;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-11", "五(六)功能"],
        summary: Label::new("签到名单与申报人数不一致", "the attendance list and the head-count of a session differ"),
        message: Label::new(
            "申报人数为 {head_count}，签到名单为 {listed} 人；按名单计入",
            "{head_count} declared, {listed} on the list; the list counts",
        ),
        help: Label::new(
            "核对签到表；名单不全的补全，人数有误的更正",
            "compare with the sign-in sheet: complete the list or correct the number",
        ),
        example: r#"{"schema_version": 1, "trainees": {"items": [{"id": "T1"}]}, "sessions": {"items": [{"id": "S1", "date": "2023-06-01", "attendance": ["T1"], "head_count": 30}]}}"#,
        ..Spec::new("session.counts-differ", Severity::Warning)
    },
    check: |context, found| {
        for (row, session) in rows("sessions", &context.dossier.sessions) {
            let Some(declared) = found.value(&session.head_count, || row.at("head_count")) else { continue };
            let list = &session.attendance;
            if list.refused() > 0 || (!list.is_given() && !list.is_absent()) {
                found.skip(row.at("attendance"), Skip::Faulty);
                continue;
            }
            let listed = Exact::count(session.persons_listed());
            let declared = Exact::decimal(declared.number());
            if !listed.is_zero() && listed != declared {
                found.at(row.at("head_count"), vec![("head_count", figure(&declared)), ("listed", figure(&listed))]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn thirty_declared_and_one_on_the_list_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/sessions/items/0/head_count head_count=30 listed=1"]);
    }

    #[test]
    fn equal_counts_and_a_lone_count_are_clean_and_a_faulty_list_is_noted() {
        let dossier = r#"{"sessions": {"items": [{"attendance": ["T1", "T2", "T2"], "head_count": 2}, {"head_count": 30},
            {"attendance": ["T1"]}, {"attendance": ["T1", 5], "head_count": 3}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(skipped(&RULE, dossier), ["faulty /sessions/items/3/attendance"]);
    }

    #[test]
    fn a_list_that_is_held_back_is_noted() {
        let dossier = r#"{"sessions": {"items": [{"attendance": {"missing": "withheld"}, "head_count": 3}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(skipped(&RULE, dossier), ["faulty /sessions/items/0/attendance"]);
    }
}
