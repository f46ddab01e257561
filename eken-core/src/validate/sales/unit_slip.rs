//! A month of sales that is off by a factor between units against the months around it.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::turnover::{at, turnovers};
use crate::words::Label;

/// Months of a shop that are compared, at least: with fewer, one month would judge another.
const MONTHS: usize = 4;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-26", "九6"],
        summary: Label::new("月度销售额像是单位填错", "a month of sales looks as if its unit were wrong"),
        message: Label::new(
            "{month} 填报 {value}，与前后各月的 {around} 左右相差约 {factor} 倍，可能是单位填错",
            "{value} for {month} is off by a factor of about {factor} from the months around it, near {around}, so its unit may be wrong",
        ),
        help: Label::new(
            "核对平台导出表的单位，金额一律以元填报；若确为单位填错，应为 {reading}；这只是建议，数据不会被改动",
            "check the unit of the platform's table, as amounts are filed in yuan; in the right unit it would read {reading}; this is a proposal, nothing is changed",
        ),
        example: r#"{"schema_version": 1, "entities": {"items": [{"id": "E1", "sales": [
  {"month": "2023-03", "platform": "甲", "channel": "platform_shop", "amount": 41200}, {"month": "2023-04", "platform": "甲", "channel": "platform_shop", "amount": 38650}, {"month": "2023-05", "platform": "甲", "channel": "platform_shop", "amount": 4.02}, {"month": "2023-06", "platform": "甲", "channel": "platform_shop", "amount": 43980}, {"month": "2023-07", "platform": "甲", "channel": "platform_shop", "amount": 42550}]}]}}"#,
        ..Spec::new("sales.unit-slip", Severity::Warning)
    },
    check: |context, found| {
        for turnover in turnovers(context, found) {
            for (tick, point, slip) in turnover.lines().flat_map(|line| line.slips(MONTHS)) {
                found.at(
                    at(turnover.row, point.place, "amount"),
                    vec![
                        ("month", tick.month().to_string().into()),
                        ("value", point.amount.param()),
                        ("around", slip.reference.param()),
                        ("factor", i64::try_from(slip.factor).unwrap_or(i64::MAX).into()),
                        ("reading", slip.reading.param()),
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
    fn a_month_in_units_of_ten_thousand_is_found_with_its_reading() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/entities/items/0/sales/2/amount month=2023-05 value=4.02 around=38650 factor=10000 reading=40200"]
        );
    }

    #[test]
    fn a_month_in_fen_is_found_and_a_strong_one_is_clean() {
        let of = |value: &str| found(&RULE, &RULE.spec.example.replace("4.02", value)).len();
        assert_eq!([of("4020000"), of("1600000"), of("40200"), of("0")], [1, 0, 0, 0]);
    }

    #[test]
    fn another_shop_of_the_entity_is_no_measure() {
        let other = RULE.spec.example.replace(r#""2023-05", "platform": "甲""#, r#""2023-05", "platform": "乙""#);
        assert_eq!(found(&RULE, &other), [""; 0]);
    }

    #[test]
    fn three_months_are_too_few() {
        let short = RULE.spec.example.replace("2023-06", "2023-05").replace("2023-07", "2023-05");
        assert_eq!(found(&RULE, &short), [""; 0]);
    }
}
