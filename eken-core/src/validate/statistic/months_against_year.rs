//! Months that do not add up to their year, or come to more than it.

use crate::finding::{Severity, Spec};
use crate::json::Param;
use crate::validate::Rule;
use crate::validate::fine::Fine;
use crate::validate::series::{Entry, TimeSeries, amounts};
use crate::validate::slip::slip;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-23", "附件2-26", "附件1-二-县统计局"],
        summary: Label::new("各月数与全年数对不上", "the months of a series do not fit its year"),
        message: Label::new(
            "{year}年全年数为 {value}；12个月合计为 {sum}；已有 {months} 个月合计为 {part}，已超过全年数；{month} 累计为 {cumulative}，已超过全年数",
            "the figure of {year} is {value}; its twelve months sum to {sum}; {months} of its months sum to {part} already; {cumulative} was reached up to {month} already",
        ),
        help: Label::new(
            "核对全年数和各月数的口径、单位；年报修订过全年数的，同时修订各月数或在备注中说明",
            "check coverage and units of both; where the yearly return revised the year, revise the months or say so in a note",
        ),
        example: r#"{"schema_version": 1, "statistics": {"items": [
  {"id": "N1", "series": "online_retail", "period": "2022", "territory": "site", "amount": 1000, "source": "县统计局"},
  {"id": "N2", "series": "online_retail", "period": "2022-10", "cumulative": true, "territory": "site", "amount": 1100, "source": "县统计局"},
  {"id": "N3", "series": "online_retail", "period": "2021", "territory": "site", "amount": 900, "source": "县统计局"},
  {"id": "N4", "series": "online_retail", "period": "2021-06", "cumulative": false, "territory": "site", "amount": 600, "source": "县统计局"},
  {"id": "N5", "series": "online_retail", "period": "2021-11", "cumulative": false, "territory": "site", "amount": 700, "source": "县统计局"},
  {"id": "N6", "series": "gross_output", "period": "2022", "territory": "site", "amount": 1500, "source": "县统计局"},
  {"id": "M1", "series": "gross_output", "period": "2022-01", "territory": "site", "amount": 111, "source": "县统计局"},
  {"id": "M2", "series": "gross_output", "period": "2022-02", "cumulative": false, "territory": "site", "amount": 112, "source": "县统计局"},
  {"id": "M3", "series": "gross_output", "period": "2022-03", "cumulative": false, "territory": "site", "amount": 113, "source": "县统计局"},
  {"id": "M4", "series": "gross_output", "period": "2022-04", "cumulative": false, "territory": "site", "amount": 114, "source": "县统计局"},
  {"id": "M5", "series": "gross_output", "period": "2022-05", "cumulative": false, "territory": "site", "amount": 115, "source": "县统计局"},
  {"id": "M6", "series": "gross_output", "period": "2022-06", "cumulative": false, "territory": "site", "amount": 116, "source": "县统计局"},
  {"id": "M7", "series": "gross_output", "period": "2022-07", "cumulative": false, "territory": "site", "amount": 117, "source": "县统计局"},
  {"id": "M8", "series": "gross_output", "period": "2022-08", "cumulative": false, "territory": "site", "amount": 118, "source": "县统计局"},
  {"id": "M9", "series": "gross_output", "period": "2022-09", "cumulative": false, "territory": "site", "amount": 119, "source": "县统计局"},
  {"id": "M10", "series": "gross_output", "period": "2022-10", "cumulative": false, "territory": "site", "amount": 120, "source": "县统计局"},
  {"id": "M11", "series": "gross_output", "period": "2022-11", "cumulative": false, "territory": "site", "amount": 121, "source": "县统计局"},
  {"id": "M12", "series": "gross_output", "period": "2022-12", "cumulative": false, "territory": "site", "amount": 122, "source": "县统计局"}]}}"#,
        ..Spec::new("statistic.months-against-year", Severity::Warning)
    },
    check: |context, found| {
        for series in amounts(context, found) {
            for (year, of_year) in series.years() {
                // a note explains what a yearly return changed
                if of_year.is_noted() {
                    continue;
                }
                if let Some(mut params) = against(&series, year, of_year) {
                    params.push(("year", i64::from(year).into()));
                    params.push(("value", of_year.amount().param()));
                    found.at(of_year.pointer(), params);
                }
            }
        }
    },
};

/// How the months of a year gainsay its figure, beyond what rounding explains: half of the last place of each figure.
fn against(series: &TimeSeries<'_>, year: i32, of_year: &Entry<'_>) -> Option<Vec<(&'static str, Param)>> {
    let of_year = of_year.amount();
    let months = series.months(year);
    let sum =
        |part: fn(Fine) -> Fine| months.iter().fold(Fine::default(), |sum, (_, month)| sum.plus(part(month.amount())));
    let (total, rounding) = (sum(|amount| amount), sum(Fine::rounding).plus(of_year.rounding()));
    let most = of_year.plus(rounding);
    if months.len() == 12 {
        // a slip of the unit is told as one
        let apart = total.distance(of_year) > rounding && slip(of_year, total).is_none();
        return apart.then(|| vec![("sum", total.param())]);
    }
    let mut params = Vec::new();
    if total > most {
        params.push(("months", months.len().into()));
        params.push(("part", total.param()));
    }
    let largest = series.cumulative(year).into_iter().max_by_key(|(_, entry)| entry.amount());
    if let Some((month, entry)) = largest
        && entry.amount() > of_year.plus(of_year.rounding()).plus(entry.amount().rounding())
    {
        params.push(("month", format!("{year}-{month:02}").into()));
        params.push(("cumulative", entry.amount().param()));
    }
    (!params.is_empty()).then_some(params)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    /// A year and its first months, each a month by itself.
    fn with(year: i64, months: &[i64]) -> String {
        let months = months.iter().zip(1..).map(|(amount, month)| {
            format!(
                r#",{{"series": "online_retail", "period": "2022-{month:02}", "cumulative": false, "territory": "site", "amount": {amount}}}"#
            )
        });
        format!(
            r#"{{"statistics": {{"items": [{{"series": "online_retail", "period": "2022", "territory": "site", "amount": {year}}}{}]}}}}"#,
            months.collect::<String>()
        )
    }

    #[test]
    fn the_three_ways_of_not_fitting_are_told_apart() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            [
                "/statistics/items/5/amount sum=1398 year=2022 value=1500",
                "/statistics/items/2/amount months=2 part=1300 year=2021 value=900",
                "/statistics/items/0/amount month=2022-10 cumulative=1100 year=2022 value=1000",
            ]
        );
    }

    #[test]
    fn twelve_months_fit_within_the_rounding_of_the_figures() {
        // each month was rounded to 10 000 yuan, the year to 10 000 as well: thirteen halves of 10 000
        let of = |year| found(&RULE, &with(year, &[1_110_000; 12])).len();
        assert_eq!([13_380_000, 13_260_000].map(of), [0, 0]);
        assert_eq!([13_390_000, 13_250_000].map(of), [1, 1]);
        // to the yuan
        let of = |year| found(&RULE, &with(year, &[1_111_111; 12])).len();
        assert_eq!([13_333_325, 13_333_332, 13_333_338, 13_333_339].map(of), [1, 0, 0, 1]);
    }

    #[test]
    fn some_months_may_be_less_than_the_year_and_not_more() {
        let of = |year| found(&RULE, &with(year, &[1_111_111, 1_222_222])).len();
        assert_eq!([2_333_331, 2_333_333, 9_999_999].map(of), [1, 0, 0]);
        assert_eq!(found(&RULE, &with(0, &[])), [""; 0]);
    }

    #[test]
    fn a_slip_of_the_unit_is_left_to_its_rule() {
        assert_eq!(found(&RULE, &with(1333, &[1_111_111; 12])), [""; 0]);
    }

    #[test]
    fn a_note_explains_a_difference() {
        let dossier = with(15_000, &[1_111; 12]);
        assert_eq!(found(&RULE, &dossier).len(), 1);
        let noted = dossier.replace(r#""amount": 15000"#, r#""amount": 15000, "note": "年报修订，月报未改""#);
        assert_eq!(found(&RULE, &noted), [""; 0]);
    }

    #[test]
    fn a_year_that_is_filed_twice_with_two_figures_is_compared_with_nothing() {
        let twice = with(5, &[4, 3]).replace(
            "\"items\": [",
            r#""items": [{"series": "online_retail", "period": "2022", "territory": "site", "amount": 6},"#,
        );
        assert_eq!(found(&RULE, &twice), [""; 0]);
    }
}
