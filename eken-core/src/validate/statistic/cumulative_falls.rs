//! A cumulative figure that is lower than that of an earlier month of the year.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::series::amounts;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-23", "附件2-26", "附件1-二-县统计局"],
        summary: Label::new("本年累计数比前面月份的还小", "a cumulative figure falls within the year"),
        message: Label::new(
            "{month} 累计为 {value}，小于 {earlier} 累计的 {before}",
            "{value} up to {month} is less than {before} up to {earlier}",
        ),
        help: Label::new(
            "累计数只增不减：核对两个月的数值和单位；填的是当月数的，将 cumulative 改为 false",
            "a cumulative figure never falls: check both values and their units; set cumulative to false for a month by itself",
        ),
        example: r#"{"schema_version": 1, "statistics": {"items": [
  {"id": "N1", "series": "online_retail", "period": "2023-05", "cumulative": true, "territory": "site", "amount": 8000000, "source": "县统计局"},
  {"id": "N2", "series": "online_retail", "period": "2023-06", "cumulative": true, "territory": "site", "amount": 1500000, "source": "县统计局"}]}}"#,
        ..Spec::new("statistic.cumulative-falls", Severity::Error)
    },
    check: |context, found| {
        for series in amounts(context, found) {
            for year in series.all_years() {
                let cumulative = series.cumulative(year);
                // of neighbours only, so that one high figure is told once
                for ((month, before), (later, after)) in cumulative.iter().zip(cumulative.iter().skip(1)) {
                    if after.amount() < before.amount() {
                        found.at(
                            after.pointer(),
                            vec![
                                ("month", format!("{year}-{later:02}").into()),
                                ("value", after.amount().param()),
                                ("earlier", format!("{year}-{month:02}").into()),
                                ("before", before.amount().param()),
                            ],
                        );
                    }
                }
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn a_month_filed_as_cumulative_falls_below_the_month_before() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/statistics/items/1/amount month=2023-06 value=1500000 earlier=2023-05 before=8000000"]
        );
    }

    #[test]
    fn what_rises_or_stands_and_other_years_and_territories_are_clean() {
        let of = |rows: &[(&str, &str, i64)]| {
            let rows: Vec<String> = rows
                .iter()
                .map(|(period, territory, amount)| {
                    format!(
                        r#"{{"series": "online_retail", "period": "{period}", "cumulative": true, "territory": "{territory}", "amount": {amount}}}"#
                    )
                })
                .collect();
            format!(r#"{{"statistics": {{"items": [{}]}}}}"#, rows.join(","))
        };
        let clean = of(&[
            ("2023-02", "site", 5),
            ("2023-03", "site", 5),
            ("2023-04", "site", 9),
            ("2024-02", "site", 1),
            ("2023-05", "core_area", 3),
        ]);
        assert_eq!(found(&RULE, &clean), [""; 0]);
        // January is January's, and a figure that may be either tells nothing
        let unsure = of(&[("2023-01", "site", 9), ("2023-02", "site", 5)]);
        assert_eq!(found(&RULE, &unsure), [""; 0]);
        let faulty = of(&[("2023-02", "site", 5), ("2023-03", "site", 4)]).replace("\"amount\": 4", "\"amount\": -4");
        assert_eq!(found(&RULE, &faulty), [""; 0]);
        assert_eq!(skipped(&RULE, &faulty), ["faulty /statistics/items/1/amount"]);
    }
}
