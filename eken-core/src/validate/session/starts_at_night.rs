//! A training session that begins in the night: an afternoon written in twelve hours.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

/// Minutes of the day before which nobody is taught: six in the morning.
const MORNING: u32 = 360;
/// Minutes of half a day.
const HALF_DAY: u32 = 720;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["GB/T 7408.1-2023", "附件2-11"],
        summary: Label::new("培训在夜里开始", "a session begins in the night"),
        message: Label::new(
            "开始时刻 {starts} 在夜里，可能是把下午写成了12小时制",
            "the beginning, {starts}, is in the night; it may be an afternoon written in twelve hours",
        ),
        help: Label::new(
            "用24小时制填写；若为下午，应为 {reading}；这只是建议，数据不会被改动",
            "write times in 24 hours; an afternoon would read {reading}; this is a proposal, nothing is changed",
        ),
        example: r#"{"schema_version": 1, "trainees": {"items": [{"id": "T1"}]}, "sessions": {"items": [{"id": "S1", "date": "2023-06-01", "starts": "02:30", "ends": "05:30", "attendance": ["T1"]}]}}"#,
        ..Spec::new("session.starts-at-night", Severity::Warning)
    },
    check: |context, found| {
        for (row, session) in rows("sessions", &context.dossier.sessions) {
            let Some(starts) = found.value(&session.starts, || row.at("starts")) else { continue };
            if starts.minutes() < MORNING {
                let later = starts.minutes().saturating_add(HALF_DAY);
                let (hours, minutes) =
                    (later.checked_div(60).unwrap_or_default(), later.checked_rem(60).unwrap_or_default());
                let reading = format!("{hours:02}:{minutes:02}");
                found.at(row.at("starts"), vec![("starts", starts.to_string().into()), ("reading", reading.into())]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn half_past_two_in_the_night_is_meant_for_the_afternoon() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/sessions/items/0/starts starts=02:30 reading=14:30"]);
    }

    #[test]
    fn six_in_the_morning_and_later_is_clean() {
        let of = |starts: &str| found(&RULE, &RULE.spec.example.replace("02:30", starts)).len();
        assert_eq!(["00:00", "05:59", "06:00", "19:30", "23:00"].map(of), [1, 1, 0, 0, 0]);
    }
}
