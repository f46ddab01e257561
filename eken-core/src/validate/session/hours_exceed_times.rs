//! A session with more hours of teaching than there are between its beginning and its end.

use crate::finding::{Severity, Spec};
use crate::quantity::{Exact, Quantity};
use crate::validate::Rule;
use crate::validate::figure::figure;
use crate::validate::place::rows;
use crate::words::Label;

/// Minutes of a class hour (学时), at least: 45 is what schools and training bodies teach.
const CLASS_HOUR: i128 = 45;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-11", "五(六)"],
        summary: Label::new(
            "学时多于起止时刻之间的时间",
            "a session has more hours than lie between beginning and end",
        ),
        message: Label::new(
            "{hours} 学时多于 {starts} 到 {ends} 之间所能安排的，即使每学时45分钟",
            "{hours} class hours do not fit between {starts} and {ends}, even at 45 minutes each",
        ),
        help: Label::new(
            "核对学时和起止时刻；多天的培训按天分场填报",
            "check the hours and both times; a training of several days is filed by the day",
        ),
        example: r#"{"schema_version": 1, "trainees": {"items": [{"id": "T1"}]}, "sessions": {"items": [{"id": "S1", "date": "2023-06-01", "starts": "14:00", "ends": "17:00", "hours": 16, "attendance": ["T1"]}]}}"#,
        ..Spec::new("session.hours-exceed-times", Severity::Warning)
    },
    check: |context, found| {
        for (row, session) in rows("sessions", &context.dossier.sessions) {
            let starts = found.value(&session.starts, || row.at("starts"));
            let ends = found.value(&session.ends, || row.at("ends"));
            let hours = found.value(&session.hours, || row.at("hours"));
            let (Some(starts), Some(ends), Some(hours)) = (starts, ends, hours) else { continue };
            // an end before the beginning is another fault
            let Some(minutes) = ends.minutes().checked_sub(starts.minutes()) else { continue };
            let hours = Exact::decimal(hours.number());
            if hours.times(&Exact::whole(CLASS_HOUR)) > Exact::whole(i128::from(minutes)) {
                found.at(
                    row.at("hours"),
                    vec![
                        ("hours", figure(&hours)),
                        ("starts", starts.to_string().into()),
                        ("ends", ends.to_string().into()),
                    ],
                );
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn sixteen_hours_in_an_afternoon_are_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/sessions/items/0/hours hours=16 starts=14:00 ends=17:00"]);
    }

    #[test]
    fn class_hours_of_forty_five_minutes_fit_and_no_more() {
        let of = |hours: &str| {
            found(&RULE, &RULE.spec.example.replace("\"hours\": 16", &format!("\"hours\": {hours}"))).len()
        };
        assert_eq!(["3", "4", "4.01"].map(of), [0, 0, 1]);
    }

    #[test]
    fn unknown_times_are_clean_and_faulty_ones_noted() {
        assert_eq!(found(&RULE, &RULE.spec.example.replace(r#""ends": "17:00", "#, "")), [""; 0]);
        assert_eq!(found(&RULE, &RULE.spec.example.replace("17:00", "05:00")), [""; 0]);
        let faulty = RULE.spec.example.replace("17:00", "下午");
        assert_eq!(found(&RULE, &faulty), [""; 0]);
        assert_eq!(skipped(&RULE, &faulty), ["faulty /sessions/items/0/ends"]);
    }
}
