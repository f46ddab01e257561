//! Sales of an entity that jump against the year before, as those of its peers do not.
//!
//! The bounds are those of Hidiroglou and Berthelot (1986), see `validate/hidiroglou.rs`. The units are the months of all
//! shops of all entities, each against the same month of the year before, so that season falls out; their size weighs with `U = 1/2`, as
//! shops are of very different sizes.

use std::collections::BTreeSet;

use crate::finding::{Severity, Spec};
use crate::validate::fine::ratio_param;
use crate::validate::hidiroglou::{Size, outliers};
use crate::validate::monthly::Tick;
use crate::validate::turnover::{at, turnovers};
use crate::validate::{Context, Found, Rule};
use crate::words::Label;

/// `c` of the method: ten times the distance of the quartile from the median. Growth of shops has long tails, and a dossier
/// holds hundreds of their months: with the seven used for town series, sound ones would stand out by chance.
const C: i128 = 10;
/// Months from which a slip of the unit is told, as in `sales.unit-slip`.
const MONTHS: usize = 4;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-26", "九6"],
        summary: Label::new("主体销售额与上年同月相比变化异常", "sales of an entity jump against the year before"),
        message: Label::new(
            "同一平台、渠道 {month} 为 {value}，是上年同月 {before} 的 {ratio} 倍；全部店铺 {observations} 个同比倍数的中位数为 {median}，同等规模的界限为 {bound}；该主体这样的月份共 {count} 个",
            "sales on one platform and channel in {month} are {value}, {ratio} times the {before} of the year before; the median of {observations} such ratios of all shops is {median}, the bound at this size {bound}; {count} such months of this entity",
        ),
        help: Label::new(
            "向主体核对这个月和上年同月的数；确有原因的，保留佐证",
            "ask the entity for both months; keep the evidence of what explains it",
        ),
        example: r#"{"schema_version": 1, "entities": {"items": [
  {"id": "E1", "sales": [{"month": "2022-06", "amount": 120000}, {"month": "2023-06", "amount": 131000}]},
  {"id": "E2", "sales": [{"month": "2022-06", "amount": 86000}, {"month": "2023-06", "amount": 90500}]},
  {"id": "E3", "sales": [{"month": "2022-06", "amount": 240000}, {"month": "2023-06", "amount": 262000}]},
  {"id": "E4", "sales": [{"month": "2022-06", "amount": 64000}, {"month": "2023-06", "amount": 70100}]},
  {"id": "E5", "sales": [{"month": "2022-06", "amount": 150000}, {"month": "2023-06", "amount": 158000}]},
  {"id": "E6", "sales": [{"month": "2022-06", "amount": 98000}, {"month": "2023-06", "amount": 109000}]},
  {"id": "E7", "sales": [{"month": "2022-06", "amount": 310000}, {"month": "2023-06", "amount": 337000}]},
  {"id": "E8", "sales": [{"month": "2022-06", "amount": 72000}, {"month": "2023-06", "amount": 76800}]},
  {"id": "E9", "sales": [{"month": "2022-06", "amount": 205000}, {"month": "2023-06", "amount": 2870000}]}]}}"#,
        ..Spec::new("sales.jump", Severity::Warning)
    },
    check,
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let all = turnovers(context, found);
    let mut pairs = Vec::new();
    for turnover in &all {
        // shop by shop: a shop that closed or was not filed says nothing of the others
        for line in turnover.shops.values() {
            let slipped: BTreeSet<Tick> = line.slips(MONTHS).into_iter().map(|(tick, ..)| tick).collect();
            let sound = |tick: Tick| !slipped.contains(&tick) && !slipped.contains(&tick.plus(-12));
            let of = line.with_year_before().into_iter().filter(|(tick, ..)| sound(*tick));
            pairs.extend(of.map(|(tick, now, before)| (turnover.row, tick, now, before)));
        }
    }
    let figures: Vec<_> = pairs.iter().map(|(.., now, before)| (now.amount, before.amount)).collect();
    let observations = figures.iter().filter(|(now, before)| !now.is_zero() && !before.is_zero()).count();
    let outliers: Vec<_> = outliers(&figures, Size::Root, C)
        .into_iter()
        .filter_map(|outlier| pairs.get(outlier.index).map(|pair| (outlier, pair)))
        .collect();
    let mut told = BTreeSet::new();
    for (outlier, (row, tick, now, before)) in &outliers {
        // an entity is told once, with its first month
        if !told.insert(*row) {
            continue;
        }
        let count = outliers.iter().skip_while(|(_, (of, ..))| of != row).take_while(|(_, (of, ..))| of == row).count();
        found.at(
            at(*row, now.place, "amount"),
            vec![
                ("month", tick.month().to_string().into()),
                ("value", now.amount.param()),
                ("before", before.amount.param()),
                ("ratio", ratio_param(outlier.ratio)),
                ("bound", ratio_param(outlier.bound)),
                ("median", ratio_param(outlier.median)),
                ("observations", observations.into()),
                ("count", count.into()),
            ],
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    /// Entities of one month each: before and now.
    fn with(pairs: &[(i64, i64)]) -> String {
        let entity = |(before, now): &(i64, i64)| {
            format!(
                r#"{{"sales": [{{"month": "2022-06", "amount": {before}}}, {{"month": "2023-06", "amount": {now}}}]}}"#
            )
        };
        format!(r#"{{"entities": {{"items": [{}]}}}}"#, pairs.iter().map(entity).collect::<Vec<_>>().join(","))
    }

    #[test]
    fn sales_fourteen_times_the_year_before_are_found_among_peers() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            [
                "/entities/items/8/sales/1/amount month=2023-06 value=2870000 before=205000 ratio=14 bound=1.64 median=1.09 observations=9 count=1"
            ]
        );
    }

    #[test]
    fn a_ratio_at_the_bound_is_clean_and_one_beyond_is_not() {
        // the peers have 10 000 yuan, so a root of 99, and their upper quartile stands at 0.10; at 20 000 yuan, with a root
        // of 141, the bound is 1 + 10 × 0.10 × 99 ÷ 141
        let peers: Vec<(i64, i64)> = [9_000, 9_000, 9_500, 10_000, 10_000].map(|now| (10_000, now)).to_vec();
        let of = |before, now| {
            let mut all = peers.clone();
            all.extend([(9_090, 9_999), (9_090, 9_999), (9_090, 9_999), (before, now)]);
            found(&RULE, &with(&all)).len()
        };
        assert_eq!(of(11_750, 20_000), 0);
        assert_eq!(of(11_740, 20_000), 1);
    }

    #[test]
    fn a_small_shop_may_treble_its_sales_and_seven_peers_tell_nothing() {
        let peers = [(100_000, 109_000), (100_000, 95_000), (100_000, 112_000), (100_000, 104_000), (100_000, 91_000)];
        let with_peers = |more: &[(i64, i64)]| found(&RULE, &with(&[peers.as_slice(), more].concat())).len();
        let two = [(100_000, 100_000), (100_000, 102_000)];
        assert_eq!(with_peers(&[two.as_slice(), &[(900, 2_700)]].concat()), 0);
        assert_eq!(with_peers(&[two.as_slice(), &[(900_000, 2_700_000)]].concat()), 1);
        assert_eq!(with_peers(&[(100_000, 100_000), (900_000, 2_700_000)]), 0);
    }

    #[test]
    fn an_entity_is_told_once() {
        let dossier = RULE.spec.example.replace(
            r#"{"month": "2023-06", "amount": 2870000}"#,
            r#"{"month": "2023-06", "amount": 2870000}, {"month": "2022-07", "amount": 200000}, {"month": "2023-07", "amount": 2800000}"#,
        );
        let lines = found(&RULE, &dossier);
        assert_eq!(lines.len(), 1);
        assert!(lines[0].ends_with("count=2"), "{lines:?}");
    }
}
