//! One training session that is filed twice.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::lesson::{Lesson, lessons};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-11", "五(六)功能"],
        summary: Label::new("同一场培训填报了两次", "one training session is filed twice"),
        message: Label::new(
            "与 {first} 的日期 {date}、开始时刻 {starts}、地点、主题都相同",
            "day {date}, beginning {starts}, place and topic are those of {first}",
        ),
        help: Label::new(
            "删去重复的一场；确为同时开设的两个班的，分别写明授课专家和签到名单",
            "drop one of them; for two classes held at once, name the expert and list the trainees of each",
        ),
        example: r#"{"schema_version": 1, "facilities": {"items": [{"id": "F1", "name": "例培训中心", "roles": [{"role": "training_incubation"}]}]},
  "trainees": {"items": [{"id": "T1"}]},
  "sessions": {"items": [
  {"id": "S1", "topic": "e_commerce", "date": "2023-06-01", "starts": "09:00", "facility": "F1", "attendance": ["T1"]},
  {"id": "S2", "topic": "e_commerce", "date": "2023-06-01", "starts": "09:00", "facility": "F1", "attendance": ["T1"]}]}}"#,
        ..Spec::new("session.twice", Severity::Warning)
    },
    check: |context, found| {
        let lessons = lessons(context, found);
        let mut seen = BTreeMap::new();
        for lesson in &lessons {
            let Some(same) = lesson.same() else { continue };
            let first: &Lesson<'_> = seen.entry(same).or_insert(lesson);
            if first.row == lesson.row || are_two_classes(first, lesson) {
                continue;
            }
            found.at(
                lesson.row.pointer(),
                vec![
                    ("first", first.row.pointer().into()),
                    ("date", lesson.day.to_string().into()),
                    ("starts", lesson.starts.map(|starts| starts.to_string()).unwrap_or_default().into()),
                ],
            );
        }
    },
};

/// Whether two sessions have different experts or nobody in common.
fn are_two_classes(first: &Lesson<'_>, second: &Lesson<'_>) -> bool {
    let (first, second) = (first.session, second.session);
    let trainers = first.trainer.known().zip(second.trainer.known());
    if trainers.is_some_and(|(first, second)| first.as_str() != second.as_str()) {
        return true;
    }
    let listed: BTreeSet<&str> = first.attendance.items().iter().map(|trainee| trainee.as_str()).collect();
    let others = second.attendance.items();
    !listed.is_empty() && !others.is_empty() && !others.iter().any(|trainee| listed.contains(trainee.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn the_second_record_names_the_first() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/sessions/items/1 first=/sessions/items/0 date=2023-06-01 starts=09:00"]
        );
    }

    #[test]
    fn another_hour_place_topic_or_class_is_clean() {
        let (before, after) = RULE.spec.example.split_once(r#"{"id": "S2""#).unwrap();
        let of = |from: &str, to: &str| found(&RULE, &format!(r#"{before}{{"id": "S2"{}"#, after.replace(from, to)));
        assert_eq!(of("09:00", "14:00"), [""; 0]);
        assert_eq!(of("\"F1\"", "\"F2\""), [""; 0]);
        assert_eq!(of("e_commerce", "marketing"), [""; 0]);
        assert_eq!(of("2023-06-01", "2023-06"), [""; 0]);
        assert_eq!(of(r#""attendance""#, r#""title": "第二期", "attendance""#), [""; 0]);
        assert_eq!(of(r#"["T1"]"#, r#"["T2"]"#), [""; 0]);
        assert_eq!(of(r#"["T1"]"#, r#"["T2", "T1"]"#).len(), 1);
        assert_eq!(of(r#"["T1"]"#, "[]").len(), 1);
        let taught = RULE.spec.example.replacen(r#""attendance""#, r#""trainer": "X1", "attendance""#, 1);
        let other = taught.replace(r#""F1", "attendance""#, r#""F1", "trainer": "X2", "attendance""#);
        assert_eq!((found(&RULE, &taught).len(), found(&RULE, &other).len()), (1, 0));
    }

    #[test]
    fn a_faulty_hour_is_noted() {
        let dossier = RULE.spec.example.replace("09:00", "9点");
        assert_eq!(found(&RULE, &dossier), [""; 0]);
        assert_eq!(skipped(&RULE, &dossier).len(), 2);
    }

    #[test]
    fn a_session_without_a_list_tells_no_class_apart() {
        assert_eq!(found(&RULE, &RULE.spec.example.replacen(r#"["T1"]"#, "[]", 1)).len(), 1);
    }
}
