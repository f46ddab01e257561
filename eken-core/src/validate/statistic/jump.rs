//! A month that jumps against the same month of the year before, as the other months of the series do not.
//!
//! The bounds are those of Hidiroglou and Berthelot (1986), see `validate/hidiroglou.rs`; the size of a month does not weigh
//! (`U = 0`), as the months of one series are of one size. A month is told when it is an outlier twice, to the same side: against
//! the same month of the year before, where season falls out, and against the months around it, where growth does; the Spring
//! Festival, which moves between January and February, is an outlier of the one and not of the other.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::fine::{Fine, ratio_param};
use crate::validate::hidiroglou::{Size, outliers};
use crate::validate::monthly::Tick;
use crate::validate::series::{Entry, Span, amounts};
use crate::words::Label;

/// `c` of the method: seven times the distance of the quartile from the median, about four and a half standard deviations of
/// a normal spread, so that a sound series of some years has no outlier by chance.
const C: i128 = 7;
/// Months from which a slip of the unit is told, as in `statistic.unit-slip`.
const MONTHS: usize = 4;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-23", "附件2-26", "附件1-二-县统计局"],
        summary: Label::new("某月与上年同月相比变化异常", "a month jumps against the year before"),
        message: Label::new(
            "{month} 为 {value}，是上年同月 {before} 的 {ratio} 倍；本序列 {count} 个月同比倍数的中位数为 {median}，界限为 {bound}；前后各月在 {around} 左右",
            "{month} is {value}, {ratio} times the {before} of the year before; the median of {count} such ratios is {median} and the bound {bound}; the months around it are near {around}",
        ),
        help: Label::new(
            "核对这个月和上年同月的数；确有大促、新入驻企业等原因的，在备注中写明",
            "check both months; say in a note what explains it, such as a campaign or an enterprise that moved in",
        ),
        example: r#"{"schema_version": 1, "statistics": {"complete": false, "items": [
  {"id": "M1", "series": "online_retail", "period": "2022-01", "territory": "site", "amount": 1320000, "source": "县统计局"},
  {"id": "M2", "series": "online_retail", "period": "2022-02", "cumulative": false, "territory": "site", "amount": 1180000, "source": "县统计局"},
  {"id": "M3", "series": "online_retail", "period": "2022-03", "cumulative": false, "territory": "site", "amount": 1240000, "source": "县统计局"},
  {"id": "M4", "series": "online_retail", "period": "2022-04", "cumulative": false, "territory": "site", "amount": 1310000, "source": "县统计局"},
  {"id": "M5", "series": "online_retail", "period": "2022-05", "cumulative": false, "territory": "site", "amount": 1290000, "source": "县统计局"},
  {"id": "M6", "series": "online_retail", "period": "2022-06", "cumulative": false, "territory": "site", "amount": 1450000, "source": "县统计局"},
  {"id": "M7", "series": "online_retail", "period": "2022-07", "cumulative": false, "territory": "site", "amount": 1380000, "source": "县统计局"},
  {"id": "M8", "series": "online_retail", "period": "2022-08", "cumulative": false, "territory": "site", "amount": 1270000, "source": "县统计局"},
  {"id": "N1", "series": "online_retail", "period": "2023-01", "territory": "site", "amount": 1438800, "source": "县统计局"},
  {"id": "N2", "series": "online_retail", "period": "2023-02", "cumulative": false, "territory": "site", "amount": 1321600, "source": "县统计局"},
  {"id": "N3", "series": "online_retail", "period": "2023-03", "cumulative": false, "territory": "site", "amount": 1364000, "source": "县统计局"},
  {"id": "N4", "series": "online_retail", "period": "2023-04", "cumulative": false, "territory": "site", "amount": 1493399, "source": "县统计局"},
  {"id": "N5", "series": "online_retail", "period": "2023-05", "cumulative": false, "territory": "site", "amount": 5418000, "source": "县统计局"},
  {"id": "N6", "series": "online_retail", "period": "2023-06", "cumulative": false, "territory": "site", "amount": 1609500, "source": "县统计局"},
  {"id": "N7", "series": "online_retail", "period": "2023-07", "cumulative": false, "territory": "site", "amount": 1490400, "source": "县统计局"},
  {"id": "N8", "series": "online_retail", "period": "2023-08", "cumulative": false, "territory": "site", "amount": 1435099, "source": "县统计局"}]}}"#,
        ..Spec::new("statistic.jump", Severity::Warning)
    },
    check: |context, found| {
        for series in amounts(context, found) {
            let line = series.line();
            let slipped: BTreeSet<Tick> = line.slips(MONTHS).into_iter().map(|(tick, ..)| tick).collect();
            let sound = |tick: Tick| !slipped.contains(&tick);
            let around: Vec<_> = line.with_level_around().filter(|(tick, ..)| sound(*tick)).collect();
            let figures: Vec<_> = around.iter().map(|(_, now, level)| (now.amount, *level)).collect();
            let standing_out: BTreeMap<Tick, (bool, Fine)> = outliers(&figures, Size::Ignored, C)
                .into_iter()
                .filter_map(|outlier| {
                    around.get(outlier.index).map(|(tick, _, level)| (*tick, (outlier.is_high(), *level)))
                })
                .collect();
            let pairs: Vec<_> =
                line.with_year_before().filter(|(tick, ..)| sound(*tick) && sound(tick.plus(-12))).collect();
            let figures: Vec<_> = pairs.iter().map(|(_, now, before)| (now.amount, before.amount)).collect();
            let count = figures.iter().filter(|(now, before)| !now.is_zero() && !before.is_zero()).count();
            let apart = outliers(&figures, Size::Ignored, C).into_iter();
            for (outlier, (tick, now, before)) in apart.filter_map(|each| Some((each, pairs.get(each.index)?))) {
                let Some((_, level)) = standing_out.get(tick).filter(|(high, _)| *high == outlier.is_high()) else {
                    continue;
                };
                // a note explains it
                if series.settled(Span::Single(*tick)).is_some_and(Entry::is_noted) {
                    continue;
                }
                found.at(
                    now.place.at("amount"),
                    vec![
                        ("month", tick.month().to_string().into()),
                        ("value", now.amount.param()),
                        ("before", before.amount.param()),
                        ("ratio", ratio_param(outlier.ratio)),
                        ("bound", ratio_param(outlier.bound)),
                        ("median", ratio_param(outlier.median)),
                        ("around", level.param()),
                        ("count", count.into()),
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

    /// Two years of months; the ratios are given in percent.
    fn with(ratios: &[i64]) -> String {
        let months = ratios.iter().zip(1..).flat_map(|(ratio, month)| [(2022, month, 100), (2023, month, *ratio)]);
        let row = |(year, month, amount): (i32, i64, i64)| {
            format!(
                r#"{{"series": "online_retail", "period": "{year}-{month:02}", "cumulative": false, "territory": "site", "amount": {amount}}}"#
            )
        };
        format!(r#"{{"statistics": {{"items": [{}]}}}}"#, months.map(row).collect::<Vec<_>>().join(","))
    }

    #[test]
    fn a_month_four_times_the_year_before_is_found_with_ratio_and_bound() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            [
                "/statistics/items/12/amount month=2023-05 value=5418000 before=1290000 ratio=4.2 bound=2.22 median=1.11 around=1435099 count=8"
            ]
        );
    }

    #[test]
    fn a_ratio_at_the_bound_is_clean_and_one_beyond_is_not() {
        // median 1.00, third quartile 1.20: the bound is 1 + 7 × 0.20
        let of = |ratio| found(&RULE, &with(&[90, ratio, 90, 95, 100, 100, 120, 120, 120])).len();
        assert_eq!([239, 240, 241].map(of), [0, 0, 1]);
    }

    #[test]
    fn seven_months_are_too_few_to_tell() {
        assert_eq!(found(&RULE, &with(&[100, 100, 100, 100, 100, 100, 900])), [""; 0]);
        assert_eq!(found(&RULE, &with(&[100, 100, 100, 100, 100, 100, 100, 900])).len(), 1);
    }

    #[test]
    fn a_note_explains_a_jump() {
        let noted = RULE.spec.example.replace(r#""amount": 5418000"#, r#""amount": 5418000, "note": "直播节""#);
        assert_eq!(found(&RULE, &noted), [""; 0]);
    }

    #[test]
    fn a_slip_of_the_unit_is_left_to_its_rule() {
        assert_eq!(found(&RULE, &with(&[100, 100, 100, 100, 100, 100, 100, 1_000_000, 100])), [""; 0]);
    }

    #[test]
    fn a_month_like_those_around_it_is_no_jump_though_the_year_before_was_low() {
        let month = |year: i32, amount: i64| {
            let before = format!(r#""period": "{year}-05", "cumulative": false, "territory": "site", "amount": 100"#);
            let months = with(&[100; 9]);
            assert!(months.contains(&before));
            found(&RULE, &months.replace(&before, &format!("{}{amount}", before.trim_end_matches("100"))))
        };
        assert_eq!(month(2022, 20), [""; 0]);
        assert_eq!(month(2023, 500).len(), 1);
    }

    #[test]
    fn a_month_of_nothing_the_year_before_is_no_observation() {
        let months = with(&[90, 241, 90, 95, 100, 100, 120, 120, 120, 100]);
        let october = r#""period": "2022-10", "cumulative": false, "territory": "site", "amount": "#;
        let lines = found(&RULE, &months.replace(&format!("{october}100"), &format!("{october}0")));
        assert_eq!(lines.len(), 1);
        assert!(lines[0].contains("month=2023-02 value=241") && lines[0].ends_with(" count=9"), "{lines:?}");
    }
}
