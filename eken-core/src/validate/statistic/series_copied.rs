//! Months that repeat the figures of the year before.

use crate::finding::{Severity, Spec};
use crate::model::kind::Code;
use crate::validate::Rule;
use crate::validate::series::amounts;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-23", "附件2-26", "附件1-二-县统计局"],
        summary: Label::new(
            "连续半年以上各月数值与上年同月相同",
            "a monthly series repeats the year before for half a year or more",
        ),
        message: Label::new(
            "{series} 从 {first} 到 {last} 连续 {count} 个月与上年同月一分不差",
            "{series} equals the same months of the year before in {count} months from {first} to {last}",
        ),
        help: Label::new(
            "核对是否照抄了上年的数；换成本年的数，没有的注明缺失原因",
            "check whether last year's figures were copied; put in this year's, or say why they are missing",
        ),
        example: r#"{"schema_version": 1, "statistics": {"complete": false, "items": [
  {"id": "N1", "series": "online_retail", "period": "2022-03", "cumulative": false, "territory": "site", "amount": 1310000, "source": "县统计局"},
  {"id": "N2", "series": "online_retail", "period": "2022-04", "cumulative": false, "territory": "site", "amount": 1320000, "source": "县统计局"},
  {"id": "N3", "series": "online_retail", "period": "2022-05", "cumulative": false, "territory": "site", "amount": 1330000, "source": "县统计局"},
  {"id": "N4", "series": "online_retail", "period": "2022-06", "cumulative": false, "territory": "site", "amount": 1340000, "source": "县统计局"},
  {"id": "N5", "series": "online_retail", "period": "2022-07", "cumulative": false, "territory": "site", "amount": 1350000, "source": "县统计局"},
  {"id": "N6", "series": "online_retail", "period": "2022-08", "cumulative": false, "territory": "site", "amount": 1360000, "source": "县统计局"},
  {"id": "M1", "series": "online_retail", "period": "2023-03", "cumulative": false, "territory": "site", "amount": 1310000, "source": "县统计局"},
  {"id": "M2", "series": "online_retail", "period": "2023-04", "cumulative": false, "territory": "site", "amount": 1320000, "source": "县统计局"},
  {"id": "M3", "series": "online_retail", "period": "2023-05", "cumulative": false, "territory": "site", "amount": 1330000, "source": "县统计局"},
  {"id": "M4", "series": "online_retail", "period": "2023-06", "cumulative": false, "territory": "site", "amount": 1340000, "source": "县统计局"},
  {"id": "M5", "series": "online_retail", "period": "2023-07", "cumulative": false, "territory": "site", "amount": 1350000, "source": "县统计局"},
  {"id": "M6", "series": "online_retail", "period": "2023-08", "cumulative": false, "territory": "site", "amount": 1360000, "source": "县统计局"}]}}"#,
        ..Spec::new("statistic.series-copied", Severity::Warning)
    },
    check: |context, found| {
        for series in amounts(context, found) {
            for run in series.line().copied() {
                found.at(
                    run.point.place.at("amount"),
                    vec![
                        ("series", series.series.code().into()),
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
    fn half_a_year_of_last_years_figures_is_found_at_the_first() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/statistics/items/6/amount series=online_retail first=2023-03 last=2023-08 count=6"]
        );
    }

    #[test]
    fn five_months_another_territory_and_another_series_are_clean() {
        let five = RULE.spec.example.replacen("1330000", "1330001", 1);
        assert_eq!(found(&RULE, &five), [""; 0]);
        let (before, after) = RULE.spec.example.split_once(r#"{"id": "M1""#).unwrap();
        let of = |from: &str, to: &str| found(&RULE, &format!(r#"{before}{{"id": "M1"{}"#, after.replace(from, to)));
        assert_eq!(of("\"site\"", "\"core_area\""), [""; 0]);
        assert_eq!(of("online_retail", "gross_output"), [""; 0]);
        assert_eq!(of("2023-", "2024-"), [""; 0]);
    }
}
