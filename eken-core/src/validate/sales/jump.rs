//! Sales of an entity that jump against the year before, as those of its peers do not.
//!
//! The bounds are those of Hidiroglou and Berthelot (1986), see `validate/hidiroglou.rs`. The units are the months of all
//! shops of all entities; their size weighs with `U = 1/2`, as shops are of very different sizes. A month is told when it is an
//! outlier twice, to the same side: against the same month of the year before, where season falls out, and against the months
//! around it, where growth does. Either alone is common among sound shops. The first and the last month of a shop may be parts
//! of months and are left out.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::{Severity, Spec};
use crate::validate::fine::{Fine, ratio_param};
use crate::validate::hidiroglou::{Size, outliers};
use crate::validate::monthly::{Line, Point, Tick};
use crate::validate::place::Row;
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
            "同一平台、渠道 {month} 为 {value}，是上年同月 {before} 的 {ratio} 倍；全部店铺 {observations} 个同比倍数的中位数为 {median}，同等规模的界限为 {bound}；前后各月在 {around} 左右；该主体这样的月份共 {count} 个",
            "sales on one platform and channel in {month} are {value}, {ratio} times the {before} of the year before; the median of {observations} such ratios of all shops is {median}, the bound at this size {bound}; the months around it are near {around}; {count} such months of this entity",
        ),
        help: Label::new(
            "向主体核对这个月和上年同月的数；确有原因的，保留佐证",
            "ask the entity for both months; keep the evidence of what explains it",
        ),
        example: r#"{"schema_version": 1, "entities": {"items": [
  {"id": "E1", "sales": [{"month": "2022-05", "amount": 120000}, {"month": "2022-06", "amount": 120000}, {"month": "2023-05", "amount": 131000}, {"month": "2023-06", "amount": 131000}, {"month": "2023-07", "amount": 131000}, {"month": "2023-08", "amount": 131000}]},
  {"id": "E2", "sales": [{"month": "2022-05", "amount": 86000}, {"month": "2022-06", "amount": 86000}, {"month": "2023-05", "amount": 90500}, {"month": "2023-06", "amount": 90500}, {"month": "2023-07", "amount": 90500}, {"month": "2023-08", "amount": 90500}]},
  {"id": "E3", "sales": [{"month": "2022-05", "amount": 240000}, {"month": "2022-06", "amount": 240000}, {"month": "2023-05", "amount": 262000}, {"month": "2023-06", "amount": 262000}, {"month": "2023-07", "amount": 262000}, {"month": "2023-08", "amount": 262000}]},
  {"id": "E4", "sales": [{"month": "2022-05", "amount": 64000}, {"month": "2022-06", "amount": 64000}, {"month": "2023-05", "amount": 70100}, {"month": "2023-06", "amount": 70100}, {"month": "2023-07", "amount": 70100}, {"month": "2023-08", "amount": 70100}]},
  {"id": "E5", "sales": [{"month": "2022-05", "amount": 150000}, {"month": "2022-06", "amount": 150000}, {"month": "2023-05", "amount": 158000}, {"month": "2023-06", "amount": 158000}, {"month": "2023-07", "amount": 158000}, {"month": "2023-08", "amount": 158000}]},
  {"id": "E6", "sales": [{"month": "2022-05", "amount": 98000}, {"month": "2022-06", "amount": 98000}, {"month": "2023-05", "amount": 109000}, {"month": "2023-06", "amount": 109000}, {"month": "2023-07", "amount": 109000}, {"month": "2023-08", "amount": 109000}]},
  {"id": "E7", "sales": [{"month": "2022-05", "amount": 310000}, {"month": "2022-06", "amount": 310000}, {"month": "2023-05", "amount": 337000}, {"month": "2023-06", "amount": 337000}, {"month": "2023-07", "amount": 337000}, {"month": "2023-08", "amount": 337000}]},
  {"id": "E8", "sales": [{"month": "2022-05", "amount": 72000}, {"month": "2022-06", "amount": 72000}, {"month": "2023-05", "amount": 76800}, {"month": "2023-06", "amount": 76800}, {"month": "2023-07", "amount": 76800}, {"month": "2023-08", "amount": 76800}]},
  {"id": "E9", "sales": [{"month": "2022-05", "amount": 205000}, {"month": "2022-06", "amount": 205000}, {"month": "2023-05", "amount": 221000}, {"month": "2023-06", "amount": 2870000}, {"month": "2023-07", "amount": 221000}, {"month": "2023-08", "amount": 221000}]}]}}"#,
        ..Spec::new("sales.jump", Severity::Warning)
    },
    check,
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let all = turnovers(context, found);
    // shop by shop: a shop that closed or was not filed says nothing of the others
    let lines = || all.iter().flat_map(|turnover| turnover.lines().map(move |line| (turnover, line)));
    let slipped: BTreeSet<(Row, usize)> = lines()
        .flat_map(|(turnover, line)| line.slips(MONTHS).into_iter().map(|(_, point, _)| (turnover.row, point.place)))
        .collect();
    let is_sound = |row: Row, line: &Line<usize>, tick: Tick, point: &Point<usize>| {
        line.ends().is_none_or(|(first, last)| tick != first && tick != last) && !slipped.contains(&(row, point.place))
    };
    let mut pairs = Vec::new();
    for (turnover, line) in lines() {
        let row = turnover.row;
        let of = line.with_year_before().filter(|(tick, now, before)| {
            is_sound(row, line, *tick, now) && is_sound(row, line, tick.plus(-12), before)
        });
        pairs.extend(of.map(|(tick, now, before)| (row, tick, now, before)));
    }
    let figures: Vec<_> = pairs.iter().map(|(.., now, before)| (now.amount, before.amount)).collect();
    let observations = figures.iter().filter(|(now, before)| !now.is_zero() && !before.is_zero()).count();
    let apart = outliers(&figures, Size::Root, C);
    if apart.is_empty() {
        return;
    }
    let mut around = Vec::new();
    for (turnover, line) in lines() {
        let of = line.with_level_around().filter(|(tick, now, _)| is_sound(turnover.row, line, *tick, now));
        around.extend(of.map(|(_, now, level)| (turnover.row, now.place, (now.amount, level))));
    }
    let figures: Vec<_> = around.iter().map(|(.., figures)| *figures).collect();
    let standing_out: BTreeMap<(Row, usize), (bool, Fine)> = outliers(&figures, Size::Root, C)
        .into_iter()
        .filter_map(|outlier| {
            let (row, place, (_, level)) = around.get(outlier.index)?;
            Some(((*row, *place), (outlier.is_high(), *level)))
        })
        .collect();
    let mut jumps: BTreeMap<Row, Vec<_>> = BTreeMap::new();
    let apart = apart.into_iter().filter_map(|outlier| Some((outlier, pairs.get(outlier.index)?)));
    for (outlier, (row, tick, now, before)) in apart {
        // what stands so to the year before and not to its neighbours is growth, or a fault of the year before
        match standing_out.get(&(*row, now.place)) {
            Some((high, level)) if *high == outlier.is_high() => {
                jumps.entry(*row).or_default().push((outlier, tick, now, before, level));
            }
            _ => {}
        }
    }
    // an entity is told once, with the first of its months
    let first =
        jumps.iter().filter_map(|(row, jumps)| Some((row, jumps, jumps.iter().min_by_key(|(_, tick, ..)| *tick)?)));
    for (row, jumps, (outlier, tick, now, before, level)) in first {
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
                ("around", level.param()),
                ("count", jumps.len().into()),
            ],
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    /// Entities with a June before, a June now, and the months around that.
    fn with(entities: &[(i64, i64, i64)]) -> String {
        let sale = |month: &str, amount: i64| format!(r#"{{"month": "{month}", "amount": {amount}}}"#);
        let entity = |(before, now, around): &(i64, i64, i64)| {
            let months = [
                sale("2022-05", *before),
                sale("2022-06", *before),
                sale("2023-05", *around),
                sale("2023-06", *now),
                sale("2023-07", *around),
                sale("2023-08", *around),
            ];
            format!(r#"{{"sales": [{}]}}"#, months.join(","))
        };
        format!(r#"{{"entities": {{"items": [{}]}}}}"#, entities.iter().map(entity).collect::<Vec<_>>().join(","))
    }

    fn peers(pairs: &[(i64, i64)]) -> Vec<(i64, i64, i64)> {
        pairs.iter().map(|(before, now)| (*before, *now, *now)).collect()
    }

    #[test]
    fn sales_fourteen_times_the_year_before_are_found_among_peers() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            [
                "/entities/items/8/sales/3/amount month=2023-06 value=2870000 before=205000 ratio=14 bound=2.18 median=1.09 observations=9 around=221000 count=1"
            ]
        );
    }

    #[test]
    fn a_ratio_at_the_bound_is_clean_and_one_beyond_is_not() {
        // the peers have 10 000 yuan, so a root of 99, and their upper quartile stands at 0.10; at 8 100 yuan, with a root
        // of 90, the bound is 1 + 10 × 0.10 × 99 ÷ 90
        let mut all = peers(&[9_000, 9_000, 9_500, 10_000, 10_000].map(|now| (10_000, now)));
        all.extend(peers(&[(9_090, 9_999); 3]));
        let of = |before| found(&RULE, &with(&[all.as_slice(), &[(before, 8_100, 2_000)]].concat())).len();
        assert_eq!([3_860, 3_850].map(of), [0, 1]);
    }

    #[test]
    fn a_month_like_those_around_it_is_growth_and_no_jump() {
        let all = peers(&[(100_000, 109_000); 8]);
        let of = |around| found(&RULE, &with(&[all.as_slice(), &[(100_000, 1_000_000, around)]].concat())).len();
        assert_eq!([1_000_000, 800_000, 120_000].map(of), [0, 0, 1]);
        // above the year before, and far below the months around it
        assert_eq!(of(6_000_000), 0);
    }

    #[test]
    fn a_small_shop_may_treble_its_sales_and_seven_peers_tell_nothing() {
        let seven = [(100_000, 109_000), (100_000, 95_000), (100_000, 112_000), (100_000, 104_000), (100_000, 91_000)];
        let seven = [peers(&seven), peers(&[(100_000, 100_000), (100_000, 102_000)])].concat();
        let of = |peers: &[(i64, i64, i64)], more| found(&RULE, &with(&[peers, &[more]].concat())).len();
        assert_eq!(of(&seven, (900, 2_700, 900)), 0);
        assert_eq!(of(&seven, (900_000, 2_700_000, 900_000)), 1);
        assert_eq!(of(&seven[..6], (900_000, 2_700_000, 900_000)), 0);
    }

    #[test]
    fn an_entity_is_told_once_and_a_month_that_had_just_begun_is_left_out() {
        let both = RULE.spec.example.replace(
            r#"{"month": "2022-05", "amount": 205000}"#,
            r#"{"month": "2022-04", "amount": 205000}, {"month": "2022-05", "amount": 20500}"#,
        );
        let lines = found(&RULE, &both);
        assert_eq!(lines.len(), 1);
        let begun = RULE.spec.example.replace(r#"{"month": "2022-05", "amount": 205000}, "#, "");
        assert_eq!(found(&RULE, &begun), [""; 0]);
    }

    #[test]
    fn a_month_without_sales_the_year_before_is_no_observation() {
        let with_zero = [peers(&[(100_000, 109_000); 8]), vec![(0, 109_000, 109_000), (100_000, 1_000_000, 120_000)]];
        let lines = found(&RULE, &with(&with_zero.concat()));
        assert_eq!(lines.len(), 1);
        assert!(lines[0].starts_with("/entities/items/9/sales/3/amount month=2023-06 value=1000000 before=100000"));
        assert!(lines[0].contains(" observations=9 "), "{lines:?}");
    }
}
