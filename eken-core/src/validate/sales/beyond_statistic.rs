//! Entities that sold more online than the statistic of the whole territory.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::model::{MarketEntity, SalesChannel, Series, Territory};
use crate::validate::fine::Fine;
use crate::validate::monthly::Tick;
use crate::validate::series::amounts;
use crate::validate::turnover::{Shop, turnovers};
use crate::validate::{Context, Found, Rule};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-26", "附件1-二-县统计局", "九6"],
        summary: Label::new(
            "各主体网上销售额之和超过网络零售额",
            "the online sales of the entities exceed the online retail statistic",
        ),
        message: Label::new(
            "{year}年网络零售额为 {value}，而 {entities} 家主体已报的网上销售额合计为 {sum}",
            "online retail of {year} is {value}, while the online sales filed by {entities} entities sum to {sum}",
        ),
        help: Label::new(
            "核对统计数的口径、单位，以及主体销售中的批发、重复店铺和迁入前的月份",
            "check coverage and unit of the statistic, and the sales for wholesale, shops filed twice and months before moving in",
        ),
        example: r#"{"schema_version": 1,
  "entities": {"items": [
    {"id": "E1", "territory": "core_area", "sales": [{"month": "2023-03", "platform": "甲", "channel": "platform_shop", "amount": 700000}]},
    {"id": "E2", "territory": "site", "sales": [{"month": "2023-05", "platform": "乙", "channel": "live_streaming", "amount": 600000}]}]},
  "statistics": {"items": [{"id": "N1", "series": "online_retail", "period": "2023", "territory": "site", "amount": 1000000, "source": "县统计局"}]}}"#,
        ..Spec::new("sales.beyond-statistic", Severity::Warning)
    },
    check,
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let mut sums: BTreeMap<(Territory, i32), Sum> = BTreeMap::new();
    for turnover in turnovers(context, found) {
        let entity = turnover.entity;
        let Some(territory) = entity.territory.get().filter(|territory| territory.is_in_town()) else { continue };
        let Some((from, until)) = months_here(entity) else { continue };
        let mut years: BTreeMap<i32, Fine> = BTreeMap::new();
        for (_, line) in turnover.shops.iter().filter(|(shop, _)| is_online_retail(*shop)) {
            let here = |tick: Tick| from.is_none_or(|from| from <= tick) && until.is_none_or(|until| tick < until);
            let of_years = line.points().chunk_by(|(tick, _), (next, _)| tick.month().year == next.month().year);
            for (tick, of_year) in of_years.filter_map(|of_year| Some((of_year.first()?.0, of_year))) {
                let amounts = of_year.iter().filter(|(tick, _)| here(*tick)).map(|(_, point)| point.amount);
                let sum = years.entry(tick.month().year).or_default();
                *sum = amounts.fold(*sum, Fine::plus);
            }
        }
        for (year, amount) in years.into_iter().filter(|(_, amount)| !amount.is_zero()) {
            // the core lies inside the site
            for within in [Territory::CoreArea, Territory::Site] {
                if territory == within || territory == Territory::CoreArea {
                    let sum = sums.entry((within, year)).or_default();
                    sum.amount = sum.amount.plus(amount);
                    sum.entities = sum.entities.saturating_add(1);
                }
            }
        }
    }
    for series in amounts(context, found).into_iter().filter(|series| series.series == Series::OnlineRetail) {
        for (year, entry) in series.years() {
            let Some(sum) = sums.get(&(series.territory, year)) else { continue };
            let value = entry.amount();
            if sum.amount > value.plus(value.rounding()) {
                found.at(
                    entry.pointer(),
                    vec![
                        ("year", i64::from(year).into()),
                        ("value", value.param()),
                        ("sum", sum.amount.param()),
                        ("entities", sum.entities.into()),
                    ],
                );
            }
        }
    }
}

#[derive(Default)]
struct Sum {
    amount: Fine,
    entities: usize,
}

/// Whether a shop surely belongs to online retail. What is sold offline does not, nor across the border to buyers elsewhere;
/// without channel and platform nothing is known.
const fn is_online_retail((platform, channel): Shop<'_>) -> bool {
    match channel {
        None => platform.is_some(),
        Some(channel) => matches!(
            channel,
            SalesChannel::PlatformShop | SalesChannel::LiveStreaming | SalesChannel::Social | SalesChannel::OwnSite
        ),
    }
}

/// The months for the whole of which the entity was in the town, as far as its moves are known: the first of them, and the
/// first after them. None where it cannot be told of any.
fn months_here(entity: &MarketEntity) -> Option<(Option<Tick>, Option<Tick>)> {
    let from = match entity.moved_in.get() {
        Some(moved) => {
            let day = moved.last()?;
            Some(Tick::of(day.year(), day.month()).plus(i32::from(day.day() > 1)))
        }
        None if !entity.moved_in.is_stated() || entity.moved_in.is_not_applicable() => None,
        None => return None,
    };
    let until = match entity.moved_out.get() {
        Some(moved) => {
            let day = moved.first()?;
            Some(Tick::of(day.year(), day.month()))
        }
        None if !entity.moved_out.is_stated()
            || entity.moved_out.is_not_applicable()
            || entity.moved_out.is_not_yet_due() =>
        {
            None
        }
        None => return None,
    };
    Some((from, until))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn what_two_entities_sold_is_more_than_the_whole_town() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/statistics/items/0/amount year=2023 value=1000000 sum=1300000 entities=2"]
        );
    }

    #[test]
    fn the_sum_may_reach_the_statistic_but_for_its_rounding() {
        let of = |value: &str| found(&RULE, &RULE.spec.example.replace("1000000", value)).len();
        assert_eq!(["1299998", "1299999", "1300000", "1300001"].map(of), [1, 1, 0, 0]);
    }

    #[test]
    fn what_does_not_surely_belong_to_it_is_left_out() {
        let of = |from: &str, to: &str| found(&RULE, &RULE.spec.example.replacen(from, to, 1)).len();
        assert_eq!(of("live_streaming", "offline"), 0);
        assert_eq!(of("live_streaming", "cross_border"), 0);
        assert_eq!(of("\"2023-05\"", "\"2022-05\""), 0);
        assert_eq!(of(r#""id": "E2", "territory": "site""#, r#""id": "E2", "territory": "county""#), 0);
        assert_eq!(of(r#""id": "E2", "territory": "site""#, r#""id": "E2""#), 0);
        assert_eq!(of(r#""id": "E2","#, r#""id": "E2", "moved_in": "2023-05","#), 0);
        assert_eq!(of(r#""id": "E2","#, r#""id": "E2", "moved_in": "2023-04","#), 1);
        assert_eq!(of(r#""id": "E2","#, r#""id": "E2", "moved_out": "2023-05","#), 0);
        assert_eq!(of(r#""id": "E2","#, r#""id": "E2", "moved_out": "2023-06","#), 1);
        // of the core, only one of them sold in it
        assert_eq!(of(r#""period": "2023", "territory": "site""#, r#""period": "2023", "territory": "core_area""#), 0);
    }

    #[test]
    fn a_move_that_never_was_leaves_the_entity_here_and_one_that_is_not_known_does_not() {
        let of = |field: &str| found(&RULE, &RULE.spec.example.replacen(r#""id": "E2","#, field, 1)).len();
        let moved_in = |value: &str| of(&format!(r#""id": "E2", "moved_in": {value},"#));
        let moved_out = |value: &str| of(&format!(r#""id": "E2", "moved_out": {value},"#));
        assert_eq!(moved_in(r#""2023-05-01""#), 1, "from the first day of the month on");
        assert_eq!(moved_in(r#""2023-05-02""#), 0);
        assert_eq!(moved_in(r#"{"missing": "not_applicable"}"#), 1);
        assert_eq!(moved_in(r#"{"missing": "not_collected"}"#), 0);
        assert_eq!(moved_out(r#"{"missing": "not_applicable"}"#), 1);
        assert_eq!(moved_out(r#"{"missing": "not_yet_due"}"#), 1);
        assert_eq!(moved_out(r#"{"missing": "not_collected"}"#), 0);
    }
}
