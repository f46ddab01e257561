//! A rate of growth that the amounts of both years do not bear out.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::finding::{Severity, Spec};
use crate::model::{Series, Territory};
use crate::quantity::{Exact, Quantity};
use crate::validate::figure::figure;
use crate::validate::fine::Fine;
use crate::validate::place::rows;
use crate::validate::series::{Span, TimeSeries, amounts, span};
use crate::validate::{Context, Found, Rule};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-23", "附件2-26", "附件1-二-县统计局"],
        summary: Label::new("增速与两期数值对不上", "a rate of growth is not what the amounts give"),
        message: Label::new(
            "填报增速 {rate}%，按本期 {now} 和上年同期 {before} 计算为 {growth}%",
            "the rate is {rate} %, while {now} on {before} a year before is {growth} %",
        ),
        help: Label::new(
            "核对增速和两期数值；按可比价格或可比口径计算的，在备注中写明",
            "check the rate and both amounts; say in a note if it is at comparable prices or on a comparable coverage",
        ),
        example: r#"{"schema_version": 1, "statistics": {"items": [
  {"id": "N1", "series": "online_retail", "period": "2022", "territory": "site", "amount": 21250000, "source": "县统计局"},
  {"id": "N2", "series": "online_retail", "period": "2023", "territory": "site", "amount": 23910000, "rate": 21.5, "source": "县统计局"}]}}"#,
        ..Spec::new("statistic.growth-not-borne-out", Severity::Warning)
    },
    check,
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let series: BTreeMap<(Series, Territory), TimeSeries<'_>> =
        amounts(context, found).into_iter().map(|series| ((series.series, series.territory), series)).collect();
    for (row, record) in rows("statistics", &context.dossier.statistics) {
        let Some(rate) = found.value(&record.rate, || row.at("rate")) else { continue };
        let noted = rate.detail.as_ref().is_some_and(|detail| detail.note.is_stated());
        let (Some(of), Some(period)) = (record.series.get(), record.period.get()) else { continue };
        let of = match (of, record.territory.get()) {
            (Series::GrossOutput | Series::OnlineRetail, Some(territory)) => (of, territory),
            // the city's own output, where it is on file
            (Series::CityOutputGrowth, None | Some(Territory::City)) => (Series::GrossOutput, Territory::City),
            _ => continue,
        };
        let (Some(series), Some(span)) = (series.get(&of), span(period, record.cumulative.get())) else { continue };
        let (Some(now), Some(before)) = (series.settled(span), series.settled(year_before(span))) else { continue };
        if noted || record.note.is_stated() {
            continue;
        }
        let (now, before, rate) = (now.amount(), before.amount(), rate.value.number().normalize());
        if let Some(growth) = growth(now, before).filter(|_| !borne_out(now, before, rate)) {
            found.at(
                row.at("rate"),
                vec![
                    ("rate", figure(&Exact::decimal(rate))),
                    ("now", now.param()),
                    ("before", before.param()),
                    ("growth", figure(&Exact::decimal(growth))),
                ],
            );
        }
    }
}

fn year_before(span: Span) -> Span {
    match span {
        Span::Year(year) => Span::Year(year.saturating_sub(1)),
        Span::Single(tick) => Span::Single(tick.plus(-12)),
        Span::Since(tick) => Span::Since(tick.plus(-12)),
    }
}

/// The growth in percent, to two decimals for showing; none on a base of zero.
fn growth(now: Fine, before: Fine) -> Option<Decimal> {
    now.exact().growth_from(&before.exact())?.rounded(2)
}

/// Whether a rate may be the growth of amounts that were rounded in their last place, itself rounded or cut off in its own.
fn borne_out(now: Fine, before: Fine, rate: Decimal) -> bool {
    let (now, before) = ((now.exact(), now.rounding().exact()), (before.exact(), before.rounding().exact()));
    let last_place = Exact::decimal(Decimal::new(1, rate.scale()));
    let rate = Exact::decimal(rate);
    let least = now.0.minus(&now.1).growth_from(&before.0.plus(&before.1));
    let most = now.0.plus(&now.1).growth_from(&before.0.minus(&before.1));
    least.is_none_or(|least| least.minus(&last_place) <= rate) && most.is_none_or(|most| rate <= most.plus(&last_place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn a_rate_that_its_amounts_do_not_give_is_found() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/statistics/items/1/rate rate=21.5 now=23910000 before=21250000 growth=12.52"]
        );
    }

    #[test]
    fn a_rate_may_be_off_by_its_last_place_and_by_the_rounding_of_the_amounts() {
        // amounts to the yuan: 12.5 % but for a rounding of less than a thousandth
        let of = |rate: &str| {
            let dossier = RULE.spec.example.replace("21250000", "20000001").replace("23910000", "22500001");
            found(&RULE, &dossier.replace("21.5", rate)).len()
        };
        assert_eq!(["12.4", "12.5", "12.6", "12"].map(of), [0, 0, 0, 0]);
        assert_eq!(["12.3", "12.7", "14", "11", "12.52", "12.48"].map(of), [1, 1, 1, 1, 1, 1]);
        assert_eq!(["12.51", "12.49"].map(of), [0, 0]);
        // amounts in units of 10 000
        let of = |rate: &str| found(&RULE, &RULE.spec.example.replace("21.5", rate)).len();
        assert_eq!(["12.45", "12.46", "12.57", "12.58"].map(of), [1, 0, 0, 1]);
    }

    #[test]
    fn a_note_another_territory_and_a_base_that_is_not_on_file_are_clean() {
        let of = |from: &str, to: &str| found(&RULE, &RULE.spec.example.replacen(from, to, 1));
        assert_eq!(of(r#""rate": 21.5"#, r#""rate": {"value": 21.5, "note": "可比口径"}"#), [""; 0]);
        assert_eq!(of(r#""rate": 21.5"#, r#""rate": 21.5, "note": "可比口径""#), [""; 0]);
        assert_eq!(of("\"site\"", "\"core_area\""), [""; 0]);
        assert_eq!(of("2022", "2021"), [""; 0]);
        assert_eq!(of("21250000", "0"), [""; 0]);
    }

    #[test]
    fn the_citys_rate_is_compared_with_its_output_where_that_is_on_file() {
        let dossier = r#"{"statistics": {"items": [
            {"series": "gross_output", "period": "2022-06", "cumulative": true, "territory": "city", "amount": 1000001},
            {"series": "gross_output", "period": "2023-06", "cumulative": true, "territory": "city", "amount": 1061001},
            {"series": "city_output_growth", "period": "2023-06", "cumulative": true, "rate": 6.1},
            {"series": "city_output_growth", "period": "2023-06", "cumulative": true, "rate": 7.1},
            {"series": "city_gdp_growth", "period": "2023-06", "cumulative": true, "rate": 5.2}]}}"#;
        let places = found(&RULE, dossier);
        assert_eq!(places.len(), 1);
        assert!(places[0].starts_with("/statistics/items/3/rate"), "{places:?}");
    }
}
