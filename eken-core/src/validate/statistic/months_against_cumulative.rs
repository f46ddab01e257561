//! Months that do not add up to the cumulative figure of the last of them.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::fine::Fine;
use crate::validate::series::amounts;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-23", "附件2-26", "附件1-二-县统计局"],
        summary: Label::new("各月数与累计数对不上", "the months of a series do not sum to its cumulative figure"),
        message: Label::new(
            "{year}年1至{month}月各月合计为 {sum}，累计数为 {cumulative}",
            "the months 1 to {month} of {year} sum to {sum}, the cumulative figure is {cumulative}",
        ),
        help: Label::new(
            "核对差在哪个月；修订过前期数的，各月数和累计数一并修订，或在备注中说明",
            "find the month; where earlier months were revised, revise both, or say so in a note",
        ),
        example: r#"{"schema_version": 1, "statistics": {"items": [
  {"id": "N1", "series": "online_retail", "period": "2023-01", "territory": "site", "amount": 1234567, "source": "县统计局"},
  {"id": "N2", "series": "online_retail", "period": "2023-02", "cumulative": false, "territory": "site", "amount": 1345678, "source": "县统计局"},
  {"id": "N3", "series": "online_retail", "period": "2023-02", "cumulative": true, "territory": "site", "amount": 2850245, "source": "县统计局"}]}}"#,
        ..Spec::new("statistic.months-against-cumulative", Severity::Warning)
    },
    check: |context, found| {
        for series in amounts(context, found) {
            for year in series.all_years() {
                let months = series.months(year);
                for (month, entry) in series.cumulative(year) {
                    let part: Vec<_> = months.iter().take_while(|(each, _)| *each <= month).collect();
                    if u32::try_from(part.len()) != Ok(month) || entry.is_noted() {
                        continue;
                    }
                    let (mut sum, mut rounding) = (Fine::default(), entry.amount().rounding());
                    for (_, month) in part {
                        sum = sum.plus(month.amount());
                        rounding = rounding.plus(month.amount().rounding());
                    }
                    if sum.distance(entry.amount()) > rounding {
                        found.at(
                            entry.pointer(),
                            vec![
                                ("year", i64::from(year).into()),
                                ("month", i64::from(month).into()),
                                ("sum", sum.param()),
                                ("cumulative", entry.amount().param()),
                            ],
                        );
                        // the months after it inherit the difference
                        break;
                    }
                }
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    fn with(months: &[i64], cumulative: &[(u32, i64)]) -> String {
        let month = |(amount, month): (&i64, u32)| {
            format!(
                r#"{{"series": "online_retail", "period": "2023-{month:02}", "cumulative": false, "territory": "site", "amount": {amount}}}"#
            )
        };
        let since = |(month, amount): &(u32, i64)| {
            format!(
                r#"{{"series": "online_retail", "period": "2023-{month:02}", "cumulative": true, "territory": "site", "amount": {amount}}}"#
            )
        };
        let rows: Vec<String> = months.iter().zip(1..).map(month).chain(cumulative.iter().map(since)).collect();
        format!(r#"{{"statistics": {{"items": [{}]}}}}"#, rows.join(","))
    }

    #[test]
    fn months_that_do_not_sum_are_found_at_the_cumulative_figure() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/statistics/items/2/amount year=2023 month=2 sum=2580245 cumulative=2850245"]
        );
    }

    #[test]
    fn the_first_month_that_differs_stands_for_those_after_it() {
        let dossier = with(&[1111, 1222, 1333], &[(2, 2999), (3, 4999)]);
        assert_eq!(found(&RULE, &dossier).len(), 1);
    }

    #[test]
    fn a_difference_within_the_rounding_is_clean_and_one_beyond_is_not() {
        // three figures to the yuan: one and a half
        let of = |cumulative| found(&RULE, &with(&[1111, 1222], &[(2, cumulative)])).len();
        assert_eq!([2331, 2332, 2334, 2335].map(of), [1, 0, 0, 1]);
    }

    #[test]
    fn where_a_month_is_missing_nothing_can_be_told() {
        let dossier = with(&[1111], &[(2, 5)]);
        assert_eq!(found(&RULE, &dossier), [""; 0]);
    }

    #[test]
    fn a_note_explains_a_difference() {
        let noted = with(&[1111, 1222], &[(2, 9)])
            .replace("\"cumulative\": true", "\"cumulative\": true, \"note\": \"已修订\"");
        assert_eq!(found(&RULE, &noted), [""; 0]);
    }
}
