//! Sales of an entity that repeat its own of the year before.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::turnover::{at, turnovers};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-26", "九6"],
        summary: Label::new(
            "主体连续半年以上各月销售额与上年同月相同",
            "the sales of an entity repeat the year before for half a year or more",
        ),
        message: Label::new(
            "同一平台、渠道从 {first} 到 {last} 连续 {count} 个月与上年同月一分不差",
            "sales on one platform and channel equal the year before in {count} months from {first} to {last}",
        ),
        help: Label::new(
            "核对是否照抄了上年的数；换成平台后台的本年数",
            "check whether last year's figures were copied; take this year's from the platform",
        ),
        example: r#"{"schema_version": 1, "entities": {"items": [{"id": "E1", "sales": [
  {"month": "2022-03", "platform": "甲", "channel": "platform_shop", "amount": 41210}, {"month": "2022-04", "platform": "甲", "channel": "platform_shop", "amount": 38650}, {"month": "2022-05", "platform": "甲", "channel": "platform_shop", "amount": 40120}, {"month": "2022-06", "platform": "甲", "channel": "platform_shop", "amount": 43980}, {"month": "2022-07", "platform": "甲", "channel": "platform_shop", "amount": 42550}, {"month": "2022-08", "platform": "甲", "channel": "platform_shop", "amount": 47310},
  {"month": "2023-03", "platform": "甲", "channel": "platform_shop", "amount": 41210}, {"month": "2023-04", "platform": "甲", "channel": "platform_shop", "amount": 38650}, {"month": "2023-05", "platform": "甲", "channel": "platform_shop", "amount": 40120}, {"month": "2023-06", "platform": "甲", "channel": "platform_shop", "amount": 43980}, {"month": "2023-07", "platform": "甲", "channel": "platform_shop", "amount": 42550}, {"month": "2023-08", "platform": "甲", "channel": "platform_shop", "amount": 47310}]}]}}"#,
        ..Spec::new("sales.year-copied", Severity::Warning)
    },
    check: |context, found| {
        for turnover in turnovers(context, found) {
            for run in turnover.lines().flat_map(|line| line.copied()) {
                found.at(
                    at(turnover.row, run.point.place, "amount"),
                    vec![
                        ("first", run.first.month().to_string().into()),
                        ("last", run.last.month().to_string().into()),
                        ("count", run.months.into()),
                    ],
                );
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn half_a_year_of_last_years_sales_is_found_at_the_first_month() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/entities/items/0/sales/6/amount first=2023-03 last=2023-08 count=6"]
        );
    }

    #[test]
    fn five_months_and_another_platform_are_clean() {
        assert_eq!(found(&RULE, &RULE.spec.example.replacen("43980", "43981", 1)), [""; 0]);
        let (before, after) = RULE.spec.example.split_once(r#"{"month": "2023-03""#).unwrap();
        let other = format!(r#"{before}{{"month": "2023-03"{}"#, after.replace("甲", "乙"));
        assert_eq!(found(&RULE, &other), [""; 0]);
    }
}
