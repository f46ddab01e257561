//! The same sales month after month in one shop.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::turnover::{at, turnovers};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-26", "九6"],
        summary: Label::new(
            "主体连续半年以上每月销售额相同",
            "the sales of an entity stand still for half a year or more",
        ),
        message: Label::new(
            "同一平台、渠道从 {first} 到 {last} 连续 {count} 个月都是 {value}",
            "sales on one platform and channel are {value} in each of {count} months from {first} to {last}",
        ),
        help: Label::new(
            "向主体核对后台数据；按季、按年平均填报的，换成各月实际数",
            "compare with the platform's records; replace averages by the months' own figures",
        ),
        example: r#"{"schema_version": 1, "entities": {"items": [{"id": "E1", "sales": [
  {"month": "2023-03", "platform": "甲", "channel": "platform_shop", "amount": 36000}, {"month": "2023-04", "platform": "甲", "channel": "platform_shop", "amount": 36000}, {"month": "2023-05", "platform": "甲", "channel": "platform_shop", "amount": 36000}, {"month": "2023-06", "platform": "甲", "channel": "platform_shop", "amount": 36000}, {"month": "2023-07", "platform": "甲", "channel": "platform_shop", "amount": 36000}, {"month": "2023-08", "platform": "甲", "channel": "platform_shop", "amount": 36000}]}]}}"#,
        ..Spec::new("sales.constant", Severity::Warning)
    },
    check: |context, found| {
        for turnover in turnovers(context, found) {
            for run in turnover.lines().flat_map(|line| line.constant()) {
                found.at(
                    at(turnover.row, run.point.place, "amount"),
                    vec![
                        ("first", run.first.month().to_string().into()),
                        ("last", run.last.month().to_string().into()),
                        ("count", run.months.into()),
                        ("value", run.point.amount.param()),
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
    fn six_months_of_one_amount_are_found_at_the_first() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/entities/items/0/sales/0/amount first=2023-03 last=2023-08 count=6 value=36000"]
        );
    }

    #[test]
    fn a_month_apart_another_platform_and_no_sales_at_all_are_clean() {
        assert_eq!(found(&RULE, &RULE.spec.example.replace("2023-05", "2022-05")), [""; 0]);
        assert_eq!(found(&RULE, &RULE.spec.example.replacen("甲", "乙", 1)), [""; 0]);
        assert_eq!(found(&RULE, &RULE.spec.example.replace("36000", "0")), [""; 0]);
    }

    #[test]
    fn a_faulty_row_is_noted_and_harms_no_other() {
        let row = r#""sales": [{"month": "5月", "amount": 1}, 7, {"month": "2022-01", "amount": -5}, "#;
        let dossier = RULE.spec.example.replace(r#""sales": ["#, row);
        assert_eq!(found(&RULE, &dossier).len(), 1);
        let noted = [
            "faulty /entities/items/0/sales",
            "faulty /entities/items/0/sales/0/month",
            "faulty /entities/items/0/sales/2/amount",
        ];
        assert_eq!(skipped(&RULE, &dossier), noted);
    }

    #[test]
    fn a_month_filed_twice_is_in_doubt() {
        let twice = r#""sales": [{"month": "2023-05", "platform": "甲", "channel": "platform_shop", "amount": 1}, "#;
        assert_eq!(found(&RULE, &RULE.spec.example.replace(r#""sales": ["#, twice)), [""; 0]);
    }
}
