//! A training session whose end is before its beginning.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-11"],
        summary: Label::new("培训结束时刻早于开始时刻", "a session ends before it starts"),
        message: Label::new(
            "结束时刻 {ends} 早于开始时刻 {starts}",
            "the end, {ends}, is before the beginning, {starts}",
        ),
        help: Label::new(
            "核对两个时刻；下午用24小时制，如 14:30；跨日的分两场填报",
            "check both; write the afternoon as 14:30; a session over midnight is filed as two",
        ),
        example: r#"{"schema_version": 1, "sessions": {"items": [{"id": "S1", "date": "2023-06-01", "starts": "09:00", "ends": "05:00"}]}}"#,
        ..Spec::new("session.ends-before-it-starts", Severity::Error)
    },
    check: |context, found| {
        for (row, session) in rows("sessions", &context.dossier.sessions) {
            let starts = found.value(&session.starts, || row.at("starts"));
            let ends = found.value(&session.ends, || row.at("ends"));
            if let (Some(starts), Some(ends)) = (starts, ends)
                && ends < starts
            {
                found
                    .at(row.at("ends"), vec![("ends", ends.to_string().into()), ("starts", starts.to_string().into())]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn five_in_the_afternoon_written_as_five_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/sessions/items/0/ends ends=05:00 starts=09:00"]);
    }

    #[test]
    fn a_later_end_and_a_lone_time_are_clean() {
        let dossier = r#"{"sessions": {"items": [{"starts": "09:00", "ends": "17:00"}, {"starts": "09:00"}, {"ends": "05:00"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }
}
