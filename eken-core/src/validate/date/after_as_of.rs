//! A fact that is dated after the day up to which the dossier speaks.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::model::kind::{Leaf, Step, Walker};
use crate::quantity::{Date, PartialDate};
use crate::validate::{Context, Rule};
use crate::words::Label;

/// Fields that speak of what is planned or lies ahead.
const AHEAD: &[&str] = &["completed", "due", "effective", "expires", "period", "repealed", "until"];

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["GB/T 7408.1-2023", "附件1-二-县统计局"],
        summary: Label::new("事实的时间晚于数据截止日", "a fact is dated after the dossier's as-of date"),
        message: Label::new(
            "{date} 晚于数据截止日 {as_of}，评估时不计入；本记录共有 {count} 处",
            "{date} is after the as-of date {as_of} and does not count; {count} such dates in this record",
        ),
        help: Label::new(
            "核对该时间；若档案已更新，同时更新 as_of",
            "check the date; move as_of if the dossier was brought up to date",
        ),
        example: r#"{"schema_version": 1, "as_of": "2023-12-31", "events": {"items": [{"id": "V1", "kind": "publicity_activity", "date": "2024-01"}]}}"#,
        ..Spec::new("date.after-as-of", Severity::Info)
    },
    check: |context, found| {
        let Some(as_of) = found.value(&context.dossier.as_of, || "/as_of".to_owned()) else { return };
        for (pointer, date, count) in context.tour().late.records.values() {
            found.at(
                pointer.as_str(),
                vec![
                    ("date", date.to_string().into()),
                    ("as_of", as_of.to_string().into()),
                    ("count", (*count).into()),
                ],
            );
        }
    },
};

/// The late dates met on the walk.
#[derive(Clone, Debug)]
pub(in crate::validate) struct Late {
    as_of: Option<Date>,
    /// By record: the first late date with its pointer, and how many there are.
    records: BTreeMap<String, (String, PartialDate, usize)>,
}

impl Late {
    pub(in crate::validate) fn new(context: &Context<'_>) -> Self {
        Self { as_of: context.as_of(), records: BTreeMap::new() }
    }
}

impl Walker for Late {
    fn leaf(&mut self, at: &Step<'_>, leaf: Leaf<'_>) {
        let date = match leaf {
            Leaf::Date(date) => PartialDate::Day(date),
            Leaf::PartialDate(date) => date,
            _ => return,
        };
        let Some(as_of) = self.as_of else { return };
        if date.year() < as_of.year()
            || date.first().is_none_or(|first| first <= as_of)
            || matches!(at, Step::Key(_, field) if AHEAD.contains(field))
        {
            return;
        }
        let pointer = at.pointer();
        let record = record_of(at).map_or_else(|| pointer.clone(), |record| record.pointer());
        let (_, _, count) = self.records.entry(record).or_insert((pointer, date, 0));
        *count = count.saturating_add(1);
    }
}

/// The record of a section that a value lies in.
fn record_of<'s>(at: &'s Step<'s>) -> Option<&'s Step<'s>> {
    match at {
        Step::Root => None,
        Step::Index(Step::Key(Step::Key(Step::Root, _), "items"), _) => Some(at),
        Step::Key(parent, _) | Step::Index(parent, _) => record_of(parent),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn a_date_that_surely_lies_after_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/events/items/0/date date=2024-01 as_of=2023-12-31 count=1"]);
    }

    #[test]
    fn the_dates_of_one_record_are_told_once() {
        let dossier = r#"{"as_of": "2023-12-31", "town": {"programme_start": "2024"}, "entities": {"items": [{"sales": [
            {"month": "2023-12", "amount": 1}, {"month": "2024-01", "amount": 1}, {"month": "2024-02", "amount": 1}]}]}}"#;
        assert_eq!(
            found(&RULE, dossier),
            [
                "/entities/items/0/sales/1/month date=2024-01 as_of=2023-12-31 count=2",
                "/town/programme_start date=2024 as_of=2023-12-31 count=1",
            ]
        );
    }

    #[test]
    fn the_day_itself_what_may_lie_before_and_what_is_planned_are_clean() {
        let dossier = r#"{"as_of": "2023-11-30", "town": {"completed": "2024-06"}, "events": {"items": [{"date": "2023-11-30"}, {"date": "2023"}]},
            "projects": {"items": [{"due": "2024-05"}]}, "instruments": {"items": [{"issued": "2023-05-01", "expires": "2028-05-01"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(found(&RULE, r#"{"events": {"items": [{"date": "2099"}]}}"#), [""; 0]);
    }
}
