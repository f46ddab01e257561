//! One event or contest that is filed twice.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::model::kind::{Code, Maybe, Short};
use crate::quantity::{Date, PartialDate};
use crate::validate::place::{Row, rows};
use crate::validate::{Context, Found, Rule};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-10", "附件2-14", "附件2-19"],
        summary: Label::new("同一场活动、展会或大赛填报了两次", "one event or contest is filed twice"),
        message: Label::new(
            "类型、日期 {date}、名称都与 {first} 相同，按场次计算时会重复",
            "kind, day {date} and name are those of {first}, so it would be counted twice",
        ),
        help: Label::new(
            "删去重复的一条；同一天的不同场次，在名称中写明",
            "drop one of them; tell several of one day apart by their names",
        ),
        example: r#"{"schema_version": 1, "events": {"items": [
  {"id": "V1", "kind": "publicity_activity", "name": "乡村e镇宣传周", "date": "2023-05-18"},
  {"id": "V2", "kind": "publicity_activity", "name": "乡村e镇 宣传周", "date": "2023-05-18"}]}}"#,
        ..Spec::new("event.twice", Severity::Warning)
    },
    check,
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let mut seen = BTreeMap::new();
    for (row, event) in rows("events", &context.dossier.events) {
        let kind = found.value(&event.kind, || row.at("kind")).map(|kind| kind.code());
        look(row, kind, (&event.date, &event.name), &mut seen, found);
    }
    let mut seen = BTreeMap::new();
    for (row, contest) in rows("contests", &context.dossier.contests) {
        let kind = found.value(&contest.kind, || row.at("kind")).map(|kind| kind.code());
        look(row, kind, (&contest.date, &contest.name), &mut seen, found);
    }
}

/// Reports a record whose kind, day and name, blanks aside, were met before.
fn look(
    row: Row,
    kind: Option<&'static str>,
    (date, name): (&Maybe<PartialDate>, &Maybe<Short>),
    seen: &mut BTreeMap<(&'static str, Date, String), Row>,
    found: &mut Found<'_>,
) {
    let date = found.value(date, || row.at("date"));
    let (Some(kind), Some(PartialDate::Day(day)), Some(name)) = (kind, date, name.known()) else { return };
    let name: String = name.as_str().split_whitespace().collect();
    let first = *seen.entry((kind, *day, name)).or_insert(row);
    if first != row {
        found.at(row.pointer(), vec![("date", day.to_string().into()), ("first", first.pointer().into())]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn the_second_record_names_the_first() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/events/items/1 date=2023-05-18 first=/events/items/0"]);
        let contests = RULE.spec.example.replace("events", "contests").replace("publicity_activity", "skills");
        assert_eq!(found(&RULE, &contests).len(), 1);
    }

    #[test]
    fn another_day_kind_or_name_and_a_month_are_clean() {
        let of = |from: &str, to: &str| found(&RULE, &RULE.spec.example.replacen(from, to, 1));
        assert_eq!(of("2023-05-18", "2023-05-19"), [""; 0]);
        assert_eq!(of("publicity_activity", "brand_exhibition"), [""; 0]);
        assert_eq!(of("宣传周", "成果展"), [""; 0]);
        assert_eq!(found(&RULE, &RULE.spec.example.replace("2023-05-18", "2023-05")), [""; 0]);
    }

    #[test]
    fn a_faulty_date_is_noted() {
        let faulty = RULE.spec.example.replacen("2023-05-18", "五月", 1);
        assert_eq!(found(&RULE, &faulty), [""; 0]);
        assert_eq!(skipped(&RULE, &faulty), ["faulty /events/items/0/date"]);
    }
}
