//! An expert who teaches two sessions at the same hour.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::lesson::{Lesson, lessons, overlaps};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-11", "附件2-12"],
        summary: Label::new("同一专家在时间重叠的两场培训授课", "an expert teaches two sessions at the same hour"),
        message: Label::new(
            "与 {first} 时间重叠（{date} {starts} 起），授课专家是同一人",
            "it overlaps with {first} on {date} from {starts} on, and the expert is the same",
        ),
        help: Label::new(
            "核对两场的授课专家和起止时刻；网上同时授课的，合并为一场",
            "check the expert and the hours of both; a lesson given to two places at once is one session",
        ),
        example: r#"{"schema_version": 1, "experts": {"items": [{"id": "X1"}]}, "trainees": {"items": [{"id": "T1"}, {"id": "T2"}]},
  "sessions": {"items": [
  {"id": "S1", "date": "2023-06-01", "starts": "09:00", "ends": "12:00", "trainer": "X1", "attendance": ["T1"]},
  {"id": "S2", "date": "2023-06-01", "starts": "10:00", "ends": "11:30", "trainer": "X1", "attendance": ["T2"]}]}}"#,
        ..Spec::new("session.trainer-same-hour", Severity::Warning)
    },
    check: |context, found| {
        let lessons = lessons(context, found);
        let mut experts: BTreeMap<&str, Vec<&Lesson<'_>>> = BTreeMap::new();
        for lesson in &lessons {
            if let Some(trainer) = found.value(&lesson.session.trainer, || lesson.row.at("trainer")) {
                experts.entry(trainer.as_str()).or_default().push(lesson);
            }
        }
        for (first, second) in experts.into_values().flat_map(overlaps) {
            let starts = first.starts.max(second.starts).map(|starts| starts.to_string()).unwrap_or_default();
            found.at(
                second.row.at("trainer"),
                vec![
                    ("first", first.row.pointer().into()),
                    ("date", second.day.to_string().into()),
                    ("starts", starts.into()),
                ],
            );
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn an_expert_in_two_places_is_found() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/sessions/items/1/trainer first=/sessions/items/0 date=2023-06-01 starts=10:00"]
        );
    }

    #[test]
    fn another_expert_a_later_hour_and_another_day_are_clean() {
        let of = |from: &str, to: &str| found(&RULE, &RULE.spec.example.replacen(from, to, 1));
        assert_eq!(of(r#""trainer": "X1""#, r#""trainer": "X2""#), [""; 0]);
        assert_eq!(of("12:00", "10:00"), [""; 0]);
        assert_eq!(of("2023-06-01", "2023-06-02"), [""; 0]);
    }
}
