//! The same figure month after month.

use crate::finding::{Severity, Spec};
use crate::model::kind::Code;
use crate::validate::Rule;
use crate::validate::series::amounts;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-23", "附件2-26", "附件1-二-县统计局"],
        summary: Label::new("连续半年以上各月数值相同", "a monthly series stands still for half a year or more"),
        message: Label::new(
            "{series} 从 {first} 到 {last} 连续 {count} 个月都是 {value}",
            "{series} is {value} in each of {count} months from {first} to {last}",
        ),
        help: Label::new(
            "核对是否把全年数平均到各月或照抄上月；没有月度数的，注明缺失原因",
            "check whether a yearly figure was spread or last month's carried on; where there is no monthly figure, say why",
        ),
        example: r#"{"schema_version": 1, "statistics": {"items": [
  {"id": "N1", "series": "online_retail", "period": "2023-03", "cumulative": false, "territory": "site", "amount": 1250000, "source": "县统计局"},
  {"id": "N2", "series": "online_retail", "period": "2023-04", "cumulative": false, "territory": "site", "amount": 1250000, "source": "县统计局"},
  {"id": "N3", "series": "online_retail", "period": "2023-05", "cumulative": false, "territory": "site", "amount": 1250000, "source": "县统计局"},
  {"id": "N4", "series": "online_retail", "period": "2023-06", "cumulative": false, "territory": "site", "amount": 1250000, "source": "县统计局"},
  {"id": "N5", "series": "online_retail", "period": "2023-07", "cumulative": false, "territory": "site", "amount": 1250000, "source": "县统计局"},
  {"id": "N6", "series": "online_retail", "period": "2023-08", "cumulative": false, "territory": "site", "amount": 1250000, "source": "县统计局"}]}}"#,
        ..Spec::new("statistic.series-constant", Severity::Warning)
    },
    check: |context, found| {
        for series in amounts(context, found) {
            for run in series.line().constant() {
                found.at(
                    run.point.place.at("amount"),
                    vec![
                        ("series", series.series.code().into()),
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
    use crate::validate::testing::found;

    #[test]
    fn six_months_of_one_figure_are_found_at_the_first() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/statistics/items/0/amount series=online_retail first=2023-03 last=2023-08 count=6 value=1250000"]
        );
    }

    #[test]
    fn a_run_that_is_broken_and_one_of_zeros_are_clean() {
        assert_eq!(found(&RULE, &RULE.spec.example.replace("2023-05", "2022-05")), [""; 0]);
        assert_eq!(found(&RULE, &RULE.spec.example.replace("1250000", "0")), [""; 0]);
        let last = RULE.spec.example.replacen("1250000", "1250001", 1);
        assert_eq!(found(&RULE, &last), [""; 0]);
    }
}
