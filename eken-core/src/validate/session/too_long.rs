//! A session of one day with more hours than a day of teaching has.

use crate::finding::{Severity, Spec};
use crate::quantity::{Exact, PartialDate, Quantity};
use crate::validate::Rule;
use crate::validate::figure::figure;
use crate::validate::place::rows;
use crate::words::Label;

/// Class hours of one day, at most: morning, afternoon and evening of four class hours each are what a boarding course teaches.
const MOST: i128 = 12;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-11", "五(六)"],
        summary: Label::new("一天的培训学时过多", "a session of one day has too many hours"),
        message: Label::new(
            "{date} 一天填了 {hours} 学时，像是把多天的培训填成了一场",
            "{hours} class hours on the one day {date}, as if a training of several days were one session",
        ),
        help: Label::new(
            "多天的培训按天分场填报，各附签到名单，人次按场计算",
            "file a training of several days by the day, each with its list; attendances are counted by session",
        ),
        example: r#"{"schema_version": 1, "trainees": {"items": [{"id": "T1"}]}, "sessions": {"items": [{"id": "S1", "date": "2023-06-01", "hours": 24, "attendance": ["T1"]}]}}"#,
        ..Spec::new("session.too-long", Severity::Warning)
    },
    check: |context, found| {
        for (row, session) in rows("sessions", &context.dossier.sessions) {
            let date = found.value(&session.date, || row.at("date"));
            let hours = found.value(&session.hours, || row.at("hours"));
            let (Some(PartialDate::Day(day)), Some(hours)) = (date, hours) else { continue };
            // with both times, the hours are compared with them
            if session.starts.known().is_some() && session.ends.known().is_some() {
                continue;
            }
            let hours = Exact::decimal(hours.number());
            if hours > Exact::whole(MOST) {
                found.at(row.at("hours"), vec![("hours", figure(&hours)), ("date", day.to_string().into())]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn three_days_in_one_are_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/sessions/items/0/hours hours=24 date=2023-06-01"]);
    }

    #[test]
    fn twelve_hours_are_the_most() {
        let of = |hours: &str| found(&RULE, &RULE.spec.example.replace("24", hours)).len();
        assert_eq!(["11.5", "12", "12.5"].map(of), [0, 0, 1]);
    }

    #[test]
    fn a_month_may_hold_more_and_known_times_are_compared_elsewhere() {
        assert_eq!(found(&RULE, &RULE.spec.example.replace("2023-06-01", "2023-06")), [""; 0]);
        let timed = RULE.spec.example.replace(r#""hours""#, r#""starts": "09:00", "ends": "17:00", "hours""#);
        assert_eq!(found(&RULE, &timed), [""; 0]);
    }

    #[test]
    fn a_beginning_without_an_end_explains_no_hours() {
        let begun = RULE.spec.example.replace(r#""hours""#, r#""starts": "09:00", "hours""#);
        assert_eq!(found(&RULE, &begun).len(), 1);
    }
}
