//! A statistic without the figure that its series asks.

use crate::finding::{Severity, Spec};
use crate::model::Series;
use crate::model::kind::Code;
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-23", "附件2-26"],
        summary: Label::new("统计数据缺少该指标应有的数值", "a statistic lacks the figure that its series asks"),
        message: Label::new(
            "指标 {series} 应填 {field}，此处没有",
            "the series {series} asks {field}, which is not there",
        ),
        help: Label::new("补填 {field}；没有数值的，注明缺失原因", "add {field}, or say why it is missing"),
        example: r#"{"schema_version": 1, "statistics": {"items": [{"id": "N1", "series": "city_output_growth", "period": "2023", "amount": 6, "source": "市统计局"}]}}"#,
        ..Spec::new("statistic.no-value", Severity::Warning)
    },
    check: |context, found| {
        for (row, statistic) in rows("statistics", &context.dossier.statistics) {
            let Some(series) = found.value(&statistic.series, || row.at("series")) else { continue };
            let (field, stated) = match series {
                Series::GrossOutput | Series::OnlineRetail => ("amount", statistic.amount.is_stated()),
                Series::CityOutputGrowth | Series::CityGdpGrowth | Series::CityETownOutputGrowth => {
                    ("rate", statistic.rate.is_stated())
                }
                Series::Other => continue,
            };
            if !stated {
                found.at(row.pointer(), vec![("series", series.code().into()), ("field", field.into())]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn a_growth_without_its_rate_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/statistics/items/0 series=city_output_growth field=rate"]);
    }

    #[test]
    fn the_figure_of_the_series_or_a_reason_is_enough() {
        let dossier = r#"{"statistics": {"items": [{"series": "gross_output", "amount": 1}, {"series": "city_gdp_growth", "rate": 6.1},
            {"series": "online_retail", "amount": {"missing": "not_yet_due"}}, {"series": "other"}, {}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }
}
