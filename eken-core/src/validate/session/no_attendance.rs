//! A training session without any number of those who were there.

use crate::finding::{Severity, Spec};
use crate::validate::place::rows;
use crate::validate::{Rule, Skip};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-11", "五(六)功能"],
        summary: Label::new("培训既无签到名单也无人数", "a session has neither an attendance list nor a head-count"),
        message: Label::new(
            "既无签到名单也无申报人数，培训人次无法计算",
            "neither an attendance list nor a head-count: its person-times stay open",
        ),
        help: Label::new(
            "补签到名单 attendance；确实没有的，填 head_count，或注明缺失原因",
            "add attendance; where there is none, head_count, or say why it is missing",
        ),
        example: r#"{"schema_version": 1, "sessions": {"items": [{"id": "S1", "date": "2023-06-01"}]}}"#,
        ..Spec::new("session.no-attendance", Severity::Warning)
    },
    check: |context, found| {
        for (row, session) in rows("sessions", &context.dossier.sessions) {
            let list = &session.attendance;
            if !list.is_given() && !list.is_absent() {
                found.skip(row.at("attendance"), Skip::Faulty);
            } else if list.items().is_empty() && list.refused() == 0 && session.head_count.is_absent() {
                found.at(row.pointer(), vec![]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn a_session_that_nobody_counted_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/sessions/items/0"]);
        assert_eq!(found(&RULE, r#"{"sessions": {"items": [{"attendance": []}]}}"#), ["/sessions/items/0"]);
    }

    #[test]
    fn a_list_a_head_count_or_a_reason_is_enough() {
        let dossier = r#"{"sessions": {"items": [{"attendance": ["T1"]}, {"head_count": 30}, {"head_count": {"missing": "not_yet_due"}},
            {"attendance": [5]}, {"attendance": "T1"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(skipped(&RULE, dossier), ["faulty /sessions/items/4/attendance"]);
    }
}
