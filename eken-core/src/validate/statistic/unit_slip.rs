//! A figure that is off by a factor between units: 万元 for 元 and the like.

use crate::finding::{Severity, Spec};
use crate::json::Param;
use crate::validate::fine::Fine;
use crate::validate::series::{TimeSeries, amounts};
use crate::validate::slip::{Slip, slip, slips};
use crate::validate::{Found, Rule};
use crate::words::Label;

/// Months of a series that are compared with those around them, at least: with fewer, one month would judge another.
const MONTHS: usize = 4;
/// Months of a year that must stand so to those of the year before for the year to be one of another unit: half of it.
const PAIRS: usize = 6;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-23", "附件2-26", "附件1-二-县统计局"],
        summary: Label::new("数值像是单位填错", "a figure looks as if its unit were wrong"),
        message: Label::new(
            "{period} 填报 {value}，与参照数相差约 {factor} 倍，可能是单位填错；12个月合计为 {sum}；前后各期约为 {around}；上年同月为 {before}，有 {count} 个月如此",
            "{value} for {period} is off by a factor of about {factor}, so its unit may be wrong; the twelve months sum to {sum}; the periods around it are near {around}; the same month of the year before was {before}, and {count} months stand so",
        ),
        help: Label::new(
            "核对原表的单位，金额一律以元填报；若确为单位填错，应为 {reading}；这只是建议，数据不会被改动",
            "check the unit of the form, as amounts are filed in yuan; in the right unit it would read {reading}; this is a proposal, nothing is changed",
        ),
        example: r#"{"schema_version": 1, "statistics": {"items": [
  {"id": "Y1", "series": "gross_output", "period": "2021", "territory": "site", "amount": 98000000, "source": "县统计局"},
  {"id": "Y2", "series": "gross_output", "period": "2022", "territory": "site", "amount": 10640, "source": "县统计局"},
  {"id": "Y3", "series": "online_retail", "period": "2022", "territory": "site", "amount": 1679, "source": "县统计局"},
  {"id": "M1", "series": "online_retail", "period": "2022-01", "territory": "site", "amount": 1320000, "source": "县统计局"},
  {"id": "M2", "series": "online_retail", "period": "2022-02", "cumulative": false, "territory": "site", "amount": 1180000, "source": "县统计局"},
  {"id": "M3", "series": "online_retail", "period": "2022-03", "cumulative": false, "territory": "site", "amount": 1240000, "source": "县统计局"},
  {"id": "M4", "series": "online_retail", "period": "2022-04", "cumulative": false, "territory": "site", "amount": 1310000, "source": "县统计局"},
  {"id": "M5", "series": "online_retail", "period": "2022-05", "cumulative": false, "territory": "site", "amount": 1290000, "source": "县统计局"},
  {"id": "M6", "series": "online_retail", "period": "2022-06", "cumulative": false, "territory": "site", "amount": 1450000, "source": "县统计局"},
  {"id": "M7", "series": "online_retail", "period": "2022-07", "cumulative": false, "territory": "site", "amount": 1380000, "source": "县统计局"},
  {"id": "M8", "series": "online_retail", "period": "2022-08", "cumulative": false, "territory": "site", "amount": 1270000, "source": "县统计局"},
  {"id": "M9", "series": "online_retail", "period": "2022-09", "cumulative": false, "territory": "site", "amount": 1520000, "source": "县统计局"},
  {"id": "M10", "series": "online_retail", "period": "2022-10", "cumulative": false, "territory": "site", "amount": 1490000, "source": "县统计局"},
  {"id": "M11", "series": "online_retail", "period": "2022-11", "cumulative": false, "territory": "site", "amount": 1710000, "source": "县统计局"},
  {"id": "M12", "series": "online_retail", "period": "2022-12", "cumulative": false, "territory": "site", "amount": 1630000, "source": "县统计局"},
  {"id": "N1", "series": "online_retail", "period": "2023-01", "territory": "site", "amount": 147, "source": "县统计局"},
  {"id": "N2", "series": "online_retail", "period": "2023-02", "cumulative": false, "territory": "site", "amount": 132, "source": "县统计局"},
  {"id": "N3", "series": "online_retail", "period": "2023-03", "cumulative": false, "territory": "site", "amount": 138, "source": "县统计局"},
  {"id": "N4", "series": "online_retail", "period": "2023-04", "cumulative": false, "territory": "site", "amount": 146, "source": "县统计局"},
  {"id": "N5", "series": "online_retail", "period": "2023-05", "cumulative": false, "territory": "site", "amount": 144, "source": "县统计局"},
  {"id": "N6", "series": "online_retail", "period": "2023-06", "cumulative": false, "territory": "site", "amount": 162, "source": "县统计局"}]}}"#,
        ..Spec::new("statistic.unit-slip", Severity::Warning)
    },
    check: |context, found| {
        for series in amounts(context, found) {
            years(&series, found);
            months(&series, found);
        }
    },
};

/// Years against the sum of their months, else against the years around them.
fn years(series: &TimeSeries<'_>, found: &mut Found<'_>) {
    let years: Vec<_> = series.years().into_iter().filter(|(_, entry)| !entry.amount().is_zero()).collect();
    let line: Vec<Fine> = years.iter().map(|(_, entry)| entry.amount()).collect();
    let around = slips(&line);
    for (index, (year, entry)) in years.iter().enumerate() {
        let months = series.months(*year);
        let sum = months.iter().fold(Fine::default(), |sum, (_, month)| sum.plus(month.amount()));
        let told = if months.len() == 12 {
            slip(entry.amount(), sum).map(|slip| (slip, "sum"))
        } else {
            around.iter().find(|(at, _)| *at == index).map(|(_, slip)| (*slip, "around"))
        };
        if let Some((slip, name)) = told {
            let mut params = params(year.to_string(), entry.amount(), slip);
            params.push((name, slip.reference.param()));
            found.at(entry.pointer(), params);
        }
    }
}

/// Months against those around them, and a year of months against the year before.
fn months(series: &TimeSeries<'_>, found: &mut Found<'_>) {
    let line = series.line();
    for (tick, point, slip) in line.slips(MONTHS) {
        let mut params = params(tick.month().to_string(), point.amount, slip);
        params.push(("around", slip.reference.param()));
        found.at(point.place.at("amount"), params);
    }
    let pairs: Vec<_> = line.with_year_before().collect();
    for year in series.all_years() {
        let of_year: Vec<_> = pairs.iter().filter(|(tick, ..)| tick.month().year == year).collect();
        let slips: Vec<_> = of_year
            .iter()
            .filter_map(|(tick, now, before)| Some((tick, now, before, slip(now.amount, before.amount)?)))
            .collect();
        let Some((tick, now, before, first)) = slips.first().copied() else { continue };
        let alike = |up: bool| slips.iter().filter(|(_, now, before, _)| (now.amount > before.amount) == up).count();
        let count = alike(now.amount > before.amount);
        if count >= PAIRS && count == of_year.len() && slips.iter().all(|(.., slip)| slip.factor == first.factor) {
            let mut params = params(tick.month().to_string(), now.amount, first);
            params.push(("before", before.amount.param()));
            params.push(("count", count.into()));
            found.at(now.place.at("amount"), params);
        }
    }
}

fn params(period: String, value: Fine, slip: Slip) -> Vec<(&'static str, Param)> {
    vec![
        ("period", period.into()),
        ("value", value.param()),
        ("factor", i64::try_from(slip.factor).unwrap_or(i64::MAX).into()),
        ("reading", slip.reading.param()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    fn with(rows: &[(&str, i64)]) -> String {
        let row = |(period, amount): &(&str, i64)| {
            format!(
                r#"{{"series": "online_retail", "period": "{period}", "cumulative": false, "territory": "site", "amount": {amount}}}"#
            )
        };
        let rows: Vec<String> = rows.iter().map(row).collect();
        format!(r#"{{"statistics": {{"items": [{}]}}}}"#, rows.join(","))
    }

    #[test]
    fn years_months_and_a_year_of_months_in_another_unit_are_found_with_their_reading() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            [
                "/statistics/items/1/amount period=2022 value=10640 factor=10000 reading=106400000 around=98000000",
                "/statistics/items/2/amount period=2022 value=1679 factor=10000 reading=16790000 sum=16790000",
                "/statistics/items/15/amount period=2023-01 value=147 factor=10000 reading=1470000 before=1320000 count=6",
            ]
        );
    }

    #[test]
    fn a_month_in_another_unit_is_found_by_those_around_it() {
        let rows = with(&[("2023-01", 1_200_000), ("2023-02", 1_100_000), ("2023-03", 130), ("2023-04", 1_150_000)]);
        assert_eq!(
            found(&RULE, &rows),
            ["/statistics/items/2/amount period=2023-03 value=130 factor=10000 reading=1300000 around=1100000"]
        );
        let large = rows.replace("130}", "12500000000}");
        assert!(found(&RULE, &large)[0].contains("factor=10000 reading=1250000"));
    }

    #[test]
    fn growth_season_and_a_change_of_level_are_clean() {
        assert_eq!(found(&RULE, &with(&[("2021", 1_000_000), ("2022", 30_000_000)])), [""; 0]);
        assert_eq!(found(&RULE, &with(&[("2021", 0), ("2022", 30_000_000)])), [""; 0]);
        let season = [("2023-01", 90_000), ("2023-02", 5_000), ("2023-03", 60_000), ("2023-04", 100_000)];
        assert_eq!(found(&RULE, &with(&season)), [""; 0]);
        let three = [("2023-01", 900_000), ("2023-02", 900_000), ("2023-03", 90)];
        assert_eq!(found(&RULE, &with(&three)), [""; 0], "three months are too few");
    }

    #[test]
    fn five_months_in_another_unit_do_not_make_a_year_of_it() {
        let rows: Vec<String> = (1..=6)
            .flat_map(|month| [(format!("2022-{month:02}"), 1_000_000 + month), (format!("2023-{month:02}"), 100)])
            .map(|(period, amount)| {
                format!(
                    r#"{{"series": "online_retail", "period": "{period}", "cumulative": false, "territory": "site", "amount": {amount}}}"#
                )
            })
            .collect();
        let of =
            |count: usize| found(&RULE, &format!(r#"{{"statistics": {{"items": [{}]}}}}"#, rows[..count].join(",")));
        assert_eq!((of(10).len(), of(12).len()), (0, 1));
    }

    #[test]
    fn a_year_with_a_month_in_the_right_unit_or_in_two_units_is_no_year_in_another_unit() {
        let year = |months: &[i64]| {
            let rows: Vec<(String, i64)> = (1..)
                .zip(months)
                .flat_map(|(month, amount)| {
                    [(format!("2022-{month:02}"), 10_000_000_000), (format!("2023-{month:02}"), *amount)]
                })
                .collect();
            let rows: Vec<(&str, i64)> = rows.iter().map(|(period, amount)| (period.as_str(), *amount)).collect();
            found(&RULE, &with(&rows)).iter().filter(|finding| finding.contains(" count=")).count()
        };
        let wan = 1_000_000;
        assert_eq!(year(&[wan; 7]), 1);
        assert_eq!(year(&[wan, wan, wan, wan, wan, wan, 10_000_000_000]), 0);
        assert_eq!(year(&[wan, wan, wan, wan, wan, wan, 100]), 0);
    }
}
