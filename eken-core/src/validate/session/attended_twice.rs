//! A trainee who stands twice in one attendance list.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-11", "五(六)功能"],
        summary: Label::new(
            "同一学员在一场签到名单中出现两次",
            "a trainee stands twice in the attendance list of a session",
        ),
        message: Label::new(
            "与名单第{first}个重复，一场培训一人只计一人次",
            "the same as entry {first}: one person attends one session once",
        ),
        help: Label::new(
            "删去重复的一个；分两天的培训分两场填报",
            "drop it; a training on two days is filed as two sessions",
        ),
        example: r#"{"schema_version": 1, "trainees": {"items": [{"id": "T1"}]}, "sessions": {"items": [{"id": "S1", "date": "2023-06-01", "attendance": ["T1", "T1"]}]}}"#,
        ..Spec::new("session.attended-twice", Severity::Warning)
    },
    check: |context, found| {
        for (row, session) in rows("sessions", &context.dossier.sessions) {
            if session.persons_listed() == session.attendance.items().len() {
                continue;
            }
            let mut seen = BTreeMap::new();
            for (index, trainee) in session.attendance.iter() {
                let first = *seen.entry(trainee.as_str()).or_insert(index);
                if first != index {
                    let first = first.saturating_add(1);
                    found.at(row.at(&format!("attendance/{index}")), vec![("first", first.into())]);
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
    fn the_second_entry_names_the_first() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/sessions/items/0/attendance/1 first=1"]);
    }

    #[test]
    fn one_trainee_at_two_sessions_is_clean() {
        let dossier = r#"{"sessions": {"items": [{"attendance": ["T1", "T2"]}, {"attendance": ["T1", 5, 5]}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }
}
