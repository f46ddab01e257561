//! A trainee who is on the lists of two sessions held at the same hour.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::validate::lesson::{Lesson, lessons, overlaps};
use crate::validate::place::Row;
use crate::validate::{Context, Found, Rule};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-11", "五(六)功能"],
        summary: Label::new("同一学员在时间重叠的两场培训都有签到", "a trainee attended two sessions at the same hour"),
        message: Label::new(
            "与 {first} 时间重叠（{date} {starts} 起），两场名单上有 {count} 名相同学员",
            "it overlaps with {first} on {date} from {starts} on, and {count} trainees are on both lists",
        ),
        help: Label::new(
            "对照签到表核对这些学员实际参加的一场，以及两场的起止时刻",
            "compare the sign-in sheets for where these trainees were, and the hours of both sessions",
        ),
        example: r#"{"schema_version": 1, "trainees": {"items": [{"id": "T1"}, {"id": "T2"}]}, "sessions": {"items": [
  {"id": "S1", "date": "2023-06-01", "starts": "09:00", "ends": "12:00", "attendance": ["T1", "T2"]},
  {"id": "S2", "date": "2023-06-01", "starts": "11:00", "ends": "16:00", "attendance": ["T2"]}]}}"#,
        ..Spec::new("session.same-hour", Severity::Warning)
    },
    check,
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let lessons = lessons(context, found);
    let persons = context.attended();
    let mut trainees: Vec<Vec<&Lesson<'_>>> = vec![Vec::new(); persons.len()];
    for lesson in &lessons {
        for trainee in lesson.session.attendance.items() {
            let attended = persons.number(trainee.as_str()).and_then(|number| trainees.get_mut(number));
            let anew = attended.filter(|attended| attended.last().is_none_or(|last| last.row != lesson.row));
            if let Some(attended) = anew {
                attended.push(lesson);
            }
        }
    }
    let mut pairs: BTreeMap<(Row, Row), (&Lesson<'_>, &Lesson<'_>, usize)> = BTreeMap::new();
    for attended in trainees.into_iter().filter(|attended| attended.len() > 1) {
        for (first, second) in overlaps(attended) {
            let (.., count) = pairs.entry((first.row, second.row)).or_insert((first, second, 0));
            *count = count.saturating_add(1);
        }
    }
    for (first, second, count) in pairs.into_values() {
        let starts = first.starts.max(second.starts).map(|starts| starts.to_string()).unwrap_or_default();
        found.at(
            second.row.at("attendance"),
            vec![
                ("first", first.row.pointer().into()),
                ("date", second.day.to_string().into()),
                ("starts", starts.into()),
                ("count", count.into()),
            ],
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn one_trainee_at_two_sessions_is_told_of_the_pair() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/sessions/items/1/attendance first=/sessions/items/0 date=2023-06-01 starts=11:00 count=1"]
        );
    }

    #[test]
    fn the_trainees_of_a_pair_are_counted_and_those_in_one_list_twice_are_one() {
        let dossier = RULE.spec.example.replace(r#"["T2"]"#, r#"["T2", "T1", "T2"]"#);
        let lines = found(&RULE, &dossier);
        assert_eq!(lines.len(), 1);
        assert!(lines[0].ends_with("count=2"), "{lines:?}");
    }

    #[test]
    fn one_after_the_other_other_trainees_and_unknown_hours_are_clean() {
        let of = |from: &str, to: &str| found(&RULE, &RULE.spec.example.replace(from, to));
        assert_eq!(of("11:00", "12:00"), [""; 0]);
        assert_eq!(of(r#"["T2"]"#, r#"["T3"]"#), [""; 0]);
        assert_eq!(of(r#""ends": "16:00", "#, ""), [""; 0]);
    }
}
