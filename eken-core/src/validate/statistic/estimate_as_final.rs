//! A figure marked final that cannot be: its period is not over, or what it comes from is older or says so.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::json::Param;
use crate::model::Statistic;
use crate::model::kind::{Figure, Maybe};
use crate::quantity::{Date, Quantity};
use crate::validate::place::rows;
use crate::validate::{Context, Found, Rule};
use crate::words::Label;

/// Words by which a source says that its figures are not settled.
const UNSETTLED: &[&str] = &["预计", "估计", "估算", "测算", "推算", "快报", "初步"];

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-23", "附件2-26", "附件1-二-县统计局"],
        summary: Label::new("估计数、初步数按正式数填报", "an estimate is presented as a final figure"),
        message: Label::new(
            "按正式数填报，而 {period} 到 {last} 才结束；数据截止日为 {as_of}；数据时点为 {stood}；依据文件最晚出具于 {issued}；来源中写有“{word}”",
            "filed as final, while {period} ends on {last}; the dossier speaks up to {as_of}; the figure stood so on {stood}; its documents are of {issued} at the latest; its source says {word}",
        ),
        help: Label::new(
            "将 status 填为 provisional（初步数）或 estimated（估计数）；已有正式数的，换成正式数并更新依据",
            "set status to provisional or estimated, or put in the final figure with its source",
        ),
        example: r#"{"schema_version": 1, "as_of": "2023-11-30",
  "documents": {"items": [{"id": "W1", "title": "月度报表", "issued": "2023-11-10"}]},
  "statistics": {"items": [{"id": "N1", "series": "gross_output", "period": "2023", "territory": "site",
    "amount": {"value": 120000000, "as_of": "2023-10-31"}, "source": "县统计局快报", "evidence": ["W1"]}]}}"#,
        ..Spec::new("statistic.estimate-as-final", Severity::Warning)
    },
    check,
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let mut issued = BTreeMap::new();
    for (_, document) in rows("documents", &context.dossier.documents) {
        if let (Some(id), Some(day)) = (document.id.known(), document.issued.get()) {
            issued.entry(id.as_str()).or_insert(day);
        }
    }
    for (row, record) in rows("statistics", &context.dossier.statistics) {
        let amount = found.value(&record.amount, || row.at("amount"));
        let rate = found.value(&record.rate, || row.at("rate"));
        let period = found.value(&record.period, || row.at("period"));
        let Some((period, last)) = period.and_then(|period| Some((period, period.last()?))) else { continue };
        let latest = latest(record, &issued);
        let doubts = [
            ("amount", amount.and_then(|amount| doubts(amount, record, last, context.as_of(), latest))),
            ("rate", rate.and_then(|rate| doubts(rate, record, last, context.as_of(), latest))),
        ];
        for (field, doubts) in doubts {
            if let Some(mut params) = doubts {
                params.push(("period", period.to_string().into()));
                params.push(("last", last.to_string().into()));
                found.at(row.at(field), params);
            }
        }
    }
}

/// The day of the latest document that gives the figure, where all of them are on file with their day.
fn latest(record: &Statistic, issued: &BTreeMap<&str, Date>) -> Option<Date> {
    if !record.evidence.is_whole() {
        return None;
    }
    let days: Option<Vec<Date>> =
        record.evidence.items().iter().map(|document| issued.get(document.as_str()).copied()).collect();
    days?.into_iter().max()
}

/// What shows that a figure is not final.
fn doubts<Q: Quantity>(
    figure: &Figure<Q>,
    record: &Statistic,
    last: Date,
    as_of: Option<Date>,
    latest: Option<Date>,
) -> Option<Vec<(&'static str, Param)>> {
    if figure.is_provisional() {
        return None;
    }
    let detail = figure.detail.as_deref();
    let early = |day: Option<Date>| day.filter(|day| *day < last).map(|day| day.to_string().into());
    let sources = detail.map(|detail| &detail.source).into_iter().chain([&record.source]);
    let word =
        UNSETTLED.iter().find(|word| sources.clone().filter_map(Maybe::known).any(|of| of.as_str().contains(**word)));
    let doubts = [
        ("as_of", early(as_of)),
        ("stood", early(detail.and_then(|detail| detail.as_of.get()))),
        ("issued", early(latest)),
        ("word", word.map(|word| (*word).into())),
    ];
    let doubts: Vec<(&'static str, Param)> =
        doubts.into_iter().filter_map(|(name, param)| Some((name, param?))).collect();
    (!doubts.is_empty()).then_some(doubts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn every_sign_that_a_figure_is_early_is_told() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            [
                "/statistics/items/0/amount as_of=2023-11-30 stood=2023-10-31 issued=2023-11-10 word=快报 period=2023 last=2023-12-31"
            ]
        );
    }

    #[test]
    fn a_period_that_ends_on_the_as_of_date_is_over() {
        let of = |as_of: &str| {
            let dossier = format!(
                r#"{{"as_of": "{as_of}", "statistics": {{"items": [{{"series": "gross_output", "period": "2023", "amount": 5, "source": "县统计局"}}]}}}}"#
            );
            found(&RULE, &dossier).len()
        };
        assert_eq!(["2023-12-30", "2023-12-31", "2024-01-01"].map(of), [1, 0, 0]);
    }

    #[test]
    fn what_is_marked_provisional_or_has_a_later_document_is_clean() {
        let of = |from: &str, to: &str| found(&RULE, &RULE.spec.example.replace(from, to));
        assert_eq!(of(r#""value": 120000000,"#, r#""value": 120000000, "status": "estimated","#), [""; 0]);
        let rest = r#"{"documents": {"items": [{"id": "W1", "issued": "2023-11-10"}, {"id": "W2", "issued": "2024-02-01"}, {"id": "W3"}]},
            "statistics": {"items": [{"period": "2023", "rate": 5, "evidence": ["W1", "W2"]}, {"period": "2023", "rate": 5, "evidence": ["W1", "W3"]},
            {"period": "2023", "rate": 5, "evidence": ["W9"]}, {"period": "2023", "rate": 5}]}}"#;
        assert_eq!(found(&RULE, rest), [""; 0]);
        assert_eq!(found(&RULE, &rest.replace("2024-02-01", "2023-12-30")).len(), 1);
    }

    #[test]
    fn a_faulty_period_is_noted() {
        let dossier = r#"{"as_of": "2023-01-01", "statistics": {"items": [{"period": "去年", "amount": 5}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(skipped(&RULE, dossier), ["faulty /statistics/items/0/period"]);
    }
}
