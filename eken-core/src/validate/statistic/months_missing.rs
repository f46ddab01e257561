//! Months missing inside a monthly series.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::{Severity, Spec};
use crate::model::kind::Code;
use crate::model::{Series, Territory};
use crate::validate::monthly::{Tick, missing};
use crate::validate::place::{Row, rows};
use crate::validate::series::{Span, span};
use crate::validate::{Rule, Skip};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-23", "附件2-26", "附件1-二-县统计局"],
        summary: Label::new("月度数据中间缺月", "months are missing inside a monthly series"),
        message: Label::new(
            "{series} 从 {first} 到 {last} 之间缺 {count} 个月，最早缺 {month}",
            "{series} lacks {count} months between {first} and {last}, {month} first",
        ),
        help: Label::new(
            "补报缺少的月份；确实没有数据的，也填该月并注明缺失原因",
            "file the months that are missing; where there is no figure, file the month and say why",
        ),
        example: r#"{"schema_version": 1, "statistics": {"items": [
  {"id": "N1", "series": "online_retail", "period": "2023-03", "cumulative": false, "territory": "site", "amount": 1200, "source": "县统计局"},
  {"id": "N2", "series": "online_retail", "period": "2023-04", "cumulative": false, "territory": "site", "amount": 1300, "source": "县统计局"},
  {"id": "N3", "series": "online_retail", "period": "2023-06", "cumulative": false, "territory": "site", "amount": 1400, "source": "县统计局"}]}}"#,
        ..Spec::new("statistic.months-missing", Severity::Warning)
    },
    check: |context, found| {
        if let Some(why) = context.gap("statistics") {
            if why == Skip::SectionIncomplete {
                found.skip("/statistics", why);
            }
            return;
        }
        let mut lines: BTreeMap<(Series, Territory), Line> = BTreeMap::new();
        for (row, record) in rows("statistics", &context.dossier.statistics) {
            let period = found.value(&record.period, || row.at("period"));
            let (Some(series), Some(territory), Some(period)) = (record.series.get(), record.territory.get(), period)
            else {
                continue;
            };
            if series == Series::Other {
                continue;
            }
            let line = lines.entry((series, territory)).or_default();
            match span(*period, record.cumulative.get()) {
                Some(Span::Single(tick)) => {
                    line.single.entry(tick).or_insert(row);
                }
                // the first cumulative figure of a year covers January as well, which is often not published by itself
                Some(Span::Since(tick)) => {
                    line.since.insert(tick);
                    if tick.month().month == 2 {
                        line.since.insert(tick.plus(-1));
                    }
                }
                Some(Span::Year(year)) if record.cumulative.get() == Some(true) => {
                    line.since.insert(Tick::of(year, 12));
                }
                _ => {}
            }
        }
        for ((series, _), line) in lines {
            let (Some((first, _)), Some((last, row))) = (line.single.first_key_value(), line.single.last_key_value())
            else {
                continue;
            };
            let inside = line.since.range(*first..=*last).copied();
            let there: BTreeSet<Tick> = line.single.keys().copied().chain(inside).collect();
            let there: Vec<Tick> = there.into_iter().collect();
            if let Some((month, count)) = missing(&there) {
                found.at(
                    row.pointer(),
                    vec![
                        ("series", series.code().into()),
                        ("first", first.month().to_string().into()),
                        ("last", last.month().to_string().into()),
                        ("month", month.month().to_string().into()),
                        ("count", count.into()),
                    ],
                );
            }
        }
    },
};

/// The months of a series that have a record of their own, and those that a cumulative figure covers.
#[derive(Default)]
struct Line {
    single: BTreeMap<Tick, Row>,
    since: BTreeSet<Tick>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    fn with(rows: &[(&str, bool)]) -> String {
        let row = |(period, cumulative): &(&str, bool)| {
            format!(
                r#"{{"id": "N{period}{cumulative}", "series": "online_retail", "period": "{period}", "cumulative": {cumulative}, "territory": "site", "amount": 5}}"#
            )
        };
        let rows: Vec<String> = rows.iter().map(row).collect();
        format!(r#"{{"statistics": {{"items": [{}]}}}}"#, rows.join(","))
    }

    #[test]
    fn a_gap_is_told_at_the_last_month() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/statistics/items/2 series=online_retail first=2023-03 last=2023-06 month=2023-05 count=1"]
        );
    }

    #[test]
    fn a_series_without_a_gap_and_one_of_spot_figures_are_clean() {
        assert_eq!(found(&RULE, &with(&[("2023-03", false), ("2023-04", false), ("2023-05", false)])), [""; 0]);
        assert_eq!(found(&RULE, &with(&[("2022-12", false), ("2023-06", false), ("2023-12", false)])), [""; 0]);
    }

    #[test]
    fn january_and_february_published_together_are_no_gap() {
        let year = [("2022-11", false), ("2022-12", false), ("2023-02", true), ("2023-03", false), ("2023-04", false)];
        assert_eq!(found(&RULE, &with(&year)), [""; 0]);

        let longer = [&year[..2], &year[3..], &[("2023-05", false)]].concat();
        assert_eq!(found(&RULE, &with(&longer)).len(), 1);
    }

    #[test]
    fn a_month_whose_value_is_missing_is_on_file() {
        let dossier = RULE.spec.example.replace(
            r#"{"id": "N3","#,
            r#"{"id": "N4", "series": "online_retail", "period": "2023-05", "cumulative": false, "territory": "site", "amount": {"missing": "not_collected"}}, {"id": "N3","#,
        );
        assert_eq!(found(&RULE, &dossier), [""; 0]);
    }

    #[test]
    fn a_list_that_says_it_is_incomplete_has_no_gaps() {
        let dossier = RULE.spec.example.replace(r#"{"items""#, r#"{"complete": false, "items""#);
        assert_eq!(found(&RULE, &dossier), [""; 0]);
        assert_eq!(skipped(&RULE, &dossier), ["section-incomplete /statistics"]);
    }
}
