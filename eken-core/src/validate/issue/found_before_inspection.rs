//! An issue that was found before the inspection that found it.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["九2"],
        summary: Label::new("问题的发现日期早于来源检查", "an issue was found before its inspection"),
        message: Label::new(
            "发现日期 {found_on} 早于来源检查 {first} 的日期 {inspected}",
            "found on {found_on}, before the inspection of {inspected} in {first}",
        ),
        help: Label::new(
            "核对发现日期和所引用的检查，可能引用了另一次检查",
            "check the day and the inspection it refers to; another may be meant",
        ),
        example: r#"{"schema_version": 1, "inspections": {"items": [{"id": "Y1", "date": "2023-07-14"}]},
  "issues": {"items": [{"id": "Z1", "inspection": "Y1", "found": "2023-06-16"}]}}"#,
        ..Spec::new("issue.found-before-inspection", Severity::Warning)
    },
    check: |context, found| {
        let mut inspections = BTreeMap::new();
        for (row, inspection) in rows("inspections", &context.dossier.inspections) {
            let date = found.value(&inspection.date, || row.at("date"));
            if let (Some(id), Some(date)) = (inspection.id.known(), date) {
                inspections.entry(id.as_str()).or_insert((row, *date));
            }
        }
        for (row, issue) in rows("issues", &context.dossier.issues) {
            let day = found.value(&issue.found, || row.at("found"));
            let inspection = issue.inspection.known().and_then(|of| inspections.get(of.as_str()));
            if let (Some(day), Some((first, inspected))) = (day, inspection)
                && day < inspected
            {
                found.at(
                    row.at("found"),
                    vec![
                        ("found_on", day.to_string().into()),
                        ("inspected", inspected.to_string().into()),
                        ("first", first.pointer().into()),
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
    fn an_issue_of_the_month_before_its_inspection_is_found() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/issues/items/0/found found_on=2023-06-16 inspected=2023-07-14 first=/inspections/items/0"]
        );
    }

    #[test]
    fn the_day_of_the_inspection_later_days_and_no_inspection_are_clean() {
        let of = |from: &str, to: &str| found(&RULE, &RULE.spec.example.replace(from, to)).len();
        assert_eq!(["2023-07-13", "2023-07-14", "2023-07-20"].map(|day| of("2023-06-16", day)), [1, 0, 0]);
        assert_eq!(of(r#""inspection": "Y1", "#, ""), 0);
        assert_eq!(of(r#""inspection": "Y1""#, r#""inspection": "Y2""#), 0);
        let faulty = RULE.spec.example.replace("2023-07-14", "七月");
        assert_eq!(skipped(&RULE, &faulty), ["faulty /inspections/items/0/date"]);
    }
}
