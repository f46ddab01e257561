//! Two figures for one thing: the same series, period and territory, both as settled as each other, and not equal.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::model::kind::Code;
use crate::quantity::Exact;
use crate::validate::figure::figure;
use crate::validate::series::{Entry, amounts, rates};
use crate::validate::{Context, Found, Rule};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-23", "附件2-26", "附件1-二-县统计局"],
        summary: Label::new("同一指标、时期、地域有两个不同的数", "one series, period and territory has two figures"),
        message: Label::new(
            "{series} {period} 填了 {value}，另一条 {first} 为 {held}",
            "{series} of {period} is {value} here and {held} in {first}",
        ),
        help: Label::new(
            "与来源部门核对，只留一个；两数的数据状态不同的，写明各自的状态",
            "settle it with the department that gave them and keep one; where one is provisional, say so",
        ),
        example: r#"{"schema_version": 1, "statistics": {"items": [
  {"id": "N1", "series": "gross_output", "period": "2023", "territory": "site", "amount": 120000000, "source": "县统计局"},
  {"id": "N2", "series": "gross_output", "period": "2023", "territory": "site", "amount": 126000000, "source": "县工科局"}]}}"#,
        ..Spec::new("statistic.figures-differ", Severity::Error)
    },
    check,
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for series in amounts(context, found).into_iter().chain(rates(context, found)) {
        for entries in series.on_file.values() {
            // figures of another status or day are revisions of each other
            let mut alike: BTreeMap<_, &Entry<'_>> = BTreeMap::new();
            for entry in entries {
                let Some(status) = entry.status() else { continue };
                let first = *alike.entry((status, entry.stood())).or_insert(entry);
                if first.value != entry.value {
                    found.at(
                        entry.pointer(),
                        vec![
                            ("series", series.series.code().into()),
                            ("period", entry.record.period.get().map(|at| at.to_string()).unwrap_or_default().into()),
                            ("value", figure(&Exact::decimal(entry.value))),
                            ("held", figure(&Exact::decimal(first.value))),
                            ("first", first.row.pointer().into()),
                        ],
                    );
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn two_departments_two_figures() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            [
                "/statistics/items/1/amount series=gross_output period=2023 value=126000000 held=120000000 first=/statistics/items/0"
            ]
        );
    }

    #[test]
    fn december_since_january_is_the_year_and_a_city_need_not_be_named() {
        let dossier = r#"{"statistics": {"items": [
            {"series": "online_retail", "period": "2023", "territory": "site", "amount": 5},
            {"series": "online_retail", "period": "2023-12", "cumulative": true, "territory": "site", "amount": 6},
            {"series": "city_gdp_growth", "period": "2023", "rate": 5.2},
            {"series": "city_gdp_growth", "period": "2023", "territory": "city", "rate": 5.3}]}}"#;
        let places: Vec<String> =
            found(&RULE, dossier).iter().map(|line| line.split(' ').next().unwrap().to_owned()).collect();
        assert_eq!(places, ["/statistics/items/1/amount", "/statistics/items/3/rate"]);
    }

    #[test]
    fn equal_figures_revisions_and_other_territories_are_clean() {
        let dossier = r#"{"statistics": {"items": [
            {"series": "gross_output", "period": "2023", "territory": "site", "amount": 5},
            {"series": "gross_output", "period": "2023", "territory": "site", "amount": "5.00"},
            {"series": "gross_output", "period": "2023", "territory": "site", "amount": {"value": 6, "status": "provisional"}},
            {"series": "gross_output", "period": "2023", "territory": "site", "amount": {"value": 7, "status": "provisional", "as_of": "2024-02-01"}},
            {"series": "gross_output", "period": "2023", "territory": "core_area", "amount": 2},
            {"series": "gross_output", "period": "2023", "amount": 3}, {"series": "gross_output", "period": "2023", "amount": 4},
            {"series": "other", "period": "2023", "territory": "site", "amount": 8},
            {"series": "other", "period": "2023", "territory": "site", "amount": 9}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }

    #[test]
    fn a_figure_whose_status_cannot_be_read_may_be_a_revision() {
        let with = |status: &str| {
            format!(
                r#"{{"statistics": {{"items": [{{"series": "gross_output", "period": "2023", "territory": "site", "amount": 5}},
                {{"series": "gross_output", "period": "2023", "territory": "site", "amount": {{"value": 6, "status": "{status}"}}}}]}}}}"#
            )
        };
        assert_eq!(found(&RULE, &with("final")).len(), 1);
        assert_eq!(found(&RULE, &with("settled")), [""; 0]);
    }
}
