//! A statistic of which nobody knows where it comes from.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-23", "附件2-26", "附件1-二-县统计局"],
        summary: Label::new("统计数据没有来源", "a statistic has no source"),
        message: Label::new("没有来源，也没有依据文件", "neither source nor evidence is given"),
        help: Label::new(
            "补填 source（提供部门或年鉴），或引用依据文件",
            "add source (department or yearbook) or refer to a document",
        ),
        example: r#"{"schema_version": 1, "statistics": {"items": [{"id": "N1", "series": "gross_output", "period": "2023", "amount": 120000000}]}}"#,
        ..Spec::new("statistic.no-source", Severity::Warning)
    },
    check: |context, found| {
        for (row, statistic) in rows("statistics", &context.dossier.statistics) {
            let amount = statistic.amount.known().and_then(|figure| figure.detail.as_deref());
            let rate = statistic.rate.known().and_then(|figure| figure.detail.as_deref());
            let in_figure = [amount, rate].into_iter().flatten().any(|detail| detail.source.is_stated());
            let documents = &statistic.evidence;
            if !statistic.source.is_stated() && !in_figure && documents.items().is_empty() && documents.refused() == 0 {
                found.at(row.pointer(), vec![]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn a_bare_figure_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/statistics/items/0"]);
    }

    #[test]
    fn a_source_of_the_record_of_the_figure_or_a_document_is_enough() {
        let dossier = r#"{"statistics": {"items": [{"source": "县统计局"}, {"amount": {"value": 1, "source": "县统计局"}}, {"evidence": ["D1"]}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }

    #[test]
    fn a_document_that_cannot_be_read_is_left_to_its_own_finding() {
        assert_eq!(found(&RULE, r#"{"statistics": {"items": [{"evidence": [5]}]}}"#), [""; 0]);
    }
}
